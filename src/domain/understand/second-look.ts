/**
 * When the model is not believed of who wrote a mail: a table of exceptions for each finding of the signs. The first that
 * applies decides; where none does, the model. Bars that were learned stand in the model, all others here.
 */

import { caseRefsIn } from '../case.ts'
import type { Weighed } from './intents-by-odds.ts'
import { failedChecks } from './kind/authentication.ts'
import { isColleague } from './kind/colleague.ts'
import type { KindFinding } from './kind/finding.ts'
import { handsOn } from './kind/hands-on.ts'
import type { KindWorld } from './kind/look.ts'
import type { MachineKind } from './kind/signs.ts'
import { likeliest, type Model, machineBar, machineShare, QUESTIONS, type Shares } from './model/model.ts'
import type { Reading } from './reading.ts'
import { isStrange, languageOf, STRANGE_FROM, wordsOf } from './what-the-model-knows.ts'

/** The model and whose sender checks are believed. */
export interface Judging extends KindWorld {
  readonly model: Model
}

/** What the signs found of a mail and what the model makes of it. */
export interface SecondLook {
  readonly first: KindFinding
  readonly weighed: Weighed
  readonly world: Judging
  /** How likely no person wrote it, and which machine is the likeliest to have done so. */
  readonly share: number
  readonly answer: MachineKind
  /** Of its newest text. */
  readonly words: readonly string[]
}

interface Exception {
  readonly name: string
  readonly because: string
  readonly applies: (look: SecondLook) => boolean
  /** `doubt`: it counts as a person's, and a person looks before any machine answers. */
  readonly verdict: "a person's" | 'as the signs say' | 'doubt'
}

/** Of three thousand labelled machines' mails by writers whom the model did not know, however hard they were made, none lies lower. */
const PERSONS_BELOW = 0.02

/** Whatever the signs speak of. */
export const OF_ALL: readonly Exception[] = [
  {
    name: 'surely a person to the model',
    because:
      'it has read enough of such words, and no machine ever lay so low: whatever the signs doubt, it may be answered',
    applies: (look) => look.share < PERSONS_BELOW && isKnownSpeech(look) && !failsChecks(look),
    verdict: "a person's",
  },
]

/** Of the labelled mails no machine's lies below that the signs find, and most of the people's whom they mistake do. */
const MACHINES_FROM = 0.4
const FEWEST_WORDS = 6

/** The signs speak of a machine: the model can only raise a doubt. */
export const OF_MACHINES: readonly Exception[] = [
  {
    name: 'a machine for both',
    because: 'the model does not surely gainsay what the signs found',
    applies: ({ share }) => share >= MACHINES_FROM,
    verdict: 'as the signs say',
  },
  {
    name: 'a sender who failed its checks',
    because: 'of those the model knows nothing',
    applies: failsChecks,
    verdict: 'as the signs say',
  },
  {
    name: 'a machine for the signs alone',
    because: 'most of those whom they mistake are people to the model',
    applies: () => true,
    verdict: 'doubt',
  },
]

/** The signs speak of a person, or of too little: the model may say that it was a machine. */
export const OF_PEOPLE: readonly Exception[] = [
  {
    name: 'a person for both',
    because: 'it is not even doubtful',
    applies: ({ share, world }) => share < world.model.doubtFrom,
    verdict: 'as the signs say',
  },
  {
    name: 'hardly a word',
    because: 'fewer are no text to judge a writer by',
    applies: ({ words }) => words.length < FEWEST_WORDS,
    verdict: 'as the signs say',
  },
  {
    name: 'one who leaves or follows somebody',
    because: 'few people of the labelled mails do; those who say it for themselves are no machines',
    applies: ({ weighed }) => isHandedOn(weighed.reading),
    verdict: 'as the signs say',
  },
  {
    name: 'not machine enough',
    because: 'below the bar lie too many mails of people whom the model did not know',
    applies: ({ share, weighed, world }) => share < machineBar(world.model, likeliest('main', weighed.shares)),
    verdict: 'doubt',
  },
  {
    name: 'of things or in words that the model never read',
    because: 'that has to look far more like a machine, or the signs have to say the same',
    applies: (look) => look.share < lowestFor(look),
    verdict: 'doubt',
  },
  {
    name: 'no sender',
    because: 'the labelled mails all have one: of a mail that has lost its own the model knows too little',
    applies: ({ weighed }) => weighed.reading.mail.from.length === 0,
    verdict: 'doubt',
  },
  {
    name: 'rights reserved',
    because: 'counsel writes so to a counterparty, in however few words',
    applies: ({ weighed }) => RESERVES_RIGHTS.test(weighed.reading.newest),
    verdict: 'doubt',
  },
  {
    name: 'spread, with a number of ours in the subject',
    because: 'nobody else knows it',
    applies: ({ answer, weighed }) => isSpread(answer) && caseRefsIn(weighed.reading.mail.subject).length > 0,
    verdict: 'doubt',
  },
  {
    name: 'spread by a colleague',
    because: 'colleagues invite and remind all of us as mailings do',
    applies: ({ answer, weighed, world }) => isSpread(answer) && isFromColleague(weighed.reading, world),
    verdict: 'doubt',
  },
]

