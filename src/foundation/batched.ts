/**
 * Group commit: calls that come close together go in one statement, and one fsync serves many. A call after a quiet
 * while goes at once, so nothing gets slower when little is to be done; under load the next batch gathers for a moment,
 * because a round trip costs the same for one row as for twenty.
 */

/** One answer per item, in the order of the items. */
type Run<Item, Answer> = (items: readonly Item[]) => Promise<readonly Answer[]>

interface Waiting<Item, Answer> {
  readonly item: Item
  readonly resolve: (answer: Answer) => void
  readonly reject: (error: unknown) => void
}

/** How long a batch gathers when the one before it was less than this ago. */
export const GATHER_MS = 30

export interface BatchOptions<Item, Answer> {
  /** Handles one item after its batch has failed. Missing: a batch of one. */
  readonly alone?: (item: Item) => Promise<Answer>
  readonly gatherMs?: number
}

/**
 * Makes a function of one item from one of many. When a batch fails, each of its items is tried by itself, so that one bad
 * item fails alone.
 */
export function batched<Item, Answer>(
  most: number,
  run: Run<Item, Answer>,
  options: BatchOptions<Item, Answer> = {},
): (item: Item) => Promise<Answer> {
  const { alone = async (item) => (await run([item]))[0] as Answer, gatherMs = GATHER_MS } = options
  let waiting: Waiting<Item, Answer>[] = []
  let timer: NodeJS.Timeout | undefined
  let lastStart = 0

  async function flush(batch: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await run(batch.map((one) => one.item))
      batch.forEach((one, index) => void one.resolve(answers[index] as Answer))
    } catch {
      await Promise.all(batch.map((one) => alone(one.item).then(one.resolve, one.reject)))
    }
  }

  function start(): void {
    clearTimeout(timer)
    timer = undefined
    lastStart = performance.now()
    const batch = waiting
    waiting = []
    void flush(batch)
  }

  return (item) =>
    new Promise<Answer>((resolve, reject) => {
      waiting.push({ item, resolve, reject })
      if (waiting.length >= most) return start()
      timer ??= setTimeout(start, Math.max(0, Math.min(gatherMs, lastStart + gatherMs - performance.now())))
    })
}
