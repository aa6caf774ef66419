/** What the checks of a sender mean for where his mail belongs, and mails that only ask for STATUS. */
import type { CaseView } from '../case.ts'
import { isIntroduced } from '../casework/introduction.ts'
import type { Reason } from '../decision.ts'
import { may, type SenderVerdict, senderLevel } from '../sender-level.ts'
import { statusRequest } from '../status-request.ts'
import type { Thread } from '../thread.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'

export interface Checked {
  readonly arrived: ArrivedMail
  readonly thread: Thread
  readonly verdict: SenderVerdict
  /** Requests that a STATUS is about; empty: that of the thread. */
  readonly requestIds: readonly number[]
}

/** `found`: the thread by its own signs. A sender who failed the checks joins no case; a person looks. */
export function checkSender(arrived: ArrivedMail, facts: ArrivalFacts, found: Thread): Checked {
  const asked = statusRequest(arrived.mail)
  const cases = casesMeant(facts, found, asked === null ? null : asked.refs)
  const maybe = found.thread === 'doubtful' ? found.candidates : []
  const verdict = verdictFor(arrived, facts, cases, maybe)
  const read = asked === null ? arrived : { ...arrived, understanding: asksForStatus(arrived.understanding) }
  if (verdict.level === 'failed' && found.thread === 'known')
    return { arrived: read, verdict, requestIds: [], thread: doubtful([found.case], 'sender-failed', verdict.because) }
  if (asked === null || found.thread === 'doubtful' || cases.length === 0)
    return { arrived: read, verdict, requestIds: aboutOf(found), thread: found }
  return { arrived: read, verdict, ...statusOf(cases, found, verdict, asked.saw) }
}

function aboutOf(found: Thread): readonly number[] {
  return found.thread === 'known' ? (found.requestIds ?? []) : []
}

/** Of a sender who writes for several companies a person finds out which is meant: nothing is told of another's. */
function statusOf(cases: readonly CaseView[], found: Thread, verdict: SenderVerdict, saw: string) {
  const requestIds = [...new Set(cases.map((one) => one.requestId))]
  const companies = new Set(cases.map((one) => one.clecId ?? one.company))
  const [first] = cases as [CaseView, ...CaseView[]]
  if (found.thread !== 'known' && companies.size > 1)
    return {
      requestIds: [],
      thread: doubtful(cases, 'status-of-several', `${saw}: the sender writes for several companies`),
    }
  if (!may(verdict, 'disclose-case-state').may)
    return {
      requestIds: [],
      thread: doubtful(cases, 'status-unverified', `it asks for the status (${saw}), and ${verdict.because}`),
    }
  const because: Reason = { rule: 'status-request', saw }
  const thread: Thread = found.thread === 'known' ? found : { thread: 'known', case: first, because }
  return { requestIds, thread }
}

/** Cases of the thread, else all in which the sender wrote. */
function casesMeant(facts: ArrivalFacts, found: Thread, refs: readonly string[] | null): readonly CaseView[] {
  const { bySender, requests } = facts.threads
  if (found.thread === 'known') return requests.filter((one) => one.requestId === found.case.requestId)
  if (refs === null || found.thread === 'doubtful') return []
  return bySender.filter((one) => refs.length === 0 || refs.includes(one.ref))
}

function verdictFor(
  arrived: ArrivedMail,
  facts: ArrivalFacts,
  cases: readonly CaseView[],
  maybe: readonly CaseView[],
): SenderVerdict {
  const sender = arrived.mail.from[0]?.address ?? ''
  return senderLevel(arrived.mail, {
    staff: facts.desk.staff.map((one) => one.email),
    contacts: [...new Set([...cases.flatMap((one) => one.participants), ...introducedIn(sender, cases)])],
    maybe: maybe.flatMap((one) => one.participants),
    ownAddresses: facts.ownAddresses,
    authservIds: facts.authservIds,
    repliesTo: facts.repliesTo,
  })
}

function introducedIn(sender: string, cases: readonly CaseView[]): readonly string[] {
  return cases.some((one) => isIntroduced(sender, one)) ? [sender] : []
}

/** Whoever opens a case is its contact: what shows that the mail is theirs is looked at all the same. */
export function asOpener({ mail }: ArrivedMail, { desk, ...facts }: ArrivalFacts): SenderVerdict {
  const { ownAddresses, authservIds, repliesTo } = facts
  const staff = desk.staff.map((one) => one.email)
  const contacts = mail.from.slice(0, 1).map(({ address }) => address)
  return senderLevel(mail, { staff, contacts, ownAddresses, authservIds, repliesTo })
}

/** A word that the model may not know what to make of. */
function asksForStatus(understanding: Understanding): Understanding {
  return { ...understanding, intents: [{ intent: 'status-inquiry', confidence: 1 }], abstained: false }
}

function doubtful(candidates: readonly CaseView[], rule: string, saw: string): Thread {
  return { thread: 'doubtful', candidates, because: { rule, saw } }
}
