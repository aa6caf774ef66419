import { openTokens, type Tokens } from '../compose/tokens.ts'
import { type Config, loadConfig } from '../config/config.ts'
import { redactUrls } from '../config/redact.ts'
import { migrationState } from '../db/migrate.ts'
import { createPool, type Pool } from '../db/pool.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { type DatabasePlace, databaseToLookAt, nothingThere } from '../places/database-place.ts'
import type { Io } from './command.ts'
import { type When, whenIn } from './when.ts'

export interface LookedAt {
  readonly config: Config
  readonly pool: Pool
  readonly place: DatabasePlace
  /** How moments are shown. */
  readonly when: When
  /** Null where nobody logs in by access token. */
  readonly tokens: Tokens | null
}

/**
 * Runs a command over the database of the running program, or over the embedded one started for its length. Rejects
 * with `config` where there is no data, and makes none.
 */
export async function withDatabase<T>(io: Io, work: (at: LookedAt) => Promise<T>): Promise<T> {
  const config = loadConfig({ env: io.env, cwd: io.cwd })
  const place = await databaseToLookAt(config, (line) => void io.stderr.write(`${line}\n`))
  const pool = createPool(place.url, 4, () => undefined)
  const clock = () => new Date()
  const tokens = openTokens(config, place.url, clock, () => undefined)
  try {
    await refuseUnmigrated(pool, config)
    return await work({ config, pool, place, tokens, when: whenIn(config.timeZone) })
  } finally {
    await tokens?.close().catch(() => undefined)
    await pool.end().catch(() => undefined)
    await place.stop()
  }
}

async function refuseUnmigrated(pool: Pool, { databaseUrl, home }: Config): Promise<void> {
  const state = await migrationState(pool).catch((error: Error & { code?: string }) => {
    throw new IntakeError(
      'database',
      `The database cannot be reached: ${error.message || error.code}. Check DATABASE_URL and that the server runs.`,
    )
  })
  if (state.applied.length === 0)
    throw nothingThere(
      `${databaseUrl === null ? `The database in ${home}` : `The database ${redactUrls(databaseUrl)}`} is empty.`,
    )
  if (state.pending.length > 0)
    throw new IntakeError(
      'database',
      `The database lacks ${state.pending.length} migrations of this version. Run "intagree migrate", or "intagree start".`,
    )
}
