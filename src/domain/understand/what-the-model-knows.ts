/** Of some mails the model's share says little: it has learned from English mails to a desk of carriers, and from no others. */
import type { Feature } from './model/feature.ts'
import { isConcept } from './model/features.ts'
import type { Model } from './model/model.ts'

/** Which language small words tell; `none`: tables, lists and reports of machines have few of any. */
export type Language = 'english' | 'other' | 'none'

export function languageOf(words: readonly string[]): Language {
  const english = words.filter((word) => ENGLISH.has(word)).length
  const foreign = words.filter((word) => FOREIGN.has(word)).length
  if (english >= ENGLISH_SHARE * words.length && english > foreign) return 'english'
  return foreign <= CHANCE.words && foreign <= CHANCE.share * words.length ? 'none' : 'other'
}

/** Small words that make up a fifth to a half of English prose. */
const ENGLISH = smallWords(
  'the a an and or of to in for on with is are was be been i we you it our your my this that will have has not if by at from as please',
)
/** Small words of the other languages of the west of Europe, without those that are English words as well. */
const FOREIGN = smallWords(
  'de la el los las un una y que en con por para del su se le les des du et est pour dans vous nous je avec sur une der die das und ist im ich sie wir mit nicht von zu den auf ein eine het een van ik niet voor met op aan uw o os da do um uma em não il di che non per sono och att det som jag på nie jest w z się og ikke til',
)
const ENGLISH_SHARE = 0.08
/** So many stand in names and codes by chance. */
const CHANCE = { words: 3, share: 0.1 }

/** Of the words of people's mails to the desk, and of the pairs of them, the model knows more than this. */
const KNOWN = { words: 0.9, pairs: 0.4 }
/** Fewer are few to know. */
const FEWEST_TERMS = 12
/** The share of machines from which also a strange mail is one. */
export const STRANGE_FROM = 0.95

/** A fable, a mail of a programmer's test, a recipe: whatever share a model gives, it has learned it from other things. */
export function isStrange(features: readonly Feature[], model: Model): boolean {
  const terms = features.filter((one) => one.name.startsWith('any:') && !isConcept(one))
  const [words, pairs] = [
    terms.filter(({ name }) => !name.includes(' ')),
    terms.filter(({ name }) => name.includes(' ')),
  ]
  const isKnown = (some: readonly Feature[], share: number) =>
    some.filter(({ name }) => model.features.has(name)).length >= share * some.length
  return words.length < FEWEST_TERMS || !isKnown(words, KNOWN.words) || !isKnown(pairs, KNOWN.pairs)
}

function smallWords(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

export function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, 2000)
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? []
  )
}