export function secondLook(first: KindFinding, weighed: Weighed, world: Judging): SecondLook {
  const { shares, reading } = weighed
  const words = wordsOf(reading.newest)
  return { first, weighed, world, share: machineShare(shares), answer: likeliestMachine(shares), words }
}

/** The exception that decides; null: there is none, and the model does. */
export function exceptionFor(look: SecondLook): Exception | null {
  const rows = look.first.kind === 'human' ? OF_PEOPLE : OF_MACHINES
  return [...OF_ALL, ...rows].find(({ applies }) => applies(look)) ?? null
}

/** English prose about things of which the model has read. */
function isKnownSpeech({ words, weighed, world }: SecondLook): boolean {
  const { features } = weighed
  return words.length >= FEWEST_WORDS && languageOf(words) === 'english' && !isStrange(features, world.model)
}

function failsChecks({ weighed, world }: SecondLook): boolean {
  return failedChecks(weighed.reading.mail, world.authservIds ?? []) !== null
}

/**
 * The share that text has to reach of which the model knows less than of English prose about the trade. The labelled
 * mails of people are English but for some twenty: in another language the signs have to say the same. What is hardly a
 * language at all has to be of words that the model knows: reports of machines are, stray bytes are not.
 */
function lowestFor({ answer, words, weighed, world }: SecondLook): number {
  const strange = isStrange(weighed.features, world.model)
  switch (languageOf(words)) {
    case 'english':
      return strange ? STRANGE_FROM : 0
    case 'none':
      return strange ? NEVER : STRANGE_FROM
    case 'other':
      return weighed.kinds.some(({ kind, points }) => kind === answer && points >= SOME_SIGNS) ? STRANGE_FROM : NEVER
  }
}

/** No share reaches it. */
const NEVER = 2
/** Points of the signs that say with the model what it is: thanks for a mail and its receipt are three, and people write them. */
const SOME_SIGNS = 4

function isHandedOn({ mail, newest, signature }: Reading): boolean {
  const address = mail.from[0]?.address ?? ''
  const local = address.slice(0, Math.max(0, address.lastIndexOf('@')))
  return handsOn({ mail, opening: newest.slice(0, 900), own: `${newest}\n${signature}`, local })
}

/** As against the "all rights reserved" of a footer. */
const RESERVES_RIGHTS =
  /\b(?:reserv(?:e|es|ing) (?:all|any|our|its|the) (?:\w+ )?rights|without (?:prejudice|waiving))\b/i

/** What is sold or spread to many, as against responders and returned mail, which answer our letters. */
function isSpread(answer: MachineKind): boolean {
  return answer === 'bulk' || answer === 'spam'
}

function isFromColleague({ mail }: Reading, { ownAddresses }: KindWorld): boolean {
  const [from] = mail.from
  return from !== undefined && isColleague(from, ownAddresses)
}

function likeliestMachine({ kind: given }: Shares): MachineKind {
  const machines = QUESTIONS.kind.filter((kind) => kind !== 'human')
  const share = (kind: MachineKind) => given[QUESTIONS.kind.indexOf(kind)] as number
  return machines.reduce((best, kind) => (share(kind) > share(best) ? kind : best))
}
