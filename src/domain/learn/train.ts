/** Lessons in, a model and what it is worth out. Pure: the same lessons give the same model. */
import type { Model } from '../understand/model/model.ts'
import { inOrder } from '../understand/model/order.ts'
import { calibrate } from './calibrate.ts'
import { crossValidate, foldsByWriter, type Guess, type UnorderedGuess } from './cross-validate.ts'
import type { Lesson } from './example.ts'
import { fitOrder } from './fit-order.ts'
import { fitStates } from './fit-states.ts'
import { fitWeights } from './fit-weights.ts'
import { type Report, reportOf } from './report.ts'

export interface Trained {
  readonly model: Model
  readonly report: Report
}

export interface TrainOptions {
  readonly name: string
  /** Share of acted-on mails that shall be right, 0..1. */
  readonly precision: number
  readonly folds: number
  readonly onStep?: (done: number, of: number) => void
}

export function train(lessons: readonly Lesson[], { name, precision, folds, onStep }: TrainOptions): Trained {
  const raw = crossValidate(lessons, folds, (done, of) => onStep?.(done, of + 1))
  const guesses = orderedByOthers(raw, folds)
  const calibration = calibrate(guesses, precision)
  const unseen = learnedFromOthers(guesses, folds, (others) => calibrate(others, precision))
  const model = { name, ...fitWeights(lessons), states: fitStates(lessons), order: fitOrder(raw), ...calibration }
  onStep?.(1, 1)
  return { model, report: reportOf(guesses, calibration, (guess) => unseen.get(guess) ?? calibration) }
}

/** The guesses with their two likeliest intents in the order that mails of other writers teach. */
function orderedByOthers(guesses: readonly UnorderedGuess[], folds: number): readonly Guess[] {
  const orders = learnedFromOthers(guesses, folds, fitOrder)
  return guesses.map((guess) => ({ ...guess, shares: inOrder(guess.shares, guess.pair, orders.get(guess) ?? []) }))
}

/** For each guess what the mails of other writers teach. */
function learnedFromOthers<G extends Guess, T>(
  guesses: readonly G[],
  folds: number,
  learn: (others: readonly G[]) => T,
): ReadonlyMap<Guess, T> {
  const guessOf = new Map(guesses.map((guess) => [guess.lesson, guess]))
  const parts = foldsByWriter([...guessOf.keys()], folds)
  return new Map(
    parts.flatMap((part) => {
      const held = new Set(part)
      const learned = learn(guesses.filter(({ lesson }) => !held.has(lesson)))
      return part.map((lesson) => [guessOf.get(lesson) as G, learned] as const)
    }),
  )
}
