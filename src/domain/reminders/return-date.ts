/** The return date of an absence note. Its words are guesses at best, so what is odd or long past counts as not told. */
import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import { DATE, dayNamed } from './named-day.ts'

/** Notes are short; what follows is quoted. */
const LONGEST = 4000
/** Words between the cue and the date; no digit and no end of a sentence. */
const GAP = '[^.;!?\\d]{0,40}?'

/** From the surest wording down. `inclusive`: the day named is still a day of absence. */
const WORDINGS: readonly { readonly words: RegExp; readonly inclusive: boolean }[] = [
  {
    words: cue(
      '\\b(?:back(?! to (?:you|my|your))|return(?:s|ing)?|(?:available|reachable|in the office) (?:again|from))',
    ),
    inclusive: false,
  },
  { words: cue('\\b(?:through|thru|up to and including)', '[^.;!?\\d]{0,20}?'), inclusive: true },
  { words: new RegExp(`${DATE} ?(?:-|–|—|to|through|thru|until) ?(${DATE}|\\d{1,2}\\b)`, 'gi'), inclusive: true },
  { words: cue('\\b(?:until|till|til)', '[^.;!?\\d]{0,20}?'), inclusive: false },
  { words: cue('\\b(?:out of (?:the )?office|away|on leave|on vacation) (?:on )?', '(?:today,? )?'), inclusive: true },
]

function cue(words: string, gap: string = GAP): RegExp {
  return new RegExp(`${words}${gap}(?<![\\w/-])(${DATE})`, 'gi')
}

/** The day on which an absence note says that its writer is back; null when it does not say, or it is no use. */
export function returnDateIn(text: string, today: Day): Day | null {
  const flat = text.slice(0, LONGEST).replace(/\s+/g, ' ')
  for (const { words, inclusive } of WORDINGS) {
    for (const match of flat.matchAll(words)) {
      const day = dayNamed(match[1] ?? '', today, match[0])
      if (day === null) continue
      const back = inclusive ? addDays(day, 1) : day
      if (daysBetween(today, back) >= 0) return back
    }
  }
  return null
}
