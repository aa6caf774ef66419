/**
 * Whoever was introduced writes under a new subject and names the company, but no state: it is about what the company has
 * open, as far as she was introduced there. What asks for an agreement may be for another state: of several open requests
 * a person says which is meant.
 */
import type { CaseView } from '../case.ts'
import { isGuest, type Thread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { threadOfPapers } from './hands-in-thread.ts'
import { opensMatter } from './home.ts'

/** `found`: the thread by its own signs; a new one may be that of what its writer has open with us. */
export function threadOfWriter(found: Thread, arrived: ArrivedMail, facts: ArrivalFacts): Thread {
  return threadOfGuest(threadOfPapers(found, arrived, facts), arrived, facts)
}

function threadOfGuest(found: Thread, { mail, understanding }: ArrivedMail, { threads }: ArrivalFacts): Thread {
  if (found.thread !== 'new' || understanding.states.length > 0) return found
  const sender = mail.from[0]?.address ?? ''
  const own = threads.byCompany.filter((one) => isGuest(sender, one))
  const [first] = own
  if (first === undefined) return found
  const requestIds = [...new Set(own.map((one) => one.requestId))]
  const because = { rule: 'introduced-for-company', saw: `${sender} was introduced in ${refs(own)}` }
  if (requestIds.length > 1 && opensMatter(understanding))
    return { thread: 'doubtful', candidates: own, because: { ...because, saw: `${because.saw}, and names no state` } }
  return { thread: 'known', case: first, because, requestIds }
}

function refs(cases: readonly CaseView[]): string {
  return cases.map(({ ref }) => ref).join(' and ')
}
