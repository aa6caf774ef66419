/**
 * What a person's mail wants: the model weighs what the mail says, and below the share at which it was right often
 * enough on mails that it did not know, a person decides.
 */
import type { DocumentSort, Intent } from '../labels.ts'
import type { Evidence, ScoredIntent, Turned } from '../understanding.ts'
import { COPIES_LABEL, type Copies, copiesAsked, copiesBesideStatus } from './copies-asked.ts'
import { evidencePapers } from './documents.ts'
import { EARLY, earlyOrderBeside } from './early-order.ts'
import type { AgreementPoints } from './facts/agreement/agreement.ts'
import { formWayIn } from './facts/agreement/form-way.ts'
import { FILING_LABEL, type FilingCopy, filingCopyIn } from './filing-copy.ts'
import type { Weighed as KindSigns } from './kind/signs.ts'
import { worthOf } from './model/acting.ts'
import type { Feature } from './model/feature.ts'
import { type Model, QUESTIONS, type Shares, speakingFor } from './model/model.ts'
import { plain } from './plain.ts'
import { evidence } from './quote.ts'
import type { Reading } from './reading.ts'
import type { IntentScore } from './rules.ts'
import { pointsAtUnreadPapers } from './unread-papers.ts'

/** The intents of a person's mail, main one first, with what shows them. */
export interface IntentFinding {
  readonly intents: readonly ScoredIntent[]
  /** When it abstained: what it may want besides, if anything. */
  readonly beside?: readonly ScoredIntent[]
  readonly abstained: boolean
  /** The two likeliest readings of the main intent. */
  readonly likeliest: readonly ScoredIntent[]
  readonly turned?: Turned
  readonly evidence: readonly Evidence[]
}

/** A mail as the model sees it and what it makes of it. */
export interface Weighed {
  readonly reading: Reading
  readonly documents: readonly DocumentSort[]
  readonly features: readonly Feature[]
  readonly rules: readonly IntentScore[]
  readonly agreement: AgreementPoints
  /** What speaks for each kind of machine. */
  readonly kinds: readonly KindSigns[]
  readonly shares: Shares
  readonly turned: Turned | null
}

/** The main intent and those that stand beside it; below the threshold only the best guess, abstained. */
export function intentsOf(weighed: Weighed, model: Model): IntentFinding {
  const ranked = ranking(weighed.shares)
  const likeliest = ranked.slice(0, 2).map(rounded)
  const main = ranked[0] as ScoredIntent
  if (formInHand(main, weighed, model)) return requestByForm(main, weighed, model, likeliest)
  const filed = filingCopyIn(weighed.reading)
  if (filed !== null) return handedOn(filed)
  const copies = LIKE_COPIES.has(main.intent) ? copiesAsked(weighed.reading.mail) : null
  if (copies !== null) return onlyCopies(copies, likeliest)
  const copiesToo = LIKE_COPIES.has(main.intent) ? copiesBesideStatus(weighed.reading.mail) : null
  if (copiesToo !== null) return statusAndCopies(copiesToo, likeliest)
  const isSilent = saysNothing(weighed.reading) || pointsAtUnreadPapers(weighed.reading, weighed.documents)
  const told = [rounded(main), ...furtherIntents(main.intent, weighed, model).map(rounded)]
  const early = earlyOrderBeside(weighed.reading, told)
  const wished = early === null ? [] : [evidence(EARLY, early.from, early.text)]
  const intents = early === null ? told : [...told, { intent: EARLY, confidence: PAPER_CONFIDENCE }]
  const turned = weighed.turned === null ? {} : { turned: weighed.turned }
  if (isUnsureOf(main, weighed, model) || isSilent) {
    const guesses = likeliest.flatMap(({ intent }) => evidenceOf(intent, weighed, model))
    return {
      intents: [rounded(main)],
      ...(isSilent || intents.length === 1 ? {} : { beside: intents.slice(1) }),
      abstained: true,
      likeliest,
      ...turned,
      evidence: [...wished, ...guesses],
    }
  }
  const papers = papersBeside(weighed, intents)
  return {
    intents: papers.length === 0 ? intents : [...intents, { intent: SUPPORTING, confidence: PAPER_CONFIDENCE }],
    abstained: false,
    likeliest,
    ...turned,
    evidence: [
      ...wished,
      ...told.flatMap(({ intent }) => evidenceOf(intent, weighed, model)),
      ...papers.map((paper) => evidence(SUPPORTING, `attachment:${paper}`, paper)),
    ],
  }
}

