/** Days as people write them. A day without a year is the one nearest to today; two readings are none. */

export type SaidDay = { readonly day: string } | { readonly problem: string }

const MONTHS = [
  ...['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october'],
  ...['november', 'december'],
] as const

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'

const OF_MONTH = '\\d{1,2}(?:st|nd|rd|th)?'

/** A day that is written out with its year; `dayOf` reads it. Source of a pattern that does not mind small and capital letters. */
export const DAY_WITH_YEAR = `(?:\\d{4}-\\d{1,2}-\\d{1,2}|\\d{1,2}/\\d{1,2}/\\d{4}|${MONTH} ${OF_MONTH},? \\d{4}|${OF_MONTH}(?: of)? ${MONTH},? \\d{4})`

/** Everything that looks as if it was meant to be a day; what it says is another question. */
export const DAY_PATTERN = `(?:${DAY_WITH_YEAR}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?|\\d{1,2}\\.\\d{1,2}\\.\\d{2,4}|${MONTH} ${OF_MONTH}|${OF_MONTH}(?: of)? ${MONTH}|today|yesterday|tomorrow|now|(?:last |this |next )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|last (?:week|month)|next (?:week|month))`

const ADVICE = 'write the day as 2026-03-05'

export function dayOf(text: string, today: string): SaidDay {
  const said = text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.,]+$/, '')
    .trim()
  if (said === 'today' || said === 'now') return { day: today }
  if (said === 'yesterday') return { day: plusDays(today, -1) }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(said)
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]), text)
  const us = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}|\d{2}))?$/.exec(said)
  if (us) return inYear(us[3], Number(us[1]), Number(us[2]), text, today)
  const first = new RegExp(`^(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?$`).exec(said)
  if (first) return inYear(first[3], monthOf(first[1] ?? ''), Number(first[2]), text, today)
  const second = new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})(?:,? (\\d{4}))?$`).exec(said)
  if (second) return inYear(second[3], monthOf(second[2] ?? ''), Number(second[1]), text, today)
  return { problem: `"${text.trim()}" can be read as more than one day: ${ADVICE}` }
}

/** A day some days later; pure arithmetic on the calendar. */
export function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Days from one day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** Whether a text is a day of the calendar in the form `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && exists(Number(match[1]), Number(match[2]), Number(match[3]))
}

function inYear(year: string | undefined, month: number, day: number, text: string, today: string): SaidDay {
  if (year !== undefined) return real(year.length === 2 ? 2000 + Number(year) : Number(year), month, day, text)
  const now = Number(today.slice(0, 4))
  const [nearest] = [now - 1, now, now + 1]
    .filter((one) => exists(one, month, day))
    .map((one) => iso(one, month, day))
    .sort((a, b) => Math.abs(daysBetween(today, a)) - Math.abs(daysBetween(today, b)))
  return nearest === undefined ? noSuchDay(text) : { day: nearest }
}

function real(year: number, month: number, day: number, text: string): SaidDay {
  return exists(year, month, day) ? { day: iso(year, month, day) } : noSuchDay(text)
}

function noSuchDay(text: string): SaidDay {
  return { problem: `there is no day "${text.trim()}": ${ADVICE}` }
}

function exists(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function iso(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function monthOf(word: string): number {
  return 1 + MONTHS.findIndex((month) => month.startsWith(word.slice(0, 3)))
}
