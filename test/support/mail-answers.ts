/** What comes back for a mail of ours: an answer, or a notice that it could not be delivered. */
import { createHash } from 'node:crypto'
import { joined, plain } from './mail-raw.ts'
import type { WrittenMail } from './mail-writer.ts'

const DATE = 'Tue, 24 Nov 2026 09:30:00 -0700'

/** An answer to a mail of ours, as a mail program writes it. `of`: how the answering mail is told from others. */
export function answerTo(
  ours: { readonly messageId: string; readonly references: readonly string[]; readonly subject: string },
  about: { readonly from: string; readonly to: string; readonly text: string; readonly of: string },
): WrittenMail {
  const messageId = `<${createHash('sha256').update(about.of).digest('hex').slice(0, 20)}@mail.example>`
  const subject = `Re: ${ours.subject}`
  const header = [
    `From: ${about.from}`,
    `To: ${about.to}`,
    `Subject: ${subject}`,
    `Date: ${DATE}`,
    `Message-ID: ${messageId}`,
    `In-Reply-To: ${ours.messageId}`,
    `References: ${[...ours.references, ours.messageId].join('\r\n ')}`,
  ]
  const raw = plain(header, about.text)
  return { sort: 'follow-up', messageId, envelopeFrom: about.from, from: about.from, subject, raw }
}

/** A delivery status notification (RFC 3464) for a mail of ours, sent to its envelope sender. */
export function bounceOf(ours: {
  readonly messageId: string
  readonly recipient: string
  readonly envelopeFrom: string
}): WrittenMail {
  const { messageId: original, recipient, envelopeFrom: to } = ours
  const host = recipient.slice(recipient.lastIndexOf('@') + 1)
  const messageId = `<${createHash('sha256').update(original).digest('hex').slice(0, 16)}@mx.${host}>`
  const subject = 'Undelivered Mail Returned to Sender'
  const from = `MAILER-DAEMON@mx.${host}`
  const header = [
    `From: Mail Delivery System <${from}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${DATE}`,
    `Message-ID: ${messageId}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="report"',
  ]
  const body = [
    '--report',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    `Your message could not be delivered to <${recipient}>: 550 5.1.1 User unknown`,
    '--report',
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; mx.${host}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    'Action: failed',
    'Status: 5.1.1',
    '--report',
    'Content-Type: text/rfc822-headers',
    '',
    `To: ${recipient}`,
    `Message-ID: ${original}`,
    '--report--',
  ]
  return { sort: 'bounce', messageId, envelopeFrom: '', from, subject, raw: joined([...header, '', ...body]) }
}
