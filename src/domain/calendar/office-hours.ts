/** When a mail of our own accord may reach a person: in the recipient's office hours, on a working day. */
import type { Day } from './day.ts'
import { type HolidayCalendar, US_FEDERAL } from './holidays.ts'
import { isWorkingDay, nextWorkingDay } from './working-days.ts'
import { type ClockTime, clockTimeIn, dayIn, instantOf, minutesOf } from './zone.ts'

/** From `from` up to, but not at, `until`, by the recipient's clock: `{ from: '09:00', until: '16:00' }`. */
export interface OfficeHours {
  readonly from: ClockTime
  readonly until: ClockTime
}

export function withinOfficeHours(
  ms: number,
  timeZone: string,
  hours: OfficeHours,
  calendar: HolidayCalendar = US_FEDERAL,
): boolean {
  const now = minutesOf(clockTimeIn(ms, timeZone))
  const open = minutesOf(hours.from) <= now && now < minutesOf(hours.until)
  return open && isWorkingDay(dayIn(ms, timeZone), calendar)
}

/** The first moment at or after `ms` (milliseconds since the epoch) within office hours: `ms` itself when it is. */
export function nextOfficeMoment(
  ms: number,
  timeZone: string,
  hours: OfficeHours,
  calendar: HolidayCalendar = US_FEDERAL,
): number {
  if (minutesOf(hours.from) >= minutesOf(hours.until)) throw new RangeError('office hours end before they begin')
  if (withinOfficeHours(ms, timeZone, hours, calendar)) return ms
  return instantOf(nextOpening(ms, timeZone, hours, calendar), hours.from, timeZone)
}

/** The day of the next opening: today while the office is still to open, else the next working day. */
function nextOpening(ms: number, timeZone: string, hours: OfficeHours, calendar: HolidayCalendar): Day {
  const today = dayIn(ms, timeZone)
  const early = minutesOf(clockTimeIn(ms, timeZone)) < minutesOf(hours.from)
  return early && isWorkingDay(today, calendar) ? today : nextWorkingDay(today, calendar)
}
