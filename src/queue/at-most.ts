export interface Gate {
  /** Runs the work when its turn comes. */
  pass(work: () => Promise<void>): Promise<void>
  /** How many wait for their turn. */
  waiting(): number
}

/** A gate that lets so many through at a time. */
export function atMost(most: number): Gate {
  const waiting: (() => void)[] = []
  let running = 0
  return {
    async pass(work) {
      if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
      else running += 1
      try {
        await work()
      } finally {
        const next = waiting.shift()
        if (next) next()
        else running -= 1
      }
    },
    waiting: () => waiting.length,
  }
}
