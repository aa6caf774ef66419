/** When the digest goes out: once a working day, at its time of day in the installation's zone. */
import { type HolidayCalendar, US_FEDERAL } from '../calendar/holidays.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { clockTimeIn, dayIn, minutesOf } from '../calendar/zone.ts'

/**
 * `at`: `HH:MM`, or `off`. A digest that was missed because nothing ran is sent late on the same day, never on the next.
 * A time that the clocks skip counts as reached once they show a later one; one that comes twice does so once.
 */
export function digestDue(
  now: number,
  lastDigestAt: number | null,
  at: string,
  timeZone: string,
  calendar: HolidayCalendar = US_FEDERAL,
): boolean {
  if (at === 'off') return false
  const today = dayIn(now, timeZone)
  if (lastDigestAt !== null && dayIn(lastDigestAt, timeZone) >= today) return false
  return isWorkingDay(today, calendar) && minutesOf(clockTimeIn(now, timeZone)) >= minutesOf(at)
}
