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
  /** Whether mail waits for its turn in this process. */
  readonly rush: () => boolean
  readonly onTrouble: (error: Error) => void
  readonly onPass: (rung: number, orphans: number) => void
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

const MOST = 500
/** A stage with so many jobs waiting is behind, not deaf; ringing the same work again would only make it slower. */
const BUSY = 64

/** Copies wait for the end of a rush, but not for ever: in so many passes they have one. */
const COPIES_EVERY = 30

/** Sweeps until the signal; never rejects. */
export async function sweep(parts: SweepParts, signal: AbortSignal): Promise<void> {
  for (let pass = 1; !signal.aborted; pass += 1) {
    try {
      await sweepOnce(parts, pass % COPIES_EVERY === 0 || !parts.rush())
    } catch (error) {
      parts.onTrouble(error as Error)
    }
    await parts.pause(parts.everyMs, signal)
  }
}

async function sweepOnce(parts: SweepParts, copiesToo: boolean): Promise<void> {
  const orphans = await parts.store.adoptOrphans()
  const stages: Stage[] = []
  for (const stage of STAGES.filter((one) => copiesToo || one !== 'copy'))
    if ((await parts.bell.waiting(stage)) < BUSY) stages.push(stage)
  const chimes = await parts.store.due(MOST, stages)
  await parts.bell.ring(chimes)
  parts.onPass(chimes.length, orphans)
}
