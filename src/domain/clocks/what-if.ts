/** What a change does to the clocks, before a person confirms it (domain 4.2). */
import type { Clock, ClockId } from './clock.ts'

export interface ClockChange {
  readonly id: ClockId
  /** Null when it does not run yet. */
  readonly before: Clock | null
  /** Null when it no longer runs. */
  readonly after: Clock | null
}

/** The clocks whose due day or state differ. */
export function clockChanges(before: readonly Clock[], after: readonly Clock[]): readonly ClockChange[] {
  const [was, is] = [before, after].map((clocks) => new Map(clocks.map((clock) => [clock.id, clock])))
  return [...new Set([...before, ...after].map(({ id }) => id))]
    .map((id) => ({ id, before: was?.get(id) ?? null, after: is?.get(id) ?? null }))
    .filter((one) => one.before?.due !== one.after?.due || one.before?.state !== one.after?.state)
}
