import type { CaseFile } from '../casework/case-file.ts'
import type { OfficeCalendar } from './office-calendar.ts'

/** `number`: which reminder it is, from 1. */
export type NextReminder =
  | { readonly next: 'remind'; readonly at: number; readonly number: number }
  | { readonly next: 'escalate'; readonly at: number }

/** Null: nothing was asked for, it came, an answer or a person stopped it, or the plan is empty. */
export function nextReminder(
  _file: CaseFile,
  _plan: readonly number[],
  _calendar: OfficeCalendar,
  _timeZone: string,
): NextReminder | null {
  return null
}
