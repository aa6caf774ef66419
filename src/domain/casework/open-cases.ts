/**
 * The cases that a mail opens: one for each state and family of companies, all under the request of the first (domain
 * 1.1, T7). Their numbers are drawn beforehand: `howManyCases` says how many.
 */

import type { Intent } from '../labels.ts'
import type { ReadMail } from '../mail.ts'
import { FAMILY_ITEMS } from '../process/family-items.ts'
import { subjectStem } from '../subject.ts'
import type { Understanding } from '../understanding.ts'
import { BEGINNING, type CaseFile, routeOf } from './case-file.ts'
import type { CaseChange } from './change.ts'
import { isRequested } from './day-zero.ts'
import { companySentences, type NotOurs, notOursOf, type Place, placesOf, type TerritorySettings } from './families.ts'
import type { ItemId } from './items.ts'
import { partsOf } from './parties.ts'
import { isTakenBack } from './withdrawal.ts'

/** A number drawn for a case. */
export interface Fresh {
  readonly id: number
  readonly ref: string
}

export interface Opened {
  readonly files: readonly CaseFile[]
  /** States that the mail names and that another carrier has to be asked for. */
  readonly notOurs: readonly NotOurs[]
}

/** Matters that are one each for every state; the others are answered as one, whatever states they name. */
const BY_STATE: ReadonlySet<Intent> = new Set([
  'agreement-request',
  'opt-in-inquiry',
  'early-ordering-letter',
  'amendment-request',
  'customer-questionnaire',
  'signed-agreement',
  'supporting-document',
  'network-readiness',
])

/** A mail with what it says and when it came. */
interface SayingMail {
  readonly mail: ReadMail
  readonly understanding: Understanding
  readonly receivedAt: number
}

/** How many numbers `casesFor` and `placeStates` need at most; always one at least. */
export function howManyCases(understanding: Understanding, mail: ReadMail, settings: TerritorySettings): number {
  const named = companySentences(mail, understanding)
  const counts = partsOf(understanding).map(({ states }) => Math.max(1, placesOf(states, named, settings).length))
  return counts.reduce((sum, count) => sum + count, 0)
}

export function casesFor(
  { mail, understanding, receivedAt }: SayingMail,
  settings: TerritorySettings,
  fresh: readonly Fresh[],
): Opened {
  const head = { receivedAt, subjectStem: subjectStem(mail.subject), requestId: freshAt(fresh, 0).id }
  const opening = { mail, settings, head }
  const files: CaseFile[] = []
  const notOurs = new Map<string, NotOurs>()
  for (const part of partsOf(understanding)) {
    const opened = casesOfPart(part, opening, fresh.slice(files.length))
    files.push(...opened.files)
    for (const one of opened.notOurs) notOurs.set(one.state, one)
  }
  return { files, notOurs: [...notOurs.values()] }
}

interface Opening {
  readonly mail: ReadMail
  readonly settings: TerritorySettings
  readonly head: { readonly receivedAt: number; readonly subjectStem: string; readonly requestId: number }
}

function casesOfPart(part: Understanding, opening: Opening, fresh: readonly Fresh[]): Opened {
  const { mail, settings } = opening
  const places = placesFor(part, mail, settings)
  const notOurs = concernsStates(part) ? notOursOf(part.states, settings) : []
  const head = headOf(part, opening.head)
  if (places.length > 0)
    return { files: places.map((place, at) => ({ ...head, ...freshAt(fresh, at), ...place })), notOurs }
  const [elsewhere] = notOurs
  const state = elsewhere?.state ?? loneState(part)
  const at = opening.head.receivedAt
  const closed = elsewhere === undefined ? null : { reason: 'not-our-territory' as const, at, into: null }
  return { files: [{ ...head, ...freshAt(fresh, 0), state, closed }], notOurs }
}

/** A matter of several states that is answered as one belongs to none of them. */
function loneState({ states }: Understanding): string | null {
  return states.length === 1 ? (states[0] ?? null) : null
}

function placesFor(understanding: Understanding, mail: ReadMail, settings: TerritorySettings): readonly Place[] {
  const { states } = understanding
  const places = placesOf(states, companySentences(mail, understanding), settings)
  return wantsByState(understanding) || states.length === 1 ? places : []
}

export function isByState(intents: readonly Intent[]): boolean {
  return intents.some((intent) => BY_STATE.has(intent))
}

/** Not what nobody understood: a person says first what it wants. */
function wantsByState({ abstained, intents }: Understanding): boolean {
  return !abstained && isByState(intents.map(({ intent }) => intent))
}

/** A question about a state that is not ours is answered like a request for it. */
function concernsStates(understanding: Understanding): boolean {
  return (
    wantsByState(understanding) || (!understanding.abstained && understanding.intents[0]?.intent === 'process-question')
  )
}

function headOf(understanding: Understanding, of: Opening['head']): CaseFile {
  const { abstained, intents, company, agreement, path } = understanding
  // Only an election makes an adoption, and the proofs tell it from a question.
  const route = abstained || path === 'opt-in' ? null : routeOf(path, agreement)
  return {
    ...{ id: of.requestId, ref: '', requestId: of.requestId, clecId: null },
    ...{ company: abstained ? null : company, state: null, family: null },
    ...{ agreement: abstained ? null : agreement, route, routeDoubtful: false, carrierType: null },
    intent: abstained ? null : (intents[0]?.intent ?? null),
    ...{ receivedAt: of.receivedAt, lastMailAt: of.receivedAt, requestedAt: null, subjectStem: of.subjectStem },
    negotiator: null,
    needsPerson: abstained ? 'what the mail wants was not understood' : null,
    ...BEGINNING,
  }
}

