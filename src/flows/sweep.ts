/**
 * Rings again for every piece of work whose time has come: what the bell lost, what is to be retried now, and what a
 * dead process left behind. Any number of sweeps may run at once.
 */
import { type Bell, STAGES, type Stage } from '../ports.ts'
import type { SweepStore } from '../stores.ts'

export interface SweepParts {
  readonly store: SweepStore
  readonly bell: Bell
  readonly everyMs: number
  readonly onTrouble: (error: Error) => void
  readonly onPass: (rung: number, orphans: number) => void
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

const MOST = 500
/** A stage with so many jobs waiting is behind, not deaf; ringing the same work again would only make it slower. */
const BUSY = 64

/** Sweeps until the signal; never rejects. */
export async function sweep(parts: SweepParts, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await sweepOnce(parts)
    } catch (error) {
      parts.onTrouble(error as Error)
    }
    await parts.pause(parts.everyMs, signal)
  }
}

async function sweepOnce(parts: SweepParts): Promise<void> {
  const orphans = await parts.store.adoptOrphans()
  const stages: Stage[] = []
  for (const stage of STAGES) if ((await parts.bell.waiting(stage)) < BUSY) stages.push(stage)
  const chimes = await parts.store.due(MOST, stages)
  await parts.bell.ring(chimes)
  parts.onPass(chimes.length, orphans)
}
