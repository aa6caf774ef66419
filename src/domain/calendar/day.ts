/**
 * Civil days without a time or a zone. Deadlines of the law count whole days, so they are reckoned with days only and
 * never with hours: no change of the clocks can move them.
 */

/** `YYYY-MM-DD` in the Gregorian calendar, years 1000 to 9999. Sorts as text. */
export type Day = string

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const
export type Weekday = (typeof WEEKDAYS)[number]

const DAY_MS = 86_400_000
/** 1 January 1970 was a Thursday; this many days earlier was a Monday. */
const MONDAY_SHIFT = 3

/** A text that names a day that exists; 29 February only in leap years. */
export function isDay(text: string): text is Day {
  return partsOf(text) !== null
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
  const [year, month, date] = checkedParts(day)
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

/** A clock asks for the same few days again and again. */
const serials = new Map<Day, number>()
/** Those of a few hundred cases and their clocks. */
const MOST_SERIALS = 5_000

/** Days since 1 January 1970. Throws a RangeError for a text that is no day. */
function serial(day: Day): number {
  const known = serials.get(day)
  if (known !== undefined) return known
  const [year, month, date] = checkedParts(day)
  const days = Date.UTC(year, month - 1, date) / DAY_MS
  if (serials.size >= MOST_SERIALS) serials.clear()
  serials.set(day, days)
  return days
}

function dayAt(days: number): Day {
  const date = new Date(days * DAY_MS)
  return checked(iso(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()))
}

type Parts = readonly [year: number, month: number, date: number]

/** Year, month and date of a day that exists, else null. */
function partsOf(text: string): Parts | null {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return null
  const [year, month, date] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))]
  const exists = month >= 1 && month <= 12 && date >= 1 && date <= lastDate(year, month)
  return exists ? [year, month, date] : null
}

function checkedParts(day: Day): Parts {
  const parts = partsOf(day)
  if (parts === null) throw new RangeError(`not a day: ${JSON.stringify(day)}`)
  return parts
}

function checked(day: string): Day {
  checkedParts(day)
  return day
}

function iso(year: number, month: number, date: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0')
}

function lastDate(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function whole(count: number): number {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number: ${count}`)
  return count
}

/** `in 10 days`, `today`, `3 days ago`. */
export function daysInWords(left: number): string {
  if (left === 0) return 'today'
  const days = `${Math.abs(left)} day${Math.abs(left) === 1 ? '' : 's'}`
  return left > 0 ? `in ${days}` : `${days} ago`
}
