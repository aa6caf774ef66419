/**
 * Gates that were passed, and what they rested on (domain 2.2, T1). What was done stays done when a proof falls: nothing is
 * undone by itself, but the case shows it, and a person is asked what becomes of it.
 */
import type { CaseFile, Item } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import { isMet } from './facts.ts'
import { shutGates } from './index.ts'
import type { Gate } from './step.ts'

/** What we did once its gates were open. */
const MILESTONES = [
  'draft-issued',
  'carrier-signature',
  'filed',
  'early-ordering-letter-issued',
  'ready-to-order',
] as const satisfies readonly ItemId[]

export interface ShutBehind {
  readonly milestone: ItemId
  readonly gate: Gate
}

export interface Fallen extends ShutBehind {
  readonly passed: Item
  /** The proofs with which the gate was open. */
  readonly proofs: readonly { readonly item: ItemId; readonly was: Item }[]
}

/** Milestones that are in while a gate before them is shut. */
export function shutBehind(file: CaseFile): readonly ShutBehind[] {
  return MILESTONES.flatMap((milestone) =>
    file.items[milestone]?.state === 'met'
      ? shutGates(file, milestone)
          .filter((gate) => gate.settledByNumber !== true)
          .map((gate) => ({ milestone, gate }))
      : [],
  )
}

/** Gates that stood open behind a milestone, and stand shut now. */
export function fallenGates(before: CaseFile, after: CaseFile): readonly Fallen[] {
  if (before === after || after.closed !== null) return []
  const was = shutBehind(before)
  return shutBehind(after).flatMap(({ milestone, gate }) => {
    const passed = before.items[milestone]
    if (passed?.state !== 'met' || was.some((one) => one.milestone === milestone && one.gate === gate)) return []
    return [{ milestone, gate, passed, proofs: proofsOf(gate, before, after) }]
  })
}

/** What was in, is not any more, and would open the gate again. */
function proofsOf(gate: Gate, before: CaseFile, after: CaseFile): Fallen['proofs'] {
  return (Object.keys(before.items) as ItemId[]).flatMap((item) => {
    const was = before.items[item]
    if (was === undefined || !isMet(before, item) || isMet(after, item)) return []
    return gate.isOpen({ ...after, items: { ...after.items, [item]: was } }) ? [{ item, was }] : []
  })
}
