/** "We will send you the certificate by March 20": the day that somebody names for what we wait for. */
import { addDays, compareDays, type Day } from '../calendar/day.ts'
import { DATE, dayNamed } from './named-day.ts'

const WHO = "(?:we|i|they|it|this|that|(?:the|our|my|its|a) [a-z' -]{2,60}?)"
const WILL = "(?:'ll|’ll|\\s+(?:will|shall|should|expect|plan|hope|intend|aim|are going|am going))"
/** What is done with that which we wait for: "will expire" and "will need" name other days. */
const HANDS_IN =
  '(?:send|e-?mail|mail|fax|upload|return|provide|deliver|submit|forward|file|finish|complete|have|get|give|bring|supply|answer|respond|reply|sign|execute|follow|come|arrive|reach|be (?:with you|ready|done|there|sent|completed?|returned|submitted|signed|in your hands|on its way|able to))'
const PROMISE = new RegExp(
  `(?:\\b${WHO}${WILL}\\b[^.?!\\n]{0,40}?\\b${HANDS_IN}\\b|\\bwe expect\\b|\\bwill follow\\b)[^.?!\\n]{0,120}?\\b(?:by|on|before|until|no later than)\\s+(?:the\\s+)?(${DATE})`,
  'gi',
)

/** Nobody is waited for longer without a word. */
const MOST_DAYS = 30
const CHARACTERS = 8_000

/** The latest of the days named; null: none is, or only days that are past. */
export function promisedDay(text: string, today: Day): Day | null {
  const words = text.slice(0, CHARACTERS).replace(/[ \t]*\n(?!\n)[ \t]*/g, ' ')
  const days = [...words.matchAll(PROMISE)]
    .filter((found) => !/^[^.!\n]*\?/.test(words.slice(found.index + found[0].length)))
    .map((found) => dayNamed(found[1] ?? '', today, found[0]))
    .filter((day) => day !== null)
    .filter((day) => compareDays(day, today) > 0)
  const last = days.sort(compareDays).at(-1)
  if (last === undefined) return null
  const most = addDays(today, MOST_DAYS)
  return compareDays(last, most) > 0 ? most : last
}
