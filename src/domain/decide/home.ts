/**
 * Where a person's mail belongs: the cases of the request that it continues, or new ones, one for each state and
 * company of ours (domain T7). Nothing is decided here about what the mail does to them.
 */

import type { CaseView } from '../case.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { negotiatorFor } from '../casework/desk-settings.ts'
import type { NotOurs } from '../casework/families.ts'
import { NOT_UNDERSTOOD } from '../casework/moot.ts'
import { casesFor, placeStates, successorOf } from '../casework/open-cases.ts'
import { type CaseOutcome, changedCase, openedCase, type Summarize } from '../casework/outcome.ts'
import { severalUnsure } from '../casework/parties.ts'
import { isExecuted } from '../process/facts.ts'
import type { Thread } from '../thread.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { current, negotiated, ofEntity } from './meant-cases.ts'
import { saysOnlyThanks } from './only-thanks.ts'
import { asSecond, heldAgreement } from './second-agreement.ts'

/** A case that the mail touches, as it was before. */
export interface Touched {
  readonly file: CaseFile
  readonly opens: boolean
  /** What its placing in a state does to it. */
  readonly placed: readonly CaseChange[]
  /** The case of the agreement that the company has there already (T6). */
  readonly held?: CaseView
  /** Reference of the case whose agreement is in place where this one asks for the next. */
  readonly follows?: string
}

/** What the mail does to a case, besides the answer that it gets. */
export interface Move {
  readonly touched: Touched
  readonly changes: readonly CaseChange[]
}

export interface Home {
  /** The case whose reference stands in the subject of our answer. */
  readonly lead: Pick<CaseFile, 'id' | 'ref'>
  readonly touched: readonly Touched[]
  /** Cases of the request that the mail continues; empty for a new one. */
  readonly request: readonly CaseView[]
  /** States that the mail names and that are not ours. */
  readonly notOurs: readonly NotOurs[]
}

/** `requestIds`: of all requests that the mail is about; empty: of its thread's alone. */
export function homeOf(
  arrived: ArrivedMail,
  facts: ArrivalFacts,
  thread: Thread,
  requestIds: readonly number[] = [],
): Home {
  if (thread.thread !== 'known') return newHome(arrived, facts, thread)
  const request = requestOf(facts, thread, requestIds)
  const open = request.filter((one) => one.closed === null)
  // Under thanks stands the old request, quoted or in the subject, and nobody makes it anew.
  if (open.length === 0 && opensMatter(arrived.understanding) && !saysOnlyThanks(arrived.mail))
    return newHome(withoutClosed(arrived, request), facts, thread)
  return withSuccessors(knownHome(arrived, facts, thread.case, request), arrived, facts)
}

/**
 * Whoever asks to negotiate where an agreement is in place asks for the next one (intent 25): its clock runs in a case of
 * its own, and a person says whether it is a successor, an amendment or an error (T6).
 */
function withSuccessors(home: Home, arrived: ArrivedMail, facts: ArrivalFacts): Home {
  const { abstained, intents, path } = arrived.understanding
  const asks = !abstained && intents[0]?.intent === 'agreement-request' && path === 'negotiate'
  const inPlace = home.touched.filter(({ file, opens }) => !opens && file.closed === null && isExecuted(file))
  if (!asks || inPlace.length === 0) return home
  const fresh = facts.freshCases.slice(home.touched.filter(({ opens }) => opens).length)
  const next = inPlace.flatMap(({ file }, at): readonly Touched[] => {
    const number = fresh[at]
    if (number === undefined) return []
    return [{ file: successorOf(file, number, arrived.receivedAt), opens: true, placed: [], follows: file.ref }]
  })
  const [first] = next
  if (first === undefined) return home
  const others = home.touched.filter((one) => !inPlace.slice(0, next.length).includes(one))
  return { ...home, lead: others.length > 0 ? home.lead : first.file, touched: [...others, ...next] }
}

