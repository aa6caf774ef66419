/**
 * The exact bytes of an outgoing mail. They are stored before they are sent, so the same message must always give the
 * same bytes: nothing here comes from the clock or from chance.
 */
import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type MimeNode from 'nodemailer/lib/mime-node'
import { encode, wrap } from 'nodemailer/lib/qp'
import type { Address } from '../domain/mail.ts'

export interface Message {
  readonly from: Address
  readonly to: Address
  readonly subject: string
  readonly text: string
  readonly html: string
  /** `<id@domain>`. */
  readonly messageId: string
  readonly inReplyTo: string | null
  readonly references: readonly string[]
  readonly date: Date
  /** Further fields, name to value, e.g. Auto-Submitted. */
  readonly headers: Readonly<Record<string, string>>
}

/** multipart/alternative with CRLF line ends, ASCII only (RFC 2047, quoted-printable), no line over 998 octets. */
export async function composeMessage(message: Message): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: message.from.name, address: message.from.address },
    to: { name: message.to.name, address: message.to.address },
    subject: message.subject,
    text: unixLines(message.text),
    html: unixLines(message.html),
    messageId: message.messageId,
    ...(message.inReplyTo === null ? {} : { inReplyTo: message.inReplyTo }),
    ...(message.references.length === 0 ? {} : { references: [...message.references] }),
    date: message.date,
    headers: { ...message.headers },
    baseBoundary: boundaryOf(message.messageId),
    textEncoding: 'quoted-printable',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return Buffer.from(withWindowsLines(written(composer.compile())))
}

/** What `node.build()` gives, which takes even two short texts through a dozen streams. */
function written(node: MimeNode): string {
  const head = `${node.buildHeaders()}\r\n\r\n`
  if (node.childNodes.length === 0) return head + encoded(node)
  const parts = node.childNodes.map((part) => `--${node.boundary}\r\n${written(part)}\r\n`)
  return `${head}${parts.join('')}--${node.boundary}--\r\n`
}

function encoded(node: MimeNode): string {
  const text = String(node.content ?? '')
  return node.getTransferEncoding() === 'quoted-printable' ? wrap(encode(text)) : text
}

/** Every line ends in CRLF, the last one too. */
function withWindowsLines(text: string): string {
  return text.replace(/\r?\n|(?<!\n)$/g, '\r\n')
}

/** A bare CR would be mended on the wire only, and the stored bytes would not be those that were sent. */
function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

function boundaryOf(messageId: string): string {
  return createHash('sha256').update(messageId).digest('hex').slice(0, 32)
}
