/**
 * Decides the archive again, with today's rules and a model, and tells what would be different. Reads only: no store is
 * given to it, and nothing is ever sent from here.
 */
import { mayAnswer, withoutHistory } from '../domain/loop-guard.ts'
import type { ReadMail } from '../domain/mail.ts'
import { type Difference, differences } from '../domain/understand/differences.ts'
import { understand, type World } from '../domain/understand/understand.ts'
import type { Understanding } from '../domain/understanding.ts'
import type { PastDecision } from '../ports/stores/past-decisions.ts'

export interface ReplayedMail {
  readonly id: number
  readonly subject: string | null
  readonly caseRefs: readonly string[]
  /** Empty when all would be as it was. */
  readonly differences: readonly Difference[]
}

export interface ReplayTotals {
  readonly mails: number
  readonly changed: number
  /** How many mails differ in each field. */
  readonly fields: Readonly<Record<string, number>>
  /** Mails whose bytes the archive does not have, or that cannot be read any more. */
  readonly unreadable: number
}

export interface ReplayParts {
  readonly world: World
  /** Null when the archive lacks the mail or it cannot be read. */
  readonly read: (past: PastDecision) => Promise<ReadMail | null>
}

/** Yields every mail in the order given; returns the totals. */
export async function* replay(
  past: AsyncIterable<PastDecision>,
  { world, read }: ReplayParts,
): AsyncGenerator<ReplayedMail, ReplayTotals> {
  const fields: Record<string, number> = {}
  let [mails, changed, unreadable] = [0, 0, 0]
  for await (const decided of past) {
    const { id, subject, caseRefs, understanding } = decided
    mails += 1
    const mail = await read(decided)
    if (mail === null) {
      unreadable += 1
      continue
    }
    const found = compare(mail, understanding, understand(mail, world), world.ownAddresses)
    if (found.length > 0) changed += 1
    for (const { field } of found) fields[field] = (fields[field] ?? 0) + 1
    yield { id, subject, caseRefs, differences: found }
  }
  return { mails, changed, fields, unreadable }
}

function compare(mail: ReadMail, before: Understanding, after: Understanding, own: readonly string[]) {
  const replies = { field: 'reply', before: replyTo(mail, before, own), after: replyTo(mail, after, own) }
  return [...differences(before, after), ...(replies.before === replies.after ? [] : [replies])]
}

/** What the mail by itself would be answered with: caps, threads and the mode are left out on both sides. */
function replyTo(mail: ReadMail, understanding: Understanding, ownAddresses: readonly string[]): string {
  const verdict = mayAnswer(mail, understanding, withoutHistory(ownAddresses))
  if (!verdict.allowed) return `none: ${verdict.because}`
  return understanding.abstained ? 'received-for-person' : 'acknowledgement'
}
