/**
 * An early order that is asked for beside papers, mostly the signed agreement (domain 2.2 step 7b). The papers outweigh
 * the one sentence in what the mail as a whole is about, and then nobody would answer it.
 *
 * A sentence asks for it that speaks of ordering, says that it is to be before the approval, and wishes or asks something,
 * unless it turns the thing down, puts it off, or tells of what was.
 */
import type { Intent } from '../labels.ts'
import type { ScoredIntent } from '../understanding.ts'
import type { Reading, Sentence } from './reading.ts'
import { either, LIVE_ORDER, say } from './words.ts'

export const EARLY: Intent = 'early-ordering-letter'

/** The main matter, or one beside it, of a mail that brings papers. */
const PAPERS: ReadonlySet<Intent> = new Set(['signed-agreement', 'supporting-document', 'customer-questionnaire'])

/** "Early ordering", "the Early Ordering Letter"; "our early ordering request of May 2" is another mail. */
const NAMED = '\\bearl(?:y|ier)[ -](?:ordering\\b|orders\\b|order(?= letter))(?! (?:requests?\\b|of\\b|papers to\\b))'

/** What the carrier serves; whoever orders a bond, business cards or a switch orders elsewhere. */
const SERVICE =
  '(?:(?:our|the|some|any|its|their|first|new|more|local) ){0,3}(?:\\w+ ){0,2}?(?:services?|trunks?|trunking|loops?|lines?|UNEs?|circuits?|ports?|facilities|interconnection|collocation|resale|elements?)(?: groups?)?'
const NO_OBJECT =
  '(?=\\s*(?:[,;:.?!)]|$)| (?:early|earlier|before|prior|ahead|pending|while|without|in|now|right|at|as|so|then|under|from|with|and|or|for us|immediately|rather|because|since|during|possible|allowed)\\b)'
/** The verb; an order that a commission gives is a noun with its owner, and "in order to" is none. */
const TO_ORDER = `(?<!\\b(?:the|that|this|its?|an?|your|their|his|whose|of) (?:\\w+ )?)(?:(?<!\\bin (?:\\w+ )?)\\border|\\bordering)\\b(?: ${SERVICE}\\b)?${NO_OBJECT}`
/** Orders that are there already wait for something else. */
const ORDERS =
  '(?<!\\b(?:pending|open|existing|current|live|stuck|court|commission) )\\b(?:orders|LSRs|ASRs)\\b(?! (?:of|from|by|already|fail|keep|for \\d|are not|in \\w+ are) ?)'
const ORDERING = either(TO_ORDER, ORDERS)

const AUTHORITY = '(?:approv\\w*|commission\\w*|P[USR]C\\b|UTC\\b|docket|pending)'
const BEFORE = [
  // "Early" may be soon: "early next year", "in early June", "early enough".
  `${ORDERING}(?: \\w+){0,4}(?<! in) (?:early|earlier(?! than))\\b(?! (?:(?:next|this|last|in|on|enough|as|\\w+ year)\\b|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec))`,
  `\\b(?:before|prior to|ahead of|in advance of|pending|while|without (?:waiting|awaiting))\\b[^.?!;]{0,50}\\b${AUTHORITY}`,
  `\\b${AUTHORITY}[^.?!;]{0,20}\\b(?:has|have|had)(?:n't| not)\\b|\\bno (?:approval|decision|order)\\b`,
  '\\bin the (?:meantime|mean time|interim|meanwhile)\\b|\\bmeanwhile\\b',
  `\\b(?:now|right away|at once|immediately)\\b[^.?!;]{0,60}\\b(?:wait\\w*|rather than|instead)\\b[^.?!;]{0,40}\\b${AUTHORITY}`,
].join('|')
const [IS_NAMED, IS_ORDERED, IS_BEFORE] = [say(NAMED), say(ORDERING), say(BEFORE)]

