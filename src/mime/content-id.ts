import { createHash } from 'node:crypto'
import type { Address, ReadMail } from '../domain/mail.ts'

/** What people see of a mail; trace fields, MIME boundaries and transfer encodings are not among it. */
export type Content = Pick<ReadMail, 'from' | 'to' | 'cc' | 'subject' | 'date' | 'messageId' | 'text' | 'attachments'>

/** Raised when the canonical form changes, so that ids of different forms never meet. */
const FORM = 1

/**
 * SHA-256, lower-case hex, over a canonical form of the content: the same for the same mail delivered twice over
 * different routes, another for any other mail, even under a reused Message-ID.
 */
export function contentIdOf(mail: Content): string {
  const canonical = JSON.stringify([
    FORM,
    addresses(mail.from),
    addresses(mail.to),
    addresses(mail.cc),
    mail.subject.replace(/\s+/g, ' '),
    mail.date,
    mail.messageId,
    mail.text.replace(/[ \t]*\n/g, '\n').trim(),
    mail.attachments.map(({ filename, sha256 }) => [filename, sha256]),
  ])
  return createHash('sha256').update(canonical).digest('hex')
}

/** Display names stay out: servers rewrite their quoting. */
function addresses(list: readonly Address[]): readonly string[] {
  return list.map(({ address }) => address)
}
