/**
 * What a person's mail wants by the odds: the model weighs what the mail says, and below the share at which it was right
 * often enough on mails that it did not know, a person decides.
 */
import type { DocumentSort, Intent } from '../labels.ts'
import type { Evidence, ScoredIntent, Turned } from '../understanding.ts'
import { evidencePapers } from './documents.ts'
import { EARLY, earlyOrderBeside } from './early-order.ts'
import type { AgreementPoints } from './facts/agreement/agreement.ts'
import type { Weighed as KindSigns } from './kind/signs.ts'
import { worthOf } from './model/acting.ts'
import type { Feature } from './model/feature.ts'
import { type Model, QUESTIONS, type Shares, speakingFor } from './model/model.ts'
import { evidence } from './quote.ts'
import type { Reading } from './reading.ts'
import type { IntentScore } from './rules.ts'
import { pointsAtUnreadPapers } from './unread-papers.ts'
import { ELECTRIC } from './words.ts'

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
export function intentsByOdds(weighed: Weighed, model: Model): IntentFinding {
  const ranked = ranking(weighed.shares)
  const likeliest = likeliestTwo(ranked)
  const main = ranked[0] as ScoredIntent
  const isSilent = saysNothing(weighed.reading) || pointsAtUnreadPapers(weighed.reading, weighed.documents)
  const told = [rounded(main), ...furtherIntents(main.intent, weighed, model).map(rounded)]
  const early = earlyOrderBeside(weighed.reading, told)
  const wished = early === null ? [] : [evidence(EARLY, early.from, early.text)]
  const intents = early === null ? told : [...told, { intent: EARLY, confidence: PAPER_CONFIDENCE }]
  const turned = weighed.turned === null ? {} : { turned: weighed.turned }
  if (isUnsureOf(main, weighed, model) || isSilent || isOfTradeAfterAll(main, weighed.reading)) {
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
    intents: withPapers(intents, papers),
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

export function isUnsureOf({ intent, confidence }: ScoredIntent, { features }: Weighed, model: Model): boolean {
  return worthOf(confidence, features) < model.actFrom[intent]
}

/**
 * What speaks the language of the trade is nobody's only when a person says so: "we need an interconnection agreement for
 * Utah" in a line of its own may look like mail about solar panels, and a clock would not start.
 */
function isOfTradeAfterAll({ intent }: ScoredIntent, { mail, newest }: Reading): boolean {
  const words = `${mail.subject}\n${newest}`
  return intent === 'unrelated' && TRADE.test(words) && !ELECTRIC.test(words)
}

const TRADE =
  /\b(?:CLECs?|ICAs?|NTA|ARF|CLSP|UNEs?|interconnect(?:ion|ing)?|(?:resale|commercial) agreements?|section 25[12]|47 U\.?S\.?C|25[12]\(|early order(?:ing)?)\b/i

/** An answer without a word or a file of its own: its subject is as old as the thread. */
function saysNothing({ mail, newest, forwarded }: Reading): boolean {
  return mail.inReplyTo.length > 0 && !/[\p{L}\p{N}]/u.test(newest) && mail.attachments.length === 0 && !forwarded
}

/** Every intent with its odds, the likeliest first. */
export function ranking(shares: Shares): readonly ScoredIntent[] {
  return QUESTIONS.main
    .map((intent, at) => ({ intent, confidence: shares.main[at] as number }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** A person chooses between them where the program does not. */
export function likeliestTwo(ranked: readonly ScoredIntent[]): readonly ScoredIntent[] {
  return ranked.slice(0, 2).map(rounded)
}

/** What nobody of the trade wrote wants nothing else of the trade. */
export function furtherIntents(main: Intent, { shares }: Weighed, model: Model): readonly ScoredIntent[] {
  if (main === 'unrelated') return []
  return QUESTIONS.also
    .map((intent, at) => ({ intent, confidence: shares.also[at] as number }))
    .filter(({ intent, confidence }) => intent !== main && intent !== 'unrelated' && confidence >= model.alsoFrom)
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MOST_FURTHER)
}

/** Three matters in one mail are rare, four are a misreading. */
export const MOST_FURTHER = 2

const SUPPORTING: Intent = 'supporting-document'

/** Evidence papers that lie beside a carrier's letter about something else (label scheme: "whatever else the mail does"). */
export function papersBeside({ reading, documents }: Weighed, intents: readonly ScoredIntent[]): readonly string[] {
  if (intents.some(({ intent }) => intent === SUPPORTING || intent === 'unrelated')) return []
  return evidencePapers(reading, documents).slice(0, 3)
}

/** A file tells the paper, not whether anybody asked for it. */
export const PAPER_CONFIDENCE = 0.8

export function withPapers(intents: readonly ScoredIntent[], papers: readonly string[]): readonly ScoredIntent[] {
  return papers.length === 0 ? intents : [...intents, { intent: SUPPORTING, confidence: PAPER_CONFIDENCE }]
}

/** Sentences quoted per intent. */
const MOST_QUOTES = 2

/** The sentences that say most for an intent; where a rule knows the words in them, the quote shows those. */
export function evidenceOf(intent: Intent, { reading, features, rules }: Weighed, model: Model): readonly Evidence[] {
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

export function rounded({ intent, confidence }: ScoredIntent): ScoredIntent {
  return { intent, confidence: Math.min(SUREST, Math.round(confidence * 100) / 100) }
}
