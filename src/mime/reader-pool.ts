/** Reads mails in a few bounded threads. A mail that breaks its limits costs its thread, never the process. */
import { open } from 'node:fs/promises'
import { IntakeError, type IntakeErrorCode } from '../foundation/intake-error.ts'
import type { MailReader, ReadOutcome, RefusalCode } from '../ports/mail-reader.ts'
import { HEADER_ONLY_BYTES, readHeaderOnly } from './header-only.ts'
import { READER_LIMITS, type ReaderLimits } from './limits.ts'
import { grouped } from './problems.ts'
import { type ReaderChild, startReaderChild } from './reader-child.ts'
import type { Job } from './reader-protocol.ts'

export interface ReaderPoolOptions {
  /** Threads; each takes about 40 MB once it has read a mail. */
  readonly workers: number
  readonly limits?: Partial<ReaderLimits>
  /** Where attachments are stored; null: they are hashed only. */
  readonly archiveDirectory: string | null
}

/** Threads start when first needed and are used again. `read` rejects only when disk or thread fail. */
export function createMailReader({ workers, limits: overrides, archiveDirectory }: ReaderPoolOptions): MailReader {
  const limits = { ...READER_LIMITS, ...overrides }
  const idle: ReaderChild[] = []
  const running = new Set<Promise<unknown>>()
  const waiting: (() => void)[] = []
  let free = Math.max(1, workers)
  let isClosed = false

  async function withChild<T>(work: (child: ReaderChild) => Promise<T>): Promise<T> {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    let child = idle.pop()
    while (child && !child.alive) child = idle.pop()
    child ??= startReaderChild({ limits, archiveDirectory })
    try {
      return await work(child)
    } finally {
      if (child.alive) idle.push(child)
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }

  async function read(job: Job, begin: () => Promise<void>): Promise<ReadOutcome> {
    // Bytes at hand are not even passed on, for that would copy them.
    const size = 'bytes' in job ? job.bytes.byteLength : 0
    if (size > limits.mailBytes) return refuseSize(job, size)
    const end = await withChild(async (child) => {
      await begin()
      return child.run(job)
    })
    switch (end.kind) {
      case 'read':
        return { outcome: 'read', mail: end.mail }
      case 'too-large':
        return refuseSize(job, end.bytes)
      case 'refused':
        return refuse(job, end.code, end.detail)
      case 'unreadable':
        throw unreadable(end.path, end.error)
      case 'failed':
        throw failed(end)
      case 'extracted':
        throw new Error('The mail was to be read.')
    }
  }

  /**
   * What cannot be had is missing: its mail was read before and said so. The child ends with it, for whoever wants files
   * is going to recognise them, and needs the memory.
   */
  async function extract(job: Job): Promise<ReadonlyMap<string, Uint8Array>> {
    const end = await withChild(async (child) => {
      const extracted = await child.run(job)
      await child.stop()
      return extracted
    })
    return end.kind === 'extracted' ? end.files : new Map()
  }

  /** Waited for when the pool is closed. */
  function watched<T>(run: Promise<T>): Promise<T> {
    running.add(run)
    return run.finally(() => running.delete(run))
  }

  async function refuse(job: Job, code: RefusalCode, detail: string): Promise<ReadOutcome> {
    return { outcome: 'refused', code, detail, mail: readHeaderOnly(await headOf(job), limits, { code, detail }) }
  }

  async function refuseSize(job: Job, bytes: number): Promise<ReadOutcome> {
    return refuse(job, 'size-limit', `${grouped(bytes)} bytes; up to ${grouped(limits.mailBytes)} are read`)
  }

  return {
    async read(source, closed = [], begin = async () => {}) {
      if (isClosed) throw new Error('The mail reader is closed.')
      return watched(read({ ...source, closed }, begin))
    },
    async extract(source, wanted) {
      if (isClosed) throw new Error('The mail reader is closed.')
      return watched(extract({ ...source, extract: wanted }))
    },
    async close() {
      isClosed = true
      await Promise.allSettled(running)
      await Promise.all(idle.splice(0).map((child) => child.stop()))
    },
  }
}

function unreadable(path: string, cause: unknown): IntakeError {
  return new IntakeError('not-found', `The mail ${path} cannot be read. Check the path and its permissions.`, { cause })
}

function failed({ error, code }: { readonly error: unknown; readonly code: IntakeErrorCode | null }): unknown {
  return code === null ? error : new IntakeError(code, (error as Error).message, { cause: error })
}

async function headOf(job: Job): Promise<Buffer> {
  if ('bytes' in job) return Buffer.from(job.bytes.subarray(0, HEADER_ONLY_BYTES))
  const file = await open(job.path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEADER_ONLY_BYTES), 0, HEADER_ONLY_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
