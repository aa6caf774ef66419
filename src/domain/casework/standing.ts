/** Where a case stands, worked out of its file and the time: what the CLEC, staff, digest and reminders are told. */
import type { Item } from './case-file.ts'
import type { ItemId } from './items.ts'
import type { StepId } from './steps.ts'

export type Owner = 'clec' | 'carrier' | 'commission'

export interface ItemStanding {
  readonly id: ItemId
  readonly label: string
  readonly owner: Owner
  /** `missing`: owed now. `later`: owed once the step before is done. `optional`: welcome, never asked for. */
  readonly state: 'met' | 'waived' | 'problem' | 'missing' | 'later' | 'optional'
  readonly item: Item | null
  /** The sentence that asks the CLEC for it. */
  readonly ask: string
}

export interface StepStanding {
  readonly id: StepId
  readonly title: string
  /** `blocked`: its gate is shut; `reasons` say by what. */
  readonly state: 'done' | 'open' | 'blocked' | 'not-needed'
  readonly reasons: readonly string[]
  readonly items: readonly ItemStanding[]
}

/** The case's `status` in lists, in the order of the process. */
export const STAGES = [
  'received',
  'needs-person',
  'needs-info',
  'route-chosen',
  'draft-issued',
  'clec-signed',
  'executed',
  'filed',
  'approved',
  'rejected',
  'ready-to-order',
  'closed',
] as const
export type Stage = (typeof STAGES)[number]

export interface Standing {
  readonly stage: Stage
  readonly steps: readonly StepStanding[]
  /** What the CLEC owes now, in the order in which it is asked for. */
  readonly missing: readonly ItemStanding[]
  /** Whose move it is; `nobody` when the case is closed or done. */
  readonly turn: Owner | 'nobody'
  /** What comes next, in a sentence that a CLEC may read: no promise, no date, no acceptance (T3, T4). */
  readonly next: string
}
