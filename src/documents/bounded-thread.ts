/**
 * A thread with limits on its time and memory, started with its first order: who has none loads nothing. An order that
 * breaks the limits costs the thread, never the process.
 */
import type { Worker } from 'node:worker_threads'
import type { ProblemCode } from '../domain/mail.ts'
import { startThread } from '../foundation/start-thread.ts'

/** What may be used up by one order. */
export interface Bounds {
  readonly ms: number
  /** Growth of the whole process. */
  readonly growthMb: number
}

/** Why the thread had to be ended. */
export interface Lost {
  readonly code: ProblemCode
  readonly detail: string
}

/** One order at a time. */
export interface BoundedThread<Order, Answer> {
  /**
   * Gives the order and hands over each answer until `onAnswer` says that it was the last. Resolves with null then,
   * or with why the thread is lost. Rejects when the thread does not even start, which is never the order's fault.
   */
  ask(order: Order, moved: ArrayBuffer[], bounds: Bounds, onAnswer: (answer: Answer) => boolean): Promise<Lost | null>
  stop(): Promise<void>
}

export interface ThreadSort {
  /** An `import.meta.url`, and the thread's file beside it, without extension. */
  readonly base: string
  readonly entry: string
  readonly heapMb: number
  /** As in "the document reader died of it". */
  readonly name: string
}

/** A thread that looks at the clock ends its work within this time; one that is stuck never does. */
const GRACE_MS = 500
/** Between two looks at the memory of the process. */
const WATCH_MS = 25
/** Objects younger than one scavenge. */
const YOUNG_HEAP_MB = 8
const MB = 1024 * 1024

export function boundedThread<Order, Answer>(sort: ThreadSort): BoundedThread<Order, Answer> {
  let started: Promise<Worker> | null = null

  async function end(worker: Worker): Promise<void> {
    started = null
    await worker.terminate()
  }

  return {
    async ask(order, moved, bounds, onAnswer) {
      started ??= start(sort, () => {
        started = null
      })
      let worker: Worker
      try {
        worker = await started
      } catch (error) {
        started = null
        throw error
      }
      const lost = await ask(worker, sort, bounds, () => worker.postMessage(order, moved), onAnswer)
      if (lost !== null) await end(worker)
      return lost
    },
    async stop() {
      const worker = await started?.catch(() => null)
      if (worker) await end(worker)
    },
  }
}

/** Bytes that have their memory to themselves can move to the thread; others, small ones in a shared pool, are copied. */
export function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}

/** Resolves when the thread has loaded. It keeps nobody alive; `onGone` tells that it died, even between orders. */
function start({ base, entry, heapMb, name }: ThreadSort, onGone: () => void): Promise<Worker> {
  const worker = startThread(base, entry, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  })
  return new Promise((resolve, reject) => {
    const onExit = (code: number) => reject(new Error(`The ${name} did not start (exit code ${code}).`))
    worker.once('exit', onExit)
    worker.once('exit', onGone)
    worker.once('message', () => {
      worker.off('exit', onExit)
      worker.unref()
      resolve(worker)
    })
    worker.on('error', reject)
  })
}

async function ask<Answer>(
  worker: Worker,
  { heapMb, name }: ThreadSort,
  { ms, growthMb }: Bounds,
  give: () => void,
  onAnswer: (answer: Answer) => boolean,
): Promise<Lost | null> {
  const rss = process.memoryUsage.rss()
  let timer: NodeJS.Timeout | undefined
  let watch: NodeJS.Timeout | undefined
  let stopListening = () => {}
  worker.ref()
  try {
    return await new Promise<Lost | null>((resolve) => {
      const lose = (code: ProblemCode, detail: string) => resolve({ code, detail })
      const onMessage = (answer: Answer) => {
        if (onAnswer(answer)) resolve(null)
      }
      const onError = ({ code, message }: NodeJS.ErrnoException) => {
        if (code === 'ERR_WORKER_OUT_OF_MEMORY') lose('memory-limit', `takes more than ${heapMb} MB of memory`)
        else lose('crashed', `the ${name} died of it: ${message.slice(0, 200)}`)
      }
      const onExit = (code: number) => lose('crashed', `the ${name} ended with ${code}`)
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      stopListening = () => worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      timer = setTimeout(() => lose('time-limit', `not read within ${(ms / 1000).toFixed(1)} s`), ms + GRACE_MS)
      watch = setInterval(() => {
        const grown = (process.memoryUsage.rss() - rss) / MB
        if (grown > growthMb) lose('memory-limit', `takes more than ${Math.round(growthMb)} MB of memory`)
      }, WATCH_MS)
      give()
    })
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    stopListening()
    worker.unref()
  }
}
