/**
 * A writer who wants no answer: "no reply needed", "this calls for no response", "please don't write back"; or none by a
 * machine. An answer all the same is one mail too many; silence where one is wanted is worse, so it has to be said of this
 * mail and of now, and what is as often said of other things counts only in a mail that asks for nothing.
 */
import { phrases } from '../understand/kind/phrases.ts'
import { askedIn } from './asks.ts'
import { NO_MACHINE } from './no-machine.ts'
import { saidOf } from './said.ts'
import { WAYS_TO_CLOSE, WAYS_TO_SAY_NO_ANSWER } from './ways-to-say.ts'

const NO_ANSWER_WANTED = phrases(...WAYS_TO_SAY_NO_ANSWER, Object.values(NO_MACHINE))
const CLOSED = phrases(WAYS_TO_CLOSE)

/** The words that say so; null: none do. `words`: the subject and the newest text, without accents (`letters`). */
export function noAnswerWanted(words: string): string | null {
  return saidOf(words, NO_ANSWER_WANTED) ?? (askedIn(words) === null ? saidOf(words, CLOSED) : null)
}
