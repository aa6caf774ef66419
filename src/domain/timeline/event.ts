/** What stands in the timeline: what happened to a case, what a mail did, and what is written where it happens. */
import type { CaseChange } from '../casework/change.ts'
import type { Change } from '../decision.ts'

/** That a mail came is told when it is filed. */
export type CaseEvent = Exclude<CaseChange['change'], 'mail-came'> | 'case-opened'
export type MailEvent = Change['change']

/** Written with what they tell of, by the statements of `src/db`. */
export const STORED_EVENTS = [
  'reply-draft',
  'reply-queued',
  'reply-sent',
  'reply-retry',
  'reply-refused',
  'reply-unsure',
  'draft-approved',
  'draft-held',
  'draft-rejected',
  'draft-restored',
  'order-undone',
  'task-settled',
  'digest-queued',
  'mail-corrected',
  'correction-withdrawn',
  'duplicate',
  'quarantined',
  'quarantine-retried',
  'quarantine-released',
  'quarantine-rejected',
  'work-retried',
  'work-dropped',
  'infected',
  'hold-set',
  'hold-released',
  'erased',
  'restored',
  'model-used',
] as const
export type StoredEvent = (typeof STORED_EVENTS)[number]

export type TimelineEvent = CaseEvent | MailEvent | StoredEvent

/** An entry as it is kept; what older versions wrote may lack some of the fields. */
export interface TimelineEntry {
  readonly event: string
  readonly messageId: number | null
  readonly outboxId: number | null
  readonly detail: Readonly<Record<string, unknown>>
}

/** A moment (milliseconds since the epoch) as its reader's clock shows it. */
export type When = (at: number) => string
