/** The two answers to an order, and what all of them share. */
import type { Act } from '../casework/act.ts'
import type { CaseFile, Proof } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { type AskWish, HOLDING } from '../decision.ts'
import type { Also, CaseEffect, Effects } from './effects.ts'
import { itemWord } from './item-words.ts'
import type { OrderFacts } from './order-facts.ts'

export type MergeAct = Extract<Act, { readonly act: 'merge' }>

export function refused(sentence: string): Effects {
  return { effects: 'refused', sentence }
}

export interface Done {
  readonly changes?: readonly CaseEffect[]
  readonly restores?: readonly CaseFile[]
  readonly also?: readonly Also[]
  readonly asks?: readonly AskWish[]
  /** What was done, as a sentence; how to take it back is put behind. */
  readonly sentence: string
}

export function ordered(facts: OrderFacts, done: Done): Effects {
  const { changes = [], restores = [], also = [], asks = [], sentence } = done
  return { effects: 'ordered', changes, restores, also, asks, sentence: `${sentence} ${undoWith(facts)}` }
}

function undoWith({ speech, number }: OrderFacts): string {
  return speech === 'mail' ? `Undo: "undo ${number}".` : `Undo: "intagree undo ${number}".`
}

export function inCase({ ref }: CaseFile, ...changes: readonly CaseChange[]): readonly CaseEffect[] {
  return changes.length === 0 ? [] : [{ caseRef: ref, changes }]
}

/** What a person says is proved by the person. */
export function byHand(facts: OrderFacts, note: string | null): Proof {
  return { messageId: null, attachment: null, page: null, quote: note ?? '', by: facts.by }
}

/** Open questions that keep a case with a person end with the last of them. */
export function personDone(
  file: CaseFile | undefined,
  closing: readonly number[],
  facts: OrderFacts,
): readonly CaseEffect[] {
  if (file === undefined || file.needsPerson === null) return []
  const others = [...facts.tasks.values()].filter(
    (task) => task.open && HOLDING.has(task.sort) && task.caseRef === file.ref && !closing.includes(task.id),
  )
  return others.length > 0 ? [] : inCase(file, { change: 'person-done' })
}

/** An order in the words that give it. */
export function actWords(act: Act): string {
  switch (act.act) {
    case 'approve':
      return `ok to draft ${act.draft}`
    case 'reject':
      return `no to draft ${act.draft}`
    case 'assign':
      return `${act.caseRef} to ${act.to}`
    case 'tick':
    case 'untick':
    case 'waive':
      return `${act.caseRef} ${act.act} ${itemWord(act.item)}`
    case 'route':
      return `${act.caseRef} route ${act.route}`
    case 'not-approved':
      return `${act.caseRef} not approved by the commission`
    case 'describe':
    case 'ask':
    case 'reopen':
    case 'goes-on':
    case 'note':
    case 'split':
      return `${act.caseRef} ${act.act}`
    case 'rest':
      return `${act.caseRef} no reminders until ${act.until}`
    case 'extend':
      return `${act.caseRef} extend receipt to ${act.deemedReceipt}`
    case 'relabel':
      return `mail ${act.messageId} is ${act.intents.join(' and ')}`
    case 'close':
      return `${act.caseRef} close ${act.reason}`
    case 'affiliate':
      return `${act.caseRef} affiliate of ${act.name}`
    case 'merge':
      return `${act.caseRef} merge into ${act.into}`
    case 'done':
      return `task ${act.task} done`
    case 'undo':
      return `undo ${act.order}`
  }
}
