/** What is learned from as rows of numbers: which features exist, and which of them a mail (or a state in it) shows. */
import type { Feature } from '../understand/model/feature.ts'
import type { Row } from './linear.ts'

export type Vocabulary = ReadonlyMap<string, number>

/** A feature must be seen in so many mails: what only one of them says teaches nothing about the next. */
const SEEN_IN = 3

/** A feature without the sentence that says it. */
type Shown = Pick<Feature, 'name' | 'value'>

export function vocabularyOf(lessons: readonly { readonly features: readonly Shown[] }[]): Vocabulary {
  const seen = new Map<string, number>()
  for (const { features } of lessons) for (const { name } of features) seen.set(name, (seen.get(name) ?? 0) + 1)
  const kept = [...seen].filter(([, count]) => count >= SEEN_IN).map(([name]) => name)
  return new Map(kept.sort().map((name, index) => [name, index]))
}

export function rowOf(features: readonly Shown[], vocabulary: Vocabulary): Row {
  const known = features
    .map(({ name, value }) => [vocabulary.get(name), value] as const)
    .filter((one): one is readonly [number, number] => one[0] !== undefined)
    .sort((a, b) => a[0] - b[0])
  return {
    indexes: Uint32Array.from(known, ([index]) => index),
    values: Float64Array.from(known, ([, value]) => value),
  }
}
