/** Learns which of two matters is the main one, from guesses about mails whose writers the weights did not know. */
import { INTENTS, type Intent } from '../labels.ts'
import type { Pair } from '../understand/model/order.ts'
import type { UnorderedGuess } from './cross-validate.ts'
import { solved } from './solved.ts'

const STEPS = 12
/** Draws every weight to none. */
const PENALTY = 1

/** The weights of an order; none where nothing can be learned. Newton's method for a logistic curve with a ridge penalty. */
export function fitOrder(guesses: readonly UnorderedGuess[]): readonly number[] {
  const rows = guesses
    .filter(isOrdered)
    .map(({ lesson, pair }) => ({ signs: pair.signs, isRight: isMain(pair, lesson) }))
  const size = rows[0]?.signs.length ?? 0
  let order: readonly number[] = Array<number>(size).fill(0)
  for (let step = 0; step < STEPS && size > 0; step += 1) {
    const slopes = order.map((weight) => -PENALTY * weight)
    const bends = order.map((_, at) => order.map((__, other) => (other === at ? PENALTY : 0)))
    for (const { signs, isRight } of rows) learnFrom(signs, isRight, order, slopes, bends)
    const change = solved(bends, slopes, size)
    order = order.map((weight, at) => weight + (change[at] as number))
  }
  // Plus zero: there is no -0 in a file.
  return order.map((weight) => Math.round(1000 * weight) / 1000 + 0)
}

/** Only whole mails have an order of their own, and only where one of the two is right can it be learned. */
function isOrdered({ lesson, pair }: UnorderedGuess): boolean {
  const main = INTENTS.indexOf(lesson.intents[0] as Intent)
  return lesson.isWhole && (main === pair.likelier || main === pair.other)
}

function isMain({ likelier }: Pair, { intents }: UnorderedGuess['lesson']): boolean {
  return INTENTS[likelier] === intents[0]
}

function learnFrom(
  signs: readonly number[],
  isRight: boolean,
  order: readonly number[],
  slopes: number[],
  bends: readonly number[][],
): void {
  const shown = signs.flatMap((sign, at) => (sign === 0 ? [] : [[at, sign] as const]))
  const height = shown.reduce((sum, [at, sign]) => sum + sign * (order[at] as number), 0)
  const chance = 1 / (1 + Math.exp(-height))
  const bend = Math.max(chance * (1 - chance), 1e-6)
  for (const [at, sign] of shown) {
    slopes[at] = (slopes[at] as number) + ((isRight ? 1 : 0) - chance) * sign
    const row = bends[at] as number[]
    for (const [other, beside] of shown) row[other] = (row[other] as number) + bend * sign * beside
  }
}
