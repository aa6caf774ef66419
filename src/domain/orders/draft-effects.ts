/** Drafts, tasks and corrections. `ok` sends an existing draft as it stands; nothing else leaves the house by an order. */
import type { Act } from '../casework/act.ts'
import type { CaseFile } from '../casework/case-file.ts'
import { NOT_UNDERSTOOD, QUESTIONS } from '../casework/moot.ts'
import type { Intent } from '../labels.ts'
import { ordered, personDone, refused } from './answer.ts'
import type { Also, Effects } from './effects.ts'
import { intentWord } from './intent-words.ts'
import type { DraftView, OrderFacts } from './order-facts.ts'
import { listed } from './words.ts'

type ActOf<Name extends Act['act']> = Extract<Act, { act: Name }>

const STATE_WORDS: Readonly<Record<DraftView['state'], string>> = {
  draft: 'waits',
  queued: 'is being sent already',
  sending: 'is being sent already',
  retry: 'is being sent already',
  sent: 'was sent already',
  refused: 'was refused by the other server',
  unsure: 'may have been sent already',
  rejected: 'was dropped',
}

/** What waits for its minute, or for another try, has not left: it may still be dropped. */
const HELD_BACK: ReadonlySet<DraftView['state']> = new Set(['queued', 'retry'])

export function judged({ act, draft }: ActOf<'approve'> | ActOf<'reject'>, facts: OrderFacts): Effects {
  const found = facts.drafts.get(draft)
  if (found === undefined) return refused(`There is no draft ${draft}.`)
  const name = `Draft ${draft} to ${found.to}${found.caseRef === null ? '' : ` in ${found.caseRef}`}`
  if (found.state !== 'draft' && !(act === 'reject' && HELD_BACK.has(found.state)))
    return refused(`${name} ${STATE_WORDS[found.state]}.`)
  if (act === 'approve' && found.isStale === true)
    return refused(`${name} was not sent: its case has changed since, and it is written anew in a moment. Look again.`)
  return ordered(facts, {
    also: [{ also: act === 'approve' ? 'send-draft' : 'drop-draft', draft }],
    sentence:
      act === 'approve'
        ? `${name} is sent as it stands; until it has left, it can be held.`
        : `${name} was dropped and is not sent.`,
  })
}

export function finished({ task }: ActOf<'done'>, facts: OrderFacts): Effects {
  const found = facts.tasks.get(task)
  if (found === undefined) return refused(`There is no task ${task}.`)
  if (!found.open) return refused(`Task ${task} is done already.`)
  return ordered(facts, {
    changes: alike(facts.cases.get(found.caseRef ?? ''), facts).flatMap((file) => personDone(file, [task], facts)),
    also: [{ also: 'close-task', task }],
    sentence: `Task ${task}${found.caseRef === null ? '' : ` of ${found.caseRef}`} is done.`,
  })
}

/** Questions that are answered by what the mail is. */
const WHAT_IT_IS: ReadonlySet<string> = new Set(['understand', 'withdrawal', 'correction', 'answer'])
/** What one mail held up in several cases of a request goes on in all of them. */
function alike(file: CaseFile | undefined, { cases }: OrderFacts): readonly CaseFile[] {
  if (file === undefined) return []
  const others = [...cases.values()].filter(
    (one) => one.id !== file.id && one.requestId === file.requestId && one.needsPerson === file.needsPerson,
  )
  return [file, ...others]
}

export function relabelled({ messageId, intents }: ActOf<'relabel'>, facts: OrderFacts): Effects {
  if (intents.length === 0) return refused(`Mail ${messageId} was not relabelled: nothing was said.`)
  if (intents.length > 1 && intents.includes('unrelated'))
    return refused(`Mail ${messageId} was not relabelled: what is unrelated is nothing else.`)
  const ref = [...facts.mails].find(([, mails]) => mails.some((mail) => mail.id === messageId))?.[0] ?? null
  const questions = [...facts.tasks.values()].filter(
    (task) => task.open && WHAT_IT_IS.has(task.sort) && task.messageId === messageId,
  )
  if (ref === null && questions.length === 0) return refused(`There is no mail ${messageId} that can be relabelled.`)
  const ids = questions.map((task) => task.id)
  // What was written on the old reading must not go out by a later "ok".
  const old = isReceiptOnly(messageId, facts)
    ? []
    : [...facts.drafts.values()].filter((one) => one.state === 'draft' && one.answers === messageId)
  const drops = old.map(({ id }) => ({ also: 'drop-draft', draft: id }) as const)
  const home = facts.cases.get(ref ?? questions[0]?.caseRef ?? '')
  const explained = asksForAgreement(intents) ? waitingFirst(home, messageId, facts) : []
  return ordered(facts, {
    changes: questions.length === 0 ? [] : personDone(home, [...ids, ...explained], facts),
    also: [
      { also: 'correct', messageId, intents },
      ...[...ids, ...aboutFirst(ref, facts), ...explained].map((task) => ({ also: 'close-task', task }) as const),
      ...drops,
    ],
    sentence: `Mail ${messageId}${home === undefined ? '' : ` of ${home.ref}`} is: ${listed(intents.map(intentWord))}. This is learned from.${firstWords(explained)}${droppedWords(old)}`,
  })
}

function asksForAgreement(intents: readonly Intent[]): boolean {
  return intents.some((intent) => intent === 'agreement-request' || intent === 'opt-in-inquiry')
}

/** The question what the first mail wants, which a later one answers. */
function waitingFirst(home: CaseFile | undefined, messageId: number, { tasks }: OrderFacts): readonly number[] {
  if (home === undefined || home.needsPerson !== NOT_UNDERSTOOD) return []
  return [...tasks.values()]
    .filter((task) => task.open && task.once === QUESTIONS.wants(home.ref) && task.messageId !== messageId)
    .map(({ id }) => id)
}

function firstWords(tasks: readonly number[]): string {
  return tasks.length === 0
    ? ''
    : ` It says what the case is about: what the first mail says counts with it, and task ${listed(tasks.map(String))}, which asked what that wants, is done.`
}

/** What the first mail of a case says is counted now, whatever said since what is wanted. */
function aboutFirst(ref: string | null, { tasks }: OrderFacts): readonly number[] {
  const key = ref === null ? null : QUESTIONS.firstMail(ref)
  return [...tasks.values()].filter(({ open, once }) => open && key !== null && once === key).map(({ id }) => id)
}

/** Of a legal notice, or of a sender in doubt, nothing but the receipt is confirmed, whatever else the mail is. */
export function isReceiptOnly(messageId: number, { tasks }: OrderFacts): boolean {
  const holds = ['legal', 'thread', 'sender']
  return [...tasks.values()].some((one) => one.open && one.messageId === messageId && holds.includes(one.sort))
}

function droppedWords(old: readonly DraftView[]): string {
  if (old.length === 0) return ''
  const which = `${old.length === 1 ? 'Draft' : 'Drafts'} ${listed(old.map(({ id }) => String(id)))}`
  return ` ${which}, written on the old reading, ${old.length === 1 ? 'was' : 'were'} dropped; what the new reading says waits as a draft.`
}

/** What takes something back, if the draft is still where it was left. */
export function isDraftIn(
  states: readonly DraftView['state'][],
  draft: number,
  facts: OrderFacts,
  also: Also,
  problem: string,
): { readonly also: readonly Also[] } | { readonly problem: string } {
  const state = facts.drafts.get(draft)?.state
  return state !== undefined && states.includes(state) ? { also: [also] } : { problem }
}
