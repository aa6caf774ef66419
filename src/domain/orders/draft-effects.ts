/** Drafts, tasks and corrections. `ok` sends an existing draft as it stands; nothing else leaves the house by an order. */
import type { Act } from '../casework/act.ts'
import type { CaseFile } from '../casework/case-file.ts'
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
    (task) => task.open && task.sort === 'understand' && task.messageId === messageId,
  )
  if (ref === null && questions.length === 0) return refused(`There is no mail ${messageId} that can be relabelled.`)
  const ids = questions.map((task) => task.id)
  const home = facts.cases.get(ref ?? questions[0]?.caseRef ?? '')
  return ordered(facts, {
    changes: questions.length === 0 ? [] : personDone(home, ids, facts),
    also: [{ also: 'correct', messageId, intents }, ...ids.map((task) => ({ also: 'close-task', task }) as const)],
    sentence: `Mail ${messageId}${home === undefined ? '' : ` of ${home.ref}`} is: ${listed(intents.map(intentWord))}. This is learned from.`,
  })
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
