/** Builds mails for the tests of the reader, and reads them without a thread. */
import type { ReadMail } from '../../src/domain/mail.ts'
import { READER_LIMITS, type ReaderLimits } from '../../src/mime/limits.ts'
import { readMail } from '../../src/mime/read-mail.ts'

export const ORDINARY_HEADER = [
  'From: Ann Lee <ann@acme.example>',
  'To: intagree@carrier.example',
  'Subject: Interconnection agreement',
  'Date: Mon, 2 Mar 2026 09:00:00 -0700',
  'Message-ID: <1@acme.example>',
]

/** Lines joined with CRLF. */
export function mail(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.join('\r\n'), 'latin1')
}

/** A multipart of parts, each with its own header lines, an empty line and its body. */
export function multipart(type: string, boundary: string, ...parts: readonly (readonly string[])[]): string[] {
  return [
    `Content-Type: multipart/${type}; boundary="${boundary}"`,
    '',
    ...parts.flatMap((part) => [`--${boundary}`, ...part]),
    `--${boundary}--`,
    '',
  ]
}

/** Reads in pieces of `step` bytes, so that every boundary of the reader's own buffers is met. */
export async function readBytes(bytes: Buffer, limits: Partial<ReaderLimits> = {}, step = 65_536): Promise<ReadMail> {
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  }
  return readMail(pieces(), { limits: { ...READER_LIMITS, ...limits }, archive: null, documents: null })
}

export function codes(read: ReadMail): string[] {
  return [...new Set(read.problems.map(({ code }) => code))].sort()
}

export interface MailFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** A short mail with these files attached. */
export function mailWithFiles(...files: readonly MailFile[]): Buffer {
  const parts = files.map(({ name, type, bytes }) => {
    const head = `--b\r\nContent-Type: ${type}; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"`
    return `${head}\r\nContent-Transfer-Encoding: base64\r\n\r\n${bytes.toString('base64').replace(/.{76}/g, '$&\r\n')}\r\n`
  })
  const head =
    'From: ida@alderfork.example\r\nDate: Tue, 13 Feb 2024 10:00:00 +0000\r\nSubject: form\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n'
  return Buffer.from(`${head}--b\r\n\r\nSee attached.\r\n${parts.join('')}--b--\r\n`)
}
