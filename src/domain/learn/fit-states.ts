/** Learns which of the states that mails name they are about. */
import type { StateWeights } from '../understand/model/model.ts'
import type { Lesson } from './example.ts'
import { fitRidge } from './ridge.ts'
import { rowOf, vocabularyOf } from './rows.ts'

/** Of a third to three times as much none reads mails of unknown writers better. */
const PENALTY = 0.5

/** No opinion where nothing can be learned. */
export function fitStates(lessons: readonly Lesson[]): StateWeights {
  const named = lessons
    .flatMap(({ states }) => states)
    .map(({ surroundings, isMeant }) => ({
      features: [...surroundings].map(([name, value]) => ({ name, value })),
      isMeant,
    }))
  const vocabulary = vocabularyOf(named)
  const { bias, weights } = fitRidge({
    rows: named.map(({ features }) => rowOf(features, vocabulary)),
    isOne: named.map(({ isMeant }) => isMeant),
    features: vocabulary.size,
    penalty: PENALTY,
  })
  return { bias, features: new Map([...vocabulary].map(([name, at]) => [name, weights[at] ?? 0])) }
}
