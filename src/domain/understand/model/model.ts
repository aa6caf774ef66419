/**
 * What was learned from labelled mails: per feature a weight for every answer to every question. One table for all
 * questions, because they look at the same features. A model is data: it is read from a file or the database, replaced
 * as a whole, and every version can be brought back.
 */
import { AGREEMENTS, INTENTS, type Intent, KINDS, PATHS } from '../../labels.ts'
import type { Feature } from './feature.ts'
import { softmax } from './softmax.ts'

/** What is asked of a mail, and the answers there are. `main` has exactly one; each of `also` is a question by itself. */
export const QUESTIONS = {
  main: INTENTS,
  also: INTENTS,
  agreement: [...AGREEMENTS, 'none'],
  path: [...PATHS, 'none'],
  kind: KINDS,
} as const

export type Question = keyof typeof QUESTIONS
export type Answer<Q extends Question> = (typeof QUESTIONS)[Q][number]

/** Where each question's answers begin in the table's columns. */
export const COLUMN_OF: Readonly<Record<Question, number>> = columnsOf(Object.keys(QUESTIONS) as Question[])
export const COLUMNS = Object.values(QUESTIONS).reduce((sum, answers) => sum + answers.length, 0)

function columnsOf(questions: readonly Question[]): Record<Question, number> {
  let next = 0
  const begins = questions.map((question) => {
    const begin = next
    next += QUESTIONS[question].length
    return [question, begin] as const
  })
  return Object.fromEntries(begins) as Record<Question, number>
}

/** What is learned of the states that a mail names: what speaks for one's being meant (`facts/states/meant.ts`). */
export interface StateWeights {
  readonly bias: number
  readonly features: ReadonlyMap<string, number>
}

export interface Model {
  /** Says which model decided: a word for people, such as `shipped` or `3`. */
  readonly name: string
  /** Number of labelled mails it was made from. */
  readonly examples: number
  readonly bias: Float64Array
  /** Per feature a weight for each column. */
  readonly features: ReadonlyMap<string, Float32Array | Float64Array>
  /** Empty in models that never learned it. */
  readonly states: StateWeights
  /** What tells which of two matters is the main one (`order.ts`); empty in models that never learned it. */
  readonly order: readonly number[]
  /** How far the shares of the main intent are stretched so that they mean what they say (temperature scaling). */
  readonly sharpness: number
  /** Share from which each main intent is acted on; below it a person decides. */
  readonly actFrom: Readonly<Record<Intent, number>>
  /** Share from which a further intent is taken too. */
  readonly alsoFrom: number
  /** Shares of machines from which a mail is a machine's: of those with a matter of the desk, and of all others. */
  readonly machineFrom: number
  readonly idleMachineFrom: number
  /** From here on a person looks before it is answered. */
  readonly doubtFrom: number
}

/** How much the two questions about an intent lean on each other: what is not wanted at all is not the main matter. */
const BESIDE = 0.5

/** The share of each answer, 0..1, in the order of the question's answers. */
export type Shares = Readonly<Record<Question, readonly number[]>>

/** What the weights make of a mail; the shares of the main intent are neither ordered nor stretched yet. */
export function sharesOf(model: Pick<Model, 'bias' | 'features'>, features: readonly Feature[]): Shares {
  const scores = Float64Array.from(model.bias)
  for (const { name, value } of features) {
    const weights = model.features.get(name)
    if (weights !== undefined) addTo(scores, weights, value)
  }
  const of = (question: Question) => [
    ...scores.subarray(COLUMN_OF[question], COLUMN_OF[question] + QUESTIONS[question].length),
  ]
  const also = of('also').map((score) => 1 / (1 + Math.exp(-score)))
  const main = of('main').map((score, at) => score + BESIDE * Math.log((also[at] as number) + 1e-9))
  return {
    main: softmax(main),
    also,
    agreement: softmax(of('agreement')),
    path: softmax(of('path')),
    kind: softmax(of('kind')),
  }
}

/** A function of its own, so that it is compiled for what it is given and for nothing else. */
function addTo(scores: Float64Array, weights: Float32Array | Float64Array, value: number): void {
  for (let column = 0; column < COLUMNS; column += 1)
    scores[column] = (scores[column] as number) + value * (weights[column] as number)
}

/** How likely no person wrote it. */
export function machineShare(given: Shares): number {
  return 1 - (given.kind[QUESTIONS.kind.indexOf('human')] as number)
}

/** So likely at least is a matter that is lost with the mail that brings it. */
const MATTER_FROM = 0.8

interface MainIntent {
  readonly answer: Intent
  readonly share: number
}

/** Whether the mail seems to bring a matter of the desk: whoever takes that for a machine's loses a request. */
export function bringsMatter({ answer, share }: MainIntent): boolean {
  return answer !== 'unrelated' && share >= MATTER_FROM
}

/** The share of machines from which a mail with this main intent is a machine's. */
export function machineBar(
  { machineFrom, idleMachineFrom }: Pick<Model, 'machineFrom' | 'idleMachineFrom'>,
  main: MainIntent,
): number {
  return bringsMatter(main) ? machineFrom : idleMachineFrom
}

/** The likeliest answer to a question and its share. */
export function likeliest<Q extends Question>(question: Q, given: Shares): { answer: Answer<Q>; share: number } {
  const all = given[question]
  const at = all.indexOf(Math.max(...all))
  return { answer: QUESTIONS[question][at] as Answer<Q>, share: all[at] as number }
}

/** What each sentence of the mail says for an answer, by its index in the reading; strongest first. */
export function speakingFor<Q extends Question>(
  model: Model,
  features: readonly Feature[],
  question: Q,
  answer: Answer<Q>,
): readonly { readonly sentence: number; readonly points: number }[] {
  const answers: readonly string[] = QUESTIONS[question]
  const column = COLUMN_OF[question] + answers.indexOf(answer)
  const points = new Map<number, number>()
  for (const { name, value, sentence } of features) {
    const weight = model.features.get(name)?.[column] ?? 0
    if (sentence >= 0 && weight !== 0) points.set(sentence, (points.get(sentence) ?? 0) + value * weight)
  }
  return [...points]
    .map(([sentence, sum]) => ({ sentence, points: sum }))
    .filter((one) => one.points > 0)
    .sort((a, b) => b.points - a.points)
}
