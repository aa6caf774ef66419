/**
 * Papers under a new subject, from somebody who has one request open with us: they are for it. Whoever has several open,
 * writes of another company or of another state opens a case of its own, for papers in a stranger's case are a leak.
 */
import { isSameEntity } from '../casework/proofs.ts'
import type { Intent } from '../labels.ts'
import type { Thread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'

const PAPERS: ReadonlySet<Intent> = new Set(['customer-questionnaire', 'supporting-document', 'signed-agreement'])

/** `found`: the thread by its own signs; it stands unless it is a new one. */
export function threadOfPapers(found: Thread, { understanding }: ArrivedMail, { threads }: ArrivalFacts): Thread {
  const { abstained, intents, company, states } = understanding
  if (found.thread !== 'new' || abstained || !intents.every(({ intent }) => PAPERS.has(intent))) return found
  const [first, ...others] = threads.bySender
  if (first === undefined || others.some((one) => one.requestId !== first.requestId)) return found
  const known = threads.bySender.map((one) => one.state)
  const isIts = company === null || first.company === null || isSameEntity(company, first.company)
  if (!isIts || !states.every((state) => known.includes(state))) return found
  const saw = `papers of somebody whose only open request is that of ${first.ref}`
  return { thread: 'known', case: first, because: { rule: 'sender-and-papers', saw } }
}
