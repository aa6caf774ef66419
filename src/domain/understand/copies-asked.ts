/**
 * A mail that asks for nothing but copies: the template, the price list (domain intent 23). Its words are those of a request
 * for an agreement, and it is none yet: no way is chosen and nothing is owed. The label is `process-question` ("which
 * template … no request yet"). One word of wanting an agreement is enough to leave the mail what it is (domain T2).
 */
import type { Intent } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import { newestWords } from './newest-words.ts'
import { quote } from './quote.ts'
import { remembered } from './remembered.ts'
import { sentencesOf } from './sentences.ts'

export const COPIES_LABEL: Intent = 'process-question'

export interface Copies {
  readonly template: boolean
  readonly prices: boolean
  /** The sentence that asks for it. */
  readonly quote: string
}

const KIND =
  '(?:current|latest|newest|most recent|standard|generic|usual|model|sample|blank|negotiations?|interconnection|commercial|resale|wholesale|your|the|ICA|CLEC|wireless)'
const CONTRACT = '(?:agreements?|contracts?|ICAs?)'
const TEMPLATE = new RegExp(
  `\\b(?:${KIND} ){0,5}(?:templates?(?: (?:for )?(?:an? |the )?(?:interconnection |resale |commercial )?${CONTRACT})?|NTAs?|SGATs?|statement of generally available terms)\\b`,
  'gi',
)
/** "Would like to have your standard agreement" asks for an agreement: only what sends a copy makes a copy of it. */
const STANDARD = new RegExp(
  `\\b(?:${KIND} ){0,5}(?:standard|generic|model|sample|blank|boilerplate) (?:${KIND} ){0,5}${CONTRACT}\\b`,
  'gi',
)
const PRICES =
  /\b(?:price|pricing|rate|rates)[ -]?(?:lists?|sheets?|cards?|schedules?|tables?|appendi(?:x|ces)|exhibits?|attachments?)\b|\b(?:list|schedule|table) of (?:\w+ )?(?:prices|rates|charges)\b|\bexhibit a\b(?: rates?| prices?| pricing)?/gi

const WANTED = /\bTHE-(?:TEMPLATE|PRICES|STANDARD)\b/
const BY_NAME = /\bTHE-(?:TEMPLATE|PRICES)\b/
/** What sends a copy on its way, or says where one lies. */
const SENDS =
  /\b(?:send|e-?mail|mail|forward|provide|share|supply|furnish|pass (?:along|on)|attach|transmit|download|find|locate|access|look at|point (?:us|me) to|direct (?:us|me) to|links?(?: to)?|where|cop(?:y|ies) of)\b/i
