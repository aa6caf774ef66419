/**
 * The exact bytes of an outgoing mail. They are stored before they are sent, so the same message must always give the
 * same bytes: nothing here comes from the clock or from chance.
 */
import { createHash } from 'node:crypto'
import MimeNode from 'nodemailer/lib/mime-node'
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
  const root = headed(message)
  const head = root.buildHeaders()
  const parts = [part('text/plain', message.text), part('text/html', message.html)]
  const body = parts.map((one) => `--${root.boundary}\r\n${one}\r\n`).join('')
  return Buffer.from(`${head}\r\n\r\n${body}--${root.boundary}--\r\n`)
}

/** The library writes the header, where the strangers' words are; a composer for the whole mail takes thrice as long. */
function headed({ from, to, subject, messageId, inReplyTo, references, date, headers }: Message): MimeNode {
  const root = new MimeNode('multipart/alternative', { baseBoundary: boundaryOf(messageId), textEncoding: 'Q' })
  root.addHeader({ ...headers })
  root.setHeader('From', [{ name: from.name, address: from.address }])
  root.setHeader('To', [{ name: cutName(to.name), address: to.address }])
  if (inReplyTo !== null) root.setHeader('In-Reply-To', inReplyTo)
  if (references.length > 0) root.setHeader('References', [...references])
  root.setHeader('Subject', subject)
  root.setHeader('Message-ID', messageId)
  root.setHeader('Date', date)
  return root
}

/** A name of one word cannot be folded, and a header line has 998 octets (RFC 5322 2.1.1), encoded ones included. */
function cutName(name: string): string {
  const points = [...name.replace(/[\r\n\t]+/g, ' ').replace(INVISIBLE, '')]
  return points.length <= NAME_CHARS ? points.join('') : `${points.slice(0, NAME_CHARS - 1).join('')}…`
}

const NAME_CHARS = 100

/** Longest line that is left as it is; quoted-printable folds at the same (RFC 2045 6.7). */
const LINE = 76

function part(type: string, content: string): string {
  const text = unixLines(content)
  const isPlain = /^[\t\n\x20-\x7f]*$/.test(text) && !text.split('\n').some((line) => line.length > LINE)
  const written = isPlain ? text : wrap(encode(text))
  const head = `Content-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: ${isPlain ? '7bit' : 'quoted-printable'}`
  return `${head}\r\n\r\n${written.replace(/\r?\n/g, '\r\n')}`
}

/**
 * A bare CR would be mended on the wire only, and the stored bytes would not be those that were sent. Controls and marks
 * that reorder or hide text are a stranger's, quoted; they would change what a person or a terminal sees of ours.
 */
function unixLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(INVISIBLE, '')
}

const INVISIBLE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

function boundaryOf(messageId: string): string {
  return createHash('sha256').update(messageId).digest('hex').slice(0, 32)
}
