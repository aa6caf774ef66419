import { execFileSync } from 'node:child_process'
import { closeSync, constants, openSync, rmSync } from 'node:fs'
import { ownLikeDirectory } from './files.ts'
import { refusal } from './refusal.ts'

/**
 * Who uses a server: a named pipe that its guardian reads and that every user holds open for writing. Nothing is ever
 * written. When the last user has gone (stopped, crashed, killed: the kernel closes the pipe) the guardian reads the
 * end and stops the server. So the process that started the server may die while others go on using it, and no server
 * is left behind. That nobody reads the pipe means there is no server.
 */
export interface Lease {
  /** Whether a guardian reads the pipe. False once it has let go: the server has ended or is ending. */
  isRead(): boolean
  release(): void
}

/** Joins the users of a running server; null when none runs. */
export function joinUsers(pipe: string): Lease | null {
  const fd = openForWriting(pipe)
  return fd === null ? null : leaseOf(pipe, fd)
}

/** Makes a new pipe. `readEnd` is for the guardian; the caller closes it when the guardian has been started. */
export function firstUser(pipe: string): { readonly lease: Lease; readonly readEnd: number } {
  rmSync(pipe, { force: true })
  try {
    execFileSync('mkfifo', ['-m', '600', pipe], { stdio: 'pipe' })
  } catch (cause) {
    throw refusal(`The embedded database cannot make a named pipe at ${pipe}; it needs a local disk and mkfifo.`, cause)
  }
  ownLikeDirectory(pipe)
  // Opening one end alone waits for the other end; opening both at once does not.
  const both = openSync(pipe, constants.O_RDWR)
  const readEnd = openSync(pipe, constants.O_RDONLY)
  const writeEnd = openSync(pipe, constants.O_WRONLY)
  closeSync(both)
  return { lease: leaseOf(pipe, writeEnd), readEnd }
}

function leaseOf(pipe: string, fd: number): Lease {
  let open = true
  return {
    isRead() {
      const probe = openForWriting(pipe)
      if (probe !== null) closeSync(probe)
      return probe !== null
    },
    release() {
      if (open) closeSync(fd)
      open = false
    },
  }
}

/** Null: no such pipe, or nobody reads it (ENXIO, fifo(7)). */
function openForWriting(pipe: string): number | null {
  try {
    return openSync(pipe, constants.O_WRONLY | constants.O_NONBLOCK)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENXIO') return null
    throw refusal(`The embedded database cannot open ${pipe} (${code}): it belongs to another user.`, error)
  }
}
