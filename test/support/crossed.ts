/** Two that wait for each other's rows: PostgreSQL stops the one that looks first, and that is ours. */
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { until } from './until.ts'

export interface SlowTransaction {
  run(sql: string, ...values: readonly unknown[]): Promise<void>
  commit(): Promise<void>
}

/** Somebody else's transaction, as slow as a test wants it, that waits however long it takes. */
export async function slowTransaction(url: string): Promise<SlowTransaction> {
  const client = new pg.Client({ connectionString: url, options: '-c deadlock_timeout=10min' })
  await client.connect()
  onTestFinished(() => client.end())
  await client.query('begin')
  return {
    run: async (sql, ...values) => void (await client.query(sql, values as unknown[])),
    commit: async () => void (await client.query('commit')),
  }
}

/** A pool whose statements look for a deadlock late enough for a test to make one. */
export function patientPool(url: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, options: '-c deadlock_timeout=2s' })
  // A pool that has ended may still be saying goodbye when the database is dropped.
  pool.on('connect', (client) => client.on('error', () => undefined))
  pool.on('error', () => undefined)
  onTestFinished(() => pool.end())
  return pool
}

type Statement = readonly [sql: string, ...values: readonly unknown[]]

export interface Crossing<T> {
  readonly url: string
  /** What somebody else locks before our work begins. */
  readonly theirs: Statement
  readonly ours: (pool: pg.Pool) => Promise<T>
  /** What they want once our work waits for them; they commit when they have it. */
  readonly next: Statement
}

/** Our work and theirs, each waiting for the other; what becomes of ours. */
export async function crossed<T>({ url, theirs, ours, next }: Crossing<T>): Promise<T> {
  // Ended after the others, for its work may wait for theirs when a test fails.
  const pool = patientPool(url)
  const [other, watch] = await Promise.all([slowTransaction(url), watchLocks(url)])
  await other.run(...theirs)
  async function cross() {
    await watch.oneWaits()
    await other.run(...next)
    await other.commit()
  }
  const [done] = await Promise.all([ours(pool), cross()])
  return done
}

/** Connected beforehand: from the moment that somebody waits there is little time. */
export async function watchLocks(url: string): Promise<{ oneWaits(): Promise<void> }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  const sql = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return {
    oneWaits: async () => {
      await until(async () => (await client.query(sql)).rowCount === 1, { what: 'ours waits for what is theirs' })
    },
  }
}
