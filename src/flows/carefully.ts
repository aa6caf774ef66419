/**
 * Work over which a process may have died. What was rung again and again is counted while it is under way; what was
 * under way at two deaths is tried by itself, so that the next death speaks against it alone. Without that, a mail that
 * only stood beside a bad one, or was there at several power cuts, would be put aside for nothing.
 */

/** So often may a process have died of the same work. */
const MOST_DEATHS = 5
/** From so many deaths on, work is suspected for itself. */
const SUSPECTED = 2

export interface BegunStore {
  /** Counts work as begun (1) or as ended after all (-1); returns how often it was begun and never ended. */
  underWay(workId: string, by: 1 | -1): Promise<number>
}

/** Nobody tries such work again by itself. */
export class BegunTooOften extends Error {}

/** Called when the turn of the work has come; before that it only waits. Throws `BegunTooOften`. Later calls do nothing. */
export type Begin = () => Promise<void>

/** Runs `work`. `begun`: how often it was begun and never ended; null: nothing speaks against it. */
export type Carefully = <T>(workId: string, begun: number | null, work: (begin: Begin) => Promise<T>) => Promise<T>

/** `ready`: ends when nothing has to be started for the work; a process that dies meanwhile says nothing about it. */
export function carefully(store: BegunStore, ready: () => Promise<unknown> = async () => {}): Carefully {
  let last: Promise<unknown> = Promise.resolve()

  /** What fails has ended all the same: the process lives. */
  async function counted<T>(workId: string, work: (begin: Begin) => Promise<T>): Promise<T> {
    await ready()
    let isBegun = false
    async function begin(): Promise<void> {
      if (isBegun) return
      isBegun = true
      const deaths = (await store.underWay(workId, 1)) - 1
      if (deaths >= MOST_DEATHS)
        throw new BegunTooOften(
          `it was begun ${deaths} times and never ended; the process may have died of it each time`,
        )
    }
    try {
      return await work(begin)
    } catch (error) {
      if (isBegun) await store.underWay(workId, -1).catch(() => undefined)
      throw error
    }
  }

  return async (workId, begun, work) => {
    if (begun === null) return work(async () => {})
    if (begun < SUSPECTED) return counted(workId, work)
    const mine = last.then(() => counted(workId, work))
    last = mine.catch(() => undefined)
    return mine
  }
}
