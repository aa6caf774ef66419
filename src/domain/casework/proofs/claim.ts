/** What a mail says of one item, before it is weighed against what the case already knows. */
import type { ReadMail } from '../../mail.ts'
import type { Understanding } from '../../understanding.ts'
import type { Proof, SaidOn } from '../case-file.ts'
import type { ItemId } from '../items.ts'

export interface ProvingMail {
  /** Row id in the ledger. */
  readonly id: number
  readonly receivedAt: number
  readonly mail: ReadMail
  readonly understanding: Understanding
  /** It disputes, terminates, demands: what it also asks is for counsel to read. */
  readonly givesNotice?: boolean
}

/** The place that shows it. */
export type Place = Pick<Proof, 'attachment' | 'page' | 'quote'>

export type Claim = Place & {
  readonly item: ItemId
  readonly value: string | null
  /** Set when what came in does not do: words for the CLEC. */
  readonly problem: string | null
  /** The day that it states for itself. */
  readonly on?: SaidOn
  /** The day that it states as its end. */
  readonly until?: SaidOn
}

export function met(item: ItemId, place: Place, value: string | null = null): Claim {
  return { item, value, problem: null, ...place }
}

export function unfit(item: ItemId, place: Place, problem: string): Claim {
  return { item, value: null, problem, ...place }
}
