/** A second look at who wrote a mail: does it read like the machine mail that people labelled, or like a person's? */

import type { Kind } from '../labels.ts'
import type { Weighed } from './intents.ts'
import { failedChecks } from './kind/authentication.ts'
import { DOUBT, type KindFinding } from './kind/finding.ts'
import { handsOn } from './kind/hands-on.ts'
import type { KindWorld } from './kind/look.ts'
import type { Feature } from './model/feature.ts'
import { isConcept } from './model/features.ts'
import {
  bringsMatter,
  likeliest,
  type Model,
  machineShare,
  QUESTIONS,
  type Shares,
  speakingFor,
} from './model/model.ts'
import { evidence } from './quote.ts'
import type { Reading } from './reading.ts'

/** The model and whose sender checks are believed. */
interface Judging extends KindWorld {
  readonly model: Model
}

/**
 * What the signs call a machine's and the model surely does not is a person's, whom somebody looks at first, unless the
 * sender failed its checks: of those the model knows nothing. Else, from `machineFrom` on it is a machine's (from
 * `idleMachineFrom` on, when it brings no matter of the desk): hardly any person's mail of unknown writers reached that
 * share; what speaks of things that the model never read of has to look far more like one. From `doubtFrom` on it stays a person's, but a person looks before any machine answers.
 */
export function kindByModel(first: KindFinding, { shares, features, reading }: Weighed, world: Judging): KindFinding {
  const { model } = world
  const share = machineShare(shares)
  if (first.kind !== 'human') {
    const isCheckedWell = failedChecks(reading.mail, world.authservIds ?? []) === null
    return share < MACHINES_FROM && isCheckedWell ? doubted(first) : first
  }
  const words = wordsOf(reading.newest)
  if (share < model.doubtFrom || words.length < FEWEST_WORDS || isHandedOn(reading)) return first
  const answer = likeliestMachine(shares)
  const bar = bringsMatter(likeliest('main', shares)) ? model.machineFrom : model.idleMachineFrom
  const isSure = share >= bar && (share >= STRANGE_FROM || !isStrange(features, model)) && isEnglish(words)
  const told = speakingFor(model, features, 'kind', answer).slice(0, 2)
  const shown = told.flatMap(({ sentence: at }) => {
    const sentence = reading.sentences[at]
    return sentence === undefined ? [] : [evidence(isSure ? answer : DOUBT, sentence.from, sentence.text)]
  })
  if (isSure) return { kind: answer, evidence: shown }
  if (first.evidence.length > 0) return first
  // Also when no sentence can be shown: without this word nothing keeps a machine from answering.
  return { kind: 'human', evidence: shown.length > 0 ? shown : [evidence(DOUBT, 'subject', reading.subject)] }
}

/** Of the labelled mails no machine's lies below that the signs find, and most of the people's whom they mistake do. */
const MACHINES_FROM = 0.4

/** The same words, which say no more than that it may be one. */
function doubted(first: KindFinding): KindFinding {
  return { kind: 'human', evidence: first.evidence.map((one) => ({ ...one, for: DOUBT })) }
}

/** Few people of the labelled mails leave or follow somebody; those who say it for themselves are no machines. */
function isHandedOn({ mail, newest, signature }: Reading): boolean {
  const address = mail.from[0]?.address ?? ''
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@')))
  return handsOn({ mail, opening: newest.slice(0, 900), own: `${newest}\n${signature}`, local })
}

function likeliestMachine({ kind: given }: Shares): Exclude<Kind, 'human'> {
  const machines = QUESTIONS.kind.filter((kind) => kind !== 'human')
  const share = (kind: Kind) => given[QUESTIONS.kind.indexOf(kind)] as number
  return machines.reduce((best, kind) => (share(kind) > share(best) ? kind : best))
}

/** Fewer are no text to judge a writer by. */
const FEWEST_WORDS = 6

/**
 * The labelled mails of people are English: what is not looks strange to the model, which makes it doubtful and no more.
 * Tables and lists have few small words of any language, and none of another one.
 */
function isEnglish(words: readonly string[]): boolean {
  const english = words.filter((word) => ENGLISH.has(word)).length
  return english >= ENGLISH_SHARE * words.length && english > words.filter((word) => FOREIGN.has(word)).length
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

/** Of the words of people's mails to the desk, and of the pairs of them, the model knows more than this. */
const KNOWN = { words: 0.9, pairs: 0.4 }
/** Fewer are few to know. */
const FEWEST_TERMS = 12
const STRANGE_FROM = 0.95

/** A fable, a mail of a programmer's test, a recipe: whatever share a model gives, it has learned it from other things. */
function isStrange(features: readonly Feature[], model: Model): boolean {
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

function wordsOf(text: string): readonly string[] {
  return (
    text
      .slice(0, 2000)
      .toLowerCase()
      .match(/[\p{L}']+/gu) ?? []
  )
}
