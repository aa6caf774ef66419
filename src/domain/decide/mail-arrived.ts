/**
 * A mail has arrived and was read: what is it, where does it belong, what do we record, and do we answer?
 * Pure: the same mail, understanding and facts give the same decision, today and in a replay.
 */
import type { NewCase } from '../case.ts'
import type { Change, Decision, Reason, Wish } from '../decision.ts'
import { mayAnswer, replyRecipient } from '../loop-guard.ts'
import type { ReadMail } from '../mail.ts'
import { subjectStem } from '../subject.ts'
import { findThread, type Thread, type ThreadFacts } from '../thread.ts'
import type { Understanding } from '../understanding.ts'

export interface ArrivedMail {
  /** Row id in the ledger. */
  readonly id: number
  /** INTERNALDATE in milliseconds: the recorded receipt (domain T3). */
  readonly receivedAt: number
  readonly mail: ReadMail
  readonly understanding: Understanding
}

export interface ArrivalFacts {
  readonly mode: 'auto' | 'draft' | 'observe'
  readonly ownAddresses: readonly string[]
  readonly threads: ThreadFacts
  /** An earlier mail with the same Message-ID, Date and sender: the same mail by another way (list, second address). */
  readonly earlierDelivery: number | null
  /** The reply of ours that a bounce is about. */
  readonly bouncedReply: {
    readonly outboxId: number
    readonly caseId: number | null
    readonly recipient: string
  } | null
  readonly repliesToAddressLastHour: number
  readonly repliesToDomainLastHour: number
  /** Automatic replies of the last day per case id. */
  readonly repliesInCaseLastDay: ReadonlyMap<number, number>
  readonly caps: {
    readonly perAddressPerHour: number
    readonly perDomainPerHour: number
    readonly perCasePerDay: number
  }
  readonly recipientBlocked: boolean
  /** A number taken for the case that this mail may open. */
  readonly freshCase: { readonly id: number; readonly ref: string }
}

/** Turns an arrived mail into its decision. */
export function mailArrived(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const { understanding } = arrived
  if (facts.earlierDelivery !== null) return secondDelivery(arrived, facts.earlierDelivery)
  switch (understanding.kind) {
    case 'human':
      return humanMail(arrived, facts)
    case 'bounce':
      return bounce(arrived, facts)
    case 'spam':
      return settled(arrived, 'unrelated', { rule: 'spam', saw: evidenceOf(understanding, 'spam') })
    case 'auto-reply':
    case 'bulk':
      return machineMail(arrived, facts)
  }
}

function humanMail(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const thread = findThread(arrived.mail, facts.threads, arrived.receivedAt)
  const home = homeOf(arrived, facts, thread)
  const answer = answerTo(arrived, facts, thread, home)
  return {
    understanding: arrived.understanding,
    changes: [
      ...(home.opens ? [{ change: 'case-opened', case: home.opens } as const] : []),
      { change: 'mail-filed', caseId: home.id, how: thread.because.rule },
      { change: 'mail-settled', kind: 'human', outcome: 'filed', duplicateOf: null },
      ...answer.changes,
    ],
    wishes: [...answer.wishes, ...questionsFor(arrived, thread, home)],
    because: [thread.because, ...answer.because],
  }
}

interface Home {
  readonly id: number
  readonly ref: string
  /** Set when the mail opens the case. */
  readonly opens: NewCase | null
}

function homeOf(arrived: ArrivedMail, facts: ArrivalFacts, thread: Thread): Home {
  if (thread.thread === 'known') return { id: thread.case.id, ref: thread.case.ref, opens: null }
  const { understanding } = arrived
  const { id, ref } = facts.freshCase
  const opens: NewCase = {
    id,
    ref,
    company: understanding.company,
    states: understanding.states,
    agreement: understanding.agreement,
    path: understanding.path,
    intent: understanding.abstained ? null : (understanding.intents[0]?.intent ?? null),
    status: understanding.abstained || thread.thread === 'doubtful' ? 'needs-person' : 'received',
    subjectStem: subjectStem(arrived.mail.subject),
  }
  return { id, ref, opens }
}

interface Answer {
  readonly changes: readonly Change[]
  readonly wishes: readonly Wish[]
  readonly because: readonly Reason[]
}

