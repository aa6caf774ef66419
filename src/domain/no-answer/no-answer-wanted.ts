/**
 * A writer who wants no answer: "no reply needed", "this calls for no response", "please don't write back"; or none by a
 * machine, and a person's all the more. An answer all the same is one mail too many; silence where one is wanted is worse,
 * so it has to be said of an answer to this mail, and what is as often said of other things counts only where no sentence
 * asks for anything. That a matter does not get lost in the silence is seen to elsewhere (`decide/asked-in-silence.ts`).
 */
import { phrases } from '../understand/kind/phrases.ts'
import { askedIn } from './asks.ts'
import { NO_MACHINE } from './no-machine.ts'
import { saidOf } from './said.ts'
import { WAYS_TO_CLOSE, WAYS_TO_SAY_NO_ANSWER } from './ways-to-say.ts'

const NO_ANSWER = phrases(...WAYS_TO_SAY_NO_ANSWER)
const MACHINE = phrases(Object.values(NO_MACHINE))
const CLOSED = phrases(WAYS_TO_CLOSE)

/** The words that want no machine to answer; null: none do. `words`: subject and newest text, without accents (`letters`). */
export function noMachineWanted(words: string): string | null {
  return saidOf(words, MACHINE)
}

/** The words that want no answer at all; null: none do. `words` as above. */
export function noAnswerWanted(words: string): string | null {
  return saidOf(words, NO_ANSWER) ?? (askedIn(words) === null ? saidOf(words, CLOSED) : null)
}
