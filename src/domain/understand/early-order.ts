/**
 * An early order that is asked for beside papers, mostly the signed agreement (domain 2.2 step 7b). The papers outweigh
 * the one sentence in what the mail as a whole is about, and then nobody would answer it.
 */
import type { Intent } from '../labels.ts'
import type { ScoredIntent } from '../understanding.ts'
import type { Reading, Sentence } from './reading.ts'
import { LIVE_ORDER, say } from './words.ts'

export const EARLY: Intent = 'early-ordering-letter'

/** The main matter, or one beside it, of a mail that brings papers. */
const PAPERS: ReadonlySet<Intent> = new Set(['signed-agreement', 'supporting-document', 'customer-questionnaire'])

/** Who wishes, and how a question begins; in "if you want to" we are meant. */
const SOMEBODY =
  "(?:(?:we|i|us|client|company)(?: (?:also|still|really|would|will|do|then|now|all))*|we'd|i'd|may|can|could|might|possible|interested) ?"
const WISHES =
  '(?:(?:also |then |therefore |hereby |further )?(?:like|love|prefer|want|wish|need|hope|intend|plan|ask|request|apply|be glad|be able|start|begin|use|have|we|i|in|for|to)(?: (?:us|be|able|allowed|permission))?,? ?){0,3}'
/** An order that a commission gives is a noun with its owner, a collocation order a single one. */
const ORDERING =
  '(?:to )?(?:order|ordering|(?:plac|submitt?|send)(?:e|ing)? (?:our |the |some |first )?orders|(?:start|begin)(?:ning)? (?:to order|ordering|with orders|placing orders))'
/** Before there is an approval. */
const ORDERS_EARLY = [
  '(?:for |the |an? |your )?early[ -]ordering(?! (?:request|of documents))',
  `${ORDERING} (?:\\w+ ){0,2}(?:early|earlier)\\b`,
  `${ORDERING}\\b[^.?!]{0,60}\\b(?:before|pending|prior to|ahead of|while)\\b[^.?!]{0,40}\\b(?:approv|commission|pending)`,
].join('|')
const ASKS_EARLY = new RegExp(`\\b${SOMEBODY}${WISHES}(?:${ORDERS_EARLY})`, 'i')

const LIVE = say(LIVE_ORDER)
/** "We do not need early ordering", "decided against early ordering"; what stands behind a comma is another thought. */
const DENIED =
  /\b(?:no|not|never|nothing|neither|without|against|instead|rather|than|withdraw\w*|cancel\w*|hold(?:ing)? off|longer|consider|\w+n't)\b[^.?!,;]{0,40}\b(?:early|earlier|order)/i
/** Somebody's words, mostly our own. */
const QUOTED = /["“]/

/** The sentence that asks for it; null: none does, or the mail is read as asking for it anyway. */
export function earlyOrderBeside(reading: Reading, intents: readonly ScoredIntent[]): Sentence | null {
  if (!intents.some(({ intent }) => PAPERS.has(intent)) || intents.some(({ intent }) => intent === EARLY)) return null
  return reading.sentences.find(({ place, text }) => place === 'newest' && asksForIt(text)) ?? null
}

function asksForIt(text: string): boolean {
  return ASKS_EARLY.test(text) && !LIVE.test(text) && !DENIED.test(text) && !QUOTED.test(text)
}
