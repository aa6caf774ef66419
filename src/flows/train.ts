/** Labelled mails and corrections in, a model with what it is worth before and after out. Stores nothing. */
import type { Label, Lesson } from '../domain/learn/example.ts'
import { type LabelledMail, lessonOf } from '../domain/learn/lesson.ts'
import type { Report } from '../domain/learn/report.ts'
import { type Trained, type TrainOptions, train } from '../domain/learn/train.ts'
import type { ReadMail } from '../domain/mail.ts'

export interface CorrectedMail {
  readonly messageId: number
  readonly mail: ReadMail
  readonly label: Label
}

export interface Training extends Trained {
  /** The same without the corrections; null when there are none. */
  readonly before: Report | null
  readonly corrections: number
}

export type Step = (what: string, done: number, of: number) => void

export function trainWith(
  labelled: readonly LabelledMail[],
  corrected: readonly CorrectedMail[],
  options: Omit<TrainOptions, 'onStep'>,
  onStep: Step = () => undefined,
): Training {
  const shipped = lessonsOf(labelled)
  const corrections = lessonsOf(corrected.map(asLabelled))
  const step = (what: string) => (done: number, of: number) => onStep(what, done, of)
  const before =
    corrections.length === 0 ? null : train(shipped, { ...options, onStep: step('without corrections') }).report
  const trained = train([...shipped, ...corrections], { ...options, onStep: step('training') })
  return { ...trained, before, corrections: corrections.length }
}

function lessonsOf(mails: readonly LabelledMail[]): readonly Lesson[] {
  return mails.map(lessonOf)
}

/** Mails of one sender's domain count as one writer's. */
function asLabelled({ messageId, mail, label }: CorrectedMail): LabelledMail {
  const writer = `correction ${mail.from[0]?.address.split('@')[1] ?? messageId}`
  return { name: `mail ${messageId}`, writer, mail, label, isWhole: true, rulesKnowIt: false, isMadeHard: false }
}
