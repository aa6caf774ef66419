/**
 * The things that mails in this mailbox speak of, each with the ways in which people say it. The model learns from which
 * of them stand together in a sentence that asks, hands in or denies; a new way of saying a thing is a line in its file.
 * Facts: the trade's documents, gates and intents; wording: everyday English.
 */
import type { Reading, Sentence } from '../reading.ts'
import { sentencesFor } from '../sentence-index.ts'
import { AGREEMENT_CONCEPTS } from './concepts/agreements.ts'
import { CHANGE_CONCEPTS } from './concepts/changes.ts'
import type { Concept } from './concepts/concept.ts'
import { ELSEWHERE_CONCEPTS } from './concepts/elsewhere.ts'
import { PAPER_CONCEPTS } from './concepts/papers.ts'
import { SERVICE_CONCEPTS } from './concepts/service.ts'

export const CONCEPTS: readonly Concept[] = [
  ...AGREEMENT_CONCEPTS,
  ...PAPER_CONCEPTS,
  ...SERVICE_CONCEPTS,
  ...CHANGE_CONCEPTS,
  ...ELSEWHERE_CONCEPTS,
]

/** Per sentence the ids of the concepts that it speaks of, in the order of the list. */
export function conceptsIn(reading: Reading): ReadonlyMap<Sentence, readonly string[]> {
  const found = new Map<Sentence, string[]>()
  for (const { id, says } of CONCEPTS) {
    for (const sentence of sentencesFor(says, reading)) {
      if (!says.test(sentence.text)) continue
      const before = found.get(sentence)
      if (before) before.push(id)
      else found.set(sentence, [id])
    }
  }
  return found
}
