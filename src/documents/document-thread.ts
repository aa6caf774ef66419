/**
 * Reads documents in a thread with limits on its time and heap, started with the first document: a mail without any
 * loads nothing. A document that breaks the limits costs the thread and its own text, never the mail.
 */
import type { Worker } from 'node:worker_threads'
import type { ProblemCode } from '../domain/mail.ts'
import { startThread } from '../thread.ts'
import type { DocumentText } from './document.ts'
import type { DocumentLimits } from './limits.ts'
import type { DocumentAnswer, DocumentFile, DocumentOrder } from './protocol.ts'

/** One document at a time. */
export interface DocumentThread {
  /**
   * Takes the bytes away: a large file is moved to the thread, not copied. Rejects when the thread does not even
   * start, which is never the document's fault.
   */
  read(file: DocumentFile, limits: DocumentLimits): Promise<DocumentText>
  stop(): Promise<void>
}

/** A reader that looks at the clock ends by itself within this time; one that is stuck never does. */
const GRACE_MS = 500
/** Between two looks at the memory of the process. */
const WATCH_MS = 25
/** Objects younger than one scavenge. */
const YOUNG_HEAP_MB = 8

export function createDocumentThread({ heapMb }: Pick<DocumentLimits, 'heapMb'>): DocumentThread {
  let started: Promise<Worker> | null = null

  async function end(worker: Worker): Promise<void> {
    started = null
    await worker.terminate()
  }

  async function read(file: DocumentFile, limits: DocumentLimits): Promise<DocumentText> {
    started ??= start(heapMb, () => {
      started = null
    })
    let worker: Worker
    try {
      worker = await started
    } catch (error) {
      started = null
      throw error
    }
    const document = await ask(worker, { ...file, limits })
    if (document.isLost) await end(worker)
    return document.text
  }

  return {
    read,
    async stop() {
      const worker = await started?.catch(() => null)
      if (worker) await end(worker)
    },
  }
}

/** Resolves when the thread has loaded. It keeps nobody alive; `onGone` tells that it died, even between documents. */
function start(heapMb: number, onGone: () => void): Promise<Worker> {
  const worker = startThread(import.meta.url, './document-worker', {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
  })
  return new Promise((resolve, reject) => {
    const onExit = (code: number) => reject(new Error(`The document reader did not start (exit code ${code}).`))
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

interface Asked {
  readonly text: DocumentText
  /** Whether the thread died of it. */
  readonly isLost: boolean
}

async function ask(worker: Worker, order: DocumentOrder): Promise<Asked> {
  const { ms, heapMb, growthMb } = order.limits
  const rss = process.memoryUsage.rss()
  let timer: NodeJS.Timeout | undefined
  let watch: NodeJS.Timeout | undefined
  let stopListening = () => {}
  worker.ref()
  try {
    return await new Promise<Asked>((resolve) => {
      const lose = (code: ProblemCode, detail: string) => {
        resolve({ text: { text: '', problems: [{ code, detail }] }, isLost: true })
      }
      const onMessage = (answer: DocumentAnswer) => {
        if (answer.kind === 'read') resolve({ text: answer.document, isLost: false })
      }
      const onError = ({ code, message }: NodeJS.ErrnoException) => {
        if (code === 'ERR_WORKER_OUT_OF_MEMORY') lose('memory-limit', `takes more than ${heapMb} MB of memory`)
        else lose('crashed', `the document reader died of it: ${message.slice(0, 200)}`)
      }
      const onExit = (code: number) => lose('crashed', `the document reader ended with ${code}`)
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      stopListening = () => worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      timer = setTimeout(() => lose('time-limit', `not read within ${(ms / 1000).toFixed(1)} s`), ms + GRACE_MS)
      watch = setInterval(() => {
        const grown = (process.memoryUsage.rss() - rss) / (1024 * 1024)
        if (grown > growthMb) lose('memory-limit', `takes more than ${Math.round(growthMb)} MB of memory`)
      }, WATCH_MS)
      worker.postMessage(order, ownBuffer(order.bytes))
    })
  } finally {
    clearTimeout(timer)
    clearInterval(watch)
    stopListening()
    worker.unref()
  }
}

/** Bytes that have their memory to themselves move to the thread; others, small ones in a shared pool, are copied. */
function ownBuffer({ buffer, byteLength }: Uint8Array): ArrayBuffer[] {
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength ? [buffer] : []
}
