/**
 * Puts into the search index what was read: mails of today within seconds, and, behind them, all that lay there before
 * there was an index. Nothing waits for it, and it waits for the end of a rush.
 */
import type { FindableStore } from '../ports/stores/findable.ts'

export interface FindableParts {
  readonly store: FindableStore
  /** Whether mail waits for its turn in this process. */
  readonly rush: () => boolean
  readonly everyMs: number
  readonly onTrouble: (error: Error) => void
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

/** Mails at a time: some hundredths of a second, in which this process does nothing else. */
export const PORTION = 16
/** Between two portions when more are waiting: four fifths of the time are everybody else's. */
const SOON_MS = 100
/** A rush does not keep the index waiting for ever: in so many passes it has one. */
const ANYWAY_EVERY = 30

/** Until the signal; never rejects. */
export async function makeFindable(parts: FindableParts, signal: AbortSignal): Promise<void> {
  for (let pass = 1; !signal.aborted; pass += 1) {
    const waits = parts.rush() && pass % ANYWAY_EVERY !== 0
    const done = waits ? 0 : await portion(parts)
    await parts.pause(done === PORTION ? SOON_MS : parts.everyMs, signal)
  }
}

async function portion({ store, onTrouble }: FindableParts): Promise<number> {
  try {
    return await store.makeFindable(PORTION)
  } catch (error) {
    onTrouble(error as Error)
    return 0
  }
}
