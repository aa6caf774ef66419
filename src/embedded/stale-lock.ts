import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { LIMITS } from './limits.ts'
import { refusal } from './refusal.ts'
import { until } from './until.ts'

/**
 * Makes sure that no process of an earlier server works in the data directory, and removes the lock file that a killed
 * one has left. PostgreSQL itself only asks whether a process with the noted pid lives; in a container a zombie or an
 * unrelated process soon has that pid, and PostgreSQL would refuse to start for ever. Every PostgreSQL process has the
 * data directory as its working directory, so one look at /proc tells for sure.
 *
 * Called by the holder of the start lock when no guardian runs. A server that still lives then has lost its guardian
 * or is shutting down; it is asked to shut down.
 */
export async function clearStaleLock(data: string): Promise<void> {
  const lock = join(data, 'postmaster.pid')
  if (!existsSync(lock) && holdersOf(data, null).length === 0) return
  const asked = new Set<number>()
  const free = await until(LIMITS.gone, () => {
    const postmaster = postmasterIn(lock)
    const holders = holdersOf(data, postmaster)
    if (postmaster !== null && holders.includes(postmaster) && !asked.has(postmaster)) {
      asked.add(postmaster)
      interrupt(postmaster)
    }
    return holders.length === 0 ? true : null
  })
  if (free === null) {
    throw refusal(`Process ${holdersOf(data, postmasterIn(lock)).join(', ')} still works in ${data} and does not end.`)
  }
  rmSync(lock, { force: true })
}

/** postmaster.pid: the first line is the pid. */
function postmasterIn(lock: string): number | null {
  try {
    return Number.parseInt(readFileSync(lock, 'utf8'), 10) || null
  } catch {
    return null
  }
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // Gone by now, or not ours to stop: the wait that follows tells.
  }
}

function holdersOf(data: string, postmaster: number | null): readonly number[] {
  if (!existsSync('/proc/self/cwd')) return postmaster !== null && isPostgres(postmaster) ? [postmaster] : []
  const real = realpathSync(data)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => worksIn(pid, real, pid === postmaster))
}

function worksIn(pid: number, data: string, isNoted: boolean): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === data
  } catch (error) {
    // In a container even root may not look at another user's process. Then the name has to do, for the noted one.
    const { code } = error as NodeJS.ErrnoException
    return isNoted && (code === 'EACCES' || code === 'EPERM') && isPostgres(pid)
  }
}

function isPostgres(pid: number): boolean {
  try {
    const name = existsSync(`/proc/${pid}/comm`)
      ? readFileSync(`/proc/${pid}/comm`, 'utf8')
      : execFileSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' })
    return name.includes('postgres')
  } catch {
    return false
  }
}
