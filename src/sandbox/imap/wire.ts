/** How values look in responses (RFC 3501 9). Text is Latin-1: one character per byte. */
import type { Flags } from '../store/flags.ts'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** A string or NIL. What cannot be quoted becomes a literal. */
export function nstring(text: string | null): string {
  if (text === null) return 'NIL'
  if (/^[\x20-\x7e\t]*$/.test(text) && text.length < 1000) return `"${text.replace(/[\\"]/g, '\\$&')}"`
  const safe = text.replaceAll('\0', '')
  return `{${safe.length}}\r\n${safe}`
}

export function flagList(flags: Flags): string {
  return `(${[...flags].join(' ')})`
}

/** `"01-Feb-2025 03:04:05 +0000"` */
export function dateTime(at: number): string {
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  const day = `${two(date.getUTCDate())}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()}`
  return `"${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000"`
}

/** Reads a date-time of APPEND. */
export function readDateTime(text: string): Date | null {
  const match = /^ ?(\d{1,2}-[A-Za-z]{3}-\d{4}) (\d{2}):(\d{2}):(\d{2}) ([+-])(\d{2})(\d{2})$/.exec(text)
  const day = readDay(match?.[1] ?? '')
  if (!match || day === null) return null
  const [, , hour, minute, second, sign, zoneHour, zoneMinute] = match
  const offset = (Number(zoneHour) * 60 + Number(zoneMinute)) * (sign === '-' ? -1 : 1)
  return new Date(day + ((Number(hour) * 60 + Number(minute) - offset) * 60 + Number(second)) * 1000)
}

/** Reads a date of SEARCH, e.g. `1-Feb-2025`: the beginning of that day in UTC, in milliseconds since 1970. */
export function readDay(text: string): number | null {
  const match = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text)
  return match ? dayOf(match[3] ?? '', match[2] ?? '', match[1] ?? '') : null
}

/** The calendar day of a Date field as it is written there, whatever its zone (RFC 3501 6.4.4 SENTON). */
export function readDateField(value: string): number | null {
  const match = /(\d{1,2})\s+([A-Za-z]{3})[a-z]*\s+(\d{4})/.exec(value)
  return match ? dayOf(match[3] ?? '', match[2] ?? '', match[1] ?? '') : null
}

function dayOf(year: string, month: string, day: string): number | null {
  const index = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase())
  return index < 0 ? null : Date.UTC(Number(year), index, Number(day))
}

/** `1:3,7` for ascending numbers. */
export function numberSet(numbers: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const number of numbers) {
    const last = ranges.at(-1)
    if (last && last[1] + 1 === number) last[1] = number
    else ranges.push([number, number])
  }
  return ranges.map(([from, to]) => (from === to ? String(from) : `${from}:${to}`)).join(',')
}
