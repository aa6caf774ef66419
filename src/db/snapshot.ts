/**
 * The database as files and back: every table of ours by COPY, all in one snapshot, without a program of PostgreSQL's.
 * The queue's own schema is left out: it is a doorbell.
 */
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { IntakeError } from '../foundation/intake-error.ts'
import { migrations } from './migrations/index.ts'
import { type Pool, type Queryable, rows } from './pool.ts'

/** All of ours; what is not here is not backed up. In this order they can be filled: a table refers to earlier ones only. */
export const TABLES = [
  ...[
    'setting',
    'mailbox',
    'mailbox_epoch',
    'message',
    'reading',
    'attachment',
    'decision',
    'casefile',
    'case_message',
  ],
  ...['case_participant', 'case_thread', 'outbox', 'timeline', 'task', 'blocked_address', 'correspondent', 'work'],
  ...['recognised_text', 'scan', 'correction', 'model', 'clec', 'ordered', 'digest', 'timeline_chain', 'timeline_link'],
  ...['erasure', 'legal_hold', 'affiliation', 'login', 'given_up', 'stumble', 'awaited_messages'],
  'outbox_along',
] as const

export interface Sequence {
  readonly name: string
  readonly last: number
}

/** Two at once would write the same files. */
const BACKUP_LOCK = 7_000_003

/** Held by a connection of its own until it is given back, or the process ends. */
export async function takeBackupLock(pool: Pool): Promise<() => void> {
  const client = await pool.connect()
  // A connection that is lost has lost the lock too; what the backup does next fails by itself.
  client.on('error', () => undefined)
  const [lock] = await rows<{ free: boolean }>(client, `select pg_try_advisory_lock(${BACKUP_LOCK}) as free`)
  if (lock?.free) return () => client.release(true)
  client.release()
  throw new IntakeError('database', 'Another backup reads this database now. Try again when it is done.')
}

export async function snapshotHead(client: Queryable) {
  const [at] = await rows<{ at: Date }>(client, 'select now() as at')
  const applied = await rows<{ name: string }>(client, 'select name from migration order by name')
  const sequences = await rows<Sequence>(
    client,
    `select sequencename as name, coalesce(last_value, 0) as last from pg_sequences
     where schemaname = current_schema() order by sequencename`,
  )
  return { at: at?.at as Date, migrations: applied.map((row) => row.name), sequences }
}

export async function columnsOf(client: Queryable, table: string): Promise<readonly string[]> {
  const found = await rows<{ name: string }>(
    client,
    `select attname as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  )
  return found.map((row) => row.name)
}

/** The rows of a table in PostgreSQL's text format. Returns their number. */
export async function copyOut(client: pg.PoolClient, table: string, into: readonly Writable[]): Promise<number> {
  const source = client.query(copyTo(`copy ${table} to stdout`))
  await pipeline([source, ...into] as unknown as [Readable, Writable])
  return source.rowCount
}

export async function copyIn(
  client: pg.PoolClient,
  table: string,
  columns: readonly string[],
  from: readonly [Readable, ...Writable[]],
): Promise<number> {
  const target = client.query(copyFrom(`copy ${table} (${columns.map((name) => `"${name}"`).join(', ')}) from stdin`))
  await pipeline([...from, target] as unknown as unknown as [Readable, Writable])
  return target.rowCount
}

/** Whether anything of ours was ever written here. */
export async function isEmpty(db: Queryable): Promise<boolean> {
  const used = ['mailbox', 'message', 'casefile', 'outbox', 'timeline', 'ordered', 'model', 'blocked_address']
  for (const table of used) {
    const [there] = await rows<{ there: boolean }>(db, 'select to_regclass($1) is not null as there', [table])
    if (!there?.there) continue
    const [row] = await rows<{ some: boolean }>(db, `select exists (select from ${table}) as some`)
    if (row?.some) return false
  }
  return true
}

/** Programs that work on this database now. */
export async function programsAtWork(db: Queryable): Promise<number> {
  const [row] = await rows<{ count: number }>(
    db,
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and application_name = 'intagree-leases'`,
  )
  return row?.count ?? 0
}

/** Removes all that is ours and makes the schema anew as it was when the snapshot was taken. */
export async function recreateSchema(client: Queryable, names: readonly string[]): Promise<void> {
  const known = new Map<string, string>(migrations.map((one) => [one.name, one.sql]))
  const unknown = names.filter((name) => !known.has(name))
  if (unknown.length > 0)
    throw new IntakeError(
      'database',
      `The backup is of a newer intagree (${unknown.join(', ')}). Restore it with that version.`,
    )
  await client.query(`drop table if exists migration, ${TABLES.join(', ')} cascade;
    drop sequence if exists case_number, clec_number, instance_number;
    drop function if exists chain_inserted, chain_timeline, hold_after_restore, ask_after_restore cascade;
    create table migration (name text primary key, applied_at timestamptz not null default now())`)
  for (const name of names) {
    await client.query(known.get(name) ?? '')
    await client.query('insert into migration (name) values ($1)', [name])
  }
  await client.query(`truncate ${(await tablesThere(client)).join(', ')}`)
}

export async function tablesThere(client: Queryable): Promise<readonly string[]> {
  const found = await rows<{ name: string }>(
    client,
    'select name from unnest($1::text[]) with ordinality as t(name, place) where to_regclass(name) is not null order by place',
    [TABLES],
  )
  return found.map((row) => row.name)
}
