/** States of which their other requests are: what a mail in one of them says of the others. */
import type { CaseView } from '../case.ts'
import { isSameEntity } from '../casework/proofs.ts'
import { onlyStatesGivenUp, type TakenBack } from '../casework/states-changed.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'

type Threads = ArrivalFacts['threads']

/** What it takes back, also of other requests of theirs. */
export interface Back extends TakenBack {
  /** Cases of other requests that are about one of these states. */
  readonly elsewhere: readonly CaseView[]
}

/**
 * "Cancel our Wyoming request" under the reference of another: of each state that it takes back, and that is not here, they
 * have one case.
 */
export function backElsewhere(
  { mail }: ArrivedMail,
  request: readonly CaseView[],
  { bySender }: Pick<Threads, 'bySender'>,
): Back | null {
  const states = onlyStatesGivenUp(
    mail,
    request.flatMap(({ company }) => company ?? []),
  )
  const here = request.filter(({ closed }) => closed === null)
  const away = [...(states?.keys() ?? [])].filter((one) => here.every(({ state }) => state !== one))
  if (states === null || away.length === 0 || here.some(({ state }) => state === null)) return null
  const elsewhere = othersOf(request, bySender).filter(({ state }) => state !== null && away.includes(state))
  const isOneEach = away.every((state) => elsewhere.filter((one) => one.state === state).length === 1)
  return isOneEach ? { whole: null, states, elsewhere } : null
}

/** Open cases of their other requests. */
export function othersOf(request: readonly CaseView[], known: readonly CaseView[]): readonly CaseView[] {
  return known.filter(
    (one) => one.closed === null && request.every(({ id }) => id !== one.id) && isOfCompany(one, request),
  )
}

function isOfCompany({ company }: CaseView, request: readonly CaseView[]): boolean {
  return request.some((one) => company !== null && one.company !== null && isSameEntity(company, one.company))
}
