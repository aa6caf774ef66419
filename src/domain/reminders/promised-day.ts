/** "We will send you the certificate by March 20": the day that somebody names for what we wait for. */
import { addDays, compareDays, type Day } from '../calendar/day.ts'
import { DATE, dayNamed } from './named-day.ts'

const WHO = "(?:we|i|they|it|this|that|(?:the|our|my|its|a) [a-z' -]{2,60}?)"
const WILL = "(?:'ll|’ll|\\s+(?:will|shall|should|expect|plan|hope|intend|aim|are going|am going))"
/** What is done with that which we wait for: "will expire" and "will need" name other days. */
const HANDS_IN =
  '(?:send|e-?mail|mail|fax|upload|return|provide|deliver|submit|forward|file|finish|complete|have|get|give|bring|supply|answer|respond|reply|sign|execute|follow|come|arrive|reach|be (?:with you|ready|done|there|sent|completed?|returned|submitted|signed|in your hands|on its way|able to))'
const BY = `\\b(?:by|on|before|until|no later than)\\s+(?:the\\s+)?(${DATE})`
const PROMISE = new RegExp(
  `(?:\\b${WHO}${WILL}\\b[^.?!\\n]{0,40}?\\b${HANDS_IN}\\b|\\bwe expect\\b|\\bwill follow\\b)[^.?!\\n]{0,120}?${BY}`,
  'gi',
)
/** Without it there is no promise, and it is sooner looked for. */
const BY_DAY = new RegExp(BY, 'i')

/** Nobody is waited for longer without a word. */
const MOST_DAYS = 30
const CHARACTERS = 8_000

export interface Promised {
  readonly day: Day
  /** The words that name it, from the beginning of their sentence. */
  readonly words: string
}

/** The latest of the days named; null: none is, or only days that are past. */
export function promisedIn(text: string, today: Day): Promised | null {
  const words = text.slice(0, CHARACTERS).replace(/[ \t]*\n(?!\n)[ \t]*/g, ' ')
  if (!BY_DAY.test(words)) return null
  const named = [...words.matchAll(PROMISE)].flatMap((found): readonly Promised[] => {
    const end = found.index + found[0].length
    if (/^[^.!\n]*\?/.test(words.slice(end))) return []
    const day = dayNamed(found[1] ?? '', today, found[0])
    const before = /[^.?!\n]*$/.exec(words.slice(0, found.index))?.[0] ?? ''
    return day === null || compareDays(day, today) <= 0 ? [] : [{ day, words: `${before}${found[0]}` }]
  })
  const last = named.sort((one, other) => compareDays(one.day, other.day)).at(-1)
  if (last === undefined) return null
  const most = addDays(today, MOST_DAYS)
  return compareDays(last.day, most) > 0 ? { ...last, day: most } : last
}

export function promisedDay(text: string, today: Day): Day | null {
  return promisedIn(text, today)?.day ?? null
}
