/** What can happen to a case, one word each; `apply.ts` says what it does. Every change is recorded in the timeline. */
import type { Agreement } from '../labels.ts'
import type {
  CarrierType,
  CaseFile,
  ChaseRest,
  ClosingReason,
  Extension,
  Family,
  Proof,
  Route,
  SaidOn,
} from './case-file.ts'
import type { ItemId } from './items.ts'

export type CaseChange =
  | {
      readonly change: 'item-met'
      readonly item: ItemId
      readonly at: number
      readonly value: string | null
      readonly proof: Proof
      readonly on?: SaidOn
      readonly until?: SaidOn
    }
  | { readonly change: 'item-waived'; readonly item: ItemId; readonly at: number; readonly proof: Proof }
  /** Something came in that does not do; the item stays open and the words say why. */
  | {
      readonly change: 'item-problem'
      readonly item: ItemId
      readonly at: number
      readonly problem: string
      readonly proof: Proof
    }
  | { readonly change: 'item-opened'; readonly item: ItemId; readonly by: string; readonly why: string }
  | { readonly change: 'route-chosen'; readonly route: Route; readonly doubtful: boolean }
  /** A mail asked to negotiate, or may have asked it: day 0 of the clocks. */
  | { readonly change: 'request-received'; readonly at: number }
  /** Facts of the head; a missing one stays as it is. */
  | {
      readonly change: 'facts-learned'
      readonly clecId?: number
      readonly company?: string
      readonly state?: string
      readonly family?: Family
      readonly agreement?: Agreement
      readonly carrierType?: CarrierType
    }
  /** A person said what the mail that opened it really is; all of it counts, also what is nothing. */
  | ({ readonly change: 'corrected' } & Pick<
      CaseFile,
      'company' | 'clecId' | 'state' | 'family' | 'agreement' | 'route' | 'intent'
    >)
  | { readonly change: 'negotiator-assigned'; readonly negotiator: string | null }
  | { readonly change: 'receipt-extended'; readonly extension: Extension }
  | {
      readonly change: 'asked'
      readonly to: string
      readonly items: readonly ItemId[]
      readonly at: number
      /** They answered since, and what is still owed was not asked for again. */
      readonly heardAt?: number
    }
  /**
   * What was in and was taken back: the next reminder names it beside what was asked for. `anew`: nothing was left to
   * ask for, so that the time until the next reminder begins with it.
   */
  | { readonly change: 'asked-again'; readonly items: readonly ItemId[]; readonly at: number; readonly anew: boolean }
  | { readonly change: 'reminded'; readonly at: number }
  | { readonly change: 'chase-paused'; readonly until: number; readonly rest?: ChaseRest }
  | { readonly change: 'chase-stopped'; readonly why: string }
  /** What had stopped goes on, counted from then. */
  | { readonly change: 'chase-resumed'; readonly at: number }
  | { readonly change: 'mail-came'; readonly at: number }
  | { readonly change: 'staff-told'; readonly marks: readonly string[] }
  | { readonly change: 'needs-person'; readonly why: string }
  | { readonly change: 'person-done' }
  | { readonly change: 'closed'; readonly reason: ClosingReason; readonly at: number; readonly into: string | null }
  | { readonly change: 'reopened' }
  | { readonly change: 'moved-to-request'; readonly requestId: number }
  | { readonly change: 'noted'; readonly text: string; readonly by: string }
