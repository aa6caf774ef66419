/**
 * What the daily digest is made of: plain rows, read for everybody at once. Strings of strangers stand in them as they
 * came; the template makes them safe.
 */
import type { Balance } from '../accounting.ts'
import type { Ending } from '../alerts.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { Standing } from '../casework/standing.ts'
import type { Clock } from '../clocks/clock.ts'

/** Somebody of the desk, as configured. */
export interface StaffMember {
  readonly name: string
  readonly email: string
  /** USPS codes. */
  readonly states: readonly string[]
  readonly manager: boolean
}

export interface OpenCase {
  readonly file: CaseFile
  readonly standing: Standing
  /** Those that do not run are left out by the digest. */
  readonly clocks: readonly Clock[]
}

export interface NewRequest {
  readonly caseRef: string
  /** The mail that opened it. */
  readonly messageId: number | null
  readonly at: number
  readonly from: string
  readonly subject: string
  readonly quote: string
}

export interface OpenTask {
  readonly taskId: number
  /** A `TaskSort`. */
  readonly sort: string
  readonly sentence: string
  readonly caseRef: string | null
  readonly messageId: number | null
  readonly openedAt: number
  /** A legal notice, petition or demand waits in it: shown before everything else. */
  readonly legal: boolean
  /** The words of the mail that it is about; '' where there are none. */
  readonly quote: string
}

export interface WaitingDraft {
  readonly outboxId: number
  readonly caseRef: string | null
  /** The mail that it answers; null where it answers none. */
  readonly messageId: number | null
  readonly to: string
  readonly subject: string
  readonly createdAt: number
  /** The words of that mail. */
  readonly quote: string
  /** What the draft says; '' where it cannot be shown. */
  readonly text: string
}

/** A mail of ours that did not arrive, or of which nobody knows whether it did. */
export interface FailedSend {
  readonly outboxId: number
  readonly caseRef: string | null
  readonly messageId: number | null
  /** The task that was opened for it, if one is open. */
  readonly taskId: number | null
  readonly to: string
  readonly subject: string
  /** `bounced`: came back. `refused`: the server did not take it. `unsure`: it may have gone out. */
  readonly how: 'bounced' | 'refused' | 'unsure'
  readonly permanent: boolean
  /** What the other server said. */
  readonly detail: string
  readonly at: number
}

/** A mail that was understood too little to act on. */
export interface LowConfidence {
  readonly messageId: number
  readonly taskId: number | null
  readonly caseRef: string | null
  readonly from: string
  readonly subject: string
  readonly at: number
  /** The likeliest first; two are shown. */
  readonly readings: readonly { readonly intent: string; readonly likely: number; readonly quote: string }[]
}

export interface OverdueItem {
  readonly caseRef: string
  /** What is late: `Questionnaire documents`. */
  readonly label: string
  /** The day on which it was due, `YYYY-MM-DD`. */
  readonly due: string
  readonly daysLate: number
  /** File and page where the quote stands; '' when it is no file. */
  readonly place: string
  readonly quote: string
}

/** A place in the early ordering queue; the order is that of the completed information. */
export interface QueuePlace {
  readonly caseRef: string
  readonly position: number
  readonly completeAt: number
}

export interface ReminderSent {
  readonly caseRef: string
  readonly to: string
  /** `escalated`: the plan is used up, the negotiator takes over. */
  readonly what: 'reminded' | 'escalated'
  /** Which reminder it was, from 1. */
  readonly number: number
  readonly at: number
}

export interface MailboxBalance {
  readonly mailbox: string
  readonly balance: Balance
}

export interface DigestFacts {
  readonly timeZone: string
  readonly staff: readonly StaffMember[]
  /** Addresses of staff to which nothing is sent any more, because a mail came back from there. */
  readonly unreachable: readonly string[]
  /** Not closed. */
  readonly cases: readonly OpenCase[]
  /** Since the last digest; likewise `reminders`. */
  readonly newRequests: readonly NewRequest[]
  readonly tasks: readonly OpenTask[]
  readonly drafts: readonly WaitingDraft[]
  readonly failures: readonly FailedSend[]
  readonly lowConfidence: readonly LowConfidence[]
  readonly overdue: readonly OverdueItem[]
  readonly earlyOrdering: readonly QueuePlace[]
  readonly reminders: readonly ReminderSent[]
  readonly accounting: readonly MailboxBalance[]
  /** Logins and secrets whose end is known. */
  readonly ending: readonly Ending[]
}
