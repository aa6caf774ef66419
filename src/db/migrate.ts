import { IntakeError } from '../foundation/intake-error.ts'
import { migrations } from './migrations/index.ts'
import { despiteDeadlocks, type Pool, type Queryable, rows, transaction } from './pool.ts'

/** Any fixed number: several programs that start at once migrate one after the other. */
const MIGRATION_LOCK = 7_000_000

export interface MigrationState {
  readonly applied: readonly string[]
  readonly pending: readonly string[]
}

/**
 * Brings the schema up to date; safe to run from many processes at once, and beside programs of before, whose statements
 * lock the same tables in their own order. Returns what was newly applied.
 */
export function migrate(pool: Pool): Promise<readonly string[]> {
  return despiteDeadlocks(() =>
    transaction(pool, `begin; select pg_advisory_xact_lock(${MIGRATION_LOCK})`, applyPending),
  )
}

async function applyPending(client: Queryable): Promise<readonly string[]> {
  await client.query(
    'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
  )
  const done = new Set((await rows<{ name: string }>(client, 'select name from migration')).map((row) => row.name))
  refuseUnknown(done)
  const pending = migrations.filter((migration) => !done.has(migration.name))
  for (const migration of pending) {
    await client.query(migration.sql)
    await client.query('insert into migration (name) values ($1)', [migration.name])
  }
  return pending.map((migration) => migration.name)
}

export async function migrationState(pool: Pool): Promise<MigrationState> {
  const [table] = await rows<{ there: boolean }>(pool, `select to_regclass('migration') is not null as there`)
  const applied = table?.there
    ? (await rows<{ name: string }>(pool, 'select name from migration order by name')).map((row) => row.name)
    : []
  return { applied, pending: migrations.map((m) => m.name).filter((name) => !applied.includes(name)) }
}

/** A database that a newer program has migrated may have lost columns this one writes to. */
function refuseUnknown(done: ReadonlySet<string>): void {
  const known = new Set<string>(migrations.map((migration) => migration.name))
  const unknown = [...done].filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new IntakeError(
      'database',
      `The database was migrated by a newer intagree (${unknown.join(', ')}). Start that version, or restore a backup.`,
    )
}
