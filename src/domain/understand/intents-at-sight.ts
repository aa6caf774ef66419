/**
 * Mails that show what they want, so that the odds need not decide: a request form that is filled in, papers that were filed
 * with a commission, a wish for nothing but copies. The words of all three are those of other matters as well.
 */
import type { Intent } from '../labels.ts'
import type { ScoredIntent } from '../understanding.ts'
import { COPIES_LABEL, type Copies, copiesAsked, copiesBesideStatus } from './copies-asked.ts'
import { formWayIn } from './facts/agreement/form-way.ts'
import { FILING_LABEL, type FilingCopy, filingCopyIn } from './filing-copy.ts'
import {
  evidenceOf,
  furtherIntents,
  type IntentFinding,
  isUnsureOf,
  likeliestTwo,
  MOST_FURTHER,
  PAPER_CONFIDENCE,
  papersBeside,
  ranking,
  rounded,
  type Weighed,
  withPapers,
} from './intents-by-odds.ts'
import { type Model, QUESTIONS } from './model/model.ts'
import { plain } from './plain.ts'
import { evidence } from './quote.ts'

/** Null: it is none of these. A form comes before what was filed, and that before a wish for copies. */
export function intentsAtSight(weighed: Weighed, model: Model): IntentFinding | null {
  const ranked = ranking(weighed.shares)
  const likeliest = likeliestTwo(ranked)
  const main = ranked[0] as ScoredIntent
  if (formInHand(main, weighed, model)) return requestByForm(main, weighed, model, likeliest)
  const filed = filingCopyIn(weighed.reading)
  if (filed !== null) return handedOn(filed)
  if (!LIKE_COPIES.has(main.intent)) return null
  const copies = copiesAsked(weighed.reading.mail)
  if (copies !== null) return onlyCopies(copies, likeliest)
  const copiesToo = copiesBesideStatus(weighed.reading.mail)
  return copiesToo === null ? null : statusAndCopies(copiesToo, likeliest)
}

/** What may stand beside a request form without taking away from it that it is a request. */
const BESIDE_FORM: ReadonlySet<Intent> = new Set([
  'early-ordering-letter',
  'process-question',
  'network-readiness',
  'supporting-document',
  'status-inquiry',
  'customer-questionnaire',
])

/** A form that is filled in is a request, also beside a question (domain 7: several intents in one mail). */
function formInHand(main: ScoredIntent, weighed: Weighed, model: Model): boolean {
  const { reading, documents, shares } = weighed
  const isFilledIn = reading.mail.attachments.some(
    (file, at) => documents[at] === 'agreement-request-form' && FILLED_IN.test(plain(file.text ?? '')),
  )
  // The tick fills it in, and says more than the words that all forms carry.
  const ticked = tickedIn({ reading, documents })
  if (main.intent === REQUEST && ticked === ADOPTION) return true
  if (main.intent === ADOPTION && ticked === REQUEST && !adopts(reading.newest)) return true
  if (!isFilledIn) return false
  const isUnsure = isUnsureOf(main, weighed, model)
  if (main.intent === REQUEST) return isUnsure
  const isRequest = (shares.also[QUESTIONS.also.indexOf(REQUEST)] ?? 0) >= model.alsoFrom
  // A doubtful word of adoption against a form that says nothing of it.
  if (main.intent === ADOPTION) return isUnsure && !reading.mail.attachments.some((file) => adopts(file.text))
  return BESIDE_FORM.has(main.intent) && (isUnsure || isRequest)
}

/**
 * A form whose box for opting in is ticked asks for an adoption, whatever the form is called; one whose other box is
 * ticked does not, whatever else it offers. Null: no form, none that chooses, or several that differ.
 */
function tickedIn({ reading, documents }: Pick<Weighed, 'reading' | 'documents'>): Intent | null {
  const ways = reading.mail.attachments
    .filter((_file, at) => documents[at] === 'agreement-request-form')
    .map((file) => formWayIn(plain(file.text ?? ''))?.way ?? null)
  const wants = new Set(ways.map((way) => (way === null ? null : way === 'opt-in' ? ADOPTION : REQUEST)))
  const [only = null] = wants
  return wants.size === 1 ? only : null
}

function adopts(text: string | null): boolean {
  return /\badopt|\bopt(?:ing)?[ -]?in\b|\b252 ?\(i\)/i.test(text ?? '')
}

/** It names a company and a state. */
const FILLED_IN =
  /^[^:|\n]{0,40}\b(?:legal|company|carrier|entity)\b[^:|\n]{0,40}[:|][ \t]*\p{L}{2}[\s\S]*^[^:|\n]{0,20}\bstate[^:|\n]{0,60}[:|][ \t]*\p{L}{2}|^[^:|\n]{0,20}\bstate[^:|\n]{0,60}[:|][ \t]*\p{L}{2}[\s\S]*^[^:|\n]{0,40}\b(?:legal|company|carrier|entity)\b[^:|\n]{0,40}[:|][ \t]*\p{L}{2}/imu
const REQUEST: Intent = 'agreement-request'
const ADOPTION: Intent = 'opt-in-inquiry'

/** The question beside the form is answered too, where it is the likelier one. */
function requestByForm(
  main: ScoredIntent,
  weighed: Weighed,
  model: Model,
  likeliest: readonly ScoredIntent[],
): IntentFinding {
  const request = { intent: tickedIn(weighed) ?? REQUEST, confidence: PAPER_CONFIDENCE }
  const beside = BESIDE_FORM.has(main.intent) ? [rounded(main)] : []
  const further = furtherIntents(main.intent, weighed, model).filter(
    ({ intent }) => intent !== REQUEST && intent !== ADOPTION,
  )
  const intents = [request, ...beside, ...further.map(rounded)].slice(0, 1 + MOST_FURTHER)
  return {
    intents: withPapers(intents, papersBeside(weighed, intents)),
    abstained: false,
    likeliest,
    evidence: intents.flatMap(({ intent }) => evidenceOf(intent, weighed, model)),
  }
}

/** Whatever the model makes of the words of the papers: a person says what the mail wants. */
function handedOn({ from, quote }: FilingCopy): IntentFinding {
  const reading = { intent: FILING_LABEL, confidence: FILING_CONFIDENCE }
  return { intents: [reading], abstained: true, likeliest: [reading], evidence: [evidence(FILING_LABEL, from, quote)] }
}

/** The sort of paper is sure. */
const FILING_CONFIDENCE = 0.95

/** What the model takes a mail for that asks for copies only. */
const LIKE_COPIES: ReadonlySet<Intent> = new Set(['agreement-request', 'process-question', 'status-inquiry'])

function onlyCopies({ quote }: Copies, likeliest: readonly ScoredIntent[]): IntentFinding {
  return {
    intents: [{ intent: COPIES_LABEL, confidence: PAPER_CONFIDENCE }],
    abstained: false,
    likeliest,
    evidence: [evidence(COPIES_LABEL, 'text', quote)],
  }
}

/** Whether an earlier mail came is asked first, and what is missing of it is asked for again. */
function statusAndCopies(copies: Copies, likeliest: readonly ScoredIntent[]): IntentFinding {
  const only = onlyCopies(copies, likeliest)
  return { ...only, intents: [{ intent: 'status-inquiry', confidence: PAPER_CONFIDENCE }, ...only.intents] }
}
