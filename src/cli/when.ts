/** Moments for people: always in the zone whose calendar counts (INTAGREE_TZ), and always with its name. */
import { clockTimeIn, dayIn } from '../domain/calendar/zone.ts'

/** `2026-03-05 14:02 MST`; the exact moment stands in `--json`. Null stays null. */
export interface When {
  (at: Date): string
  (at: Date | null): string | null
}

export function whenIn(timeZone: string): When {
  const zone = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' })
  function when(at: Date): string
  function when(at: Date | null): string | null
  function when(at: Date | null): string | null {
    if (at === null) return null
    const name = zone.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
    return `${dayIn(at.getTime(), timeZone)} ${clockTimeIn(at.getTime(), timeZone)} ${name}`
  }
  return when
}
