/** Access tokens for a process: the configured login, its place in the database, and the provider. */
import type { Config } from '../config/config.ts'
import { loginStore } from '../db/logins.ts'
import { createPool } from '../db/pool.ts'
import { accessTokens } from '../oauth/access-tokens.ts'
import { oauthClient } from '../oauth/client.ts'
import type { AccessTokens } from '../ports/access-tokens.ts'
import type { Clock } from '../ports/clock.ts'
import type { LoginStore } from '../ports/stores/logins.ts'
import { aesSeal } from '../tokens/seal.ts'

/** A renewal holds its connection while the provider thinks; no other work is to wait behind it. */
const POOL_SIZE = 2

export interface Tokens extends AccessTokens {
  readonly store: LoginStore
  close(): Promise<void>
}

/** Null where the configuration has no login by access tokens. The database must be migrated. */
export function openTokens(
  { oauth }: Config,
  databaseUrl: string,
  clock: Clock,
  onDatabaseError: (error: Error) => void,
): Tokens | null {
  if (oauth === null) return null
  const pool = createPool(databaseUrl, POOL_SIZE, onDatabaseError)
  const store = loginStore(pool, aesSeal(oauth.secretKeys))
  return {
    store,
    ...accessTokens({ login: oauth, client: oauthClient(oauth), store, clock }),
    close: () => pool.end(),
  }
}
