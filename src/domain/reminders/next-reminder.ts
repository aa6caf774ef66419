/**
 * When a CLEC is reminded of what we asked for. The plan holds calendar days after the ask (`[7, 14, 21]`); the time of
 * day is that of the ask by the recipient's clock. A moment outside the recipient's office hours, or on no working day,
 * moves to the next opening. After the last reminder the plan's last gap passes once more before the negotiator takes
 * over. Late reminders (nothing ran for weeks) are not caught up in a burst: two of them keep at least half of the gap
 * that the plan has between them.
 */

import { addDays, compareDays, type Day } from '../calendar/day.ts'
import type { HolidayCalendar } from '../calendar/holidays.ts'
import { nextOfficeMoment, type OfficeHours } from '../calendar/office-hours.ts'
import { clockTimeIn, dayIn, instantOf } from '../calendar/zone.ts'
import { chasedItems } from '../casework/asked-items.ts'
import type { CaseFile, Chase } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'

/** When mails of our own accord may go out, by the recipient's clock. */
export interface Office {
  readonly hours: OfficeHours
  readonly calendar: HolidayCalendar
}

/** `number`: which reminder it is, from 1. */
export type NextReminder =
  | { readonly next: 'remind'; readonly at: number; readonly number: number }
  | { readonly next: 'escalate'; readonly at: number }

/** Null: nothing was asked for, it came, an answer or a person stopped it, a person looks first, or there is no plan. */
export function nextReminder(
  file: CaseFile,
  plan: readonly number[],
  office: Office,
  timeZone: string,
): NextReminder | null {
  const { chase } = file
  if (chase === null || chase.stopped !== null || file.closed !== null || file.needsPerson !== null) return null
  const days = withEscalation(plan)
  if (days.length === 0 || stillOwed(file).length === 0) return null
  const done = Math.min(chase.reminded.length, days.length - 1)
  const at = momentOf(chase, days, done, office, timeZone)
  return done === days.length - 1 ? { next: 'escalate', at } : { next: 'remind', at, number: done + 1 }
}

/** What was asked for and is neither in nor waived; what came and does not do is still owed. */
export function stillOwed(file: CaseFile): readonly ItemId[] {
  const settled = (item: ItemId) => ['met', 'waived'].includes(file.items[item]?.state ?? '')
  return chasedItems(file.chase).filter((item) => !settled(item))
}

/** The days of the plan in their order and the day of the escalation after them; nothing without a plan. */
function withEscalation(plan: readonly number[]): readonly number[] {
  const days = [...new Set(plan)].sort((one, other) => one - other)
  const last = days.at(-1)
  return last === undefined ? [] : [...days, last + last - (days.at(-2) ?? 0)]
}

function momentOf(chase: Chase, days: readonly number[], done: number, office: Office, timeZone: string): number {
  const open = (ms: number) => nextOfficeMoment(ms, timeZone, office.hours, office.calendar)
  const since = chase.heardAt ?? chase.askedAt
  const planned = addDays(dayIn(since, timeZone), at(days, done))
  const day = later(planned, earliestAfterLast(chase, days, done, timeZone))
  const moment = open(instantOf(day, clockTimeIn(since, timeZone), timeZone))
  return chase.pausedUntil === null ? moment : open(Math.max(moment, chase.pausedUntil))
}

function earliestAfterLast(chase: Chase, days: readonly number[], done: number, timeZone: string): Day | null {
  const last = chase.reminded.at(-1)
  if (last === undefined) return null
  return addDays(dayIn(last, timeZone), Math.ceil((at(days, done) - at(days, done - 1)) / 2))
}

function at(days: readonly number[], index: number): number {
  return days[index] ?? 0
}

function later(one: Day, other: Day | null): Day {
  return other !== null && compareDays(one, other) < 0 ? other : one
}
