/** Working days ("business days" in the rules): Monday to Friday without the observed holidays of a calendar. */
import { addDays, type Day, weekdayIndex } from './day.ts'
import { type HolidayCalendar, US_FEDERAL } from './holidays.ts'

export function isWorkingDay(day: Day, calendar: HolidayCalendar = US_FEDERAL): boolean {
  return weekdayIndex(day) < 5 && calendar.holidayOn(day) === null
}

/** The first working day after a day, which itself does not count. */
export function nextWorkingDay(day: Day, calendar: HolidayCalendar = US_FEDERAL): Day {
  return addWorkingDays(day, 1, calendar)
}

/** A day when it is a working day, else the last working day before it. */
export function workingDayUpTo(day: Day, calendar: HolidayCalendar = US_FEDERAL): Day {
  return isWorkingDay(day, calendar) ? day : addWorkingDays(day, -1, calendar)
}

/**
 * The n-th working day after a day (before it when `count` is negative). The day itself is day 0, working or not; with
 * `count` 0 it comes back unchanged.
 */
export function addWorkingDays(day: Day, count: number, calendar: HolidayCalendar = US_FEDERAL): Day {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number: ${count}`)
  let at = day
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, Math.sign(count))
    if (isWorkingDay(at, calendar)) left -= 1
  }
  return at
}
