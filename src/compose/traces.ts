import type { Config } from '../config/config.ts'
import { tokenSecret } from '../db/health.ts'
import { createPool } from '../db/pool.ts'
import { startTraces, type Traces } from '../tracing/traces.ts'

/** Null where no collector is configured; nothing is loaded then. */
export async function openTraces(
  config: Config,
  databaseUrl: string,
  onTrouble: (error: Error) => void,
): Promise<Traces | null> {
  if (config.traces === null) return null
  const pool = createPool(databaseUrl, 1, () => undefined)
  try {
    return await startTraces({ ...config.traces, secret: await tokenSecret(pool), now: Date.now, onTrouble })
  } finally {
    await pool.end().catch(() => undefined)
  }
}
