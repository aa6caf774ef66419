/** "Please stop reminding us until April 10": a wish for quiet that ends by itself. Without a day a person decides. */
import { addDays, compareDays, type Day } from '../calendar/day.ts'
import type { ReadMail } from '../mail.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import { DATE, dayNamed } from './named-day.ts'

export interface Rest {
  /** The first day on which a reminder may go out again. */
  readonly day: Day
  /** The sentence that says it, and as it may be shown. */
  readonly words: string
  readonly quote: string
}

const QUIET =
  /\b(?:stop|cease|discontinue|quit|no (?:more|further)?|pause|suspend|hold(?: off)?(?: on)?|refrain from|(?:do not|don't|no need to) (?:send|keep|continue)?)\b[^.?!]{0,40}\b(?:remind\w*|chas(?:e|ing|ers?)|follow(?:ing)?[ -]?ups?|asking|pressing|automated (?:e-?mails?|mails?|letters|messages))\b|\b(?:put|place\w*|is|are|keep|remain\w*)\b[^.?!]{0,40}\bon hold\b/i
/** From the named day on: "until April 10". "After" it means the day behind it. */
const UNTIL = new RegExp(`\\b(until|till|before|prior to|through|after)\\s+(?:the\\s+)?(${DATE})`, 'gi')
const DAY_BEHIND = /^(?:through|after)$/i

/** Whoever wants longer quiet is asked by a person what becomes of it. */
const MOST_DAYS = 120

/** The latest of the days; null: none is named, it is past, or it lies too far ahead. */
export function restIn(mail: Pick<ReadMail, 'text'>, today: Day): Rest | null {
  const named = newestSentences(mail).flatMap((words) => {
    if (!QUIET.test(words) || words.trim().endsWith('?')) return []
    return [...words.matchAll(UNTIL)].flatMap((found): readonly Rest[] => {
      const said = dayNamed(found[2] ?? '', today, found[0])
      const day = said === null ? null : DAY_BEHIND.test(found[1] ?? '') ? addDays(said, 1) : said
      return day === null ? [] : [{ day, words, quote: quote(words, 0) }]
    })
  })
  const last = named.sort((one, other) => compareDays(one.day, other.day)).at(-1)
  if (last === undefined || compareDays(last.day, today) <= 0) return null
  return compareDays(last.day, addDays(today, MOST_DAYS)) > 0 ? null : last
}

/** The sentences that say something else than the wish and courtesies. */
export function restWithout(mail: Pick<ReadMail, 'text'>, { words }: Rest): readonly string[] {
  return newestSentences(mail).filter((sentence) => sentence !== words && !COURTESY.test(sentence.trim()))
}

const COURTESY =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b.{0,40}|(?:many |much |ok,? )?(?:thanks|thank you)\b.{0,60}|(?:kind|best|warm|many)? ?(?:regards|wishes)[,.]?|\p{Lu}[\p{L}'-]{0,20}(?: \p{Lu}\.?[\p{L}'-]{0,20}){0,2}[,.]?)$/iu
