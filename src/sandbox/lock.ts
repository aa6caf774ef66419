import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { IntakeError } from '../foundation/intake-error.ts'
import { greeting } from './imap/server.ts'

interface Holder {
  readonly pid: number
  readonly imapPort: number
  readonly token: string
}

const ANSWER_MS = 2000
const RELEASED = '{}'

/**
 * Takes the directory for this process, which must be greeting on `imapPort` already. The lock is a file with a
 * rising number, and the highest counts: whoever finds its holder gone creates the next, which only one can. So a lock
 * left by `kill -9` is taken over, also when its process id belongs to something else by now.
 * Returns what gives it back, to be called while the port still answers. The file stays, so that its number is never
 * used again. Rejects with `IntakeError mailbox` when a living sandbox holds the directory.
 */
export async function takeLock(directory: string, imapPort: number, token: string): Promise<() => void> {
  mkdirSync(directory, { recursive: true })
  const mine: Holder = { pid: process.pid, imapPort, token }
  for (;;) {
    const last = Math.max(0, ...locks(directory))
    const holder = last === 0 ? null : readHolder(lockFile(directory, last))
    if (holder && (await isHeld(holder))) {
      throw new IntakeError(
        'mailbox',
        `The sandbox directory ${directory} is in use by process ${holder.pid} (IMAP on port ${holder.imapPort}). Stop that process, or set INTAGREE_HOME to another directory.`,
      )
    }
    if (!createExclusively(directory, last + 1, mine)) continue
    for (const old of locks(directory)) if (old <= last) rmSync(lockFile(directory, old), { force: true })
    return () => release(lockFile(directory, last + 1))
  }
}

/** Whether a living sandbox holds the directory. */
export async function isDirectoryHeld(directory: string): Promise<boolean> {
  if (!existsSync(directory)) return false
  const last = Math.max(0, ...locks(directory))
  const holder = last === 0 ? null : readHolder(lockFile(directory, last))
  return holder !== null && (await isHeld(holder))
}

function release(file: string): void {
  try {
    writeFileSync(file, RELEASED)
  } catch {
    // Somebody removed the directory under us; nothing is left to be given back.
  }
}

function lockFile(directory: string, number: number): string {
  return join(directory, `lock.${number}`)
}

function locks(directory: string): readonly number[] {
  return readdirSync(directory).flatMap((file) => {
    const match = /^lock\.(\d{1,9})$/.exec(file)
    return match ? [Number(match[1])] : []
  })
}

/** A link appears with its content or not at all, and fails when the name is taken. */
function createExclusively(directory: string, number: number, holder: Holder): boolean {
  const temporary = join(directory, `lock.${holder.token}.tmp`)
  writeFileSync(temporary, JSON.stringify(holder))
  try {
    linkSync(temporary, lockFile(directory, number))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(temporary, { force: true })
  }
}

function readHolder(file: string): Holder | null {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>
    const { pid, imapPort, token } = value
    return pid !== undefined && imapPort !== undefined && token !== undefined ? { pid, imapPort, token } : null
  } catch {
    return null
  }
}

/** Whether the holder's own greeting comes from its port. Silence counts as held while the process lives: it may be busy. */
async function isHeld(holder: Holder): Promise<boolean> {
  const heard = await listenTo(holder.imapPort)
  if (heard === null) return false
  if (heard === '') return isAlive(holder.pid)
  return heard === greeting(holder.token)
}

/** The first line a port says; '' when it is open and says nothing, null when nobody listens. */
function listenTo(port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    let heard = ''
    let open = false
    const finish = () => {
      socket.destroy()
      resolve(open ? heard : null)
    }
    socket.setTimeout(ANSWER_MS, finish)
    socket.on('connect', () => {
      open = true
    })
    socket.on('data', (chunk) => {
      heard += chunk.toString('latin1')
      if (heard.includes('\n') || heard.length > 1000) finish()
    })
    socket.on('error', finish).on('close', finish)
  })
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
