import { z } from 'zod'

/** A recorded point in time and the zone whose calendar counts: what `wordedMoment` puts into words. */
export const moment = z
  .strictObject({ at: z.iso.datetime(), timeZone: z.string().refine(isTimeZone, 'must be an IANA time zone') })
  .transform(({ at, timeZone }) => wordedMoment(new Date(at), timeZone))

/** `Thursday, March 5, 2026, at 2:02 PM MST (America/Denver)`: never a date without its zone. */
export function wordedMoment(at: Date, timeZone: string): string {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  // Put together by hand, for the spaces and commas between the parts differ between versions of ICU.
  const day = `${parts.get('weekday')}, ${parts.get('month')} ${parts.get('day')}, ${parts.get('year')}`
  const time = `${parts.get('hour')}:${parts.get('minute')} ${parts.get('dayPeriod')} ${parts.get('timeZoneName')}`
  return `${day}, at ${time} (${timeZone})`
}

function isTimeZone(name: string): boolean {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

/** Making a format costs more than all the rest of a reply's wording, and there are few zones. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Throws a RangeError when there is no such zone. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    hour12: true,
    timeZoneName: 'short',
  })
  formats.set(timeZone, format)
  return format
}