const GETS = /\b(?:get|have|obtain|receive|see|looking for|after|in need of)\b/i
/** Asked for by its name alone: "we need the price list", "template request". */
const NAMED =
  /\b(?:requests?|requesting|asks? for|asking for|would like|'d like|want|need)\b(?: to (?:request|see|have|get))?[^.?!]{0,12}\bTHE-(?:TEMPLATE|PRICES)\b/i
/** What stands in it: "Does the template have an arbitration clause?", "Where does it speak of deposits?" */
const OF_ITS_WORDS =
  /(?<!\bwhere )\b(?:do|does|did|will|would|can|could|has|have|is|are|should|isn't|doesn't|don't|aren't) THE-(?:TEMPLATE|PRICES|STANDARD)\b(?! (?:available|online|posted|published|ready|on|at|anywhere|somewhere)\b)|\bTHE-(?:TEMPLATE|PRICES|STANDARD) (?:(?:also|only|still|already|not) )*(?:says?|means?|contains?|includes?|covers?|speaks?|provides?|has|have|allows?|requires?|mentions?|addresses|offers?|lists?)\b|\bwhere (?:in|within|inside) THE-/i
/** "Would you send me both?" */
const SENDS_THEM =
  /\b(?:send|e-?mail|mail|forward|provide|share|supply)\b(?: (?:me|us|over|along))? (?:both|them|these|those|it)\b/i
/** Wants an agreement, or something of one that there is. */
const WANTS_MORE =
  /\b(?:negotiat\w+|adopt\w*|opt(?:s|ed|ing)?[ -]?in(?:to)?|MFN|25[12]\b|execut\w+|sign(?:s|ed|ing)?|signature|countersign\w*|unchanged|unmodified|as[ -]is|without (?:any )?(?:change|modification|alteration)s?|enter(?:ing)? into|interconnect|interconnected|interconnecting|bona fide|request form|redlin\w+|mark-?up|changes|amend\w*|renew\w*|successor|replace\w*|expir\w+|our (?:\w+ ){0,2}(?:agreement|contract|ICA)|existing|in place|in force|CDS-\d|docket|order(?:s|ed|ing)?|accept\w*|agree(?:s|d)?\b|take (?:it|them)|go with|move forward|proceed|get(?:ting)? (?:started|going)|begin|start(?:ed|ing)? (?:the |our )?(?:process|talks)|resell|resale of|establish\w*|put in place|set(?:ting)? up|we'?ll (?:use|take)|of our own|present form|resol(?:ved|ution)|organized|incorporated|signatory)\b/i
const WANTS_AGREEMENT =
  /\b(?:request|want|wish|need|seek|require|apply|appl(?:y|ies|ication)|ask|asks|like|obtain|get|have)\w*\b[^.?!]{0,40}\b(?:one of|agreements?|contracts?|ICAs?|interconnection|resale)\b|\b(?:agreement|ICA|interconnection) request\b|\brequest for (?:an? )?(?:interconnection|agreement|ICA|resale)\b/i
/** Another matter beside it. */
const ASKS_MORE =
  /\?|\b(?:please|kindly|could you|can you|would you|let (?:us|me) know|advise|confirm|attached|enclosed)\b/i

/** Characters; nobody asks for a copy further back. */
const SUBJECT_READ = 400

/** Null: it asks for no copy, or for more than copies. */
export function copiesAsked(mail: Pick<ReadMail, 'text' | 'subject' | 'attachments'>): Copies | null {
  if (mail.attachments.some((file) => file.text !== null && file.text.trim() !== '')) return null
  const said = saidIn(mail)
  const first = said.find(({ named }) => WANTED.test(named) && asksForCopy(named))
  if (first === undefined) return null
  const subject = withNames(mail.subject.slice(0, SUBJECT_READ))
  if ([subject, ...said.map(({ named }) => named)].some((words) => wantsMore(words))) return null
  const isAll = said.every(({ named }) => asksForCopy(named) || !ASKS_MORE.test(pleasantries(named)))
  if (!isAll) return null
  const all = [subject, ...said.map(({ named }) => named)].join(' ')
  return {
    template: /THE-(?:TEMPLATE|STANDARD)/.test(all),
    prices: all.includes('THE-PRICES'),
    quote: quote(first.sentence, 0),
  }
}

const SENT =
  '(?:(?:e-?)?mails?|messages?|letters?|notes?|requests?|forms?|applications?|inquir(?:y|ies)|enquir(?:y|ies))'
/** Whether what they sent came, or where it stands. */
const ASKS_STATUS = new RegExp(
  `\\b(?:did|have|has|was|were|is|are)\\b[^.?!]{0,50}\\b(?:get|got|gotten|receiv\\w+|seen?|read|arrived?|reach\\w*|come|came|in)\\b[^.?!]{0,40}\\b${SENT}\\b[^.!]*\\?|\\b(?:did|has|have)\\b[^.?!]{0,40}\\b${SENT}\\b[^.?!]{0,40}\\b(?:arrived?|reach\\w*|come|go|gone|received|get)\\b[^.!]*\\?|\\bany (?:news|word|update|progress)\\b|\\bwhere\\b[^.?!]{0,40}\\bstands?\\b|\\b(?:checking in|following up|status|haven't heard|have not heard)\\b`,
  'i',
)
/** They wait for a copy that was promised or asked for. */
const STILL =
  /\b(?:still|yet)\b[^.?!]{0,30}\b(?:need|want|wait\w*|miss\w*|lack\w*|without)\b|\b(?:waiting|wait) (?:for|on)\b|\b(?:never|not|nor)\b[^.?!]{0,20}\b(?:arrived?|come|came|receiv\w+|got|gotten|get|seen|reached)\b|\b(?:haven't|hasn't|didn't|don't) [^.?!]{0,20}\b(?:arrived?|come|came|receiv\w+|got|gotten|get|have|seen|reached)\b/i

/** Copies that are asked for beside the question where an earlier mail stands: "Did you get my mail? We still need the template." */
export function copiesBesideStatus(mail: Pick<ReadMail, 'text' | 'attachments'>): Copies | null {
  if (mail.attachments.some((file) => file.text !== null && file.text.trim() !== '')) return null
  const said = saidIn(mail)
  const isStatus = ({ sentence, named }: Said) => ASKS_STATUS.test(sentence) && !BY_NAME.test(named)
  const others = said.filter((one) => !isStatus(one))
  const asks = ({ named }: Said) => BY_NAME.test(named) && (asksForCopy(named) || STILL.test(named))
  const [first] = others.filter(asks)
  const isAll = others.every((one) => !wantsMore(one.named) && (asks(one) || !ASKS_MORE.test(pleasantries(one.named))))
  if (first === undefined || others.length === said.length || !isAll) return null
  const all = others.map(({ named }) => named).join(' ')
  return {
    template: all.includes('THE-TEMPLATE'),
    prices: all.includes('THE-PRICES'),
    quote: quote(first.sentence, 0),
  }
}

/** Copies that are asked for beside an agreement, in sentences of their own: who signs the template asks for no copy of it. */
export function copiesBeside(mail: Pick<ReadMail, 'text'>): Copies | null {
  const asking = saidIn(mail).filter(({ named }) => BY_NAME.test(named) && asksForCopy(named) && !wantsMore(named))
  const all = asking.map(({ named }) => named).join(' ')
  const prices = all.includes('THE-PRICES')
  const [first] = asking
  if (first === undefined || !(prices || /\balso\b/i.test(all))) return null
  return { template: all.includes('THE-TEMPLATE'), prices, quote: quote(first.sentence, 0) }
}

interface Said {
  readonly sentence: string
  readonly named: string
}

function saidIn(mail: Pick<ReadMail, 'text'>): readonly Said[] {
  return withNamesEach(newestWords(mail))
}

const withNamesEach = remembered((words): readonly Said[] =>
  sentencesOf(words).map((sentence) => ({ sentence, named: withNames(sentence) })),
)

/** The names of what is asked for hold the words of requests ("Negotiations Template Agreement"): they stand for themselves. */
function withNames(words: string): string {
  return words.replace(TEMPLATE, 'THE-TEMPLATE').replace(PRICES, 'THE-PRICES').replace(STANDARD, 'THE-STANDARD')
}

/** A sentence by itself: "Could you send us the price list?" */
export function asksForACopy(sentence: string): boolean {
  const named = withNames(sentence)
  return BY_NAME.test(named) && asksForCopy(named) && !wantsMore(named)
}

function asksForCopy(named: string): boolean {
  if (OF_ITS_WORDS.test(named)) return false
  if (WANTED.test(named) && SENDS.test(named)) return true
  return (BY_NAME.test(named) && (GETS.test(named) || NAMED.test(named))) || SENDS_THEM.test(named)
}

function wantsMore(named: string): boolean {
  return WANTS_MORE.test(named) || WANTS_AGREEMENT.test(named)
}

/** What is said out of courtesy asks for nothing. */
function pleasantries(named: string): string {
  return named.replace(
    /\b(?:let (?:us|me) know|please (?:call|write|contact|reach)|feel free)\b[^.?!]{0,60}\b(?:questions?|need anything|anything (?:else|from us))\b|\bhow are you\b\??|\bplease (?:and|&) thank you\b/gi,
    '',
  )
}
