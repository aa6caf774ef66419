/** Days as people write them in a mail: `March 3`, `Monday 16 March 2026`, `3/15`, `2026-03-16`, `Monday`, `tomorrow`. */
import { addDays, type Day, daysBetween, isDay, WEEKDAYS, weekdayIndex } from '../calendar/day.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)\\b\\.?'
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thurs?|fri|sat|sun)\\b\\.?'
const NUMBER = '\\d{1,2}(?:st|nd|rd|th)?\\b'
const YEAR = '(?:,? \\d{4}\\b)?'

/** A pattern without groups, for patterns around it; a weekday before a date is read over (domain T13). */
export const DATE = `(?:(?:(?:${WEEKDAY}),? (?:the )?)?(?:${[
  '\\d{4}-\\d{2}-\\d{2}\\b',
  `${MONTH} (?:the )?${NUMBER}${YEAR}`,
  `${NUMBER}(?: of)? ${MONTH}${YEAR}`,
  '\\d{1,2}/\\d{1,2}(?:/\\d{4}|/\\d{2})?\\b',
  '\\d{1,2}\\.\\d{1,2}\\.\\d{4}\\b',
].join('|')})|(?:next )?(?:${WEEKDAY})|tomorrow\\b|next week\\b)`

/** A day without a year is the next one; one that lies further ahead than this was meant to be in the past. */
const NEAR = 180
const FAR = 366

/** `before`: the words around, from which a range's second day may take its month (`March 3 - 10`). */
export function dayNamed(words: string, today: Day, before: string): Day | null {
  const lower = words.toLowerCase()
  if (/^\d{1,2}$/.test(lower))
    return dayNamed(before.replace(/\d{1,2}(?:st|nd|rd|th)? ?\D{1,9}(?=\d{1,2}$)/, ''), today, '')
  if (lower.startsWith('tomorrow')) return addDays(today, 1)
  if (lower.startsWith('next week')) return addDays(today, 7 - weekdayIndex(today))
  return numbered(lower, today) ?? worded(lower, today) ?? (/\d/.test(lower) ? null : weekday(lower, today))
}

function numbered(words: string, today: Day): Day | null {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(words)?.[0]
  if (iso !== undefined) return isDay(iso) ? near(iso, today) : null
  const dots = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(words)
  if (dots) return day(dots[3], Number(dots[2]), Number(dots[1]), today)
  const slashes = /(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?/.exec(words)
  if (!slashes) return null
  const [one, two] = [Number(slashes[1]), Number(slashes[2])]
  // The American order, unless it names no month.
  return one > 12 ? day(slashes[3], two, one, today) : day(slashes[3], one, two, today)
}

function worded(words: string, today: Day): Day | null {
  const date = /\b(\d{1,2})(?!\d)/.exec(words)?.[1]
  const month = MONTHS.findIndex((name) => new RegExp(`\\b${name}`).test(words.replace(new RegExp(WEEKDAY, 'g'), '')))
  if (date === undefined || month < 0) return null
  return day(/\b\d{4}\b/.exec(words)?.[0], month + 1, Number(date), today)
}

function weekday(words: string, today: Day): Day | null {
  const index = WEEKDAYS.findIndex((name) => words.replace('next ', '').startsWith(name.toLowerCase().slice(0, 3)))
  if (index < 0) return null
  return addDays(today, ((index - weekdayIndex(today) + 6) % 7) + 1)
}

function day(year: string | undefined, month: number, date: number, today: Day): Day | null {
  const iso = (full: number) => `${full}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
  if (year !== undefined) return near(iso(year.length === 2 ? 2000 + Number(year) : Number(year)), today)
  const thisYear = Number(today.slice(0, 4))
  const next = [iso(thisYear), iso(thisYear + 1)].find((one) => isDay(one) && daysBetween(today, one) >= 0)
  return next !== undefined && daysBetween(today, next) <= NEAR ? next : null
}

function near(iso: string, today: Day): Day | null {
  return isDay(iso) && Math.abs(daysBetween(today, iso)) <= FAR ? iso : null
}
