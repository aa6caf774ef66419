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
