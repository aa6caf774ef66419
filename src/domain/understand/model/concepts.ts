/**
 * The things that mails in this mailbox speak of, each with the ways in which people say it. The model learns from which
 * of them stand together in a sentence that asks, hands in or denies; a new way of saying a thing is a line in its file.
 * Facts: the trade's documents, gates and intents; wording: everyday English.
 */
import { testIn } from '../needs.ts'
import type { Reading, Sentence } from '../reading.ts'
import { sentencesFor } from '../sentence-index.ts'
import { AGREEMENT_CONCEPTS } from './concepts/agreements.ts'
import { CHANGE_CONCEPTS } from './concepts/changes.ts'
import type { Concept } from './concepts/concept.ts'
import { ELSEWHERE_CONCEPTS } from './concepts/elsewhere.ts'
import { agreementHolders } from './concepts/named-agreements.ts'
import { PAPER_CONCEPTS } from './concepts/papers.ts'
import { SERVICE_CONCEPTS } from './concepts/service.ts'
import { STANDING_CONCEPTS } from './concepts/standing.ts'

export const CONCEPTS: readonly Concept[] = [
  ...AGREEMENT_CONCEPTS,
  ...STANDING_CONCEPTS,
  ...PAPER_CONCEPTS,
  ...SERVICE_CONCEPTS,
  ...CHANGE_CONCEPTS,
  ...ELSEWHERE_CONCEPTS,
]

/** What a sentence speaks of, and in which of the known ways. */
export interface Spoken {
  /** Ids in the order of the list. */
  readonly concepts: readonly string[]
  /** `id.number` of each way that matches. */
  readonly ways: readonly string[]
}

/** A reading is asked for its words as a whole, and again for each clause. */
const KNOWN = new WeakMap<Reading, ReadonlyMap<Sentence, Spoken>>()

/** Per sentence what it speaks of; sentences that speak of nothing known are missing. */
export function conceptsIn(reading: Reading): ReadonlyMap<Sentence, Spoken> {
  const known = KNOWN.get(reading) ?? conceptsFound(reading)
  KNOWN.set(reading, known)
  return known
}

function conceptsFound(reading: Reading): ReadonlyMap<Sentence, Spoken> {
  const found = new Map<Sentence, { readonly concepts: string[]; readonly ways: string[] }>()
  const add = (sentence: Sentence, id: string) => {
    const spoken = found.get(sentence) ?? { concepts: [], ways: [] }
    found.set(sentence, spoken)
    if (!spoken.concepts.includes(id)) spoken.concepts.push(id)
    return spoken
  }
  for (const { id, says, ways } of CONCEPTS)
    for (const one of sentencesFor(says, reading)) {
      if (!says.test(one.text)) continue
      const spoken = add(one.sentence, id)
      ways.forEach((way, at) => {
        if (testIn(way, one)) spoken.ways.push(`${id}.${at}`)
      })
    }
  for (const sentence of reading.sentences) for (const id of holdersIn(sentence.text, reading)) add(sentence, id)
  return found
}

/** Whose agreement the words speak of: the writer's own, somebody else's, both or nobody's. */
export function holdersIn(text: string, reading: Reading): readonly string[] {
  return [...new Set(agreementHolders(text).map((holder) => (isWriters(holder, reading) ? OWN : THEIRS)))]
}

const OWN = 'own-agreement'
/** Somebody's agreement who is not the writer: what is adopted, assigned or bought. */
const THEIRS = 'their-agreement'

/** A name that the writer signs with or that the address spells is the writer's own. */
function isWriters(name: string, reading: Reading): boolean {
  const word = name.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (word.length < 3) return false
  const domain = reading.mail.from[0]?.address.split('@')[1] ?? ''
  return domain.replace(/[^a-z0-9]/g, '').includes(word) || reading.signature.toLowerCase().includes(word)
}
