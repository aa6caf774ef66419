/** Lessons in, a model and what it is worth out. Pure: the same lessons give the same model. */
import type { Model } from '../understand/model/model.ts'
import { type Calibration, calibrate } from './calibrate.ts'
import { crossValidate, foldsByWriter, type Guess } from './cross-validate.ts'
import type { Lesson } from './example.ts'
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
  const guesses = crossValidate(lessons, folds, (done, of) => onStep?.(done, of + 1))
  const calibration = calibrate(guesses, precision)
  const unseen = calibratedWithout(guesses, precision, folds)
  const model = { name, ...fitWeights(lessons), ...calibration }
  onStep?.(1, 1)
  return { model, report: reportOf(guesses, calibration, (guess) => unseen.get(guess) ?? calibration) }
}

/** For each guess the thresholds that mails of other writers give. */
function calibratedWithout(
  guesses: readonly Guess[],
  precision: number,
  folds: number,
): ReadonlyMap<Guess, Calibration> {
  const guessOf = new Map(guesses.map((guess) => [guess.lesson, guess]))
  const parts = foldsByWriter([...guessOf.keys()], folds)
  return new Map(
    parts.flatMap((part) => {
      const held = new Set(part)
      const calibration = calibrate(
        guesses.filter(({ lesson }) => !held.has(lesson)),
        precision,
      )
      return part.map((lesson) => [guessOf.get(lesson) as Guess, calibration] as const)
    }),
  )
}
