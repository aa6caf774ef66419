/** Questions about what no rule may act on: their sentences say what happened, what did not, and what to write. */
import type { CaseFile } from '../casework/case-file.ts'
import { QUESTIONS } from '../casework/moot.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { Wish } from '../decision.ts'
import type { Intent } from '../labels.ts'
import type { Section } from '../letter/section.ts'
import { itemWord } from '../orders/item-words.ts'
import { listed } from '../orders/words.ts'
import { isUnderWay } from '../process/facts.ts'
import { stillOwed } from '../reminders/next-reminder.ts'
import { may, type SenderVerdict } from '../sender-level.ts'
import type { Thread } from '../thread.ts'
import { newestWords } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { ArrivalFacts, ArrivedMail } from './arrival.ts'
import { confirmationIn, questionIn } from './asked-words.ts'
import { asksWhereItStands } from './copies-wanted.ts'
import type { Home, Move } from './home.ts'

interface Asked {
  readonly arrived: ArrivedMail
  readonly home: Home
  readonly cases: readonly CaseOutcome[]
}

/** The case in which they are waited for. */
export function chasedIn({ home, cases }: Asked): CaseFile | null {
  const asked = home.touched.find(({ file, opens }) => !opens && file.closed === null && stillOwed(file).length > 0)
  const chase = asked?.file.chase ?? null
  return chase === null || chase.stopped !== null
    ? null
    : (cases.find(({ file }) => file.id === asked?.file.id)?.file ?? null)
}

/** Whoever was asked and writes has perhaps answered. One question at a time: a machine may write a hundred such mails. */
export function unseenAnswer(seen: Asked, sender: string): readonly Wish[] {
  const file = chasedIn(seen)
  if (file === null) return []
  const { ref, id } = file
  const { arrived } = seen
  const words = stillOwed(file).map(itemWord)
  const said = quote(newestWords(arrived.mail).trim(), 0)
  return [
    {
      ...{ wish: 'ask-human', sort: 'answer', caseId: id, once: `answer ${ref}` },
      sentence: `${sender} wrote in ${ref} after we asked for ${listed(words)}, and no rule saw an answer in it: "${said}". It was not answered, and nobody is reminded. Write "tick ${words[0] ?? ''}" for what is in it, then "done".`,
    },
  ]
}

/** A second question about a matter that was explained once. No rule answers it again, for a machine might have asked. */
export function unansweredQuestion({ arrived, home }: Asked, sender: string): readonly Wish[] {
  const { ref, id } = home.lead
  const asked = questionIn(arrived.mail)
  if (asked === null) return []
  return [
    {
      ...{ wish: 'ask-human', sort: 'answer', caseId: id, once: `question ${ref}` },
      sentence: `${sender} asks in ${ref}: "${asked}". It got no answer: a matter is answered by itself only once.`,
    },
  ]
}

const HANDS_IN: ReadonlySet<Intent> = new Set(['supporting-document', 'customer-questionnaire', 'signed-agreement'])
/** What our letters say to a question. */
const EXPLAINS: ReadonlySet<Section['section']> = new Set([
  ...(['route-explainer', 'opt-in-requirements', 'early-ordering', 'state-needs', 'status-answer'] as const),
  ...(['copies', 'redirect', 'not-our-state'] as const),
])

/** "Attached is the certificate. When do we get the draft?": the letter speaks of the papers only. */
export function questionBesidePapers(
  { arrived, thread, home, answered, sections }: Asked & Letter & { readonly thread: Thread },
  sender: string,
): readonly Wish[] {
  const { abstained, intents, documents } = arrived.understanding
  const onlyHandsIn = !abstained && intents.length > 0 && intents.every(({ intent }) => HANDS_IN.has(intent))
  // A form that comes later is a request, and its letter speaks of it alone.
  const asForm = !abstained && documents.includes('agreement-request-form') && home.request.length > 0
  const isTold = !onlyHandsIn && sections.some(({ section }) => EXPLAINS.has(section))
  const isAsked = thread.thread === 'known' && answered && (onlyHandsIn || asForm) && !isTold
  const asked = isAsked ? (questionIn(arrived.mail) ?? confirmationIn(arrived.mail)) : null
  if (asked === null) return []
  const { ref, id } = home.lead
  return [
    {
      ...{ wish: 'ask-human', sort: 'answer', caseId: id, once: `question ${ref}` },
      sentence: `${sender} sent papers in ${ref} and asks: "${asked}". The letter speaks of the papers only.`,
    },
  ]
}

