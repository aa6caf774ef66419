/** What a change would do to the clocks, before a person confirms it. */
import type { Clock, ClockId } from './clock.ts'
import { clocksOf } from './clocks-of.ts'
import type { ClockFacts } from './facts.ts'

export interface ClockChange {
  readonly id: ClockId
  /** Null when it does not run yet. */
  readonly before: Clock | null
  /** Null when it no longer runs. */
  readonly after: Clock | null
}

/** The clocks whose due day or state would differ. */
export function whatIf(facts: ClockFacts, change: Partial<ClockFacts>): readonly ClockChange[] {
  const before = new Map(clocksOf(facts).map((clock) => [clock.id, clock]))
  const after = new Map(clocksOf({ ...facts, ...change }).map((clock) => [clock.id, clock]))
  return [...new Set([...before.keys(), ...after.keys()])]
    .map((id) => ({ id, before: before.get(id) ?? null, after: after.get(id) ?? null }))
    .filter(({ before, after }) => before?.due !== after?.due || before?.state !== after?.state)
}
