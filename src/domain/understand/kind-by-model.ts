/** A second look at who wrote a mail: does it read like the machine mail that people labelled, or like a person's? */

import { caseRefsIn } from '../case.ts'
import type { Kind } from '../labels.ts'
import type { Weighed } from './intents.ts'
import { failedChecks } from './kind/authentication.ts'
import { isColleague } from './kind/colleague.ts'
import { DOUBT, type KindFinding } from './kind/finding.ts'
import { handsOn } from './kind/hands-on.ts'
import type { KindWorld } from './kind/look.ts'
import { likeliest, type Model, machineBar, machineShare, QUESTIONS, type Shares, speakingFor } from './model/model.ts'
import { evidence } from './quote.ts'
import type { Reading } from './reading.ts'
import { isStrange, languageOf, STRANGE_FROM, wordsOf } from './what-the-model-knows.ts'

/** The model and whose sender checks are believed. */
interface Judging extends KindWorld {
  readonly model: Model
}

/**
 * What the signs call a machine's and the model surely does not is a person's, whom somebody looks at first, unless the
 * sender failed its checks: of those the model knows nothing. Else, from `machineFrom` on it is a machine's (from
 * `idleMachineFrom` on, when it brings no matter of the desk): hardly any person's mail of unknown writers reached that
 * share. What speaks of things that the model never read of has to look far more like one. From `doubtFrom` on it stays a
 * person's, but a person looks before any machine answers.
 */
export function kindByModel(first: KindFinding, weighed: Weighed, world: Judging): KindFinding {
  const { shares, features, reading } = weighed
  const { model } = world
  const share = machineShare(shares)
  if (first.kind !== 'human') {
    const isCheckedWell = failedChecks(reading.mail, world.authservIds ?? []) === null
    return share < MACHINES_FROM && isCheckedWell ? doubted(first) : first
  }
  const words = wordsOf(reading.newest)
  if (share < model.doubtFrom || words.length < FEWEST_WORDS || isHandedOn(reading)) return first
  const answer = likeliestMachine(shares)
  const bar = machineBar(model, likeliest('main', shares))
  const isSure =
    share >= bar &&
    share >= lowestFor(answer, words, weighed, model) &&
    hasSender(reading) &&
    !reservesRights(reading) &&
    !(isSpread(answer) && (knowsOurCases(reading) || isFromColleague(reading, world)))
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

/**
 * The share that text has to reach of which the model knows less than of English prose about the trade. The labelled
 * mails of people are English but for some twenty: in another language the signs have to say the same. What is hardly a
 * language at all has to be of words that the model knows: reports of machines are, stray bytes are not.
 */
function lowestFor(
  answer: Kind,
  words: readonly string[],
  { features, kinds }: Pick<Weighed, 'features' | 'kinds'>,
  model: Model,
): number {
  const strange = isStrange(features, model)
  switch (languageOf(words)) {
    case 'english':
      return strange ? STRANGE_FROM : 0
    case 'none':
      return strange ? NEVER : STRANGE_FROM
    case 'other':
      return kinds.some(({ kind, points }) => kind === answer && points >= SOME_SIGNS) ? STRANGE_FROM : NEVER
  }
}

/** No share reaches it. */
const NEVER = 2
/** Points of the signs that say with the model what it is: thanks for a mail and its receipt are three, and people write them. */
const SOME_SIGNS = 4

/** Of the labelled mails no machine's lies below that the signs find, and most of the people's whom they mistake do. */
const MACHINES_FROM = 0.4

/** The same words, which say no more than that it may be one. */
function doubted(first: KindFinding): KindFinding {
  return { kind: 'human', evidence: first.evidence.map((one) => ({ ...one, for: DOUBT })) }
}

/** The labelled mails all have one: of a mail that has lost its own the model knows too little. */
function hasSender({ mail }: Reading): boolean {
  return mail.from.length > 0
}

/** Few people of the labelled mails leave or follow somebody; those who say it for themselves are no machines. */
function isHandedOn({ mail, newest, signature }: Reading): boolean {
  const address = mail.from[0]?.address ?? ''
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@')))
  return handsOn({ mail, opening: newest.slice(0, 900), own: `${newest}\n${signature}`, local })
}

/** What counsel writes to a counterparty, in however few words, as against the "all rights reserved" of a footer. */
const RESERVES_RIGHTS =
  /\b(?:reserv(?:e|es|ing) (?:all|any|our|its|the) (?:\w+ )?rights|without (?:prejudice|waiving))\b/i

function reservesRights({ newest }: Reading): boolean {
  return RESERVES_RIGHTS.test(newest)
}

/** What is sold or spread to many, as against responders and returned mail, which answer our letters. */
function isSpread(answer: Kind): boolean {
  return answer === 'bulk' || answer === 'spam'
}

/** The subject carries a number of ours, which nobody else knows. */
function knowsOurCases({ mail }: Reading): boolean {
  return caseRefsIn(mail.subject).length > 0
}

function isFromColleague({ mail }: Reading, { ownAddresses }: KindWorld): boolean {
  const [from] = mail.from
  return from !== undefined && isColleague(from, ownAddresses)
}

function likeliestMachine({ kind: given }: Shares): Exclude<Kind, 'human'> {
  const machines = QUESTIONS.kind.filter((kind) => kind !== 'human')
  const share = (kind: Kind) => given[QUESTIONS.kind.indexOf(kind)] as number
  return machines.reduce((best, kind) => (share(kind) > share(best) ? kind : best))
}

/** Fewer are no text to judge a writer by. */
const FEWEST_WORDS = 6
