import { createHash } from 'node:crypto'
import type { Address, Attachment, HeaderField, ReadMail } from '../../src/domain/mail.ts'

/** What a test says about a mail; all else is an ordinary person's mail. */
export interface MailSketch {
  /** `Name <mailbox@host>` or a bare address. */
  readonly from?: string
  readonly replyTo?: readonly string[]
  readonly to?: readonly string[]
  readonly subject?: string
  readonly text?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly contentType?: string
  readonly inReplyTo?: string
  readonly attachments?: readonly FileSketch[]
  readonly deliveryReport?: ReadMail['deliveryReport']
  readonly date?: string | null
}

export interface FileSketch {
  readonly filename: string
  readonly mediaType?: string
  readonly bytes?: number
  readonly inline?: boolean
  readonly text?: string
}

/** A mail as the reader would hand it over. */
export function aMail(sketch: MailSketch = {}): ReadMail {
  const from = address(sketch.from ?? 'Paula Writer <paula@acmefiber.example>')
  const [type = 'text/plain', ...parameters] = (sketch.contentType ?? 'text/plain').split(/;\s*/)
  const subject = sketch.subject ?? 'Hello'
  return {
    headers: headerFields({ from: sketch.from ?? '', subject, ...sketch.headers }),
    messageId: '<1@acmefiber.example>',
    inReplyTo: sketch.inReplyTo === undefined ? [] : [sketch.inReplyTo],
    references: sketch.inReplyTo === undefined ? [] : [sketch.inReplyTo],
    from: from.address === '' ? [] : [from],
    sender: null,
    replyTo: (sketch.replyTo ?? []).map(address),
    to: (sketch.to ?? ['intagree@carrier.example']).map(address),
    cc: [],
    subject,
    date: sketch.date === undefined ? '2026-03-02T16:00:00.000Z' : sketch.date,
    text: sketch.text ?? '',
    textFrom: sketch.text === undefined ? 'none' : 'plain',
    attachments: (sketch.attachments ?? []).map(attachment),
    parts: 1 + (sketch.attachments?.length ?? 0),
    contentType: {
      type,
      parameters: Object.fromEntries(parameters.map((one) => one.toLowerCase().split('=') as [string, string])),
    },
    deliveryReport: sketch.deliveryReport ?? null,
    problems: [],
    contentId: digest(`${subject}\n${sketch.text ?? ''}`),
  }
}

function headerFields(fields: Readonly<Record<string, string>>): HeaderField[] {
  return Object.entries(fields).map(([name, value]) => ({ name: name.toLowerCase(), value }))
}

function address(text: string): Address {
  const match = /^(.*?)\s*<([^>]*)>$/.exec(text)
  return match === null
    ? { name: '', address: text.toLowerCase() }
    : { name: match[1] ?? '', address: (match[2] ?? '').toLowerCase() }
}

function attachment(file: FileSketch): Attachment {
  const mediaType = file.mediaType ?? 'application/pdf'
  return {
    filename: file.filename,
    mediaType,
    declaredType: mediaType,
    bytes: file.bytes ?? 40_000,
    sha256: digest(file.filename),
    inline: file.inline ?? false,
    contentId: file.inline === true ? `<${file.filename}@1>` : null,
    text: file.text ?? null,
  }
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
