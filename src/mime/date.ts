/** The Date field (RFC 5322 3.3 with the obsolete forms of 4.3, and ISO 8601 as some programs write it). */

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Hours east of UTC, RFC 5322 4.3. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}

const RFC =
  /\b(\d{1,2})[ -]+(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[ -]+(\d{2,4})[ ,]+(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s*([+-]\d{4}|[a-z]{1,4})?/i
const ISO = /\b(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*(Z|[+-]\d{2}:?\d{2})?/i

/** ISO 8601 in UTC, or null when no date can be read. A missing or unknown zone counts as UTC (RFC 5322 4.3). */
export function readDate(value: string): string | null {
  const text = value.slice(0, 200)
  const rfc = RFC.exec(text)
  if (rfc) {
    const [, day, month, year, hour, minute, second, zone] = rfc
    const monthIndex = MONTHS.indexOf(month!.toLowerCase())
    return toIso(fullYear(year!), monthIndex, Number(day), [hour, minute, second], zone)
  }
  const iso = ISO.exec(text)
  if (!iso) return null
  const [, year, month, day, hour, minute, second, zone] = iso
  return toIso(Number(year), Number(month) - 1, Number(day), [hour, minute, second], zone)
}

function toIso(
  year: number,
  month: number,
  day: number,
  time: readonly (string | undefined)[],
  zone: string | undefined,
): string | null {
  const [hour = 0, minute = 0, second = 0] = time.map((part) => Number(part ?? 0))
  const isValid = year >= 1970 && month <= 11 && day >= 1 && day <= 31 && hour <= 24 && minute <= 59 && second <= 60
  if (!isValid || month < 0) return null
  const at = Date.UTC(year, month, day, hour, minute, Math.min(second, 59)) - offsetMinutes(zone) * 60_000
  return new Date(at).toISOString()
}

function offsetMinutes(zone: string | undefined): number {
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (!digits) return (ZONES[(zone ?? '').toLowerCase()] ?? 0) * 60
  const minutes = Number(digits[2]) * 60 + Number(digits[3])
  return minutes > 24 * 60 ? 0 : digits[1] === '-' ? -minutes : minutes
}

/** RFC 5322 4.3: two digits below 50 are 20xx, three digits count from 1900. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length === 2) return year + (year < 50 ? 2000 : 1900)
  return text.length === 3 ? year + 1900 : year
}
