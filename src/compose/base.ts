/** What every role of a process shares. */
import { setMaxListeners } from 'node:events'
import { join } from 'node:path'
import { fileArchive } from '../archive/file-archive.ts'
import type { Config } from '../config/config.ts'
import { postgresLeases } from '../db/leases.ts'
import { isDatabaseOutage } from '../db/outage.ts'
import { createFlowPool } from '../db/pool.ts'
import { workStore } from '../db/work.ts'
import type { StartRule } from '../flows/start-rule.ts'
import { type Handler, patiently } from '../flows/work.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Journal } from '../journal/journal.ts'
import type { DatabasePlace } from '../places/database-place.ts'
import type { MailPlace } from '../places/mail-place.ts'
import type { Stage } from '../ports/bell.ts'
import type { Clock } from '../ports/clock.ts'
import { bullmqBell } from '../queue/bullmq-bell.ts'
import { fastLane } from '../queue/fast-lane.ts'

const POOL_SIZE = 16

export interface Order {
  readonly config: Config
  /** Migrated already. */
  readonly database: DatabasePlace
  readonly mail: MailPlace
  readonly start: StartRule
  readonly answersOld: boolean
  readonly journal: Journal
  /** The time by which cases live; that of the machine where nobody drives it. */
  readonly clock?: Clock | undefined
}

export type Base = Awaited<ReturnType<typeof openBase>>

export async function openBase(order: Order) {
  const { config, database, journal } = order
  const stopping = new AbortController()
  // Every loop that waits listens to it: in an outage more than the ten that Node takes for a leak.
  setMaxListeners(0, stopping.signal)
  const onDatabaseError = (error: Error) => {
    // Whoever leaves may be cut off before the server has heard the goodbye: nothing that will be tried again.
    if (!stopping.signal.aborted) journal.trouble('database', error)
  }
  const place = config.redisUrl ? { redisUrl: config.redisUrl } : { databaseUrl: database.url }
  const pool = createFlowPool(database.url, POOL_SIZE, onDatabaseError)
  const work = workStore(pool)
  const onQueueError = (error: Error) => journal.trouble('queue', error)
  const bell = fastLane(await bullmqBell(place, onQueueError), onQueueError)
  const clock = order.clock ?? (() => new Date())
  return {
    ...order,
    pool,
    work,
    bell,
    clock,
    /** Somebody else says when time has passed. */
    driven: order.clock !== undefined,
    leases: await postgresLeases(database.url, onDatabaseError),
    archiveFolder: join(config.home, 'archive'),
    archive: fileArchive(join(config.home, 'archive')),
    /** Fires when the program is to stop. */
    stopping,
    /** Loops that end with `stopping`. */
    loops: [] as Promise<void>[],
    /** Closed in this order when no work is under way any more. */
    closers: [] as (() => Promise<void>)[],
    answer(stage: Stage, concurrency: number, handler: Handler): Promise<void> {
      const onTrouble = (_workId: string, error: Error) => journal.trouble(stage, error)
      return bell.answer(stage, concurrency, patiently(work, clock, isOutage, onTrouble, handler))
    },
  }
}

/** Failures of something outside: tried again without counting against the mail. */
export function isOutage(error: unknown): boolean {
  if (error instanceof IntakeError)
    return ['archive', 'database', 'login', 'mailbox', 'queue', 'smtp', 'stopping'].includes(error.code)
  return isDatabaseOutage(error)
}
