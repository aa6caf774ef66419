import type { DocumentSort, Intent } from '../labels.ts'
import type { Evidence, ScoredIntent } from '../understanding.ts'
import { confidenceOf, isSure } from './confidence.ts'
import { type Cue, findCue, type Hit, type IntentRule } from './cue.ts'
import { evidencePapers, intentOfDocument } from './documents.ts'
import { accountChange } from './intents/account-change.ts'
import { agreementRequest } from './intents/agreement-request.ts'
import { amendmentRequest } from './intents/amendment-request.ts'
import { customerQuestionnaire } from './intents/customer-questionnaire.ts'
import { earlyOrderingLetter } from './intents/early-ordering-letter.ts'
import { networkReadiness } from './intents/network-readiness.ts'
import { optInInquiry } from './intents/opt-in-inquiry.ts'
import { otherDepartment } from './intents/other-department.ts'
import { processQuestion } from './intents/process-question.ts'
import { signedAgreement } from './intents/signed-agreement.ts'
import { statusInquiry } from './intents/status-inquiry.ts'
import { supportingDocument } from './intents/supporting-document.ts'
import { unrelated } from './intents/unrelated.ts'
import { evidence } from './quote.ts'
import type { Reading } from './reading.ts'

/** Every intent of the label scheme, in its order; the order also breaks ties. */
export const INTENT_RULES: readonly IntentRule[] = [
  agreementRequest,
  optInInquiry,
  earlyOrderingLetter,
  amendmentRequest,
  customerQuestionnaire,
  signedAgreement,
  supportingDocument,
  statusInquiry,
  networkReadiness,
  processQuestion,
  accountChange,
  otherDepartment,
  unrelated,
]

/** The intents of a person's mail, main one first, with what shows them. */
export interface IntentFinding {
  readonly intents: readonly ScoredIntent[]
  readonly abstained: boolean
  readonly evidence: readonly Evidence[]
}

/** One intent's hits in a mail and their sum. This is what a trained model replaces: a mail in, a score per intent out. */
export interface IntentScore {
  readonly intent: Intent
  readonly score: number
  readonly hits: readonly Hit[]
}

/** Scores all intents and keeps those the system would act on; below the threshold only the best guess, abstained. */
export function intentsOf(reading: Reading, documents: readonly DocumentSort[]): IntentFinding {
  const scores = scoreIntents(reading)
  const main = scores[0]
  if (main === undefined || main.score <= 0) return nothingKnown(reading, scores, documents)
  const further = scores.filter((other) => other !== main && standsByItself(other, main)).slice(0, 2)
  const kept = inOrderOfMail([main, ...further], reading)
  const runnerUp = scores.find((score) => !kept.includes(score))?.score ?? 0
  const confidence = confidenceOf(main.score, runnerUp)
  if (!isSure(confidence)) {
    return { intents: [{ intent: main.intent, confidence }], abstained: true, evidence: evidenceOf([main]) }
  }
  const intents = kept.map((one, at) => ({
    intent: one.intent,
    confidence: at === 0 ? confidence : Math.min(confidence, confidenceOf(one.score, 0)),
  }))
  const papers = papersBeside(reading, documents, intents)
  return {
    intents: papers.length === 0 ? intents : [...intents, { intent: SUPPORTING, confidence: PAPER_CONFIDENCE }],
    abstained: false,
    evidence: [...evidenceOf(kept), ...papers.map((paper) => evidence(SUPPORTING, `attachment:${paper}`, paper))],
  }
}

const SUPPORTING: Intent = 'supporting-document'
/** A file name tells the paper, not whether anybody asked for it. */
const PAPER_CONFIDENCE = 0.8

/** Evidence papers that lie beside a carrier's letter about something else (label scheme: "whatever else the mail does"). */
function papersBeside(
  reading: Reading,
  documents: readonly DocumentSort[],
  intents: readonly ScoredIntent[],
): readonly string[] {
  if (intents.some(({ intent }) => intent === SUPPORTING || intent === 'unrelated')) return []
  return evidencePapers(reading, documents).slice(0, 3)
}

/** What stands first in the mail is its main matter, when several intents each have sentences of their own. */
function inOrderOfMail(kept: readonly IntentScore[], reading: Reading): readonly IntentScore[] {
  const place = (one: IntentScore) => {
    const firsts = one.hits
      .filter((hit) => hit.points >= 3 && hit.sentence.place === 'newest')
      .map((hit) => reading.sentences.indexOf(hit.sentence) * 1000 + hit.at)
    return Math.min(Number.MAX_SAFE_INTEGER, ...firsts)
  }
  return [...kept].sort((a, b) => place(a) - place(b))
}

