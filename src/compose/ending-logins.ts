import type { Config } from '../config/config.ts'
import type { Pool } from '../db/pool.ts'
import { endingLogins } from '../db/vitals.ts'
import type { Ending } from '../domain/alerts.ts'

/** What ends one day: the client secret by the day that the settings name, logins by what the provider said. */
export async function endingOf({ oauth }: Pick<Config, 'oauth'>, pool: Pool): Promise<readonly Ending[]> {
  if (oauth === null) return []
  const day = oauth.clientSecretEnds
  const secret = day === null ? [] : [{ name: 'the client secret', at: Date.parse(`${day}T00:00:00Z`) }]
  return [...secret, ...(await endingLogins(pool))]
}
