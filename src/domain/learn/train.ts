/** Lessons in, a model and what it is worth out. Pure: the same lessons give the same model. */
import type { Model } from '../understand/model/model.ts'
import { calibrate } from './calibrate.ts'
import { crossValidate } from './cross-validate.ts'
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
  const model = { name, ...fitWeights(lessons), ...calibration }
  onStep?.(1, 1)
  return { model, report: reportOf(guesses, calibration) }
}
