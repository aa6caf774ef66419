import { decodeCharset, decodeQuotedPrintable, decodeWords, utf8OrLatin1 } from './encoded-words.ts'
import type { OpenedMail } from './opened-mail.ts'
import type { Part } from './part-tree.ts'

const MOST_SEARCHED = 4 * 1024 * 1024

/** Whether a decoded header field of this name contains the text; `text` is in lower case. */
export function headerContains(mail: OpenedMail, name: string, text: string): boolean {
  return mail.fields().some((field) => field.name === name && lower(decodeWords(field.value)).includes(text))
}

export function anyHeaderContains(mail: OpenedMail, text: string): boolean {
  return mail.fields().some((field) => lower(`${field.name}: ${decodeWords(field.value)}`).includes(text))
}

/** Whether a text part contains the text, transfer encoding and charset undone. The first 4 MiB of each count. */
export function bodyContains(mail: OpenedMail, text: string): boolean {
  return partContains(mail, mail.parts(), text)
}

function partContains(mail: OpenedMail, part: Part, text: string): boolean {
  if (part.message) return partContains(mail, part.message, text)
  if (part.children.length > 0) return part.children.some((child) => partContains(mail, child, text))
  return part.type.value.startsWith('text/') && lower(decodedText(mail, part)).includes(text)
}

function decodedText(mail: OpenedMail, part: Part): string {
  const raw = mail.read(part.body, Math.min(part.end, part.body + MOST_SEARCHED))
  const charset = part.type.parameters.find(([name]) => name === 'charset')?.[1]
  const bytes = decodeTransfer(raw, part.encoding)
  return charset ? decodeCharset(bytes, charset) : utf8OrLatin1(bytes.toString('latin1'))
}

function decodeTransfer(raw: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(raw.toString('latin1'), 'base64')
  if (encoding === 'quoted-printable') return decodeQuotedPrintable(raw.toString('latin1'))
  return raw
}

function lower(text: string): string {
  return text.toLowerCase()
}
