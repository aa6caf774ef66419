/**
 * Civil days without a time or a zone. Deadlines of the law count whole days, so they are reckoned with days only and
 * never with hours: no change of the clocks can move them.
 */

/** `YYYY-MM-DD` in the Gregorian calendar, years 0000 to 9999. Sorts as text. */
export type Day = string

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

const DAY_MS = 86_400_000
/** 1 January 1970 was a Thursday; this many days earlier was a Monday. */
const MONDAY_SHIFT = 3

/** A text that names a day that exists; 29 February only in leap years. */
export function isDay(text: string): text is Day {
  const ms = utc(text)
  return !Number.isNaN(ms) && isoDay(ms) === text
}

/** The day `days` (whole, may be negative) after a day: day 0 is the day itself. */
export function addDays(day: Day, days: number): Day {
  return dayAt(serial(day) + whole(days))
}

/**
 * The same day of the month `months` (whole, may be negative) calendar months later; the last day of the month where
 * that month is too short (31 May and nine months is 28 or 29 February). Domain 4.2: nine months are not 270 days.
 */
export function addMonths(day: Day, months: number): Day {
  serial(day)
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const count = year * 12 + (month - 1) + whole(months)
  const [toYear, toMonth] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1]
  return checked(iso(toYear, toMonth, Math.min(date, lastDate(toYear, toMonth))))
}

/** Days from one day to another; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return serial(to) - serial(from)
}

export function weekdayOf(day: Day): Weekday {
  return WEEKDAYS[weekdayIndex(day)] as Weekday
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayIndex(day: Day): number {
  return (((serial(day) + MONDAY_SHIFT) % 7) + 7) % 7
}

/** For sorting: negative when `a` comes first, 0 for the same day. */
export function compareDays(a: Day, b: Day): number {
  return daysBetween(b, a)
}

/** The first of some days, or null without any. */
export function earliest(days: readonly Day[]): Day | null {
  return [...days].sort(compareDays)[0] ?? null
}

/** `2001-10-14 (Sunday)`, for lines that a person reads. */
export function spoken(day: Day): string {
  return `${day} (${weekdayOf(day)})`
}

/** Days since 1 January 1970. Throws a RangeError for a text that is no day. */
function serial(day: Day): number {
  return utc(checked(day)) / DAY_MS
}

function dayAt(days: number): Day {
  return checked(isoDay(days * DAY_MS))
}

/** Milliseconds since the epoch of a day's midnight in UTC; NaN when it is not written as a day. */
function utc(text: string): number {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
}

function isoDay(ms: number): string {
  const date = new Date(ms)
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().replace(/T.*$/, '')
}

function iso(year: number, month: number, date: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

function lastDate(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function checked(day: string): Day {
  if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`)
  return day
}

function whole(count: number): number {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number: ${count}`)
  return count
}
