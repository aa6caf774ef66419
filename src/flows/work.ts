/**
 * How a ring is answered: the handler does its work and commits it together with the end of the work row. When it
 * throws, the row is kept and rung again later; after enough attempts the work ends in front of a person.
 */
import type { Clock } from '../ports/clock.ts'
import type { WorkStore } from '../ports/stores/work.ts'
import { BegunTooOften } from './carefully.ts'

export type Handler = (workId: string) => Promise<void>

/** Attempts before a handler's own failures (not a refusing mail server's) end in quarantine. */
const MOST_ATTEMPTS = 8

/**
 * Wraps a handler so that whatever it throws becomes a later attempt or a person's task; never throws itself. A handler
 * is never run twice at once for the same work: work that is rung while it is under way is looked at again after it.
 */
export function patiently(
  store: WorkStore,
  clock: Clock,
  isOutage: (error: unknown) => boolean,
  onTrouble: (workId: string, error: Error) => void,
  handler: Handler,
): Handler {
  async function attempt(workId: string): Promise<void> {
    try {
      await handler(workId)
    } catch (caught) {
      const error = caught instanceof Error ? caught : new Error(String(caught))
      onTrouble(workId, error)
      const noting = isOutage(error) ? postpone(store, workId, error, clock()) : note(store, workId, error, clock())
      // While the database itself is away nothing can be noted, and it is not the mail's fault: the sweep rings again.
      await noting.catch((lost: Error) => isOutage(lost) || onTrouble(workId, lost))
    }
  }

  const underWay = new Set<string>()
  const rungAgain = new Set<string>()
  return async (workId) => {
    rungAgain.add(workId)
    if (underWay.has(workId)) return
    underWay.add(workId)
    while (rungAgain.delete(workId)) await attempt(workId)
    underWay.delete(workId)
  }
}

/** Something that lives without an end is worse than something that a person must start again. */
async function postpone(store: WorkStore, workId: string, error: Error, now: Date): Promise<void> {
  if (await store.postponed(workId, error.message, now)) await store.giveUp(workId, error.message)
}

async function note(store: WorkStore, workId: string, error: Error, now: Date): Promise<void> {
  const attempts = await store.failed(workId, error.message, now)
  if (attempts >= MOST_ATTEMPTS || error instanceof BegunTooOften) await store.giveUp(workId, error.message)
}
