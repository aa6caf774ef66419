/**
 * Where a mail belongs that asks for several companies (domain 6.1 no. 12, T7) of which we know some already: each part
 * goes on in the cases of its company, or opens its own.
 */
import type { CaseView } from '../case.ts'
import { asksForOthers, partsOf } from '../casework/parties.ts'
import { isSameEntity } from '../casework/proofs.ts'
import { belongs, domainOf, type Thread } from '../thread.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { type Home, homeOf, requestOf, type Touched } from './home.ts'

/** `found`: the thread by its own signs; a new mail of a sender whose open case is that of one of the parts is no new one. */
export function threadOfParties(found: Thread, arrived: ArrivedMail, { threads }: ArrivalFacts): Thread {
  const parts = partsOf(arrived.understanding)
  if (found.thread !== 'new' || parts.length < 2) return found
  const known = threads.bySender.find((one) => one.closed === null && parts.some((part) => asksFor(part, one)))
  if (known === undefined) return found
  const saw = `${known.company} asks, among others, for what ${known.ref} is about`
  return { thread: 'known', case: known, because: { rule: 'same-matter', saw } }
}

/** Null: it asks for one, or for nobody whom we know. */
export function severalHome(
  arrived: ArrivedMail,
  facts: ArrivalFacts,
  thread: Thread,
  requestIds: readonly number[],
): Home | null {
  const parts = partsOf(arrived.understanding)
  if (thread.thread !== 'known' || parts.length < 2) return null
  const request = requestOf(facts, thread, requestIds)
  const sender = arrived.mail.from[0]?.address ?? ''
  const homes: Home[] = []
  let fresh = facts.freshCases
  for (const part of parts) {
    const left = request.filter(({ id }) => asksForOthers(part) || !homes.some(({ touched }) => isIn(id, touched)))
    const known = caseOf(part, left, facts, sender)
    const itsThread: Thread = known === null ? { thread: 'new', because: thread.because } : { ...thread, case: known }
    const home = homeOf({ ...arrived, understanding: alone(part) }, { ...facts, freshCases: fresh }, itsThread)
    fresh = fresh.slice(home.touched.filter(({ opens }) => opens).length)
    homes.push(known === null && isAlone(sender, request) ? under(thread.case, home) : home)
  }
  const touched = homes.flatMap((home) => home.touched)
  const lead = request.find((one) => one.id === thread.case.requestId) ?? thread.case
  return {
    lead,
    touched: touched.filter((one, at) => touched.findIndex(({ file }) => file.id === one.file.id) === at),
    request: [...new Set([...request, ...homes.flatMap((home) => home.request)])],
    notOurs: homes
      .flatMap((home) => home.notOurs)
      .filter((one, at, all) => all.findIndex(({ state }) => state === one.state) === at),
  }
}

function isIn(id: number, touched: readonly Touched[]): boolean {
  return touched.some(({ file }) => file.id === id)
}

/** What is said of it, as if the mail said nothing else. */
function alone({ several: _of, ...part }: Understanding): Understanding {
  return part
}

function caseOf(
  part: Understanding,
  request: readonly CaseView[],
  { threads }: ArrivalFacts,
  sender: string,
): CaseView | null {
  const isOwn = (one: CaseView) => part.company === null || isOf(part, one)
  const inState = (one: CaseView) => one.state !== null && part.states.includes(one.state)
  const own = request.filter((one) => one.closed === null && isOwn(one))
  const elsewhere = [...threads.bySender, ...threads.byMatter].filter(
    (one) => one.closed === null && belongs(sender, one) && asksFor(part, one),
  )
  // Of one company that wants different things in different states, another state is another case.
  const other = asksForOthers(part) ? own[0] : own.find(({ state }) => state === null)
  return own.find(inState) ?? other ?? elsewhere[0] ?? null
}

function isOf({ company }: Understanding, { company: other }: CaseView): boolean {
  return company !== null && other !== null && isSameEntity(company, other)
}

function asksFor(part: Understanding, one: CaseView): boolean {
  return isOf(part, one) && one.state !== null && part.states.includes(one.state)
}

/** Whoever takes part in a request reads of all its cases: another company joins it only where nobody else does. */
function isAlone(sender: string, request: readonly CaseView[]): boolean {
  return request.every(({ participants }) => participants.every((one) => domainOf(one) === domainOf(sender)))
}

function under({ requestId }: CaseView, home: Home): Home {
  const moved = ({ file, ...rest }: Touched): Touched => ({ ...rest, file: { ...file, requestId } })
  return { ...home, touched: home.touched.map(moved) }
}