function isUnsureOf({ intent, confidence }: ScoredIntent, { features }: Weighed, model: Model): boolean {
  return worthOf(confidence, features) < model.actFrom[intent]
}

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

/** Whatever the model makes of the words of the papers: a person says what the mail wants. */
function handedOn({ from, quote }: FilingCopy): IntentFinding {
  const reading = { intent: FILING_LABEL, confidence: SUREST_GUESS }
  return { intents: [reading], abstained: true, likeliest: [reading], evidence: [evidence(FILING_LABEL, from, quote)] }
}

/** An answer without a word or a file of its own: its subject is as old as the thread. */
function saysNothing({ mail, newest, forwarded }: Reading): boolean {
  return mail.inReplyTo.length > 0 && !/[\p{L}\p{N}]/u.test(newest) && mail.attachments.length === 0 && !forwarded
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
  const papers = papersBeside(weighed, intents)
  return {
    intents: papers.length === 0 ? intents : [...intents, { intent: SUPPORTING, confidence: PAPER_CONFIDENCE }],
    abstained: false,
    likeliest,
    evidence: intents.flatMap(({ intent }) => evidenceOf(intent, weighed, model)),
  }
}

function ranking(shares: Shares): readonly ScoredIntent[] {
  return QUESTIONS.main
    .map((intent, at) => ({ intent, confidence: shares.main[at] as number }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** What nobody of the trade wrote wants nothing else of the trade. */
function furtherIntents(main: Intent, { shares }: Weighed, model: Model): readonly ScoredIntent[] {
  if (main === 'unrelated') return []
  return QUESTIONS.also
    .map((intent, at) => ({ intent, confidence: shares.also[at] as number }))
    .filter(({ intent, confidence }) => intent !== main && intent !== 'unrelated' && confidence >= model.alsoFrom)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_FURTHER)
}

/** Three matters in one mail are rare, four are a misreading. */
const MOST_FURTHER = 2

const SUPPORTING: Intent = 'supporting-document'
/** The sort of paper is sure. */
const SUREST_GUESS = 0.95
/** A file tells the paper, not whether anybody asked for it. */
const PAPER_CONFIDENCE = 0.8

/** Evidence papers that lie beside a carrier's letter about something else (label scheme: "whatever else the mail does"). */
function papersBeside({ reading, documents }: Weighed, intents: readonly ScoredIntent[]): readonly string[] {
  if (intents.some(({ intent }) => intent === SUPPORTING || intent === 'unrelated')) return []
  return evidencePapers(reading, documents).slice(0, 3)
}

/** Sentences quoted per intent. */
const MOST_QUOTES = 2

/** The sentences that say most for an intent; where a rule knows the words in them, the quote shows those. */
function evidenceOf(intent: Intent, { reading, features, rules }: Weighed, model: Model): readonly Evidence[] {
  const hits = rules.find((score) => score.intent === intent)?.hits ?? []
  return speakingFor(model, features, 'main', intent)
    .slice(0, MOST_QUOTES)
    .flatMap(({ sentence: at }) => {
      const sentence = reading.sentences[at]
      if (sentence === undefined) return []
      const told = hits.find((hit) => hit.sentence === sentence && hit.points > 0)
      return [evidence(intent, sentence.from, sentence.text, told?.at ?? 0)]
    })
}

/** Nothing is certain that was learned from some thousand mails. */
const SUREST = 0.99

function rounded({ intent, confidence }: ScoredIntent): ScoredIntent {
  return { intent, confidence: Math.min(SUREST, Math.round(confidence * 100) / 100) }
}