interface Letter {
  readonly answered: boolean
  readonly sections: readonly Section[]
}

/** More on a matter that was answered, in which no rule saw anything. */
export function unansweredWords({ arrived, home }: Asked, sender: string): readonly Wish[] {
  const { ref, id } = home.lead
  if (home.touched.every(({ file }) => file.closed !== null)) return []
  return [
    {
      ...{ wish: 'ask-human', sort: 'answer', caseId: id, once: `question ${ref}` },
      sentence: `${sender} wrote again in ${ref}, and no rule saw in it what is to be recorded: "${quote(newestWords(arrived.mail).trim(), 0)}". It was not answered: a matter is answered by itself only once.`,
    },
  ]
}

/** Whoever asks where things stand and has no part in any case: nothing is told, and somebody has to find out who it is. */
export function statusOfNobody(
  { arrived, thread, home }: Pick<Asked, 'arrived' | 'home'> & { readonly thread: Thread },
  sender: string,
): readonly Wish[] {
  if (thread.thread !== 'new' || !asksWhereItStands(arrived.understanding)) return []
  const { ref, id } = home.lead
  const { company } = arrived.understanding
  return [
    {
      ...{ wish: 'ask-human', sort: 'sender', caseId: id, once: `status for ${sender}` },
      sentence: `${sender} asks in ${ref} where things stand${company === null ? '' : ` with ${company}`} and has no part in any case of ours that is open. Nothing was told: find out who may be told what.`,
    },
  ]
}

/** The letter says no more than that the mail came: whoever may be told hears it from a person. */
export function statusUnproved(
  { arrived, thread, home, verdict }: Pick<Asked, 'arrived' | 'home'> & Proved,
  sender: string,
): readonly Wish[] {
  const isTold = may(verdict, 'disclose-case-state').may || home.touched.some(({ opens }) => opens)
  // What holds it, and that the case is closed, is told by a question of its own.
  const isAsked = verdict.holds.length > 0 || home.touched.every(({ file }) => file.closed !== null)
  if (thread.thread !== 'known' || isTold || isAsked || !asksWhereItStands(arrived.understanding)) return []
  const { ref, id } = home.lead
  return [
    {
      ...{ wish: 'ask-human', sort: 'answer', caseId: id, once: `status for ${sender} in ${ref}` },
      sentence: `${sender} asks in ${ref} where things stand, and nothing shows that the mail is theirs: ${verdict.because}. Nothing was told.`,
    },
  ]
}

interface Proved {
  readonly thread: Thread
  readonly verdict: SenderVerdict
}

/**
 * Papers in a case that asks for none: whatever waits for them lies elsewhere, or was never asked for. What answers a mail
 * that is still to come belongs to that one.
 */
export function papersOfNothing(
  {
    arrived,
    facts: { threads },
    thread,
    home,
    cases,
  }: Asked & { readonly thread: Thread; readonly facts: Pick<ArrivalFacts, 'threads'> },
  moves: readonly Move[],
  sender: string,
): readonly Wish[] {
  const isAsked = cases.some(({ file }) => isUnderWay(file) || file.needsPerson !== null || file.closed !== null)
  const files = new Set(moves.flatMap(({ changes }) => changes.flatMap(provingFile)))
  const isAnswer = arrived.mail.inReplyTo.length > 0 || arrived.mail.references.length > 0
  const isMissing = threads.incomplete.some(({ id }) => home.touched.some(({ file }) => file.id === id))
  const isEarly = isAnswer && (thread.thread === 'new' || isMissing || /awaited/.test(thread.because.rule))
  if (isAsked || isEarly || files.size === 0) return []
  const { ref, id } = home.lead
  return [
    {
      ...{ wish: 'ask-human', sort: 'thread', caseId: id, once: QUESTIONS.papers(ref) },
      sentence: `${sender} sent papers in ${ref}, which is no request for an agreement (${listed([...files])}; mail ${arrived.id}). What are they for? If a case of ours waits for them, merge ${ref} into it.`,
    },
  ]
}

function provingFile(change: Move['changes'][number]): readonly string[] {
  const isPlaced = change.change === 'item-met' || change.change === 'item-problem'
  return isPlaced && change.proof.attachment !== null ? [change.proof.attachment] : []
}
