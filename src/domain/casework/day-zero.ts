/**
 * Day 0 of a negotiation (domain 4.2): the receipt of the mail that asked to negotiate, or that may have asked it, not
 * of the mail that opened the case. A request needs neither a form nor magic words (T2), and words that leave it open
 * count until somebody says otherwise: confirming them later does not make the request any younger.
 */
import { isUnderTheAct } from '../process/facts.ts'
import type { CaseFile } from './case-file.ts'

/** The moment from which the clocks count, in milliseconds. */
export function dayZero(file: CaseFile): number {
  const item = file.items['negotiation-request']
  const recorded = item?.state === 'met' ? item : null
  // A person who recorded the request knows its day better than a mail that was only read by a program.
  if (recorded !== null && recorded.proof.by !== 'system') return recorded.at
  return file.requestedAt ?? recorded?.at ?? file.receivedAt
}

/** Whether anything in the case may be a request to negotiate. */
export function isRequested(file: CaseFile): boolean {
  if (file.requestedAt === undefined) return mayNegotiate(file)
  return file.requestedAt !== null || file.items['negotiation-request']?.state === 'met'
}

/** Nothing that was chosen rules a negotiation out. */
export function mayNegotiate(file: CaseFile): boolean {
  if (!isUnderTheAct(file)) return false
  return file.route === 'negotiate' || file.routeDoubtful || (file.route === null && file.agreement !== null)
}
