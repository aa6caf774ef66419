/** "Sorry, make that April 20": another day than they named before, for the rest that they want or for what they promised. */
import { addDays, compareDays, type Day } from '../calendar/day.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { ReadMail } from '../mail.ts'
import { newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import { DATE, dayNamed } from './named-day.ts'
import { type Rest, restIn } from './rest-until.ts'

const MOVES = new RegExp(
  `\\b(?:(?:make|change|move|push|extend) (?:it|that|this|(?:the|that) (?:day|date|deadline))(?: out)?(?: be| to| until| till| by)?|(?:i|we) (?:meant|mean|should have (?:said|written))|(?:it|that) (?:should|must|will) (?:be|read|say|have been)|(?:better|rather) (?:make it|until|till|by))(?: until| till| by)?\\s+(?:the\\s+)?(${DATE})`,
  'i',
)
/** "Do not make that April 20." */
const DENIES = /(?:\bnot|\bnever|\bcannot|n't)(?: \w+)? $/i
const MOST_DAYS = 120

/** Null: it names no other day, or one that is past or far ahead. */
export function movedDay(mail: Pick<ReadMail, 'text'>, today: Day): Rest | null {
  const found = newestSentences(mail).flatMap((words): readonly Rest[] => {
    const said = MOVES.exec(words)
    const isSaid = said !== null && !words.trim().endsWith('?') && !DENIES.test(words.slice(0, said.index))
    const day = isSaid ? dayNamed(said[1] ?? '', today, said[0]) : null
    return day === null ? [] : [{ day, words, quote: quote(words, 0) }]
  })
  const [only, ...others] = found
  if (only === undefined || others.length > 0) return null
  return compareDays(only.day, today) > 0 && compareDays(only.day, addDays(today, MOST_DAYS)) <= 0 ? only : null
}

/** No reminders before a day: said now, or another day than that of a rest that is not over. */
export function restWanted(
  mail: Pick<ReadMail, 'text'>,
  today: Day,
  cases: readonly Pick<CaseFile, 'chase'>[],
  now: number,
): Rest | null {
  const rests = cases.some(({ chase }) => chase?.rest !== undefined && (chase.pausedUntil ?? 0) > now)
  return restIn(mail, today) ?? (rests ? movedDay(mail, today) : null)
}
