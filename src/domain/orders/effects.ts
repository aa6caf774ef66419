/** What an order does: changes of cases, and what else has to be done in the same transaction. */
import type { Affiliation } from '../casework/affiliates.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import type { ItemId } from '../casework/items.ts'
import type { AskWish } from '../decision.ts'
import type { Intent } from '../labels.ts'

/** Nothing here accepts, agrees or writes new words to the outside; `send-draft` sends an existing draft as it stands. */
export type Also =
  | { readonly also: 'send-draft'; readonly draft: number }
  /** Back to waiting, if it has not left yet: takes `send-draft` back. */
  | { readonly also: 'hold-draft'; readonly draft: number }
  | { readonly also: 'drop-draft'; readonly draft: number }
  | { readonly also: 'restore-draft'; readonly draft: number }
  /** A correction that is learned from. */
  | { readonly also: 'correct'; readonly messageId: number; readonly intents: readonly Intent[] }
  | { readonly also: 'withdraw-correction'; readonly messageId: number; readonly intents: readonly Intent[] }
  | { readonly also: 'close-task'; readonly task: number }
  | { readonly also: 'open-task'; readonly task: number }
  /** The case has to be written before anything else; `changes` then apply to it. */
  | { readonly also: 'open-case'; readonly file: CaseFile }
  | {
      readonly also: 'move-mails'
      readonly from: string
      readonly into: string
      readonly messageIds: readonly number[]
    }
  /** Two companies that belong together, or do not. */
  | ({ readonly also: 'join-affiliates' } & Affiliation)
  | ({ readonly also: 'part-affiliates' } & Affiliation)
  /** Ask for these items (`missing-information`), with the other orders of the mail; the mode decides if it waits. */
  | { readonly also: 'ask-letter'; readonly caseRef: string; readonly to: string; readonly items: readonly ItemId[] }

export interface CaseEffect {
  readonly caseRef: string
  readonly changes: readonly CaseChange[]
}

export type Effects =
  | {
      readonly effects: 'ordered'
      readonly changes: readonly CaseEffect[]
      /** Files as an undo leaves them; nothing but an undo has any. */
      readonly restores: readonly CaseFile[]
      readonly also: readonly Also[]
      /** What a person has to look at. */
      readonly asks: readonly AskWish[]
      /** The confirmation. */
      readonly sentence: string
    }
  | { readonly effects: 'refused'; readonly sentence: string }

/** What an order asks the CLEC for in this case. */
export function askedIn(also: readonly Also[], caseRef: string): readonly ItemId[] {
  return also.flatMap((one) => (one.also === 'ask-letter' && one.caseRef === caseRef ? one.items : []))
}
