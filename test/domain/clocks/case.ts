import type { Clock, ClockId } from '../../../src/domain/clocks/clock.ts'
import { clocksOf } from '../../../src/domain/clocks/clocks-of.ts'
import type { ClockFacts } from '../../../src/domain/clocks/facts.ts'

/** A request to negotiate in Colorado, received on a Monday, and nothing since. */
export function aCase(changed: Partial<ClockFacts> = {}): ClockFacts {
  return {
    state: 'CO',
    agreement: 'interconnection',
    path: 'negotiate',
    ambiguous: false,
    requested: true,
    received: '2026-03-02',
    extensions: [],
    milestones: {},
    arbitrated: false,
    claimsTaxExemption: false,
    closed: false,
    ...changed,
  }
}

export function clockIn(facts: ClockFacts, id: ClockId): Clock {
  const clock = clocksOf(facts).find((one) => one.id === id)
  if (clock === undefined) throw new Error(`no clock ${id}`)
  return clock
}

export function idsOf(facts: ClockFacts): readonly ClockId[] {
  return clocksOf(facts).map(({ id }) => id)
}
