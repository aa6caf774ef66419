import { setTimeout as pause } from 'node:timers/promises'
import { LIMITS } from './limits.ts'

/** Looks again and again until the probe gives something other than null; null when `ms` are over. */
export async function until<T>(ms: number, probe: () => Promise<T | null> | T | null): Promise<T | null> {
  const end = performance.now() + ms
  for (;;) {
    const found = await probe()
    if (found !== null) return found
    if (performance.now() >= end) return null
    await pause(LIMITS.look)
  }
}
