/**
 * A real PostgreSQL for those who have none: the programs come from npm, the data lie in one directory, and nothing
 * has to be set up. The server belongs to nobody in particular. The first process that needs it starts it, others that
 * come along use it too, and it ends when the last of them has gone, whether stopped, crashed or killed (`lease.ts`).
 * A server that itself crashed is started again, under the same URL if the port is still free, by the next call.
 */
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { IntakeError } from '../foundation/intake-error.ts'
import { makeFolder } from '../foundation/make-folder.ts'
import { findBinaries } from './binaries.ts'
import { inspectCluster } from './cluster.ts'
import { answers, type Connection, ensureDatabase, readConnection, urlOf } from './connection.ts'
import { createCluster, removeUnfinished } from './first-start.ts'
import { joinUsers, type Lease } from './lease.ts'
import { LIMITS } from './limits.ts'
import { type Places, placesIn } from './places.ts'
import { refusal } from './refusal.ts'
import { launch, type Server } from './server.ts'
import { clearStaleLock } from './stale-lock.ts'
import { takeStartLock } from './start-lock.ts'
import { until } from './until.ts'

export interface EmbeddedPostgresOptions {
  /** Holds everything of this database; created when missing. A local disk: no network share, not two machines. */
  readonly directory: string
  /** Created when missing; default `intagree`. */
  readonly database?: string
  /** Told what takes long or is worth knowing, one line each. */
  readonly log?: (line: string) => void
  /**
   * Default true. False never waits for the disk: for tests, whose data may be lost. A server that runs already stays
   * as it was started.
   */
  readonly durable?: boolean
}

export interface EmbeddedPostgres {
  /** `postgres://user:password@127.0.0.1:port/database`. */
  readonly url: string
  /** The server ran already, started by another process (or earlier in this one). */
  readonly adopted: boolean
  /** The database was created by this call. */
  readonly firstStart: boolean
  /**
   * This user is done. Close pools before: if it was the last user, the server ends. For the process that started it,
   * the promise waits for that end; a process that adopted it does not wait.
   */
  stop(): Promise<void>
}

const DATABASE = 'intagree'

/** Starts the server for this directory, or joins those who use it. Rejects with `IntakeError embedded-database`. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const places = placesIn(options.directory)
  const database = options.database ?? DATABASE
  makeDirectory(places.directory)
  try {
    const unlock = await takeStartLock(places.startLock)
    try {
      return (await adopt(places, database, options)) ?? (await start(places, database, options))
    } finally {
      unlock()
    }
  } catch (error) {
    if (error instanceof IntakeError) throw error
    throw refusal(`The embedded database in ${places.directory} cannot be used: ${(error as Error).message}.`, error)
  }
}

/** The URL of a server that runs for this directory now, else null. It may end when its users do: this is none. */
export async function findRunningEmbeddedPostgres(directory: string, database = DATABASE): Promise<string | null> {
  const places = placesIn(directory)
  const connection = readConnection(places.connectionFile)
  if (connection === null || !(await answers(connection, places.data))) return null
  return urlOf(connection, database)
}

/** Whether a database was ever made in this directory. Changes nothing; whether it can be used shows at its start. */
export function embeddedPostgresExists(directory: string): boolean {
  return existsSync(join(placesIn(directory).data, 'PG_VERSION'))
}

/** Others may pass through the directory but not list it: the database may have to run as another user. */
function makeDirectory(directory: string): void {
  try {
    if (makeFolder(directory)) chmodSync(directory, 0o711)
  } catch (error) {
    throw refusal(
      `The directory ${directory} for the embedded database cannot be made: ${(error as Error).message}.`,
      error,
    )
  }
}

async function adopt(
  places: Places,
  database: string,
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres | null> {
  const lease = joinUsers(places.usersPipe)
  if (lease === null) return null
  const connection = await orRelease(lease, reached(places, lease))
  if (connection === null) {
    lease.release()
    return null
  }
  await orRelease(lease, ensureDatabase(connection, database))
  options.log?.('using the database server that runs already')
  const stop = async () => lease.release()
  return { url: urlOf(connection, database), adopted: true, firstStart: false, stop }
}

/** Null when the server ended instead of answering. */
async function reached(places: Places, lease: Lease): Promise<Connection | null> {
  const outcome = await until(LIMITS.ready, async () => {
    const connection = readConnection(places.connectionFile)
    const ready = connection !== null && (await answers(connection, places.data))
    // Asked after the answer: the last user may have left just before we joined.
    if (!lease.isRead()) return 'ended'
    return ready ? connection : null
  })
  if (outcome === null) {
    throw refusal(
      `A database server runs for ${places.directory}, perhaps in another container, but it does not answer.`,
    )
  }
  return outcome === 'ended' ? null : outcome
}

async function start(places: Places, database: string, options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const durable = options.durable ?? true
  const binaries = findBinaries(places.directory)
  const firstStart = inspectCluster(places.data, binaries.major) === null
  if (firstStart) {
    options.log?.('first start: creating the database (about a second)')
    await createCluster(places, binaries, durable)
  }
  const owner = inspectCluster(places.data, binaries.major)
  const known = readConnection(places.connectionFile)
  if (owner === null || known === null) {
    throw refusal(
      `${places.connectionFile}, with the password of the embedded database, is gone; put it back from a backup.`,
    )
  }
  await clearStaleLock(places.data)
  const server = await launch(places, binaries, owner, known, durable)
  await orRelease(server.lease, ensureDatabase(server.connection, database))
  removeUnfinished(places.directory)
  let stopped: Promise<void> | null = null
  const stop = () => {
    stopped ??= leave(server)
    return stopped
  }
  return { url: urlOf(server.connection, database), adopted: false, firstStart, stop }
}

/** A user who gives up must not keep the server alive. */
async function orRelease<T>(lease: Lease, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    lease.release()
    throw error
  }
}

async function leave({ lease, guardian }: Server): Promise<void> {
  lease.release()
  const ending = await until(LIMITS.othersUseIt, () => (guardian.ended() === null && lease.isRead() ? null : true))
  if (ending === true) await until(LIMITS.gone, () => guardian.ended())
}
