/**
 * The public holidays of the United States, by rule, so that no feed can surprise us. 5 U.S.C. 6103(a) names the days;
 * 6103(b) and Executive Order 11582 move one that falls on a Saturday to the Friday before and one on a Sunday to the
 * Monday after. Inauguration Day (6103(c), only around Washington) and days off by executive order are not in it, nor
 * are the holidays of the states.
 */
import { addDays, type Day, type Weekday, weekdayOf } from './day.ts'

/** Names the holidays and the days on which they are observed; a deadline records the version it was reckoned with. */
export interface HolidayCalendar {
  readonly version: string
  /** The holiday that is observed on a day, or null. */
  readonly holidayOn: (day: Day) => string | null
}

/** On a date of the year, `MM-DD`, in law since a year. */
interface FixedHoliday {
  readonly name: string
  readonly date: string
  readonly since: number
}

/** On a weekday of a month: the 1st, 2nd, … or the last one, in law since a year. */
interface FloatingHoliday {
  readonly name: string
  readonly month: string
  readonly weekday: Weekday
  readonly which: 1 | 2 | 3 | 4 | 'last'
  readonly since: number
}

/** The years are right from 1978, when Veterans Day had returned to November. */
const FIXED: readonly FixedHoliday[] = [
  { name: "New Year's Day", date: '01-01', since: 1870 },
  { name: 'Juneteenth', date: '06-19', since: 2021 },
  { name: 'Independence Day', date: '07-04', since: 1870 },
  { name: 'Veterans Day', date: '11-11', since: 1978 },
  { name: 'Christmas Day', date: '12-25', since: 1870 },
]

const FLOATING: readonly FloatingHoliday[] = [
  { name: 'Birthday of Martin Luther King, Jr.', month: '01', weekday: 'Monday', which: 3, since: 1986 },
  { name: "Washington's Birthday", month: '02', weekday: 'Monday', which: 3, since: 1971 },
  { name: 'Memorial Day', month: '05', weekday: 'Monday', which: 'last', since: 1971 },
  { name: 'Labor Day', month: '09', weekday: 'Monday', which: 1, since: 1894 },
  { name: 'Columbus Day', month: '10', weekday: 'Monday', which: 2, since: 1971 },
  { name: 'Thanksgiving Day', month: '11', weekday: 'Thursday', which: 4, since: 1942 },
]

/** The version is the last change of the law and the revision of this table. */
export const US_FEDERAL: HolidayCalendar = { version: 'us-federal-2021.1', holidayOn: federalHolidayOn }

function federalHolidayOn(day: Day): string | null {
  const weekday = weekdayOf(day)
  if (weekday === 'Saturday' || weekday === 'Sunday') return null
  const moved =
    weekday === 'Friday' ? fixedOn(addDays(day, 1)) : weekday === 'Monday' ? fixedOn(addDays(day, -1)) : null
  return fixedOn(day) ?? floatingOn(day, weekday) ?? (moved === null ? null : `${moved} (observed)`)
}

function fixedOn(day: Day): string | null {
  const holiday = FIXED.find(({ date, since }) => day.endsWith(date) && yearOf(day) >= since)
  return holiday?.name ?? null
}

function floatingOn(day: Day, weekday: Weekday): string | null {
  const holiday = FLOATING.find(
    (one) =>
      one.weekday === weekday && day.slice(5, 7) === one.month && yearOf(day) >= one.since && isThe(one.which, day),
  )
  return holiday?.name ?? null
}

/** Is it the n-th (or the last) of its weekday in its month? */
function isThe(which: FloatingHoliday['which'], day: Day): boolean {
  if (which === 'last') return addDays(day, 7).slice(5, 7) !== day.slice(5, 7)
  return Math.ceil(Number(day.slice(8)) / 7) === which
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