function answerTo(arrived: ArrivedMail, facts: ArrivalFacts, thread: Thread, home: Home): Answer {
  const { mail, understanding } = arrived
  const withheld = (rule: string, why: string): Answer => ({
    changes: [{ change: 'reply-withheld', caseId: home.id, rule, why }],
    wishes: rule.startsWith('cap-')
      ? [{ wish: 'ask-human', sort: 'loop', sentence: `No automatic answer in ${home.ref}: ${why}.`, caseId: home.id }]
      : [],
    because: [{ rule, saw: why }],
  })
  const guard = mayAnswer(mail, understanding, {
    ownAddresses: facts.ownAddresses,
    repliesToAddressLastHour: facts.repliesToAddressLastHour,
    repliesToDomainLastHour: facts.repliesToDomainLastHour,
    repliesInCaseLastDay: facts.repliesInCaseLastDay.get(home.id) ?? 0,
    caps: facts.caps,
    blocked: facts.recipientBlocked,
  })
  const to = replyRecipient(mail, facts.ownAddresses)
  if (!guard.allowed || to === null) return withheld(guard.rule, guard.because)
  if (facts.mode === 'observe') return withheld('mode-observe', 'INTAGREE_MODE is observe: no reply is written')
  if (saysNothingNew(understanding)) {
    const why = 'this mail asks for nothing that a rule answers'
    if (thread.thread === 'known') return withheld('case-acknowledged', `${home.ref} is acknowledged and ${why}`)
    // An unmarked responder that writes under changing addresses would get an answer, and a case, for each of ours.
    if (thread.thread === 'doubtful') return withheld('thread-doubtful', `${thread.because.saw}, and ${why}`)
  }
  const template = understanding.abstained || thread.thread === 'doubtful' ? 'received-for-person' : 'acknowledgement'
  return {
    changes: [],
    wishes: [
      {
        wish: 'send-reply',
        key: `case ${home.id} / ${template} / mail ${arrived.id}`,
        template,
        caseId: home.id,
        caseRef: home.ref,
        to,
        state: facts.mode === 'auto' ? 'queued' : 'draft',
      },
    ],
    because: [{ rule: guard.rule, saw: guard.because }],
  }
}

/**
 * One acknowledgement opens a case; after it only a mail with a recognised matter of its own is answered again. An
 * unmarked auto-responder that answers our answer is not recognised, so two machines stop after one round.
 */
function saysNothingNew(understanding: Understanding): boolean {
  const main = understanding.intents[0]?.intent
  return understanding.abstained || main === undefined || main === 'unrelated'
}

function questionsFor(arrived: ArrivedMail, thread: Thread, home: Home): readonly Wish[] {
  const questions: Wish[] = []
  if (thread.thread === 'doubtful')
    questions.push({
      wish: 'ask-human',
      sort: 'thread',
      sentence: `${home.ref} was opened apart from ${thread.candidates.map((c) => c.ref).join(', ')}: ${thread.because.saw}. Do they belong together?`,
      caseId: home.id,
    })
  if (arrived.understanding.abstained) {
    const guesses = arrived.understanding.intents.slice(0, 2).map((guess) => guess.intent)
    questions.push({
      wish: 'ask-human',
      sort: 'understand',
      sentence: `What does the mail in ${home.ref} want? ${guesses.length > 0 ? `Likeliest: ${guesses.join(' or ')}.` : 'Nothing was recognised.'}`,
      caseId: home.id,
    })
  }
  return questions
}

/** A bounce never opens a case and never causes mail; it is tied to the reply that came back. */
function bounce(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const reply = facts.bouncedReply
  const decision = settled(arrived, 'machine', { rule: 'bounce', saw: evidenceOf(arrived.understanding, 'bounce') })
  if (!reply) return decision
  const report = arrived.mail.deliveryReport?.recipients ?? []
  const permanent = report.some((one) => one.action === 'failed' || one.status.startsWith('5'))
  const detail = report.map((one) => `${one.recipient} ${one.action} ${one.status}`).join('; ')
  return {
    ...decision,
    changes: [
      ...decision.changes,
      ...(reply.caseId === null ? [] : [{ change: 'mail-filed', caseId: reply.caseId, how: 'bounced-reply' } as const]),
      { change: 'reply-bounced', outboxId: reply.outboxId, permanent, detail },
    ],
    wishes: permanent
      ? [
          {
            wish: 'ask-human',
            sort: 'bounce',
            sentence: `Our reply to ${reply.recipient} came back as undeliverable; nothing more is sent there automatically.`,
            caseId: reply.caseId,
          },
        ]
      : [],
  }
}

/** An absence note or receipt in a known thread is filed there, so that a person sees it; it changes nothing. */
function machineMail(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
  const { kind } = arrived.understanding
  const decision = settled(arrived, 'machine', { rule: kind, saw: evidenceOf(arrived.understanding, kind) })
  const thread = findThread(arrived.mail, facts.threads, arrived.receivedAt)
  if (thread.thread !== 'known') return decision
  const filed: Change = { change: 'mail-filed', caseId: thread.case.id, how: thread.because.rule }
  return { ...decision, changes: [...decision.changes, filed], because: [...decision.because, thread.because] }
}

function secondDelivery(arrived: ArrivedMail, earlier: number): Decision {
  const saw = `same Message-ID, Date and sender as mail ${earlier}`
  return settled(arrived, 'duplicate', { rule: 'second-delivery', saw }, earlier)
}

function settled(
  arrived: ArrivedMail,
  outcome: 'machine' | 'unrelated' | 'duplicate',
  reason: Reason,
  duplicateOf: number | null = null,
): Decision {
  const { understanding } = arrived
  return {
    understanding,
    changes: [{ change: 'mail-settled', kind: understanding.kind, outcome, duplicateOf }],
    wishes: [],
    because: [reason],
  }
}

function evidenceOf(understanding: Understanding, what: string): string {
  const found = understanding.evidence.find((one) => one.for === what) ?? understanding.evidence[0]
  return found ? `${found.from}: ${found.quote}` : 'no single piece of evidence'
}
