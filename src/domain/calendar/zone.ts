/** Instants and civil days in a zone. The rules of the zones are those of the runtime (IANA, by Intl). */
import { type Day, isDay } from './day.ts'

/** `HH:MM` on a clock of 24 hours; `24:00` is the midnight that ends the day. */
export type ClockTime = string

const HOUR_MS = 3_600_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** The civil day in a zone at an instant (milliseconds since the epoch). */
export function dayIn(ms: number, timeZone: string): Day {
  return new Date(wallMs(ms, timeZone)).toISOString().replace(/T.*$/, '')
}

/** The time of day in a zone, as `HH:MM`. */
export function clockTimeIn(ms: number, timeZone: string): ClockTime {
  return new Date(wallMs(ms, timeZone)).toISOString().slice(11, 16)
}

/**
 * The instant at which a zone's clocks show a time on a day, in milliseconds since the epoch. As in RFC 5545 3.3.5, a
 * time that comes twice (clocks put back) is the first of the two, and a time that is skipped (clocks put forward) is
 * read with the offset from before: 02:30 becomes 03:30.
 */
export function instantOf(day: Day, time: ClockTime, timeZone: string): number {
  const wall = wallOf(day, time)
  const before = offset(wall - 24 * HOUR_MS, timeZone)
  const after = offset(wall + 24 * HOUR_MS, timeZone)
  const candidates = [wall - before, wall - after].sort((a, b) => a - b)
  return candidates.find((ms) => wallMs(ms, timeZone) === wall) ?? wall - before
}

/** Minutes since midnight of a clock time, 0 to 1440; throws a RangeError for a text that is none. */
export function minutesOf(time: ClockTime): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$|^(24):(00)$/.exec(time)
  if (match === null) throw new RangeError(`not a time of day: ${JSON.stringify(time)}`)
  return Number(match[1] ?? match[3]) * 60 + Number(match[2] ?? match[4])
}

function wallOf(day: Day, time: ClockTime): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${JSON.stringify(day)}`)
  return Date.parse(`${day}T00:00:00Z`) + minutesOf(time) * 60_000
}

function offset(ms: number, timeZone: string): number {
  return wallMs(ms, timeZone) - ms
}

/** The offsets of zones at full hours, in milliseconds: to ask the runtime takes longer than all else about a moment. */
const offsets = new Map<string, Map<number, number>>()
/** Hours kept of a zone: those of a few hundred cases and their clocks. */
const MOST_HOURS = 5_000

/** What a zone's clocks show at an instant, written as if the zone were UTC. Rounded down to the second. */
function wallMs(ms: number, timeZone: string): number {
  const hour = Math.floor(ms / HOUR_MS)
  const offset = hourlyOffset(hour, timeZone)
  // Clocks are not always changed at a full hour; within one they never are twice.
  if (offset !== hourlyOffset(hour + 1, timeZone)) return askedWallMs(ms, timeZone)
  return Math.floor(ms / 1000) * 1000 + offset
}

function hourlyOffset(hour: number, timeZone: string): number {
  const known = offsets.get(timeZone) ?? new Map<number, number>()
  offsets.set(timeZone, known)
  const kept = known.get(hour)
  if (kept !== undefined) return kept
  const offset = askedWallMs(hour * HOUR_MS, timeZone) - hour * HOUR_MS
  if (known.size >= MOST_HOURS) known.clear()
  known.set(hour, offset)
  return offset
}

function askedWallMs(ms: number, timeZone: string): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(ms)) part[type] = value
  const { year = '', month, day, hour, minute, second } = part
  return Date.parse(`${year.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known !== undefined) return known
  const two = '2-digit'
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
  })
  formats.set(timeZone, format)
  return format
}

/** The calendar year of a moment in a zone. */
export function yearIn(ms: number, timeZone: string): number {
  return Number(dayIn(ms, timeZone).slice(0, 4))
}