/** All cases of the requests that a mail in a known thread is about; of others none are known yet. */
export function requestOf(
  { threads }: Pick<ArrivalFacts, 'threads'>,
  thread: Thread,
  requestIds: readonly number[],
): readonly CaseView[] {
  if (thread.thread !== 'known') return []
  const own = [thread.case.requestId, ...requestIds]
  return withMerged(
    threads.requests.filter((one) => own.includes(one.requestId)),
    threads.requests,
  )
}

/** A case that was merged goes on in the other, which may have been merged too. */
function withMerged(request: readonly CaseView[], all: readonly CaseView[]): readonly CaseView[] {
  const into = new Set(request.map((one) => one.closed?.into))
  const further = all.filter((one) => into.has(one.ref) && !request.includes(one))
  return further.length === 0 ? request : withMerged([...request, ...further], all)
}

/** What is new beside what was closed: its subject still names the old states. */
function withoutClosed(arrived: ArrivedMail, request: readonly CaseView[]): ArrivedMail {
  const old = new Set(request.map((one) => one.state))
  const fresh = arrived.understanding.states.filter((state) => !old.has(state))
  return fresh.length === 0 ? arrived : { ...arrived, understanding: { ...arrived.understanding, states: fresh } }
}

const OPENING = new Set(['agreement-request', 'opt-in-inquiry'])

/** Asks for an agreement, so that a state that is new to the request is another case of it. */
export function opensMatter({ abstained, intents }: Understanding): boolean {
  return !abstained && intents.some(({ intent }) => OPENING.has(intent))
}

function knownHome(arrived: ArrivedMail, facts: ArrivalFacts, found: CaseView, request: readonly CaseView[]): Home {
  const ours = ofEntity(arrived, request)
  const open = current(ours.filter((one) => one.closed === null))
  const placed = placedStates(arrived, facts, found, ours)
  const isPlaced = (one: CaseView) => one.id === placed.caseId && placed.changes.length > 0
  const named = open.filter(
    (one) => isPlaced(one) || (one.state !== null && arrived.understanding.states.includes(one.state)),
  )
  const unplaced = open.filter((one) => one.state === null)
  const unnamed = unplaced.length > 0 ? unplaced : negotiated(open, arrived)
  const closed = named.length > 0 || placed.opened.length > 0 || unplaced.length > 0 ? [] : closedNamed(arrived, ours)
  const here = named.length > 0 || placed.opened.length > 0 ? named : closed.length > 0 ? closed : unnamed
  const touched = here.length > 0 || placed.opened.length > 0 ? here : [found]
  const lead = leadOf(request, found)
  // Of a request whose first agreement is in place, letters name the case that goes on.
  const isOver =
    request.some(({ id, closed }) => id === lead.id && closed === null) && !open.some(({ id }) => id === lead.id)
  return {
    lead: isOver ? (touched[0] ?? found) : lead,
    touched: [
      ...touched.map((one) => ({ file: fileOf(one), opens: false, placed: isPlaced(one) ? placed.changes : [] })),
      ...placed.opened.map((file) => ({ file, opens: true, placed: [] })),
    ],
    request,
    notOurs: placed.notOurs,
  }
}

/** Of a request that goes on elsewhere, what is said of a state whose case was closed is no matter of the others. */
function closedNamed({ understanding }: ArrivedMail, request: readonly CaseView[]): readonly CaseView[] {
  return request.filter(
    ({ closed, state }) =>
      closed !== null && closed.into === null && state !== null && understanding.states.includes(state),
  )
}

/**
 * States that the request does not have yet: the first goes to its case that knew none, the others open cases under it.
 */
