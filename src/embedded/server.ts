import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import type { Binaries } from './binaries.ts'
import { answers, type Connection, writeConnection } from './connection.ts'
import { ownLikeDirectory } from './files.ts'
import { freePort } from './free-port.ts'
import { type Guarded, runGuarded } from './guardian.ts'
import { firstUser, type Lease } from './lease.ts'
import { LIMITS } from './limits.ts'
import type { Places } from './places.ts'
import { type Owner, type Runner, runnersFor } from './privilege.ts'
import { refusal } from './refusal.ts'
import { until } from './until.ts'

export interface Server {
  readonly connection: Connection
  readonly lease: Lease
  readonly guardian: Guarded
}

/** Ports are picked before PostgreSQL takes them, so another program can be quicker; not three times in a row. */
const PORT_ATTEMPTS = 3
const PORT_TAKEN = /could not bind|could not create any TCP\/IP sockets/
/** A log larger than this starts anew with the next start of the server. */
const LOG_BYTES = 1_000_000

/** Starts the server for an existing data directory and waits until it answers. The port stays the same if it can. */
export async function launch(
  places: Places,
  binaries: Binaries,
  owner: Owner,
  known: Connection,
  durable: boolean,
): Promise<Server> {
  const tried: string[] = []
  for (const runner of runnersFor(owner)) {
    for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt++) {
      const connection = { ...known, port: await freePort(attempt === 1 ? known.port : 0) }
      writeConnection(places.connectionFile, connection)
      const started = await attemptLaunch(places, binaries, runner, connection, durable)
      if (typeof started !== 'string') return started
      if (!PORT_TAKEN.test(started) || attempt === PORT_ATTEMPTS) {
        tried.push(`${runner.name}: ${started}`)
        break
      }
    }
  }
  throw refusal(`The embedded database in ${places.directory} does not start (tried ${tried.join(' | ')}).`)
}

/** The running server, or why it ended. */
async function attemptLaunch(
  places: Places,
  binaries: Binaries,
  runner: Runner,
  connection: Connection,
  durable: boolean,
): Promise<Server | string> {
  const log = openLog(places.log)
  const { lease, readEnd } = firstUser(places.usersPipe)
  const command = [binaries.postgres, '-D', places.data, ...settings(connection.port, durable)]
  const guardian = runGuarded(runner, command, binaries, [readEnd, 'ignore', log.fd])
  closeSync(readEnd)
  closeSync(log.fd)
  const state = await until(LIMITS.ready, async () => {
    if (guardian.ended() !== null) return 'ended'
    return (await answers(connection, places.data)) ? 'ready' : null
  })
  if (state === 'ready') {
    // The server outlives us while others use it; it must not keep this process from ending.
    guardian.child.unref()
    return { connection, lease, guardian }
  }
  lease.release()
  if (state === null) return `no answer within ${LIMITS.ready / 1_000} s, see ${places.log}`
  return complaintIn(places.log, log.from) ?? guardian.ended() ?? 'ended'
}

function settings(port: number, durable: boolean): readonly string[] {
  const values: Readonly<Record<string, string | number>> = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '96MB',
    // Containers often have only 64 MB of /dev/shm.
    dynamic_shared_memory_type: 'mmap',
    timezone: 'UTC',
    log_timezone: 'UTC',
    logging_collector: 'off',
    log_checkpoints: 'off',
    // The log is kept in a file: no statements in it, for they hold parts of mails.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function openLog(file: string): { readonly fd: number; readonly from: number } {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const fd = openSync(file, size > LOG_BYTES ? 'w' : 'a', 0o600)
  ownLikeDirectory(file)
  return { fd, from: size > LOG_BYTES ? 0 : size }
}

/** What it said last before it gave up; not what it told our early attempts to log in. */
function complaintIn(file: string, from: number): string | null {
  const lines = readFileSync(file).subarray(from).toString('utf8').trim().split('\n')
  const fatal = lines.findLast((line) => /FATAL|PANIC/.test(line) && !/the database system is/.test(line))
  return fatal ?? (lines.at(-1) || null)
}
