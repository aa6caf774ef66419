/** One reading thread with limits on its time and heap. It dies with the mail that breaks them. */

import { startThread } from '../foundation/start-thread.ts'
import type { RefusalCode } from '../ports/mail-reader.ts'
import type { Answer, ChildData, Job } from './reader-protocol.ts'

/** How a job ended. After `refused` the child is dead. */
export type JobEnd =
  | Exclude<Answer, { kind: 'ready' }>
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly detail: string }

export interface ReaderChild {
  /** One at a time. Rejects when the child does not even start, which is never the mail's fault. */
  run(job: Job): Promise<JobEnd>
  readonly alive: boolean
  stop(): Promise<void>
}

/** Objects younger than one scavenge; the default of 48 MB would be a third of what the process may use. */
const YOUNG_HEAP_MB = 16

export function startReaderChild(data: ChildData): ReaderChild {
  const { readMs, heapMb } = data.limits
  const worker = startThread(import.meta.url, './reader-worker', {
    workerData: data,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  })
  let alive = true
  let isReady = false
  let finish: ((end: JobEnd) => void) | null = null
  let giveUp: ((error: unknown) => void) | null = null
  let onReady: (() => void) | null = null

  function die(end: JobEnd, error: unknown): void {
    alive = false
    if (isReady) finish?.(end)
    else giveUp?.(error)
  }

  worker.on('message', (answer: Answer) => {
    if (answer.kind !== 'ready') return finish?.(answer)
    isReady = true
    onReady?.()
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const isMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const detail = isMemory ? `more than ${heapMb} MB of memory` : `the reader died: ${error.message.slice(0, 200)}`
    die({ kind: 'refused', code: isMemory ? 'memory-limit' : 'crashed', detail }, error)
  })
  worker.on('exit', (code) => {
    die(
      { kind: 'refused', code: 'crashed', detail: `the reader ended with ${code}` },
      new Error(`The mail reader did not start (exit code ${code}).`),
    )
  })

  async function run(job: Job): Promise<JobEnd> {
    let timer: NodeJS.Timeout | undefined
    worker.ref()
    try {
      return await new Promise<JobEnd>((resolve, reject) => {
        finish = resolve
        giveUp = reject
        // The clock starts with the mail, not with the loading of the thread.
        onReady = () => {
          timer = setTimeout(() => {
            resolve({ kind: 'refused', code: 'time-limit', detail: `longer than ${readMs / 1000} s` })
          }, readMs)
          worker.postMessage(job)
        }
        if (isReady) onReady()
      })
    } finally {
      clearTimeout(timer)
      finish = giveUp = onReady = null
      worker.unref()
    }
  }

  return {
    run: async (job) => {
      const end = await run(job)
      if (end.kind !== 'refused') return end
      alive = false
      await worker.terminate()
      return end
    },
    get alive() {
      return alive
    },
    async stop() {
      alive = false
      await worker.terminate()
    },
  }
}