/** Whoever wishes it, the carrier by its name too. "Please find it attached" wishes nothing. */
const WISHES =
  /\b(?:would|['’]d) (?:\w+ ){0,2}?(?:like|love|prefer|appreciate|help|welcome|rather|be (?:glad|happy|interested))\b|\b(?:want|wish|intend|hope|request|prefer|desire)(?:s|es|ing)?\b(?! (?:of|form|that the)\b)|\b(?:plan|expect|need|have|ask|apply)(?:s|ing|ies)? (?:also )?(?:to|for|the|that)\b|\binterested in\b|\b(?:please|kindly)\b(?! (?:find|see|note|file|tell them))|\b(?:we|I|client|company)(?:['’]ll| will| shall) (?:\w+ ){0,2}(?:order|place|submit|send|begin|start|use)\b|\bcan we\b|\?\W*$/i

/** A no reaches to the end of its clause, and "no approval yet and we want to order early" has two of them. */
const REACH =
  "(?: (?!(?:but|and|so|although|because|we|I|wait\\w*|reason|letter|form|papers?|paperwork)\\b)[\\w'’]+){0,5}"
/** "We do not want to order early", "against early ordering", "early ordering we shall not need". */
const DENIED = say(
  either(
    `(?<!\\bno reason (?:for us )?)(?:\\b(?:no|not|never|neither|nor|without|against|skip\\w*|withdr[ae]w\\w*|cancel\\w*|drop\\w*|declin\\w*|waiv\\w*|hold(?:ing)? off)|n['’]t)${REACH} (?:early|order)`,
    '\\b(?:disregard|ignore|remov\\w*|void|shred|destroy|discard|hold|out of)\\b(?: (?!(?:but|and|so|we|I)\\b)[\\w\u2019]+){0,4} early',
    'early order(?:ing)?\\b[^.?!,;]{0,20}\\b(?:(?:can|may) be (?:left|taken)|out of|back to|we (?:have )?signed|has (?:been|reached)|without)\\b',
    '\\b(?:competitor|whoever|who else|anybody else)\\b[^.?!]{0,40}early',
    '\\bthan (?:to )?(?:\\w+ )?(?:early|order)',
    "early ordering[^.?!,;]{0,20}\\b(?:is only|(?:is|was|are|shall|will|do|would|we|I|have)(?: not|n['’]t| have no))\\b",
  ),
)
/** It is put off, left to us, or has been. */
const NOT_NOW =
  /\b(?:later|some ?day|(?:but )?not (?:now|yet, thanks)|(?<!not )only (?:after|when|once|if)|(?:prefer|rather|like|decided|choose) to wait|(?:will|shall|here we) wait|if\b[^.?!]{0,60}\blet you know|(?<!\bdid )last (?:year|time|spring|summer|fall|winter|month)|told us|letting us|if you (?:want|wish|need|would)|should you)\b|(?<!\b(?:rather than|not|not only|because|instead of|than) )\b(?:once|after|as soon as)\b[^.?!,;]{0,40}\b(?:approv\w*|acts|commission(?! and before))\b/i

/** "Order now" has no number. */
const LIVE = say(LIVE_ORDER, '(?!w\\b|t\\b)')
/** Somebody's words, mostly our own; a few words in marks are a title. */
const QUOTED = /["“][^"“”]*(?:["”]|$)/g
const TITLE = 5

/** The sentence that asks for it; null: none does, or the mail is read as asking for it anyway. */
export function earlyOrderBeside(reading: Reading, intents: readonly ScoredIntent[]): Sentence | null {
  if (!intents.some(({ intent }) => PAPERS.has(intent)) || intents.some(({ intent }) => intent === EARLY)) return null
  // The subject of an answer is as old as the thread.
  const isAnswer = reading.mail.inReplyTo.length > 0 || /^\s*(?:re|aw|antw|sv)\s?:/i.test(reading.mail.subject)
  const own = (place: Sentence['place']) => place === 'newest' || (place === 'subject' && !isAnswer)
  return reading.sentences.find(({ place, text }) => own(place) && asksForIt(withoutQuoted(text))) ?? null
}

function asksForIt(text: string): boolean {
  const speaksOfIt = IS_NAMED.test(text) || (IS_ORDERED.test(text) && IS_BEFORE.test(text))
  return speaksOfIt && WISHES.test(text) && ![LIVE, DENIED, NOT_NOW].some((no) => no.test(text))
}

function withoutQuoted(text: string): string {
  return text.replace(QUOTED, (words) => (words.split(' ').length <= TITLE ? words.replace(/["“”]/g, '') : ' '))
}
