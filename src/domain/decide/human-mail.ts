/** A person's mail: where does it belong, what is recorded, is it answered, and what does a person have to look at? */
import type { CaseView, NewCase } from '../case.ts'
import type { Change, Decision, Reason, Wish } from '../decision.ts'
import { echoesOurs } from '../letter/echo.ts'
import { mayAnswer, replyRecipient } from '../loop-guard.ts'
import { subjectStem } from '../subject.ts'
import { findThread, type Thread } from '../thread.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'

export function humanMail(arrived: ArrivedMail, facts: ArrivalFacts): Decision {
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
  if (facts.mode === 'observe')
    return withheld('mode-observe', 'the mode for this mail is observe: no reply is written')
  if (thread.thread !== 'known' && echoesOurs(mail.text))
    // A responder that lost the thread still sends our own words back.
    return withheld('echo', 'it sends our own receipt back without its thread')
  if (saysNothingNew(understanding, thread.thread === 'known' ? thread.case : null)) {
    const why = 'this mail asks for nothing new that a rule answers'
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
 * One acknowledgement opens a case; after it only a mail with a recognised matter of its own, another than the case's or
 * for another state, is answered again. An unmarked auto-responder that answers our answer repeats the matter or has none, so two machines
 * stop after one round.
 */
function saysNothingNew(understanding: Understanding, known: CaseView | null): boolean {
  const main = understanding.intents[0]?.intent
  if (understanding.abstained || main === undefined || main === 'unrelated') return true
  return main === known?.intent && understanding.states.every((state) => known.states.includes(state))
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
  if (arrived.understanding.abstained)
    questions.push({
      wish: 'ask-human',
      sort: 'understand',
      sentence: `What does the mail in ${home.ref} want? ${readings(arrived.understanding)}`,
      caseId: home.id,
    })
  return questions
}

/** The two likeliest readings, each with the words that speak most for it. */
function readings({ likeliest, evidence }: Understanding): string {
  if (likeliest.length === 0) return 'Nothing was recognised.'
  const shown = likeliest.map(({ intent, confidence }) => {
    const quote = evidence.find((one) => one.for === intent)?.quote
    return `${intent} (${Math.round(100 * confidence)}%${quote === undefined ? '' : `: "${quote}"`})`
  })
  return `Likeliest: ${shown.join(' or ')}.`
}
