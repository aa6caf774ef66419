/** What must be known to say what an order does. */
import type { Act } from '../casework/act.ts'
import type { Affiliation } from '../casework/affiliates.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { TerritorySettings } from '../casework/families.ts'
import type { ProvingMail } from '../casework/proofs.ts'
import type { Standing } from '../casework/standing.ts'
import type { Trace } from '../casework/undo.ts'
import type { WaitingLetter } from '../letter/waiting-letter.ts'
import type { Also } from './effects.ts'
import type { Speech } from './how-to.ts'
import type { Staff } from './order-context.ts'

export interface OrderFacts {
  /** Number that this order gets in the log; the confirmation says how to take it back. */
  readonly number: number
  /** Where it was given: what else there is to do is told in its words. */
  readonly speech: Speech
  /** Address of the person who orders; an order of anybody but staff is refused. */
  readonly by: string
  readonly staff: readonly Staff[]
  /** Milliseconds since the epoch. */
  readonly now: number
  /** `YYYY-MM-DD`, the day of `now` in the installation's zone. */
  readonly today: string
  readonly zone: OrderZone
  /** Cases that the order names, by reference; for an undo those that the earlier order changed. */
  readonly cases: ReadonlyMap<string, CaseFile>
  readonly standingOf: (file: CaseFile) => Standing
  /** Whose state it is. */
  readonly territory: TerritorySettings['territory']
  /** Mails of these cases in the order in which they came. */
  readonly mails: ReadonlyMap<string, readonly CaseMail[]>
  /**
   * The same mails of people as they were read and understood, with what a person said of them since; looked up where
   * papers are judged again: for `describe` and `relabel`.
   */
  readonly readings: ReadonlyMap<string, readonly ProvingMail[]>
  /** Our letters in these cases; looked up for an `undo` only. */
  readonly letters: readonly CaseLetter[]
  /** Whom we write to in these cases. */
  readonly contacts: ReadonlyMap<string, string>
  /** Those that an order names; for `relabel` all letters that answer its mail, for `merge` those of the case that wait. */
  readonly drafts: ReadonlyMap<number, DraftView>
  /** Letters of the request that wait for a yes; looked up for `close` only. */
  readonly waiting: readonly WaitingLetter[]
  readonly tasks: ReadonlyMap<number, TaskView>
  /** Recorded affiliates of the companies of these cases. */
  readonly affiliations: readonly Affiliation[]
  /** The mail that is relabelled, as it was read and understood; null for other orders. */
  readonly relabelled: ProvingMail | null
  /** Earlier orders, for `undo`. */
  readonly orders: ReadonlyMap<number, PastOrder>
  /** Taken for the case that a split opens. */
  readonly freshCase: { readonly id: number; readonly ref: string } | null
}

/** Days of the installation's zone. */
export interface OrderZone {
  /** `YYYY-MM-DD` of a moment. */
  dayOf(at: number): string
  /** The first moment of a day. */
  startOf(day: string): number
}

export interface CaseMail {
  readonly id: number
  readonly receivedAt: number
  /** When it was decided on: it may lie undecided while a case is merged. */
  readonly filedAt: number
  readonly subjectStem: string
  /** Null: a machine wrote it, or nobody named himself. */
  readonly sender: string | null
  readonly messageId: string | null
  /** Message-IDs of its In-Reply-To and References; looked up for an `undo` only. */
  readonly refersTo: readonly string[]
}

/** A letter of ours. */
export interface CaseLetter {
  readonly messageId: string
  readonly caseRef: string
  /** Row of the mail that it answers; null: it answers none. */
  readonly answers: number | null
  readonly at: number
}

export const DRAFT_STATES = ['draft', 'queued', 'sending', 'sent', 'retry', 'refused', 'unsure', 'rejected'] as const

export interface DraftView {
  readonly id: number
  readonly caseRef: string | null
  readonly to: string
  /** The mail that it answers. */
  readonly answers: number | null
  /** Name of its first section. */
  readonly template: string
  /** State of the outbox row. */
  readonly state: (typeof DRAFT_STATES)[number]
  /** Its cases changed since, and it is written anew in a moment. */
  readonly isStale?: boolean
}

export interface TaskView {
  readonly id: number
  readonly sort: string
  readonly caseRef: string | null
  readonly messageId: number | null
  readonly open: boolean
  /** While it is open, no other with that key is opened. */
  readonly once: string | null
}

/** An order as it was carried out. */
export interface PastOrder {
  readonly number: number
  readonly order: Act
  readonly by: string
  readonly at: number
  /** What it changed in each case (`tracesOf`). */
  readonly traces: readonly { readonly caseRef: string; readonly traces: readonly Trace[] }[]
  readonly also: readonly Also[]
  /** Letters written because of it. */
  readonly letters: readonly number[]
  /** Number of the order that took it back. */
  readonly undoneBy: number | null
}