/** All scores, highest first. */
export function scoreIntents(reading: Reading): readonly IntentScore[] {
  return INTENT_RULES.map((rule) => {
    const hits = rule.cues.map((cue: Cue) => findCue(cue, reading)).filter((hit) => hit !== null)
    return { intent: rule.intent, score: hits.reduce((sum, hit) => sum + hit.points, 0), hits }
  }).sort((a, b) => b.score - a.score)
}

/** Pairs of which a mail holds only one (domain 7.1): the main one shuts the other out. */
const EXCLUDES: Partial<Record<Intent, readonly Intent[]>> = {
  'opt-in-inquiry': ['agreement-request', 'amendment-request'],
  // Whoever asks for an agreement tells what it is for: numbers to port, trunks, orders to come.
  'agreement-request': [
    'opt-in-inquiry',
    'process-question',
    'amendment-request',
    'signed-agreement',
    'other-department',
  ],
  'process-question': ['agreement-request', 'customer-questionnaire', 'network-readiness'],
  'amendment-request': ['agreement-request', 'opt-in-inquiry', 'signed-agreement', 'network-readiness'],
  'signed-agreement': ['agreement-request', 'amendment-request', 'status-inquiry'],
  'status-inquiry': [
    'agreement-request',
    'opt-in-inquiry',
    'customer-questionnaire',
    'signed-agreement',
    'amendment-request',
    'early-ordering-letter',
  ],
  'other-department': [
    'agreement-request',
    'network-readiness',
    'status-inquiry',
    'early-ordering-letter',
    'amendment-request',
  ],
  'early-ordering-letter': ['agreement-request', 'other-department', 'process-question', 'customer-questionnaire'],
  'network-readiness': ['agreement-request', 'process-question', 'amendment-request', 'opt-in-inquiry'],
  'account-change': ['agreement-request', 'process-question', 'supporting-document'],
  'customer-questionnaire': ['process-question'],
  unrelated: [
    'agreement-request',
    'opt-in-inquiry',
    'early-ordering-letter',
    'amendment-request',
    'customer-questionnaire',
    'signed-agreement',
    'supporting-document',
    'status-inquiry',
    'network-readiness',
    'process-question',
    'account-change',
    'other-department',
  ],
}

/** A further intent needs its own sentences: those in which the main intent says more do not count for it. */
function standsByItself(other: IntentScore, main: IntentScore): boolean {
  if (other.intent === 'unrelated' || EXCLUDES[main.intent]?.includes(other.intent) === true) return false
  const spoken = new Map<string, number>()
  for (const hit of main.hits)
    if (hit.points > 0) spoken.set(hit.sentence.text, Math.max(spoken.get(hit.sentence.text) ?? 0, hit.points))
  let own = 0
  for (const hit of other.hits) {
    if (hit.points < 0) own += hit.points
    else if (
      (hit.sentence.place === 'newest' || hit.sentence.place === 'name') &&
      (spoken.get(hit.sentence.text) ?? 0) < hit.points + 3
    )
      own += hit.points
  }
  return own >= FURTHER_POINTS && other.score >= FURTHER_POINTS
}

/** Points a further intent needs in sentences of its own. */
const FURTHER_POINTS = 5

/** No cue at all: "unrelated" when the mail has text and not one word of the trade, else the best guess, unsure. */
function nothingKnown(
  reading: Reading,
  scores: readonly IntentScore[],
  documents: readonly DocumentSort[],
): IntentFinding {
  const text = `${reading.subject}\n${reading.newest}\n${reading.quoted}`
  const trade = TRADE.test(text)
  const silent = reading.nearlyEmpty || reading.mail.attachments.some((file) => !file.inline)
  const confidence = trade || silent ? 0.3 : 0.65
  const attached = documents.map(intentOfDocument).find((one) => one !== null)
  const intent: Intent = attached ?? (trade || silent ? (scores[0]?.intent ?? 'process-question') : 'unrelated')
  return {
    intents: [{ intent, confidence }],
    abstained: !isSure(confidence),
    evidence: [evidence(intent, 'text', reading.newest || reading.subject)],
  }
}

const TRADE =
  /\b(?:interconnect\w*|CLEC|ILEC|carrier|agreement|telecom\w*|telephone|VoIP|resale|trunks?|OCN|ACNA|tariff|wholesale|commission|PUC|PSC|ICAs?|notices?|incumbent|certificate|phone (?:service|company)|voice service|numbers?)\b/i

function evidenceOf(scores: readonly IntentScore[]): readonly Evidence[] {
  return scores.flatMap((one) =>
    [...one.hits]
      .filter((hit) => hit.points > 0)
      .sort((a, b) => b.points - a.points)
      .slice(0, 3)
      .map((hit) => evidence(one.intent, hit.sentence.from, hit.sentence.text, hit.at)),
  )
}
