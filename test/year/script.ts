/**
 * What a carrier does over the year, and what staff does about it, as data: one beat after the other, each so many days
 * after the one before. A beat says what must be so when it is over; the last one that was played says the end.
 */
import type { ClosingReason, Route } from '../../src/domain/casework/case-file.ts'
import type { ItemId } from '../../src/domain/casework/items.ts'
import type { Stage } from '../../src/domain/casework/standing.ts'
import type { Intent } from '../../src/domain/labels.ts'
import type { SectionName } from '../../src/domain/letter/section.ts'
import type { Carrier } from './carriers.ts'
import type { Paper } from './papers.ts'
import type { Wording } from './phrases.ts'

/** Times of day by the desk's clock (Denver). */
export const MOMENTS = { dawn: '07:40', morning: '09:40', noon: '12:20', evening: '15:20' } as const
export type Moment = keyof typeof MOMENTS

export interface Script {
  readonly kind: string
  readonly carrier: Carrier
  readonly beats: readonly Beat[]
}

export interface Beat {
  /** Days since the beat before: a number, or any of a range. */
  readonly after: number | readonly [least: number, most: number]
  readonly at: Moment
  /** Not at a weekend: what would fall on one waits for Monday. */
  readonly does: SendsMail | StaffOrders | Waits
  readonly leaves?: Leaves
}

/** What must be so once the beat is over. */
export interface Leaves {
  /** Of each case of the carrier, or by state. */
  readonly stage?: Stage | Readonly<Record<string, Stage>>
  /** Cases that the carrier's mails have opened so far. */
  readonly cases?: number
  readonly met?: readonly ItemId[]
  readonly owed?: readonly ItemId[]
  readonly problem?: readonly ItemId[]
  readonly route?: Route
  readonly closed?: ClosingReason
  /** Reminders since the beat before. */
  readonly reminders?: number
  /** Why nothing more is sent, as the case says it. */
  readonly stopped?: RegExp
  /** Questions to a person that are open in the case, one of this sort at least. */
  readonly task?: string
  /** Days of the negotiation that staff was told of, in all. */
  readonly told?: readonly number[]
  /** In the newest letter to the carrier. */
  readonly says?: RegExp
  readonly silentOn?: RegExp
}

export interface SendsMail {
  readonly sends: Wording
  readonly papers?: readonly Paper[]
  /** Continues the thread of our newest letter to the writer, or starts one of its own. */
  readonly as?: 'reply' | 'fresh'
  /** The answer that must come, by its first section; `none`: no answer; else a person decides and we only confirm. */
  readonly answer: SectionName | 'none'
  /** A machine's: an absence note, a notice of delivery, an automatic answer. */
  readonly machine?: 'absence' | 'bounce' | 'responder' | 'unmarked'
  /** Another writer than the carrier's person. */
  readonly from?: Pick<Carrier, 'person' | 'address'>
}

export type Order =
  | { readonly order: 'tick'; readonly item: ItemId; readonly value?: string }
  | { readonly order: 'assign' }
  | { readonly order: 'extend'; readonly days: number }
  | { readonly order: 'close'; readonly reason: ClosingReason }
  | { readonly order: 'route'; readonly route: Route }
  | { readonly order: 'ask' }
  /** Of the newest mail of the carrier. */
  | { readonly order: 'relabel'; readonly intents: readonly Intent[] }
  | { readonly order: 'describe'; readonly company: string; readonly state: string }
  /** All letters of the case that wait to be approved. */
  | { readonly order: 'reject' }
  /** All open questions of the case. */
  | { readonly order: 'done' }

export interface StaffOrders {
  readonly orders: readonly Order[]
  /** The case of that state; missing: all. */
  readonly state?: string
  /** The letters that follow, by their first section. */
  readonly letters: readonly SectionName[]
}

/** Nothing is done: time passes, and reminders come. */
export interface Waits {
  readonly waits: true
}
