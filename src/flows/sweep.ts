/**
 * Rings again for every piece of work whose time has come: what the bell lost, what is to be retried now, and what a
 * dead process left behind. Any number of sweeps may run at once.
 */
import { type Bell, STAGES, type Stage } from '../ports/bell.ts'
import type { SweepStore } from '../ports/stores/work.ts'

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

/** So much is rung at once, and so much at most lies in front of a mail that comes now. */
const MOST = 128
/** When more may be due, the next pass comes soon: what was rung may have made room for the next of its sender. */
const SOON_MS = 250
/** A stage with so many jobs waiting is behind, not deaf; ringing the same work again would only make it slower. */
const BUSY = 64

/** Copies wait for the end of a rush, but not for ever: in so many passes they have one. */
const COPIES_EVERY = 30

/** Sweeps until the signal; never rejects. */
export async function sweep(parts: SweepParts, signal: AbortSignal): Promise<void> {
  for (let pass = 1; !signal.aborted; pass += 1) {
    const more = await sweepOnce(parts, pass % COPIES_EVERY === 0 || !parts.rush()).catch((error: Error) => {
      parts.onTrouble(error)
      return false
    })
    await parts.pause(more ? SOON_MS : parts.everyMs, signal)
  }
}

/** True: more may be due. */
async function sweepOnce(parts: SweepParts, copiesToo: boolean): Promise<boolean> {
  const orphans = await parts.store.adoptOrphans()
  const stages: Stage[] = []
  const wanted = STAGES.filter((one) => copiesToo || one !== 'copy')
  for (const stage of wanted) if ((await parts.bell.waiting(stage)) < BUSY) stages.push(stage)
  const chimes = await parts.store.due(MOST, stages)
  await parts.bell.ring(chimes)
  parts.onPass(chimes.length, orphans)
  return chimes.length > 0 || stages.length < wanted.length
}
