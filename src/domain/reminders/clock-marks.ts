/**
 * Staff is told when a legal clock reaches a mark, once for each mark (`CaseFile.told` keeps the keys); the CLEC never
 * is (domain T3). A mark on a day without work is told on the working day before: to warn late is worse than early.
 */
import { compareDays, type Day, daysBetween, spoken } from '../calendar/day.ts'
import { withinOfficeHours } from '../calendar/office-hours.ts'
import { dayIn } from '../calendar/zone.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { Clock } from '../clocks/clock.ts'
import { type Mark, type MarkSettings, marksOf } from '../clocks/marks.ts'
import type { Office } from './next-reminder.ts'

export interface StaffNotice {
  readonly caseRef: string
  readonly clock: Clock['id']
  readonly mark: Mark
  /** null: nobody yet, so the manager. */
  readonly to: string | null
  readonly sentence: string
}

export interface ClockNotices {
  readonly changes: readonly CaseChange[]
  readonly notices: readonly StaffNotice[]
}

/** In the office hours of the installation's own zone; what falls outside of them is told at the next opening. */
export function clockNotices(
  file: CaseFile,
  clocks: readonly Clock[],
  settings: MarkSettings,
  office: Office,
  timeZone: string,
  now: number,
): ClockNotices {
  const open = withinOfficeHours(now, timeZone, office.hours, office.calendar)
  if (file.closed !== null || !open) return { changes: [], notices: [] }
  const today = dayIn(now, timeZone)
  const reached = clocks.map((clock) => ({ clock, marks: untold(file, clock, settings, office, today) }))
  const keys = reached.flatMap(({ marks }) => marks.map(({ key }) => key))
  return {
    changes: keys.length === 0 ? [] : [{ change: 'staff-told', marks: keys }],
    // Several at once (nothing ran for a while, or a weekend): the newest says it all.
    notices: reached.flatMap(({ clock, marks }) => marks.slice(-1).map((mark) => noticeOf(file, clock, mark, today))),
  }
}

function untold(file: CaseFile, clock: Clock, settings: MarkSettings, office: Office, today: Day): readonly Mark[] {
  return marksOf(clock, settings, office.calendar).filter(
    ({ key, tellOn }) => compareDays(tellOn, today) <= 0 && !file.told.includes(key),
  )
}

function noticeOf(file: CaseFile, clock: Clock, mark: Mark, today: Day): StaffNotice {
  const left = daysInWords(daysBetween(today, clock.due))
  const rolled = clock.rolled === null ? '' : ` ${spoken(clock.rolled)} is only a possibility.`
  const sentence = `${mark.text}: ${left}.${rolled}`
  return { caseRef: file.ref, clock: clock.id, mark, to: file.negotiator, sentence }
}

/** `in 10 days`, `today`, `3 days ago`. */
export function daysInWords(left: number): string {
  if (left === 0) return 'today'
  const days = `${Math.abs(left)} day${Math.abs(left) === 1 ? '' : 's'}`
  return left > 0 ? `in ${days}` : `${days} ago`
}
