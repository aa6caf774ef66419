/** Mail that no person wrote: filed where it belongs, never answered. It only holds up or stops our reminders. */

import type { CaseView } from '../case.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { departure, howToChange } from '../casework/departure.ts'
import { QUESTIONS } from '../casework/moot.ts'
import { changedCase } from '../casework/outcome.ts'
import { summarizer } from '../casework/summary.ts'
import type { Change, Decision } from '../decision.ts'
import { afterAbsence, afterBounce, type MachineOutcome } from '../reminders/answers.ts'
import { officeOf } from '../reminders/office.ts'
import { findThread, type Thread } from '../thread.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { fileOf } from './home.ts'
import { evidenceOf, settled } from './settled.ts'

/** A bounce never opens a case and never causes mail; it is tied to the reply that came back. */
export function bounce(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const reply = facts.bouncedReply
  const decision = settled(arrived, 'machine', { rule: 'bounce', saw: evidenceOf(arrived.understanding, 'bounce') })
  if (!reply) return decision
  const report = arrived.mail.deliveryReport?.recipients ?? []
  const permanent = report.some((one) => one.action === 'failed' || one.status.startsWith('5'))
  const detail = report.map((one) => `${one.recipient} ${one.action} ${one.status}`).join('; ')
  const about = eachOfRequest(facts, reply)
  const requests = facts.threads.requests.filter(({ id }) => about.includes(id)).map(({ requestId }) => requestId)
  const chased = permanent ? chasedAt(facts, requests, reply.recipient) : []
  return {
    ...decision,
    cases: changed(facts, chased, (file) => changesFor(file, afterBounce(file, permanent, detail).changes)),
    changes: [
      ...decision.changes,
      ...about.map((caseId) => ({ change: 'mail-filed', caseId, how: 'bounced-reply' }) as const),
      { change: 'reply-bounced', outboxId: reply.outboxId, permanent, detail },
    ],
    // Each request has a negotiator of its own, who looks for another address.
    wishes: (permanent ? (about.length > 0 ? about : [null]) : []).map((caseId) => ({
      wish: 'ask-human',
      sort: 'bounce',
      sentence: `Our mail to ${reply.recipient} came back as undeliverable; nothing more is sent there automatically.`,
      caseId,
    })),
  }
}

/** The case that the letter names, and the first one of each other request that it was about. */
function eachOfRequest(
  { threads }: ArrivalFacts,
  { caseId, along }: NonNullable<ArrivalFacts['bouncedReply']>,
): readonly number[] {
  const requestOf = (id: number) => threads.requests.find((one) => one.id === id)?.requestId ?? `of ${id}`
  const ids = caseId === null ? along : [caseId, ...along]
  return ids.filter((id, at) => ids.findIndex((one) => requestOf(one) === requestOf(id)) === at)
}

/** An absence note or receipt in a known thread is filed there, so that a person sees it. */
export function machineMail(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const { kind } = arrived.understanding
  const decision = settled(arrived, 'machine', { rule: kind, saw: evidenceOf(arrived.understanding, kind) })
  const gone = kind === 'auto-reply' ? departure(arrived.mail) : null
  const found = findThread(arrived.mail, facts.threads, arrived.receivedAt)
  const thread = gone === null ? found : threadOfSender(found, arrived, facts)
  if (thread.thread !== 'known') return decision
  const filed: Change = { change: 'mail-filed', caseId: thread.case.id, how: thread.because.rule }
  const sender = arrived.mail.from[0]?.address ?? ''
  const about = [thread.case.requestId, ...(thread.requestIds ?? [])]
  const chased = kind === 'auto-reply' ? chasedAt(facts, about, sender) : []
  if (gone !== null) {
    const { id, ref } = thread.case
    const others = openOf(sender, facts).filter((one) => one.requestId !== thread.case.requestId)
    const also = others.length === 0 ? '' : ` It takes part in ${others.map((one) => one.ref).join(', ')}, too.`
    const sentence = `${sender} says in ${ref} that somebody leaves or is replaced: "${gone.quote}". Nobody is reminded there any more and nothing was changed: confirm by another way who is to be written to.${howToChange(ref, gone)}${also}`
    const stopped = [...chased, ...others.filter((one) => one.chase?.to === sender && one.chase.stopped === null)]
    return {
      ...decision,
      wishes: [{ wish: 'ask-human', sort: 'account', sentence, caseId: id, once: QUESTIONS.departure(sender, ref) }],
      cases: changed(facts, stopped, () => [{ change: 'chase-stopped', why: `${sender} leaves` }]),
      changes: [...decision.changes, filed],
      because: [...decision.because, thread.because],
    }
  }
  // One look for all the cases of the request in which somebody is waited for.
  const long = chased.flatMap((view) => away(arrived, facts, view).tasks.map((task) => ({ task, view }))).slice(0, 1)
  return {
    ...decision,
    wishes: long.map(({ task: { sentence }, view }) => ({
      wish: 'ask-human',
      sort: 'chase',
      sentence,
      ...{ caseId: view.id, once: QUESTIONS.silence(view.ref) },
    })),
    cases: changed(facts, chased, (file) => changesFor(file, away(arrived, facts, file).changes)),
    changes: [...decision.changes, filed],
    because: [...decision.because, thread.because],
  }
}

/** A mailbox that tells it without naming a mail of ours is told of in the cases in which its owner wrote. */
function threadOfSender(found: Thread, arrived: ArrivedMail, facts: ArrivalFacts): Thread {
  const sender = arrived.mail.from[0]?.address ?? ''
  const [own] = found.thread === 'new' ? openOf(sender, facts) : []
  if (own === undefined) return found
  return { thread: 'known', case: own, because: { rule: 'sender', saw: `${sender} takes part in ${own.ref}` } }
}

function openOf(sender: string, { threads }: ArrivalFacts): readonly CaseView[] {
  return threads.bySender.filter((one) => one.closed === null && one.participants.includes(sender))
}

function away(arrived: ArrivedMail, facts: ArrivalFacts, file: CaseFile): MachineOutcome {
  const { zone, office } = officeOf(file.state, facts.desk.timeZone)
  return afterAbsence(file, arrived.mail.text, office, zone, arrived.receivedAt)
}

/** Cases of these requests in which this address is waited for. */
function chasedAt({ threads }: ArrivalFacts, requestIds: readonly number[], address: string): readonly CaseView[] {
  return threads.requests.filter(
    (one) => requestIds.includes(one.requestId) && one.chase?.to === address && one.chase.stopped === null,
  )
}

function changesFor(
  file: CaseFile,
  found: readonly { readonly caseRef: string; readonly changes: readonly CaseChange[] }[],
): readonly CaseChange[] {
  return found.filter((one) => one.caseRef === file.ref).flatMap((one) => one.changes)
}

function changed(
  facts: ArrivalFacts,
  views: readonly CaseView[],
  changesOf: (file: CaseFile) => readonly CaseChange[],
): Decision['cases'] {
  const summarize = summarizer(facts.desk)
  return views
    .map((view) => ({ file: fileOf(view), changes: changesOf(fileOf(view)) }))
    .filter(({ changes }) => changes.length > 0)
    .map(({ file, changes }) => changedCase(file, changes, summarize))
}
