import { openingsOf, openingsOfText } from './openings.ts'
import type { Reading, Sentence } from './reading.ts'

/** The sentences of one mail, laid out for being searched by many patterns. */
interface SentenceIndex {
  /** Without those that a place repeats: footers down a thread, or a text pasted over and over. */
  readonly distinct: readonly Sentence[]
  /** By the openings of their words. */
  readonly byOpening: ReadonlyMap<string, readonly Sentence[]>
}

const indexes = new WeakMap<Reading, SentenceIndex>()

/** The sentences in which a pattern can be found, in the order of the mail; of equal ones in one place the first. */
export function sentencesFor(pattern: RegExp, reading: Reading): readonly Sentence[] {
  const { distinct, byOpening } = indexOf(reading)
  const openings = openingsOf(pattern)
  if (openings === null) return distinct
  const found = new Set<Sentence>()
  for (const opening of openings) for (const sentence of byOpening.get(opening) ?? []) found.add(sentence)
  return found.size === 0 ? [] : distinct.filter((sentence) => found.has(sentence))
}

function indexOf(reading: Reading): SentenceIndex {
  let index = indexes.get(reading)
  if (index === undefined) {
    const distinct = onceEach(reading.sentences)
    index = { distinct, byOpening: sortedByOpening(distinct) }
    indexes.set(reading, index)
  }
  return index
}

function onceEach(sentences: readonly Sentence[]): readonly Sentence[] {
  const seen = new Set<string>()
  return sentences.filter(({ place, text }) => {
    const before = seen.size
    return seen.add(`${place} ${text}`).size > before
  })
}

function sortedByOpening(sentences: readonly Sentence[]): ReadonlyMap<string, readonly Sentence[]> {
  const sorted = new Map<string, Sentence[]>()
  for (const sentence of sentences) {
    for (const opening of openingsOfText(sentence.text)) {
      const others = sorted.get(opening)
      if (others) others.push(sentence)
      else sorted.set(opening, [sentence])
    }
  }
  return sorted
}