function freshAt(fresh: readonly Fresh[], at: number): Fresh {
  const one = fresh[at]
  if (one === undefined) throw new Error(`${fresh.length} case numbers were drawn, and more are needed`)
  return one
}

/** States that were learned after the request was opened, by the mail that says them. */
export interface LearnedStates {
  readonly mail: SayingMail
  /** All cases of the request, the one that the mail is filed in among them. */
  readonly ofRequest: readonly CaseFile[]
}

export interface Placed {
  /** What happens to the case that the mail is filed in. */
  readonly changes: readonly CaseChange[]
  readonly opened: readonly CaseFile[]
  readonly notOurs: readonly NotOurs[]
}

/**
 * A request without a state that names its states later: the first goes to its case, the others open cases that know
 * what the request already said. A request that names more states later opens cases for those; their receipt is the
 * mail that names them.
 */
export function placeStates(
  file: CaseFile,
  learned: LearnedStates,
  settings: TerritorySettings,
  fresh: readonly Fresh[],
): Placed {
  const { mail } = learned
  const { own, others } = newPlaces(file, learned, settings)
  const states = learned.mail.understanding.abstained ? [] : mail.understanding.states
  const notOurs = notOursOf(states, settings)
  const isNew = file.state !== null
  const opened = others.map((place, at) => ({
    ...sisterOf(file, isNew ? mail.receivedAt : file.receivedAt, mail.receivedAt),
    ...freshAt(fresh, at),
    ...place,
  }))
  if (own !== null) return { changes: [{ change: 'facts-learned', ...own }], opened, notOurs }
  const [elsewhere] = notOurs
  if (isNew || elsewhere === undefined) return { changes: [], opened, notOurs }
  const closed = { change: 'closed', reason: 'not-our-territory', at: mail.receivedAt, into: null } as const
  return { changes: [{ change: 'facts-learned', state: elsewhere.state }, closed], opened, notOurs }
}

function newPlaces(
  file: CaseFile,
  { mail: { mail, understanding }, ofRequest }: LearnedStates,
  settings: TerritorySettings,
): { readonly own: Place | null; readonly others: readonly Place[] } {
  if (understanding.abstained || file.closed !== null) return { own: null, others: [] }
  const isKnown = (place: Place) =>
    ofRequest.some((one) => one.state === place.state && (one.family === null || one.family === place.family))
  const places = placesOf(understanding.states, companySentences(mail, understanding), settings)
  const unknown = places.filter((place) => !isKnown(place))
  if (file.state === null) return { own: unknown[0] ?? null, others: unknown.slice(1) }
  // A state that is only mentioned opens nothing: the mail has to ask for something of its own.
  const adds = understanding.intents.some(({ intent }) => intent === 'agreement-request' || intent === 'opt-in-inquiry')
  return {
    own: null,
    others: adds ? unknown.filter((place) => ofRequest.every((one) => one.state !== place.state)) : [],
  }
}

/** What the request said counts for each of its states; certificates, numbers and milestones are each state's own. */
const SHARED: readonly ItemId[] = [
  'request-form',
  'legal-name',
  'agreement-type',
  'notice-contact',
  'sender-authority',
  'introduced',
  'route',
  'negotiation-request',
]

function sisterOf(file: CaseFile, receivedAt: number, lastMailAt: number): CaseFile {
  const isLater = receivedAt > file.receivedAt
  const shared = SHARED.flatMap((item) => {
    const known = file.items[item]
    if (known === undefined) return []
    return [[item, isLater && item === 'negotiation-request' ? { ...known, at: receivedAt } : known] as const]
  })
  return {
    ...file,
    ...BEGINNING,
    ...{ receivedAt, lastMailAt, state: null, family: null, needsPerson: isTakenBack(file) ? null : file.needsPerson },
    // What was asked for another state before is asked for this one with the mail that names it.
    ...(isLater ? { requestedAt: isRequested(file) ? receivedAt : null } : {}),
    items: Object.fromEntries(shared),
  }
}

/** What was found of the company and of the state holds for its next agreement there, too. */
const KEPT: readonly ItemId[] = [
  ...(['legal-name', 'state', 'agreement-type', 'notice-contact', 'sender-authority', 'certification'] as const),
  ...(['ocn-letter', ...FAMILY_ITEMS, 'start-up-deposit'] as const),
]

/** The next agreement of a company where one is in place (intent 25, T6): a case of its own, with clocks of its own. */
export function successorOf(file: CaseFile, fresh: Fresh, receivedAt: number): CaseFile {
  const kept = KEPT.flatMap((item) => (file.items[item] === undefined ? [] : [[item, file.items[item]] as const]))
  return {
    ...file,
    ...fresh,
    ...BEGINNING,
    ...{ route: null, routeDoubtful: false, intent: 'agreement-request', requestedAt: null, needsPerson: null },
    ...{ receivedAt, lastMailAt: receivedAt },
    items: Object.fromEntries(kept),
  }
}
