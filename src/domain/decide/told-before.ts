/**
 * The first mail of a case was not understood, and the next says what is wanted: what the first said counts with it, each
 * thing with its place in the first mail (T2, T11). The way to the agreement, and whether it asked to negotiate, is not
 * read out of what nobody understood: that the later mail says, or a person.
 */

import { applyAll } from '../casework/apply.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { ItemId } from '../casework/items.ts'
import { NOT_UNDERSTOOD } from '../casework/moot.ts'
import { partFor } from '../casework/parties.ts'
import { isSameEntity, type ProvingMail, paperProofs, proofsIn } from '../casework/proofs.ts'
import type { Intent } from '../labels.ts'
import { asCorrected, correctedLabel } from '../learn/correct.ts'
import type { Thread } from '../thread.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { opensMatter } from './home.ts'

/** Only the later mail says them. */
const NOT_OF_FIRST: ReadonlySet<ItemId> = new Set([
  ...(['route', 'negotiation-request', 'tariff-election', 'adopted-agreement', 'amendments-choice'] as const),
  'introduced',
])

/** Mails of the case that nobody understood, while nobody has said what it is about. */
function untold({ ref, needsPerson, closed }: CaseFile, unread: ArrivalFacts['unread']): readonly ProvingMail[] {
  if (needsPerson !== NOT_UNDERSTOOD || closed !== null) return []
  return (unread.get(ref) ?? []).filter(({ understanding }) => understanding.abstained)
}

/** Where its own words name no state it is for those that the first one names: as many as cases can be opened for. */
export function placedByAll(
  arrived: ArrivedMail,
  request: readonly CaseFile[],
  { unread, freshCases }: Pick<ArrivalFacts, 'unread' | 'freshCases'>,
): ArrivedMail {
  const { understanding } = arrived
  if (!opensMatter(understanding) || namesStates(understanding)) return arrived
  const named = statesBefore(request, unread).slice(0, 1 + freshCases.length)
  return named.length === 0 ? arrived : { ...arrived, understanding: { ...understanding, states: named } }
}

/** An answer repeats the subject. */
function namesStates({ states, evidence }: Understanding): boolean {
  return states.length > 0 && evidence.some((one) => one.for === 'states' && one.from !== 'subject')
}

const DAY_MS = 24 * 3_600_000
/** Later it is another matter until a person says otherwise. */
const SOON_MS = 14 * DAY_MS

/**
 * Whoever wrote what nobody understood and soon writes anew, without answering anything, what is wanted: it is the same
 * matter where there is only one such case, of no other company and of no other state.
 */
export function threadOfFirst(
  thread: Thread,
  { mail, understanding, receivedAt }: ArrivedMail,
  { threads, unread }: Pick<ArrivalFacts, 'threads' | 'unread'>,
): Thread {
  if (thread.thread !== 'new' || !opensMatter(understanding) || understanding.several !== undefined) return thread
  const waiting = threads.bySender.filter(
    (file) => receivedAt - file.lastMailAt < SOON_MS && untold(file, unread).some((one) => isAlike(one, understanding)),
  )
  const [only, ...others] = waiting
  if (only === undefined || others.length > 0) return thread
  const saw = `${mail.from[0]?.address ?? 'the sender'} wrote in ${only.ref} what nobody understood, and says now what is wanted`
  return { thread: 'known', case: only, because: { rule: 'sender-explains', saw } }
}

function isAlike({ understanding: first }: ProvingMail, { company, states }: Understanding): boolean {
  const isOther = first.company !== null && company !== null && !isSameEntity(first.company, company)
  const isElsewhere =
    first.states.length > 0 && states.length > 0 && !states.some((state) => first.states.includes(state))
  return !isOther && !isElsewhere
}

/** States that the first mail names and that have no case. */
export function statesLeft(
  request: readonly CaseFile[],
  cases: readonly CaseFile[],
  unread: ArrivalFacts['unread'],
): readonly string[] {
  return statesBefore(request, unread).filter((state) => cases.every((file) => file.state !== state))
}

function statesBefore(request: readonly CaseFile[], unread: ArrivalFacts['unread']): readonly string[] {
  const mails = request.flatMap((file) => untold(file, unread))
  return [...new Set(mails.flatMap(({ understanding }) => understanding.states))]
}

/** The first mail of the case was not understood, and this one says what is wanted. */
export function saidNow({ understanding }: ArrivedMail, { needsPerson }: CaseFile): readonly CaseChange[] {
  return needsPerson === NOT_UNDERSTOOD && opensMatter(understanding) ? [{ change: 'person-done' }] : []
}

/** `said`: what the later mail does to the case. */
export function saidBefore(
  { understanding }: ArrivedMail,
  file: CaseFile,
  said: readonly CaseChange[],
  earlier: readonly ProvingMail[],
): readonly CaseChange[] {
  if (earlier.length === 0 || file.needsPerson !== NOT_UNDERSTOOD || !opensMatter(understanding)) return []
  const wanted = understanding.intents.map(({ intent }) => intent)
  const gone = ofOtherState(file, applyAll(file, said), earlier, wanted)
  return [...gone, ...toldBefore(applyAll(file, [...said, ...gone]), earlier, wanted)]
}

/** While nobody knew the state any certificate counted; in this one that of another does not (domain 3.9). */
function ofOtherState(
  before: CaseFile,
  after: CaseFile,
  earlier: readonly ProvingMail[],
  wanted: readonly Intent[],
): readonly CaseChange[] {
  if (before.state !== null || after.state === null) return []
  return (['certification', 'ocn-letter'] as const).flatMap((item) => {
    const { [item]: was, ...items } = after.items
    const mail = earlier.find(({ id }) => id === was?.proof.messageId)
    if (was?.state !== 'met' || mail === undefined) return []
    const file = { ...after, items }
    const isShown = paperProofs(partFor(readAs(mail, wanted), file), file).some(
      (one) => one.change === 'item-met' && one.item === item,
    )
    return isShown ? [] : [{ change: 'item-opened', item, by: 'system', why: 'its paper is of another state' }]
  })
}

/** Of all cases that the request had: what opened it was said for those, too, that open with this mail. */
export function earlierOf(request: readonly CaseFile[], unread: ArrivalFacts['unread']): readonly ProvingMail[] {
  const found = request.flatMap((file) => untold(file, unread))
  return found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at)
}

/** What they prove beside what is known, read as what the later mail wants. */
export function toldBefore(
  file: CaseFile,
  earlier: readonly ProvingMail[],
  wanted: readonly Intent[],
): readonly CaseChange[] {
  const found: CaseChange[] = []
  for (const mail of earlier) {
    const known = applyAll(file, found)
    const read = readAs(mail, wanted)
    found.push(...proofsIn(partFor(read, known), known).filter((change) => isNew(change, known)))
  }
  return found
}

function readAs(mail: ProvingMail, intents: readonly Intent[]): ProvingMail {
  const label = correctedLabel(mail.mail, mail.understanding, { intents })
  return { ...mail, understanding: asCorrected(mail.understanding, label) }
}

function isNew(change: CaseChange, file: CaseFile): boolean {
  if (change.change === 'facts-learned')
    return (['company', 'agreement', 'carrierType'] as const).every(
      (fact) => change[fact] === undefined || file[fact] === null,
    )
  const isItem = change.change === 'item-met' || change.change === 'item-problem'
  return isItem && file.items[change.item] === undefined && !NOT_OF_FIRST.has(change.item)
}
