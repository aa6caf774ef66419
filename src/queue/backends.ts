/** The servers on which BullMQ 6 keeps the queues, alike to those who use them. */
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { createPostgresBackend, Queue, runMigrations, Worker, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Stage } from '../ports/bell.ts'

export type BellPlace = { readonly redisUrl: string } | { readonly databaseUrl: string }

/** What a job carries. */
export type Ring = { readonly work: readonly string[] }

/** What both backends' queues and workers have in common and we use. */
export interface AnyQueue {
  addBulk(jobs: { readonly name: string; readonly data: Ring; readonly opts: object }[]): Promise<unknown>
  getJobCounts(state: 'wait'): Promise<{ readonly [state: string]: number }>
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}
export interface AnyWorker {
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
  on(event: 'error' | 'failed', listener: never): unknown
}

/** A job whose process died is given to another after this time; handlers are told apart by the database anyway. */
const LOCK_MS = 15_000
/** A server that owes an answer for so long is gone; longer than the ten seconds that BullMQ may wait for a job. */
const SILENCE_MS = 15_000
/** Shorter than a silence: connections that fell silent while idle have left the pool before one is noticed. */
const IDLE_MS = 10_000
/** Before a worker that could not ask for its next job asks again. */
const ASK_AGAIN_MS = 1_000

export interface Backend {
  /** Rejects at once when it is known that the server is away. */
  ready(): Promise<void>
  queue(stage: Stage): AnyQueue
  worker(stage: Stage, concurrency: number, run: (job: { data: Ring }) => Promise<void>): AnyWorker
  close(): Promise<void>
}

export async function openBackend(
  place: BellPlace,
  onError: (error: Error) => void,
  silenceMs = SILENCE_MS,
): Promise<Backend> {
  return 'redisUrl' in place
    ? onRedis(place.redisUrl, onError, silenceMs)
    : onPostgres(place.databaseUrl, onError, silenceMs)
}

function workerOptions(concurrency: number) {
  return { concurrency, lockDuration: LOCK_MS, stalledInterval: LOCK_MS, maxStalledCount: 5 }
}

function onRedis(url: string, onError: (error: Error) => void, silenceMs: number): Backend {
  // By itself the system takes a connection that a network dropped in silence for a good one, for a quarter of an hour.
  const notForEver = { socketTimeout: silenceMs, keepAlive: 10_000 }
  // maxRetriesPerRequest null: BullMQ waits for Redis to come back instead of failing the wait.
  const connection = new Redis(url, { ...notForEver, maxRetriesPerRequest: null })
  connection.on('error', onError)
  // Adding must fail soon while Redis is away: the sweep rings again, and nothing may wait for a doorbell.
  const adding = new Redis(url, {
    ...notForEver,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    lazyConnect: false,
  })
  adding.on('error', onError)
  return {
    async ready() {
      if (adding.status === 'connecting' || adding.status === 'connect') await once(adding, 'ready')
      if (adding.status !== 'ready') throw new IntakeError('queue', 'Redis is away; REDIS_URL says where it should be.')
    },
    queue: (stage) => new Queue<Ring>(`intagree-${stage}`, { connection: adding, skipWaitingForReady: true }),
    worker: (stage, concurrency, run) =>
      new Worker<Ring>(`intagree-${stage}`, run, { connection, ...workerOptions(concurrency) }),
    close: async () => {
      connection.disconnect()
      adding.disconnect()
    },
  }
}

/** One pool for all queues; the backend's tables live in the schema `bullmq` and are found by the search path. */
async function onPostgres(url: string, onError: (error: Error) => void, silenceMs: number): Promise<Backend> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: IDLE_MS,
    query_timeout: silenceMs,
    options: '-c search_path=bullmq,public',
    application_name: 'intagree-bell',
  })
  pool.on('error', onError)
  // The pool listens only to idle connections; one that dies while BullMQ has it would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    endWhenSilent(client)
  })
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
  const bound = withBackend(unhurried)
  // A pg.Pool is what BullMQ asks for; only its structural type disagrees under exactOptionalPropertyTypes.
  const connection = pool as never
  /** Every queue and worker begins to listen to the pool and never ends: who tells its errors is known already. */
  function unheard<T>(made: T): T {
    pool.removeAllListeners('error').on('error', onError)
    return made
  }

  return {
    ready: async () => undefined,
    queue: (stage) => unheard(new bound.Queue<Ring>(`intagree-${stage}`, { connection })),
    worker: (stage, concurrency, run) =>
      unheard(new bound.Worker<Ring>(`intagree-${stage}`, run, { connection, ...workerOptions(concurrency) })),
    close: () => pool.end(),
  }
}

/**
 * BullMQ pauses only after a connection that was refused. After any other failure its worker asks for the next job
 * again at once: thousands of times a second where the server resets connections, and where the start failed, which
 * BullMQ remembers, without anybody else in the process ever having a turn.
 */
const unhurried: typeof createPostgresBackend = (...how) => {
  const backend = createPostgresBackend(...how)
  const ask = backend.moveToActive.bind(backend)
  backend.moveToActive = async (...what) => {
    try {
      return await ask(...what)
    } catch (error) {
      await pause(ASK_AGAIN_MS)
      throw error
    }
  }
  return backend
}

/**
 * Ends a connection whose server owes an answer for too long. BullMQ gives it back as a good one, and the pool would hand
 * out the same one again and again. It has to end with an error, or BullMQ goes on listening on it. Ours is the first to
 * wait for the answer: the connection is ended before the asker hears of the silence and gives it back.
 */
function endWhenSilent(client: pg.PoolClient): void {
  const query = client.query as (...args: unknown[]) => unknown
  client.query = ((...args: unknown[]) => {
    const asked = query.apply(client, args)
    if (asked instanceof Promise) asked.catch((error: Error) => (isSilence(error) ? cut(client, error) : undefined))
    return asked
  }) as typeof client.query
}

/** The driver has no code for it. */
function isSilence({ message }: Error): boolean {
  return message === 'Query read timeout'
}

/** A pool's client is one like any other, which its type does not tell. */
function cut(client: pg.PoolClient, why: Error): void {
  ;(client as unknown as pg.Client).connection.stream.destroy(why)
}
