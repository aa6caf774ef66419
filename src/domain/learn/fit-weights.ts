/** From lessons to weights: one table for all questions, each question learned from the mails that can answer it. */
import type { Feature } from '../understand/model/feature.ts'
import { isConcept, isOfRequest } from '../understand/model/features.ts'
import { isOfLetter } from '../understand/model/letter-features.ts'
import { COLUMN_OF, COLUMNS, type Model, QUESTIONS, type Question } from '../understand/model/model.ts'
import type { Lesson } from './example.ts'
import { type Loss, type Row, trainLinear } from './linear.ts'
import { rowOf, type Vocabulary, vocabularyOf } from './rows.ts'

/** The weights alone; sharpness and thresholds come from mails that they were not made from. */
export type Fitted = Pick<Model, 'bias' | 'features' | 'examples'>

interface Taught {
  readonly row: Row
  readonly lesson: Lesson
  readonly importance: number
}

/** Of what the rules make of a mail that they were written for, so much is believed. */
const KNOWN_MAIL = 0.3

/**
 * So much of each mail is taught once more by its words alone, or concepts and rules would explain it first and the
 * words would learn only what is left over. What they learned by themselves is a second opinion on the next mail.
 */
const WORDS_ALONE = 0.4

export function fitWeights(lessons: readonly Lesson[]): Fitted {
  const vocabulary = vocabularyOf(lessons)
  const taught = lessons.flatMap((lesson) => turns(lesson, vocabulary, isOfMatter))
  const taughtKind = lessons.flatMap((lesson) => turns(lesson, vocabulary, isOfKind))
  const taughtTwice = [
    ...taught.map((turn) => ({ ...turn, importance: turn.importance * (1 - WORDS_ALONE) })),
    ...lessons.map((lesson) => ({
      row: rowOf(lesson.features.filter(isOfWords), vocabulary),
      lesson,
      importance: WORDS_ALONE,
    })),
  ]
  const bias = new Float64Array(COLUMNS)
  const table = new Float64Array(vocabulary.size * COLUMNS)
  for (const question of Object.keys(QUESTIONS) as Question[]) {
    const turned = question === 'kind' ? taughtKind : LISTENS_TWICE.has(question) ? taughtTwice : taught
    const answering = turned.filter(({ lesson }) => answers(lesson, question))
    const labels = QUESTIONS[question].length
    const trained = trainLinear({
      rows: answering.map(({ row }) => row),
      targets: answering.map(({ lesson }) => wanted(lesson, question)),
      importance: answering.map(({ importance, lesson }) =>
        question === 'kind' && !lesson.isWhole ? importance * SHORT_MAIL : importance,
      ),
      features: vocabulary.size,
      labels,
      loss: LOSS[question],
    })
    bias.set(trained.bias, COLUMN_OF[question])
    for (let feature = 0; feature < vocabulary.size; feature += 1)
      table.set(
        trained.weights.subarray(feature * labels, (feature + 1) * labels),
        feature * COLUMNS + COLUMN_OF[question],
      )
  }
  const features = new Map(
    [...vocabulary].map(([name, at]) => [name, table.subarray(at * COLUMNS, (at + 1) * COLUMNS)] as const),
  )
  return { bias, features, examples: lessons.length }
}

const LISTENS_TWICE: ReadonlySet<Question> = new Set(['main', 'also'])

/** A short mail tells less of who wrote it than a whole one. */
const SHORT_MAIL = 0.5

const LOSS: Record<Question, Loss> = {
  main: 'softmax',
  also: 'logistic',
  agreement: 'softmax',
  path: 'softmax',
  kind: 'softmax',
}

/** A mail that the rules were written for is taught mostly without them, or they would be believed too much. */
function turns(lesson: Lesson, vocabulary: Vocabulary, looksAt: (feature: Feature) => boolean): readonly Taught[] {
  const features = lesson.features.filter(looksAt)
  const row = rowOf(features, vocabulary)
  if (!lesson.rulesKnowIt) return [{ row, lesson, importance: 1 }]
  return [
    { row, lesson, importance: KNOWN_MAIL },
    { row: rowOf(features.filter(isNoRule), vocabulary), lesson, importance: 1 - KNOWN_MAIL },
  ]
}

/** What a mail wants does not hang on who sends it or how the letter is laid out. */
function isOfMatter(feature: Feature): boolean {
  return !isOfLetter(feature)
}

/** Machines speak of the same business as people: who wrote it hangs on the words, not on the matter. */
function isOfKind(feature: Feature): boolean {
  return !isConcept(feature) && !isOfRequest(feature)
}

function isNoRule({ name }: Feature): boolean {
  return !name.startsWith('rule')
}

/** What the mail says and carries, without what anybody who wrote rules or lists makes of it. */
function isOfWords(feature: Feature): boolean {
  return isNoRule(feature) && !isConcept(feature) && !isOfLetter(feature)
}

/** An opt-in is always interconnection and opt-in: nothing to learn there. */
function answers(lesson: Lesson, question: Question): boolean {
  if (question === 'kind') return true
  if (question === 'main' || question === 'also') return lesson.intents.length > 0
  return lesson.intents.includes('agreement-request')
}

function wanted(lesson: Lesson, question: Question): readonly number[] {
  const given: readonly string[] = right(lesson, question)
  return QUESTIONS[question].map((answer) => (given.includes(answer) ? 1 : 0))
}

function right(lesson: Lesson, question: Question): readonly string[] {
  switch (question) {
    case 'main':
      return lesson.intents.slice(0, 1)
    case 'also':
      return lesson.intents
    case 'agreement':
      return [lesson.agreement ?? 'none']
    case 'path':
      return [lesson.path ?? 'none']
    case 'kind':
      return [lesson.kind]
  }
}
