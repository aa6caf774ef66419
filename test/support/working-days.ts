/** Working days counted one by one: what the calendar adds is checked against it. */
import { addDays, type Day, daysBetween } from '../../src/domain/calendar/day.ts'
import { type HolidayCalendar, US_FEDERAL } from '../../src/domain/calendar/holidays.ts'
import { isWorkingDay } from '../../src/domain/calendar/working-days.ts'

/**
 * How many working days lie after `from` up to and including `to`; negative, and counted from `to` up to before `from`,
 * when `to` comes first. It is the inverse of addWorkingDays.
 */
export function workingDaysBetween(from: Day, to: Day, calendar: HolidayCalendar = US_FEDERAL): number {
  const step = Math.sign(daysBetween(from, to))
  let count = 0
  for (let at = from; at !== to; ) {
    at = addDays(at, step)
    if (isWorkingDay(at, calendar)) count += step
  }
  return count
}
