/** What reminders bring about: changes to record, a mail to write, tasks for people. Nothing is sent from here. */
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { Standing } from '../casework/standing.ts'
import type { Section } from '../letter/section.ts'
import type { OfficeCalendar } from './office-calendar.ts'

export interface ChasedCase {
  readonly file: CaseFile
  readonly standing: Standing
}

export interface ReminderLetter {
  readonly to: string
  /** The cases it is about; the first one's reference is in its subject. */
  readonly caseRefs: readonly string[]
  readonly section: Extract<Section, { readonly section: 'reminder' }>
  /** Unique business key of the outbox: `CLEC-2026-00042 / reminder 2 / 1772744561000`. */
  readonly key: string
}

export interface ReminderTask {
  readonly sort: 'no-answer' | 'bounce'
  readonly caseRef: string
  readonly sentence: string
}

export interface ReminderOutcome {
  readonly changes: readonly { readonly caseRef: string; readonly changes: readonly CaseChange[] }[]
  readonly letters: readonly ReminderLetter[]
  readonly tasks: readonly ReminderTask[]
}

/** The cases of one request, or a single case: what several of them miss is asked for in one mail. */
export function dueNow(
  _cases: readonly ChasedCase[],
  _plan: readonly number[],
  _calendar: OfficeCalendar,
  _timeZone: string,
  _now: number,
): ReminderOutcome {
  return { changes: [], letters: [], tasks: [] }
}
