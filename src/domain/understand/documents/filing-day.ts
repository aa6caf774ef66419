/**
 * The day on which an agreement was filed with its commission, as the papers of the filing say: the stamp of the commission,
 * words ("was filed on March 3"), or the date of the cover letter that filed it. Such days are typed by hand (T13): whoever
 * uses one looks whether it can be.
 */
import { DAY_PATTERN, DAY_WITH_YEAR, dayOf } from '../../orders/days.ts'
import type { Filing } from './filing.ts'

export interface FilingDay {
  /** `YYYY-MM-DD`. */
  readonly day: string
  /** The words that say it. */
  readonly quote: string
}

/** Where a letter has its stamp and its date. */
const TOP = 900
const STAMP = /\b(?:received|filed)\b[\s:.,-]{1,6}(\d{4})[ ]+([a-z]{3,9})\.?[ ]*-?[ ]*(\d{1,2})\b/i
const STAMPED = new RegExp(
  `\\b(?:received|filed|date filed|filing date|date of filing)\\b[\\s:.,-]{1,6}(${DAY_WITH_YEAR})`,
  'i',
)
const FILED_ON = new RegExp(
  `\\b(?:filed|submitted|lodged|e-?filed)\\b(?! for)[^.;?\\n]{0,80}?\\b(?:on|dated|as of)\\s+(${DAY_PATTERN})`,
  'i',
)
const ON_FILED = new RegExp(
  `\\bon\\s+(${DAY_WITH_YEAR}),?\\s[^.;?\\n]{0,90}?\\b(?:filed|submitted|lodged|e-?filed)\\b`,
  'i',
)
const DATED = new RegExp(`^[ \\t]*(?:date[d:]*[ \\t]*)?(${DAY_WITH_YEAR})[ \\t]*$`, 'im')
/** What will be, or was to be, has not happened. */
const NOT_YET =
  /\b(?:will|shall|to|must|should|may|can|not|be|before|until|if|when)\s+(?:be\s+)?(?:e-?)?(?:filed|submitted|lodged)\b/i

/** In a paper of the filing itself. `today`: the day on which it came. */
export function dayInPaper(text: string, { sort }: Pick<Filing, 'sort'>, today: string): FilingDay | null {
  const top = text.slice(0, TOP)
  const stamp = STAMP.exec(top)
  const stamped = stamp === null ? null : read(stamp[0], `${stamp[2]} ${stamp[3]}, ${stamp[1]}`, today)
  if (stamped !== null) return stamped
  return (
    found(STAMPED, top, today) ??
    dayInWords(text.slice(0, 3_000), today) ??
    (sort === 'cover-letter' ? found(DATED, beforeGreeting(top), today) : null)
  )
}

/** In words about it: "the agreement was filed on March 3". */
export function dayInWords(text: string, today: string): FilingDay | null {
  for (const sentence of text.split(/(?<=[.;?!])\s+(?=[A-Z])|\n\s*\n/)) {
    const line = sentence.replace(/\s+/g, ' ')
    if (NOT_YET.test(line)) continue
    const said = found(FILED_ON, line, today) ?? found(ON_FILED, line, today)
    if (said !== null) return said
  }
  return null
}

/** The date of a letter stands above its greeting and what it is about. */
function beforeGreeting(top: string): string {
  const end = top.search(/^[ \t]*(?:dear\b|re:)/im)
  return end < 0 ? top : top.slice(0, end)
}

function found(pattern: RegExp, text: string, today: string): FilingDay | null {
  const match = pattern.exec(text)
  return match === null ? null : read(match[0], match[1] ?? '', today)
}

function read(quote: string, words: string, today: string): FilingDay | null {
  const day = dayOf(words, today)
  return 'day' in day ? { day: day.day, quote: quote.replace(/\s+/g, ' ').trim() } : null
}
