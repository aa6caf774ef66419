import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { LIMITS } from './limits.ts'
import { bornAt } from './process-identity.ts'
import { refusal } from './refusal.ts'
import { until } from './until.ts'

/**
 * One process at a time looks for a server and starts it. The lock is a file that can be made only once; it names the
 * process that made it, so that a lock left by a killed process is known for what it is. Gives back the release.
 */
export async function takeStartLock(file: string): Promise<() => void> {
  const own = `${process.pid} ${bornAt(process.pid)} ${randomUUID()}`
  const taken = await until(LIMITS.turn, () => {
    if (read(file) === null && create(file, own)) return true
    removeIfStale(file)
    return null
  })
  if (taken === null) {
    throw refusal(
      `Process ${read(file)?.split(' ')[0]} has been starting the embedded database for too long (${file}).`,
    )
  }
  return () => {
    if (read(file) === own) rmSync(file, { force: true })
  }
}

/** A link appears with its content, so nobody ever reads half a lock; like O_EXCL it fails when the name is taken. */
function create(file: string, content: string): boolean {
  const draft = `${file}.${randomUUID()}`
  writeFileSync(draft, content, { mode: 0o644 })
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/**
 * The lock is moved aside before it is removed: if another process was quicker and it is that one's lock by now, it is
 * put back. (Should a third process take the lock in that instant, first-start directories with unique names and
 * PostgreSQL's own lock on its data directory still keep two servers apart.)
 */
function removeIfStale(file: string): void {
  const seen = read(file)
  if (seen === null || isHeld(seen)) return
  const aside = `${file}.${randomUUID()}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  try {
    if (read(aside) !== seen) linkSync(aside, file)
  } catch {
    // Taken by somebody in the meantime: theirs.
  } finally {
    rmSync(aside, { force: true })
  }
}

function isHeld(content: string): boolean {
  const [pid = '', born = ''] = content.split(' ')
  return bornAt(Number(pid)) === born
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}
