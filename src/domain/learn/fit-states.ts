/** Learns which of the states that mails name they are about. */
import type { StateWeights } from '../understand/model/model.ts'
import type { Lesson } from './example.ts'
import { fitRidge } from './ridge.ts'
import { SEEN_IN } from './rows.ts'

/** Of a third to three times as much none reads mails of unknown writers better. */
const PENALTY = 0.5

/** No opinion where nothing can be learned. */
export function fitStates(lessons: readonly Lesson[]): StateWeights {
  const named = lessons.flatMap(({ states }) => states)
  const vocabulary = [...seenOften(named.map(({ surroundings }) => [...surroundings.keys()]))].sort()
  const placeOf = new Map(vocabulary.map((name, at) => [name, at]))
  const rows = named.map(({ surroundings }) => {
    const known = [...surroundings].flatMap(([name, value]) => {
      const at = placeOf.get(name)
      return at === undefined ? [] : [[at, value] as const]
    })
    known.sort(([a], [b]) => a - b)
    return { indexes: Uint32Array.from(known, ([at]) => at), values: Float64Array.from(known, ([, value]) => value) }
  })
  const isOne = named.map(({ isMeant }) => isMeant)
  const { bias, weights } = fitRidge({ rows, isOne, features: vocabulary.length, penalty: PENALTY })
  return { bias, features: new Map(vocabulary.map((name, at) => [name, weights[at] ?? 0])) }
}

function seenOften(all: readonly (readonly string[])[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const names of all) for (const name of names) seen.set(name, (seen.get(name) ?? 0) + 1)
  return new Set([...seen].filter(([, count]) => count >= SEEN_IN).map(([name]) => name))
}
