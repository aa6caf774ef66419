/** The bytes of the mails of the year. */
import type { Address } from '../../src/domain/mail.ts'
import { joined } from '../support/mail-raw.ts'
import type { Paper } from './papers.ts'

export interface ToSend {
  readonly from: Address
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly at: Date
  readonly messageId: string
  readonly papers: readonly Paper[]
  /** Message-ID of the letter of ours that it answers. */
  readonly answers: string | null
  /** Further header lines. */
  readonly headers?: readonly string[]
}

export function rawMail(mail: ToSend): Buffer {
  const { from, to, subject, at, messageId, answers, papers, text, headers = [] } = mail
  const head = [
    `From: ${from.name} <${from.address}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${mailDate(at)}`,
    `Message-ID: ${messageId}`,
    ...(answers === null ? [] : [`In-Reply-To: ${answers}`, `References: ${answers}`]),
    ...headers,
    'MIME-Version: 1.0',
  ]
  const body = ['Content-Type: text/plain; charset=utf-8', '', text]
  if (papers.length === 0) return joined([...head, ...body])
  const parts = papers.flatMap(({ name, type, bytes }) => [
    '--=_papers',
    `Content-Type: ${type}; name="${name}"`,
    'Content-Transfer-Encoding: base64',
    `Content-Disposition: attachment; filename="${name}"`,
    '',
    bytes.toString('base64').replace(/.{76}/g, '$&\n'),
  ])
  return joined([
    ...[...head, 'Content-Type: multipart/mixed; boundary="=_papers"', '', '--=_papers', ...body],
    ...[...parts, '--=_papers--'],
  ])
}

export function mailDate(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000')
}
