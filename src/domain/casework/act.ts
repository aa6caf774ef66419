/**
 * What a person can order, from the command line, by answering a digest or by a signed link. Each order is confirmed,
 * recorded in the timeline with its author, and can be undone.
 */
import type { Intent } from '../labels.ts'
import type { CarrierType, ClosingReason, Family, Route } from './case-file.ts'
import type { ItemId } from './items.ts'

/** Counsel or an adviser, and who introduced them where. */
export interface WhoWasIntroduced {
  readonly name: string | null
  readonly address: string
  /** Address of somebody of the company. */
  readonly by: string
  /** The mail that introduces them, and its words. */
  readonly messageId: number
  readonly quote: string
}

export type Act =
  /** Send a draft, or drop it. */
  | { readonly act: 'approve'; readonly draft: number }
  | { readonly act: 'reject'; readonly draft: number }
  | { readonly act: 'assign'; readonly caseRef: string; readonly to: string }
  /** Tick an item by hand; `on` is the day it happened (`YYYY-MM-DD`), else now. Milestones of ours are items too. */
  | {
      readonly act: 'tick'
      readonly caseRef: string
      readonly item: ItemId
      readonly on: string | null
      readonly value: string | null
      readonly note: string | null
    }
  | { readonly act: 'untick'; readonly caseRef: string; readonly item: ItemId; readonly note: string | null }
  | { readonly act: 'waive'; readonly caseRef: string; readonly item: ItemId; readonly note: string | null }
  /** The commission said no to what was filed; `on` is the day of its order, `value` its docket. */
  | {
      readonly act: 'not-approved'
      readonly caseRef: string
      readonly on: string | null
      readonly value: string | null
      readonly note: string | null
    }
  | { readonly act: 'route'; readonly caseRef: string; readonly route: Route }
  | {
      readonly act: 'describe'
      readonly caseRef: string
      readonly company?: string
      readonly state?: string
      readonly family?: Family
      readonly carrierType?: CarrierType
    }
  /** Ask the CLEC for what is missing, or for these items. */
  | { readonly act: 'ask'; readonly caseRef: string; readonly items: readonly ItemId[] }
  /** Nobody is reminded before that day (`YYYY-MM-DD`). */
  | { readonly act: 'rest'; readonly caseRef: string; readonly until: string }
  /** Both parties agreed in writing on another day of receipt (domain 4.2). */
  | { readonly act: 'extend'; readonly caseRef: string; readonly deemedReceipt: string; readonly why: string }
  /** Say what a mail really is: a correction that is learned from. */
  | { readonly act: 'relabel'; readonly messageId: number; readonly intents: readonly Intent[] }
  | { readonly act: 'close'; readonly caseRef: string; readonly reason: ClosingReason }
  | { readonly act: 'reopen'; readonly caseRef: string }
  /** What they took back is wanted after all: the case stands as before, and is open. */
  | { readonly act: 'goes-on'; readonly caseRef: string }
  /** The mails and proofs of the one go over to the other; the one is closed. */
  | {
      readonly act: 'merge'
      readonly caseRef: string
      readonly into: string
      /** Why, where no person ordered it: who wrote in the one was introduced in the other. */
      readonly introduced?: WhoWasIntroduced
    }
  /** Moves mails out of a case into a new one of the same company. */
  | { readonly act: 'split'; readonly caseRef: string; readonly messageIds: readonly number[] }
  /** Records that another company belongs to the one of the case; their cases stay apart. */
  | { readonly act: 'affiliate'; readonly caseRef: string; readonly name: string }
  | { readonly act: 'done'; readonly task: number }
  | { readonly act: 'note'; readonly caseRef: string; readonly text: string }
  /** Takes an earlier order back; refused with a sentence when something later rests on it. */
  | { readonly act: 'undo'; readonly order: number }
