/** What a sentence does with what it speaks of: asks, hands in, denies, tells of earlier. */
import { testIn } from '../needs.ts'
import { rememberedShort } from '../remembered.ts'
import { marked } from '../word-marks.ts'
import { HANDS_IN, say, WANTS } from '../words.ts'

const ASKS = say(WANTS)
const GIVES = say(HANDS_IN)
const DENIES = /\b(?:not|no|never|nor|neither|without|cannot|nothing|isn't|don't|doesn't|didn't|won't|can't|haven't)\b/i
const EARLIER =
  /\b(?:already|last (?:week|month|year|spring|summer|fall|winter)|ago|since|back in|had|was|were|has been|have been)\b/i

/** Under which places what it speaks of counts, and how much. */
export type Placed = readonly [place: string, value: number]

export interface Acts {
  readonly asks: boolean
  readonly gives: boolean
  readonly denies: boolean
  readonly placed: readonly Placed[]
}

/** Kept for a while: a sentence is asked as a whole and for its clauses. */
export const actsOf: (text: string) => Acts = rememberedShort(actsIn)

function actsIn(text: string): Acts {
  const sentence = marked(text)
  const denies = testIn(DENIES, sentence)
  const asks = text.includes('?') || testIn(ASKS, sentence)
  const gives = testIn(GIVES, sentence)
  const placed: Placed[] = []
  if (asks) placed.push([denies ? 'ask-not' : 'ask', 1])
  if (gives) placed.push(['give', 0.8])
  if (denies) placed.push(['deny', 0.8])
  else if (testIn(EARLIER, sentence)) placed.push(['earlier', 0.6])
  return { asks, gives, denies, placed }
}
