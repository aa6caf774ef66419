/** Every lesson guessed by a model that never saw its writer. */
import { type Shares, sharesOf } from '../understand/model/model.ts'
import { type Pair, pairOf } from '../understand/model/order.ts'
import type { Lesson } from './example.ts'
import { fitWeights } from './fit-weights.ts'

/** What a model that did not know the writer makes of a mail; the shares are not yet stretched. */
export interface Guess {
  readonly lesson: Lesson
  readonly shares: Shares
}

/** One whose two likeliest main intents are still to be put in order. */
export interface UnorderedGuess extends Guess {
  readonly pair: Pair
}

/** `onFold` hears how many folds are done. */
export function crossValidate(
  lessons: readonly Lesson[],
  folds: number,
  onFold: (done: number, of: number) => void = () => undefined,
): readonly UnorderedGuess[] {
  const parts = foldsByWriter(lessons, folds)
  return parts.flatMap((part, at) => {
    const held = new Set(part)
    const model = fitWeights(lessons.filter((lesson) => !held.has(lesson)))
    onFold(at + 1, parts.length)
    return part.map((lesson) => {
      const shares = sharesOf(model, lesson.features)
      return { lesson, shares, pair: pairOf(model, shares, lesson.features, lesson.clauses) }
    })
  })
}

/** Writers dealt out to folds of nearly the same size, the same way for the same lessons. */
export function foldsByWriter(lessons: readonly Lesson[], folds: number): readonly (readonly Lesson[])[] {
  const byWriter = new Map<string, Lesson[]>()
  for (const lesson of lessons) {
    const others = byWriter.get(lesson.writer)
    if (others) others.push(lesson)
    else byWriter.set(lesson.writer, [lesson])
  }
  const parts: Lesson[][] = Array.from({ length: folds }, () => [])
  const writers = [...byWriter].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
  for (const [, written] of writers) {
    const smallest = parts.reduce((least, part) => (part.length < least.length ? part : least))
    smallest.push(...written)
  }
  return parts.filter((part) => part.length > 0)
}
