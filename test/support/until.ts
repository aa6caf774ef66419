export interface UntilOptions {
  /** How long to go on; 10 s unless told. */
  readonly ms?: number
  /** Pause between two looks; 10 ms unless told. */
  readonly every?: number
  /** What is waited for, in words: it stands in the failure. */
  readonly what: string
}

/**
 * Looks again and again until the condition gives something truthy, and returns that. The only place in the tests
 * that waits on a timer. A condition that throws counts as "not yet"; its last error stands in the failure.
 */
export async function until<T>(condition: () => T | Promise<T>, options: UntilOptions): Promise<NonNullable<T>> {
  const { ms = 10_000, every = 10, what } = options
  const end = Date.now() + ms
  let last = ''
  for (;;) {
    try {
      const value = await condition()
      if (value) return value
      last = `last seen: ${String(value)}`
    } catch (error) {
      last = `last error: ${error instanceof Error ? error.message : String(error)}`
    }
    if (Date.now() >= end) throw new Error(`waited ${ms} ms in vain until ${what} (${last})`)
    await new Promise((resolve) => setTimeout(resolve, every))
  }
}
