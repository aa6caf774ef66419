import { mayMatch, mayMatchIn } from './needs.ts'
import type { Reading, Sentence } from './reading.ts'
import { type Marked, marked } from './word-marks.ts'

/** A sentence, laid out for being searched by many patterns. */
export interface MarkedSentence extends Marked {
  readonly sentence: Sentence
}

interface SentenceIndex {
  /** Without those that a place repeats: footers down a thread, or a text pasted over and over. */
  readonly distinct: readonly MarkedSentence[]
  /** All of them, so that most patterns are done with at one look. */
  readonly whole: Marked
}

const indexes = new WeakMap<Reading, SentenceIndex>()

/** The sentences in which a pattern may be found, in the order of the mail; of equal ones in one place the first. */
export function sentencesFor(pattern: RegExp, reading: Reading): readonly MarkedSentence[] {
  const { distinct, whole } = indexOf(reading)
  return mayMatch(pattern, whole) ? mayMatchIn(pattern, distinct) : []
}

function indexOf(reading: Reading): SentenceIndex {
  let index = indexes.get(reading)
  if (index === undefined) {
    const distinct = onceEach(reading.sentences)
    const whole = marked(distinct.map(({ text }) => text).join('\n'))
    index = { whole, distinct: distinct.map((sentence) => ({ sentence, ...marked(sentence.text) })) }
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
