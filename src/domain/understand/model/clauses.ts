/**
 * The writer's own words clause by clause, in their order: "the questionnaire, our certificate and the code letter" are
 * three things, and the first of them is what the mail is sent for.
 */
import type { Reading, Sentence } from '../reading.ts'
import { actsOf } from './acts.ts'
import { CONCEPTS, conceptsIn, holdersIn } from './concepts.ts'
import type { Feature } from './feature.ts'
import { pairs, termsOf } from './terms.ts'

export interface Clause {
  readonly isSubject: boolean
  /** What the sentence does in which it stands. */
  readonly asks: boolean
  readonly gives: boolean
  readonly denies: boolean
  /** Which of the mail's features it shows, as indexes in their list. */
  readonly shows: Uint16Array
}

/** Clauses that are looked at: what is said further down is never named first, and hardly ends what a reader takes in. */
const MOST_CLAUSES = 60

const BETWEEN_CLAUSES = /(?<=[,;:?])\s+|\s+(?:and|plus|&|but)\s+/

/** `features` are those of the same mail. */
export function clausesOf(reading: Reading, features: readonly Feature[]): readonly Clause[] {
  const indexes = new Map(features.map(({ name }, at) => [name, at]))
  const clauses: Clause[] = []
  for (const sentence of reading.sentences) {
    if (clauses.length >= MOST_CLAUSES) break
    if (!isWriters(sentence, reading)) continue
    clauses.push(...clausesIn(sentence, reading, indexes))
  }
  return clauses.slice(0, MOST_CLAUSES)
}

/** What is forwarded speaks for who forwards it. */
function isWriters({ place }: Sentence, { forwarded }: Reading): boolean {
  return place === 'subject' || place === 'newest' || (place === 'quoted' && forwarded)
}

function clausesIn(sentence: Sentence, reading: Reading, indexes: ReadonlyMap<string, number>): readonly Clause[] {
  const { asks, gives, denies, placed } = actsOf(sentence.text)
  const spoken = conceptsIn(reading).get(sentence)?.concepts ?? []
  const isSubject = sentence.place === 'subject'
  const texts = sentence.text.split(BETWEEN_CLAUSES)
  return texts.flatMap((text) => {
    const terms = termsOf(text)
    if (terms.length === 0) return []
    const ids = (texts.length === 1 ? spoken : spokenIn(text, spoken, reading)).map((id) => `#${id}`)
    const names = [
      ...[...terms, ...pairs(terms), ...ids].map((term) => `any:${term}`),
      ...placed.flatMap(([place]) => ids.map((id) => `${place}:${id}`)),
    ]
    const shows = new Set(names.map((name) => indexes.get(name)).filter((at) => at !== undefined))
    return [{ isSubject, asks, gives, denies, shows: Uint16Array.from(shows) }]
  })
}

/** Which of what the sentence speaks of stands in one of its clauses. */
function spokenIn(clause: string, spoken: readonly string[], reading: Reading): readonly string[] {
  if (spoken.length === 0) return []
  const said = CONCEPTS.filter(({ id, says }) => spoken.includes(id) && says.test(clause)).map(({ id }) => id)
  return [...said, ...holdersIn(clause, reading)]
}
