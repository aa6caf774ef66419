/**
 * What the model sees of a mail: the terms of its sentences with the place where they stand and what the sentence does
 * there (asks, hands in, denies), the sorts of its attachments, and what the rules make of it.
 */
import { type DocumentSort, KINDS, type Kind } from '../../labels.ts'
import type { AgreementPoints } from '../facts/agreement/agreement.ts'
import type { Weighed as KindSigns } from '../kind/signs.ts'
import type { Place, Reading, Sentence } from '../reading.ts'
import type { IntentScore } from '../rules.ts'
import { actsOf, type Placed } from './acts.ts'
import { conceptsIn, type Spoken } from './concepts.ts'
import type { Feature } from './feature.ts'
import { letterFeatures } from './letter-features.ts'
import { pairs, termsOf } from './terms.ts'

/** Sentences of one place that are looked at: the matter of a letter stands in its beginning. */
const MOST_SENTENCES: Record<Place, number> = { subject: 1, newest: 60, quoted: 24, signature: 0, name: 8, file: 40 }

/** Sentences that begin a letter, and count once more for it. */
const LEADING = 2

/** What the rules make of the same mail. */
export interface Rules {
  readonly intents: readonly IntentScore[]
  readonly agreement: AgreementPoints
  readonly kinds: readonly KindSigns[]
}

/** All features of a mail, each name once with its strongest value. */
export function featuresOf(reading: Reading, documents: readonly DocumentSort[], rules: Rules): readonly Feature[] {
  const spoken = conceptsIn(reading)
  return [
    ...unitLength(textFeatures(reading, wordGrams, null), WORDS_WEIGHT),
    ...unitLength(
      textFeatures(
        reading,
        (sentence) => conceptGrams(spoken.get(sentence)),
        (text) => actsOf(text).placed,
      ),
      CONCEPTS_WEIGHT,
    ),
    ...shapeFeatures(reading, documents),
    ...intentFeatures(rules.intents),
    ...agreementFeatures(rules.agreement),
    ...kindFeatures(rules.kinds),
    ...letterFeatures(reading),
  ]
}

type Grams = (sentence: Sentence) => readonly string[]
/** What a sentence does; null where that is not told apart. */
type PlacesOf = ((text: string) => readonly Placed[]) | null
type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** Each name once, where it comes first, with its strongest value. A long mail has thousands: no list is made twice. */
function textFeatures(reading: Reading, grams: Grams, acts: PlacesOf): readonly Writable<Feature>[] {
  const seen: Partial<Record<Place, number>> = {}
  const said = new Set<string>()
  const byName = new Map<string, Writable<Feature>>()
  reading.sentences.forEach((sentence, at) => {
    const before = seen[sentence.place] ?? 0
    seen[sentence.place] = before + 1
    if (before >= MOST_SENTENCES[sentence.place]) return
    // A footer down a thread, a line pasted over and over: said again further down it adds nothing.
    const words = `${sentence.place} ${sentence.text}`
    if (before >= LEADING && said.has(words)) return
    said.add(words)
    const terms = grams(sentence)
    if (terms.length === 0) return
    for (const [place, value] of placesOf(sentence, before, reading, acts))
      for (const gram of terms) {
        const name = `${place}:${gram}`
        const known = byName.get(name)
        if (known === undefined) byName.set(name, { name, value, sentence: at })
        else if (value > known.value) {
          known.value = value
          known.sentence = at
        }
      }
  })
  return [...byName.values()]
}

/** Words are too many to be learned for each act apart; what they speak of is not. */
function wordGrams(sentence: Sentence): readonly string[] {
  const terms = termsOf(sentence.text)
  return [...terms, ...pairs(terms)]
}

/** What a sentence speaks of, by itself and two by two, and in which ways. */
function conceptGrams(spoken: Spoken | undefined): readonly string[] {
  if (spoken === undefined) return []
  const concepts = spoken.concepts.map((id) => `#${id}`)
  const pairs = concepts.flatMap((one, at) => concepts.slice(at + 1).map((other) => `${one}${other}`))
  return [...concepts, ...pairs, ...spoken.ways.map((way) => `#${way}`)]
}

/** Not a word of the mail but what it speaks of. */
export function isConcept({ name }: Feature): boolean {
  return name.includes('#')
}

