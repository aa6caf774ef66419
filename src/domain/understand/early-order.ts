/**
 * An early order that is asked for beside papers, mostly the signed agreement (domain 2.2 step 7b). The papers outweigh the one sentence
 * in what the mail as a whole is about, and then nobody would answer it.
 */
import type { Intent } from '../labels.ts'
import type { ScoredIntent } from '../understanding.ts'
import type { Reading, Sentence } from './reading.ts'
import { LIVE_ORDER, say } from './words.ts'

export const EARLY: Intent = 'early-ordering-letter'

const WISHES =
  /\b(?:would|'d) (?:also )?like\b|\b(?:want|wish|need|hope|intend|plan|ask|request|hereby|please)\b|\b(?:can|could|may|might) we\b/i
const ORDERS_EARLY =
  /\bearl(?:y|ier)[ -]order(?:s|ing)?\b|\border(?:s|ing)? (?:\w+ ){0,2}earl(?:y|ier)\b|\b(?:place|start|begin|submit|send)\w*\b[^.?!]{0,30}\border(?:s|ing)?\b[^.?!]{0,60}\b(?:before|pending|prior to|ahead of|while)\b[^.?!]{0,40}\b(?:approv|commission|pending)/i

const LIVE = say(LIVE_ORDER)
/** What brings papers and nothing else. */
const PAPERS: ReadonlySet<Intent> = new Set(['signed-agreement', 'supporting-document', 'customer-questionnaire'])
/** "We do not need early ordering". */
const DENIED = /\b(?:no|not|never|don't|won't|neither|without)\b[^.?!]{0,40}\b(?:early|earlier|order)/i

/** The sentence that asks for it; null: none does, or the mail is read as asking for it anyway. */
export function earlyOrderBeside(reading: Reading, intents: readonly ScoredIntent[]): Sentence | null {
  if (!intents.some(({ intent }) => PAPERS.has(intent)) || intents.some(({ intent }) => intent === EARLY)) return null
  return reading.sentences.find(({ place, text }) => place === 'newest' && asksForIt(text)) ?? null
}

function asksForIt(text: string): boolean {
  return WISHES.test(text) && ORDERS_EARLY.test(text) && !LIVE.test(text) && !DENIED.test(text)
}
