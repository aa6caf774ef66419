/** Of the cases of a request, those that a mail can be about. */
import type { CaseView } from '../case.ts'
import { isSameEntity } from '../casework/proofs.ts'
import { isExecuted } from '../process/facts.ts'
import type { ArrivedMail } from './arrival.ts'

/** Of a request for several entities, those of the one that the mail names; all where it names none of them. */
export function ofEntity(arrived: ArrivedMail, request: readonly CaseView[]): readonly CaseView[] {
  const { company } = arrived.understanding
  const own = request.filter((one) => company !== null && one.company !== null && isSameEntity(one.company, company))
  return own.length === 0 ? request : own
}

/** Where the next agreement is under way, mails are about that one. */
export function current(open: readonly CaseView[]): readonly CaseView[] {
  const isFollowed = (one: CaseView) =>
    isExecuted(one) &&
    open.some(
      ({ id, state, family, company }) =>
        id > one.id && state === one.state && family === one.family && company === one.company,
    )
  return open.filter((one) => one.state === null || !isFollowed(one))
}

/** Redlines, or words of negotiation, that name no state are meant for where negotiation was asked for. */
export function negotiated(open: readonly CaseView[], { understanding }: ArrivedMail): readonly CaseView[] {
  const { abstained, path, documents } = understanding
  if (!documents.includes('redlined-agreement') && (abstained || path !== 'negotiate')) return open
  const talks = open.filter((one) => one.route === 'negotiate' || one.routeDoubtful)
  const pending = open.filter((one) => !isExecuted(one))
  return [talks, pending, open].find((some) => some.length > 0) ?? open
}
