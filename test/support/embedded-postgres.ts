import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import pg from 'pg'

const CHILD = fileURLToPath(new URL('embedded-postgres-child.ts', import.meta.url))
const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))

export interface Ready {
  readonly url: string
  readonly adopted: boolean
  readonly firstStart: boolean
}

/** A process that runs `embedded-postgres-child.ts`. */
export interface DatabaseProgram {
  /** Rejects with the sentence when it was refused, or when the process ended before. */
  readonly ready: Promise<Ready>
  tell(order: 'stop' | 'exit' | 'throw'): void
  signal(name: NodeJS.Signals): void
  kill9(): Promise<void>
  /** Resolves when the process has ended. */
  readonly ended: Promise<void>
}

export interface ProgramOptions {
  readonly uid?: number
  readonly path?: string
}

export function startDatabaseProgram(directory: string, { uid, path }: ProgramOptions = {}): DatabaseProgram {
  const child: ChildProcessByStdio<Writable, Readable, null> = spawn(
    process.execPath,
    ['--import', 'tsx', CHILD, directory],
    {
      cwd: CHECKOUT,
      ...(uid === undefined ? {} : { uid, gid: uid }),
      env: { ...process.env, ...(path === undefined ? {} : { PATH: path }) },
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  )
  const ended = once(child, 'exit').then(() => {})
  const ready = new Promise<Ready>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => {
      const said: { ready?: Ready; refused?: string } = JSON.parse(line)
      if (said.ready) resolve(said.ready)
      else reject(new Error(said.refused))
    })
    child.once('exit', () => reject(new Error('the program ended before its database was ready')))
  })
  // A test may kill the program before it is ready and never ask.
  ready.catch(() => {})
  return {
    ready,
    ended,
    tell: (order) => child.stdin.write(`${order}\n`),
    signal: (name) => child.kill(name),
    async kill9() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** Pids of everything that works for the database in this directory, guardians included (proc(5)). */
export function processesOf(directory: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => worksFor(pid, directory))
    .map(Number)
}

function worksFor(pid: string, directory: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'latin1')
    if (command.includes(CHILD)) return false
    return command.includes(directory) || readlinkSync(`/proc/${pid}/cwd`).startsWith(directory)
  } catch {
    return false
  }
}

export async function query<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<readonly Row[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A PATH on which only these programs are found. */
export function pathWith(directory: string, programs: readonly string[]): string {
  mkdirSync(directory)
  for (const program of programs) {
    const found = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].map((place) => join(place, program)).find(existsSync)
    if (found !== undefined) symlinkSync(found, join(directory, program))
  }
  return directory
}