/** Under which places the terms of a sentence count, and how much. */
function placesOf(sentence: Sentence, before: number, reading: Reading, acts: PlacesOf): readonly Placed[] {
  const does = (text: string) => acts?.(text) ?? []
  switch (sentence.place) {
    case 'subject':
      return [
        [isAnswer(reading) ? 'old' : 'subject', 1],
        ['any', isAnswer(reading) ? 0.3 : 0.8],
      ]
    case 'newest':
      return [['any', 1], ...does(sentence.text), ...(before < LEADING ? ([['first', 0.7]] as const) : [])]
    case 'quoted':
      return reading.forwarded || reading.nearlyEmpty
        ? [['any', reading.forwarded ? 0.8 : 0.4], ...(reading.forwarded ? does(sentence.text) : [])]
        : [['quoted', 0.4]]
    case 'file':
      return [['file', 0.6], ...(reading.nearlyEmpty ? ([['any', 0.6]] as const) : [])]
    case 'name':
      return [['name', 1]]
    case 'signature':
      return []
  }
}

/** The subject of a thread is as old as its first mail. */
function isAnswer(reading: Reading): boolean {
  return reading.mail.inReplyTo.length > 0 || /^\s*(?:re|aw|sv|rv)\s?:/i.test(reading.mail.subject)
}

/** A long letter does not weigh more than a short one. */
function unitLength(features: readonly Writable<Feature>[], weight: number): readonly Feature[] {
  const length = Math.sqrt(features.reduce((sum, one) => sum + one.value * one.value, 0))
  for (const one of features) one.value = (weight * one.value) / length
  return features
}

/** How long the words of a mail, and what it speaks of, are beside its other features. */
const WORDS_WEIGHT = 5
const CONCEPTS_WEIGHT = 5

/** Nothing but the box tells a form that adopts from one that asks: the next box may be left open on the same line. */
const TICKS_ADOPTION =
  /(?:[☒☑✓✔]|[[(] ?x ?[\])])(?:(?!\( ?x? ?\))[^[☐☒☑✓✔\n]){0,40}\b(?:opt(?:s|ed|ing)?[- ]?in|adopt\w*)\b/i

/** Of these shapes the model is told, and how far it is believed hangs on them too. */
export const ANSWER = 'shape:answer'
export const NO_FILE = 'shape:no-file'

function shapeFeatures(reading: Reading, documents: readonly DocumentSort[]): readonly Feature[] {
  const adopts = reading.sentences.some(({ place, text }) => place === 'file' && TICKS_ADOPTION.test(text))
  const sorts = new Set(
    documents
      .filter((sort) => sort !== 'decoration')
      .map((sort) => (adopts && sort === 'agreement-request-form' ? 'adoption-letter' : sort)),
  )
  const shapes = [
    ...[...sorts].map((sort) => `document:${sort}`),
    ...(sorts.size === 0 ? [NO_FILE] : []),
    ...(reading.nearlyEmpty ? ['shape:few-words'] : []),
    ...(reading.nearlyEmpty ? [...sorts].map((sort) => `alone:${sort}`) : []),
    ...(reading.forwarded ? ['shape:forwarded'] : []),
    ...(isAnswer(reading) ? [ANSWER] : []),
  ]
  return shapes.map((name) => ({ name, value: 1, sentence: -1 }))
}

/** Points of the rules, bounded, so that no rule outvotes everything else. */
function intentFeatures(scores: readonly IntentScore[]): readonly Feature[] {
  const best = Math.max(0, ...scores.map((one) => one.score))
  return scores.flatMap(({ intent, score }) => {
    const value = Math.max(-1, Math.min(score / 6, 2))
    const features = value === 0 ? [] : [{ name: `rule:${intent}`, value, sentence: -1 }]
    if (score > 0 && score === best) features.push({ name: `rule-best:${intent}`, value: 1, sentence: -1 })
    return features
  })
}

function agreementFeatures(points: AgreementPoints): readonly Feature[] {
  return Object.entries(points)
    .map(([name, { points: sum }]) => ({
      name: `rule:${name}`,
      value: Math.max(-1, Math.min(sum / 4, 2)),
      sentence: -1,
    }))
    .filter(({ value }) => value !== 0)
}

/** The feature that says what the signs of a kind of machine weigh. */
export function signsOf(kind: Kind): string {
  return `rule:${kind}`
}

/** Whether it is a word of the rules for intents or agreements, not for kinds. */
export function isOfRequest({ name }: Feature): boolean {
  return name.startsWith('rule') && !KIND_SIGNS.has(name)
}

const KIND_SIGNS: ReadonlySet<string> = new Set(KINDS.map(signsOf))

export function signValue(points: number): number {
  return Math.max(-1, Math.min(points / 4, 2))
}

function kindFeatures(kinds: readonly KindSigns[]): readonly Feature[] {
  return kinds
    .map(({ kind, points }) => ({ name: signsOf(kind), value: signValue(points), sentence: -1 }))
    .filter(({ value }) => value !== 0)
}
