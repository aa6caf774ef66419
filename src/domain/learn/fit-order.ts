/** Learns which of two matters is the main one, from guesses about mails whose writers the weights did not know. */
import { INTENTS, type Intent } from '../labels.ts'
import { areMatters, type Pair } from '../understand/model/order.ts'
import type { UnorderedGuess } from './cross-validate.ts'
import { fitLogistic } from './newton.ts'

/** Draws every weight to none. */
const PENALTY = 1

/** The weights of an order; none where nothing can be learned. */
export function fitOrder(guesses: readonly UnorderedGuess[]): readonly number[] {
  const rows = guesses.filter(isOrdered).map(({ lesson, pair }) => ({
    parts: pair.signs.flatMap((sign, at) => (sign === 0 ? [] : [[at, sign] as const])),
    isRight: isMain(pair, lesson),
  }))
  const size = guesses.find(isOrdered)?.pair.signs.length ?? 0
  const order = fitLogistic(rows, Array<number>(size).fill(0), Array<number>(size).fill(PENALTY))
  // Plus zero: there is no -0 in a file.
  return order.map((weight) => Math.round(1000 * weight) / 1000 + 0)
}

/** Only whole mails have an order of their own, and only where one of the two is right can it be learned. */
function isOrdered({ lesson, pair }: UnorderedGuess): boolean {
  const main = INTENTS.indexOf(lesson.intents[0] as Intent)
  return lesson.isWhole && areMatters(pair) && (main === pair.likelier || main === pair.other)
}

function isMain({ likelier }: Pair, { intents }: UnorderedGuess['lesson']): boolean {
  return INTENTS[likelier] === intents[0]
}