function placedStates(arrived: ArrivedMail, facts: ArrivalFacts, found: CaseView, request: readonly CaseView[]) {
  const open = request.filter((one) => one.closed === null)
  const about = open.find((one) => one.state === null) ?? open.find((one) => one.id === found.id) ?? open[0]
  if (about === undefined) return { caseId: found.id, changes: [], opened: [], notOurs: [] }
  const file = fileOf(about)
  const { staff, territory } = facts.desk
  const learned = { mail: arrived, ofRequest: request }
  const placed = placeStates(file, learned, { territory }, facts.freshCases)
  // Whoever had the case only because nobody has a case without a state hands it on.
  const place = placed.changes.find((change) => change.change === 'facts-learned')
  const negotiator = negotiatorFor(place?.state ?? file.state, staff)
  const handedOn = negotiator !== file.negotiator && file.negotiator === negotiatorFor(file.state, staff)
  return {
    caseId: file.id,
    changes: [...placed.changes, ...(handedOn ? [{ change: 'negotiator-assigned', negotiator } as const] : [])],
    opened: placed.opened.map((one) => withNegotiator(one, facts)),
    notOurs: file.state === null || opensMatter(arrived.understanding) ? placed.notOurs : [],
  }
}

/** The first case of the request is named in all its letters, so that its subject stays the same. */
function leadOf(request: readonly CaseView[], found: CaseView): Pick<CaseFile, 'id' | 'ref'> {
  return request.find((one) => one.id === found.requestId) ?? found
}

function newHome(arrived: ArrivedMail, facts: ArrivalFacts, thread: Thread): Home {
  const { understanding } = arrived
  const unsure = severalUnsure(understanding)
  const doubtful = understanding.abstained || thread.thread === 'doubtful' || unsure.length > 0
  const { files, notOurs } = casesOf(arrived, facts)
  // What a person has to sort out first is one case, whatever it names, and an open one.
  const opened = (doubtful ? firstOf(files, thread) : files).map((file) => ({
    ...file,
    closed: doubtful ? null : file.closed,
    needsPerson: doubtful ? whyDoubtful(understanding, thread) : null,
    intent: understanding.abstained ? null : file.intent,
    // Of several entities none is the one that it is about.
    ...(unsure.length > 0 ? { company: null, state: null, family: null, route: null } : {}),
  }))
  const lead = opened[0] as CaseFile
  return {
    lead,
    touched: opened.map((file) => asked(file, arrived, facts)),
    request: [],
    notOurs: doubtful ? [] : notOurs,
  }
}

/** Of several states the one of the case that it may belong to, whatever order the subject names them in. */
function firstOf(files: readonly CaseFile[], thread: Thread): readonly CaseFile[] {
  const [first] = files
  if (first === undefined || thread.thread !== 'doubtful') return files.slice(0, 1)
  const meant = files.find(({ state }) => state !== null && thread.candidates.some((one) => one.state === state))
  return [{ ...(meant ?? first), id: first.id, ref: first.ref }]
}

/** A new case, which a person has to look at first where the company has its agreement already. */
function asked(file: CaseFile, { mail, understanding }: ArrivedMail, { threads }: ArrivalFacts): Touched {
  const held = opensMatter(understanding) ? heldAgreement(file, threads.byMatter) : null
  if (held === null) return { file, opens: true, placed: [] }
  return { file: asSecond(file, held, mail.from[0]?.address ?? ''), opens: true, placed: [], held }
}

function whyDoubtful(understanding: Understanding, thread: Thread): string {
  const names = severalUnsure(understanding)
  if (thread.thread !== 'doubtful' && names.length > 0)
    return `it asks for several companies, and not clearly where: ${names.join('; ')}`
  return thread.thread === 'doubtful' ? thread.because.saw : NOT_UNDERSTOOD
}

function casesOf(arrived: ArrivedMail, facts: ArrivalFacts) {
  const { files, notOurs } = casesFor(arrived, facts.desk, facts.freshCases)
  return { files: files.map((file) => withNegotiator(file, facts)), notOurs }
}

function withNegotiator(file: CaseFile, { desk }: ArrivalFacts): CaseFile {
  return { ...file, negotiator: negotiatorFor(file.state, desk.staff) }
}

/** Without what only threading needs. */
export function fileOf({ status: _status, participants: _participants, ...file }: CaseView): CaseFile {
  return file
}

/** The touched cases with what happened to each. */
export function outcomeOf(touched: Touched, changes: readonly CaseChange[], summarize: Summarize): CaseOutcome {
  return touched.opens ? openedCase(touched.file, changes, summarize) : changedCase(touched.file, changes, summarize)
}
