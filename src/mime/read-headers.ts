/** The part of a mail that its top header block tells (RFC 5322 3.6). Pure: also the parent process may call it. */
import type { Address, HeaderField, ReadMail } from '../domain/mail.ts'
import { cleanLine } from './clean.ts'
import { readDate } from './date.ts'
import type { RawField } from './header-block.ts'
import { decodeWords, readAddresses, readMessageIds, unfold } from './header-values.ts'
import type { ReaderLimits } from './limits.ts'
import { grouped, type ProblemLog } from './problems.ts'

export type HeaderPart = Pick<
  ReadMail,
  | 'headers'
  | 'messageId'
  | 'inReplyTo'
  | 'references'
  | 'from'
  | 'sender'
  | 'replyTo'
  | 'to'
  | 'cc'
  | 'subject'
  | 'date'
>

/** Fields that may occur once (RFC 5322 3.6, RFC 2045 3). Of a repeated one the first counts. */
const SINGLE = new Set(
  'date from sender reply-to to cc bcc message-id in-reply-to references subject content-type mime-version'.split(' '),
)

export function readHeaders(fields: readonly RawField[], limits: ReaderLimits, problems: ProblemLog): HeaderPart {
  if (fields.length === 0) problems.note('no-header', 'not one header field')
  const raw = fields.map(({ name, value }) => ({ name, ...unfold(value) }))
  for (const { name, problem } of raw) if (problem) problems.note('charset', `${name}: ${problem}`)
  noteRepeated(raw, problems)

  const first = (name: string) => raw.find((field) => field.name === name)?.text ?? ''
  const addresses = (name: string): readonly Address[] => {
    // Recipients are merged, as a mail program shows them; who wrote the mail is told by the first field only.
    const isRecipients = name === 'to' || name === 'cc'
    const values = isRecipients ? raw.filter((field) => field.name === name).map((field) => field.text) : [first(name)]
    const all = values.flatMap((value) => (value === '' ? [] : readAddresses(firstLine(name, value, problems))))
    if (all.length > limits.addresses) {
      problems.note('header-limit', `${name}: ${grouped(all.length)} addresses; ${grouped(limits.addresses)} kept`)
    }
    return all.slice(0, limits.addresses)
  }
  const date = readDate(decodeWords(first('date')))
  if (date === null)
    problems.note('no-date', first('date') === '' ? 'no Date field' : `Date: ${first('date').slice(0, 80)}`)
  return {
    headers: raw.map((field): HeaderField => ({ name: cleanLine(field.name), value: decodeWords(field.text) })),
    messageId: readMessageIds(first('message-id'))[0] ?? null,
    inReplyTo: readMessageIds(first('in-reply-to')).slice(0, limits.references),
    references: ends(readMessageIds(first('references')), limits.references),
    from: addresses('from'),
    sender: addresses('sender')[0] ?? null,
    replyTo: addresses('reply-to'),
    to: addresses('to'),
    cc: addresses('cc'),
    subject: decodeWords(first('subject')),
    date,
  }
}

/**
 * A bare CR, LF or NUL belongs in no address; what stands behind one may be another field, or the body. Other controls,
 * and what nobody sees would be left out, which makes another address of it; marked, it is malformed and nobody's.
 */
function firstLine(name: string, value: string, problems: ProblemLog): string {
  const end = value.search(/[\r\n\0]/)
  if (end >= 0) problems.note('malformed', `${name}: a line end or NUL within the addresses; read up to there`)
  return (end < 0 ? value : value.slice(0, end)).replace(UNSEEN, '\ufffd')
}

const UNSEEN = /[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g

function noteRepeated(fields: readonly { readonly name: string }[], problems: ProblemLog): void {
  const counts = new Map<string, number>()
  for (const { name } of fields) if (SINGLE.has(name)) counts.set(name, (counts.get(name) ?? 0) + 1)
  for (const [name, count] of counts) if (count > 1) problems.note('repeated-header', `${name} occurs ${count} times`)
}

/** The root of the thread and its newest mails. */
function ends(ids: readonly string[], limit: number): readonly string[] {
  return ids.length <= limit ? ids : [...ids.slice(0, 1), ...ids.slice(1 - limit)]
}
