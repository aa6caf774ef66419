/**
 * Leases by PostgreSQL session advisory locks on one connection of their own: when the process dies the connection
 * closes and every lease is free at once. The process's own number is a lease too, which tells others that it lives.
 */
import { createHash } from 'node:crypto'
import pg from 'pg'
import { pause } from '../foundation/pause.ts'
import { KEPT_ALIVE, rows } from './pool.ts'

/** First key of the two-part advisory locks, one per sort of thing. */
export const INSTANCE_SPACE = 7_000_001
const LEASE_SPACE = 7_000_002
const RETRY_MS = 1_000
/**
 * How often the server is asked whether it is still there, and how long it has to answer. A process that has not asked
 * for `idleMs` stands still, whatever its connection looks like: the server ends it (`idle_session_timeout`), and others
 * take over.
 */
const TIMES: LeaseTimes = { beatMs: 5_000, answerMs: 10_000, idleMs: 30_000 }

interface LeaseTimes {
  readonly beatMs: number
  readonly answerMs: number
  readonly idleMs: number
}

export interface PostgresLeases {
  readonly instance: number
  hold<T>(key: string, signal: AbortSignal, work: (lost: AbortSignal) => Promise<T>): Promise<T | undefined>
  close(): Promise<void>
}

interface Line {
  readonly client: pg.Client
  readonly lost: AbortController
  /** Asks the server whether it is there; who does not answer is lost. One question at a time. */
  beat(): void
}

/** Opens the connection and takes a number. After a loss it connects again under the same number. */
export async function postgresLeases(
  url: string,
  onError: (error: Error) => void,
  changed: Partial<LeaseTimes> = {},
): Promise<PostgresLeases> {
  let closed = false
  const times = { ...TIMES, ...changed }
  const open = () => connect(url, times, onError)
  let line = await open()
  const [row] = await rows<{ n: number }>(line.client, `select nextval('instance_number') as n`)
  const instance = row?.n as number
  await lockInstance(line, instance)
  let reconnecting: Promise<Line> | undefined
  /** What this process holds or asks for: PostgreSQL gives a session the same lock any number of times. */
  const mine = new Set<number>()

  async function current(): Promise<Line> {
    if (!line.lost.signal.aborted) return line
    reconnecting ??= (async () => {
      const fresh = await open()
      await lockInstance(fresh, instance)
      line = fresh
      if (closed) await fresh.client.end()
      return fresh
    })().finally(() => {
      reconnecting = undefined
    })
    return reconnecting
  }

  // The number must be held again soon after a loss, not only when the next lease is wanted.
  const keeper = setInterval(() => void (closed || current().catch(onError)), RETRY_MS)
  const beat = setInterval(() => line.beat(), times.beatMs)
  for (const timer of [keeper, beat]) timer.unref()

  /** Runs the work if nobody has the lease. */
  async function tryOnce<T>(number: number, work: (lost: AbortSignal) => Promise<T>): Promise<{ done: T } | null> {
    if (mine.has(number)) return null
    mine.add(number)
    try {
      const { client, lost } = await current()
      const sql = 'select pg_try_advisory_lock($1, $2) as ok'
      const [taken] = await rows<{ ok: boolean }>(client, sql, [LEASE_SPACE, number])
      return taken?.ok ? { done: await withLease(client, lost.signal, number, work) } : null
    } finally {
      mine.delete(number)
    }
  }

  return {
    instance,
    async hold(key, signal, work) {
      const number = keyNumber(key)
      while (!signal.aborted) {
        const ended = await tryOnce(number, work)
        if (ended) return ended.done
        await pause(RETRY_MS, signal)
      }
      return undefined
    },
    async close() {
      closed = true
      for (const timer of [keeper, beat]) clearInterval(timer)
      await line.client.end().catch(() => undefined)
    },
  }
}

async function withLease<T>(
  client: pg.Client,
  lost: AbortSignal,
  number: number,
  work: (lost: AbortSignal) => Promise<T>,
): Promise<T> {
  try {
    return await work(lost)
  } finally {
    if (!lost.aborted)
      await client.query('select pg_advisory_unlock($1, $2)', [LEASE_SPACE, number]).catch(() => undefined)
  }
}

async function connect(url: string, { answerMs, idleMs }: LeaseTimes, onError: (error: Error) => void): Promise<Line> {
  const client = new pg.Client({
    ...KEPT_ALIVE,
    options: `${KEPT_ALIVE.options} -c idle_session_timeout=${idleMs}`,
    connectionString: url,
    connectionTimeoutMillis: answerMs,
    query_timeout: answerMs,
    application_name: 'intagree-leases',
  })
  const lost = new AbortController()
  const lose = (error: Error) => {
    if (lost.signal.aborted) return
    lost.abort()
    onError(error)
  }
  client.on('error', lose)
  client.on('end', () => lost.abort())
  await client.connect()
  let asking = false

  async function ask(): Promise<void> {
    try {
      await client.query('select')
    } catch (error) {
      lose(error as Error)
      await client.end().catch(() => undefined)
    }
  }

  return {
    client,
    lost,
    beat() {
      if (asking || lost.signal.aborted) return
      asking = true
      void ask().finally(() => {
        asking = false
      })
    },
  }
}

/** After a reconnect the server may still hold our old session for a moment; wait for it to go. */
async function lockInstance({ client, lost }: Line, instance: number): Promise<void> {
  for (;;) {
    const sql = 'select pg_try_advisory_lock($1, $2) as ok'
    const [taken] = await rows<{ ok: boolean }>(client, sql, [INSTANCE_SPACE, instance])
    if (taken?.ok) return
    await pause(RETRY_MS, lost.signal)
  }
}

/** A lock key is a 32-bit integer; 31 bits of a hash keep it positive. */
function keyNumber(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) >>> 1
}
