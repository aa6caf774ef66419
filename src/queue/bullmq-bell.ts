/**
 * The doorbell on BullMQ 6: on Redis where one is configured, else on BullMQ's PostgreSQL backend in our own database.
 * A job carries the id of a `work` row and nothing else. Every ring has an explicit job id that contains the number of
 * rings, so that a job left over from a killed process never swallows the next ring, and finished jobs are removed.
 */
import { createPostgresBackend, Queue, runMigrations, Worker, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import pg from 'pg'
import { type Bell, type Chime, STAGES, type Stage } from '../ports.ts'

export type BellPlace = { readonly redisUrl: string } | { readonly databaseUrl: string }

type Ring = { readonly work: string }
/** What both backends' queues and workers have in common and we use. */
interface AnyQueue {
  addBulk(jobs: ReturnType<typeof jobOf>[]): Promise<unknown>
  getJobCounts(state: 'wait'): Promise<unknown>
  close(): Promise<void>
  on(event: 'error', listener: (error: Error) => void): unknown
}
interface AnyWorker {
  waitUntilReady(): Promise<unknown>
  close(): Promise<void>
  on(event: 'error' | 'failed', listener: never): unknown
}

/** A job whose process died is given to another after this time; handlers are told apart by the database anyway. */
const LOCK_MS = 15_000
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const

export async function bullmqBell(place: BellPlace, onError: (error: Error) => void): Promise<Bell> {
  const backend = 'redisUrl' in place ? onRedis(place.redisUrl, onError) : await onPostgres(place.databaseUrl, onError)
  const queues = new Map<Stage, AnyQueue>()
  const workers: AnyWorker[] = []

  function queueOf(stage: Stage): AnyQueue {
    const known = queues.get(stage)
    if (known) return known
    const queue = backend.queue(stage)
    queue.on('error', onError)
    queues.set(stage, queue)
    return queue
  }

  return {
    async ring(chimes: readonly Chime[]): Promise<void> {
      for (const stage of STAGES) {
        const mine = chimes.filter((chime) => chime.stage === stage)
        if (mine.length === 0) continue
        await queueOf(stage).addBulk(mine.map(jobOf))
      }
    },

    async answer(stage, concurrency, handler): Promise<void> {
      const worker = backend.worker(stage, concurrency, (job) => handler(job.data.work))
      worker.on('error', onError as never)
      worker.on('failed', ((_job: unknown, error: Error) => onError(error)) as never)
      workers.push(worker)
      await worker.waitUntilReady()
    },

    async ping(): Promise<void> {
      await queueOf('read').getJobCounts('wait')
    },

    async close(ms = 10_000): Promise<void> {
      await within(ms, Promise.all(workers.map((worker) => worker.close())))
      await within(ms, Promise.all([...queues.values()].map((queue) => queue.close())))
      await backend.close()
    },
  }
}

/** BullMQ refuses job ids that are integers or contain a colon. */
function jobOf(chime: Chime) {
  return {
    name: chime.stage,
    data: { work: chime.workId },
    opts: { ...JOB_OPTIONS, jobId: `w${chime.workId}-${chime.rings}` },
  }
}

interface Backend {
  queue(stage: Stage): AnyQueue
  worker(stage: Stage, concurrency: number, run: (job: { data: Ring }) => Promise<void>): AnyWorker
  close(): Promise<void>
}

function workerOptions(concurrency: number) {
  return { concurrency, lockDuration: LOCK_MS, stalledInterval: LOCK_MS, maxStalledCount: 5 }
}

function onRedis(url: string, onError: (error: Error) => void): Backend {
  // maxRetriesPerRequest null: BullMQ waits for Redis to come back instead of failing the wait.
  const connection = new Redis(url, { maxRetriesPerRequest: null })
  connection.on('error', onError)
  // Adding must fail soon while Redis is away: the sweep rings again, and nothing may wait for a doorbell.
  const adding = new Redis(url, { maxRetriesPerRequest: 1, enableOfflineQueue: false, lazyConnect: false })
  adding.on('error', onError)
  return {
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
async function onPostgres(url: string, onError: (error: Error) => void): Promise<Backend> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 16,
    keepAlive: true,
    options: '-c search_path=bullmq,public',
    application_name: 'intagree-bell',
  })
  pool.on('error', onError)
  const client = await pool.connect()
  try {
    await runMigrations(client)
  } finally {
    client.release()
  }
  const bound = withBackend(createPostgresBackend)
  // A pg.Pool is what BullMQ asks for; only its structural type disagrees under exactOptionalPropertyTypes.
  const connection = pool as never
  return {
    queue: (stage) => new bound.Queue<Ring>(`intagree-${stage}`, { connection }),
    worker: (stage, concurrency, run) =>
      new bound.Worker<Ring>(`intagree-${stage}`, run, { connection, ...workerOptions(concurrency) }),
    close: () => pool.end(),
  }
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([work.catch(() => undefined), over])
  clearTimeout(timer)
}
