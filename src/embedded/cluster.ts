import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Owner } from './privilege.ts'
import { refusal } from './refusal.ts'

/**
 * Looks at a data directory: who owns it, or null when there is none. Refuses one that this PostgreSQL cannot read
 * or this user may not.
 */
export function inspectCluster(data: string, major: string): Owner | null {
  const entries = entriesOf(data)
  if (entries.length === 0) return null
  if (!entries.includes('PG_VERSION')) {
    throw refusal(`${data} holds files, but no database; move them away.`)
  }
  const found = readFileSync(join(data, 'PG_VERSION'), 'utf8').trim()
  if (found !== major) {
    throw refusal(
      `The database in ${data} was made by PostgreSQL ${found} and cannot be read by PostgreSQL ${major}, which is installed here: ` +
        `dump it with PostgreSQL ${found} (pg_dumpall) and load it into a new one.`,
    )
  }
  const { uid, gid } = statSync(data)
  refuseForeign(data, uid)
  return { uid, gid }
}

function entriesOf(data: string): readonly string[] {
  try {
    return readdirSync(data)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return []
    throw refusal(`The database directory ${data} cannot be read (${code}); it may belong to another user.`, error)
  }
}

function refuseForeign(data: string, owner: number): void {
  const own = process.getuid?.() ?? owner
  if (own !== 0 && own !== owner) {
    throw refusal(`The database in ${data} belongs to the user with uid ${owner}; run this as that user.`)
  }
}
