/**
 * The doorbell on BullMQ 6: on Redis where one is configured, else on BullMQ's PostgreSQL backend in our own database.
 * A job carries ids of `work` rows and nothing else: one id when a mail comes alone, up to sixteen when many come at
 * once, for a job costs several round trips whatever it carries. Every job has an explicit id that contains the number
 * of rings, so that a job left over from a killed process never swallows the next ring, and finished jobs are removed.
 */
import { batched } from '../foundation/batched.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { type Bell, type Chime, STAGES, type Stage } from '../ports/bell.ts'
import { type AnyQueue, type AnyWorker, type BellPlace, openBackend } from './backends.ts'
import { within } from './within.ts'

/** Work ids in one job at most. */
const GROUP = 16
/** Nothing may wait longer for a doorbell: what is not rung in time the sweep rings again. */
const PATIENCE_MS = 3_000
const FAREWELL_MS = 1_000
const JOB_OPTIONS = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const

export async function bullmqBell(place: BellPlace, onError: (error: Error) => void, silenceMs?: number): Promise<Bell> {
  const backend = await openBackend(place, onError, silenceMs)
  const queues = new Map<Stage, AnyQueue>()
  const ringers = Object.fromEntries(
    STAGES.map((stage) => [stage, batched(64, (chimes: readonly Chime[]) => add(stage, chimes))]),
  ) as Record<Stage, (chime: Chime) => Promise<undefined>>
  const workers: AnyWorker[] = []
  let closing: Promise<void> | undefined

  function queueOf(stage: Stage): AnyQueue {
    const known = queues.get(stage)
    if (known) return known
    const queue = backend.queue(stage)
    queue.on('error', onError)
    queues.set(stage, queue)
    return queue
  }

  /** A queue that met a server which was away stays broken (BullMQ keeps its failed start), so the next call makes a new one. */
  async function onQueue<T>(stage: Stage, work: (queue: AnyQueue) => Promise<T>): Promise<T> {
    await backend.ready()
    const queue = queueOf(stage)
    try {
      return await work(queue)
    } catch (error) {
      if (queues.get(stage) === queue) queues.delete(stage)
      queue.close().catch(() => undefined)
      throw error
    }
  }

  async function add(stage: Stage, chimes: readonly Chime[]): Promise<readonly undefined[]> {
    await onQueue(stage, (queue) => queue.addBulk(groupsOf(chimes).map(jobOf)))
    return chimes.map(() => undefined)
  }

  async function close(ms: number): Promise<void> {
    await within(ms, Promise.all(workers.map((worker) => worker.close())))
    // No work is under way any more; this only waits in vain while the server is away.
    await within(FAREWELL_MS, Promise.all([...queues.values()].map((queue) => queue.close())))
    await within(FAREWELL_MS, backend.close())
  }

  return {
    async ring(chimes: readonly Chime[]): Promise<void> {
      await inTime(Promise.all(chimes.map((chime) => ringers[chime.stage](chime))))
    },

    async answer(stage, concurrency, handler): Promise<void> {
      // Jobs in hand at once, enough when every job carries one id; how many ids are worked on the fast lane bounds.
      const worker = backend.worker(stage, concurrency, async (job) => {
        await Promise.all(job.data.work.map(handler))
      })
      worker.on('error', onError as never)
      worker.on('failed', ((_job: unknown, error: Error) => onError(error)) as never)
      workers.push(worker)
      await worker.waitUntilReady().catch((error) => {
        // BullMQ keeps its failed start: it would never answer, only go on trying.
        worker.close().catch(() => undefined)
        throw error
      })
    },

    async waiting(stage: Stage): Promise<number> {
      const counts = await inTime(onQueue(stage, (queue) => queue.getJobCounts('wait')))
      return counts.wait ?? 0
    },

    async ping(): Promise<void> {
      await inTime(onQueue('read', (queue) => queue.getJobCounts('wait')))
    },

    close(ms = 10_000): Promise<void> {
      closing ??= close(ms)
      return closing
    },
  }
}

function groupsOf(chimes: readonly Chime[]): readonly (readonly Chime[])[] {
  const groups: Chime[][] = []
  for (let at = 0; at < chimes.length; at += GROUP) groups.push(chimes.slice(at, at + GROUP))
  return groups
}

/** BullMQ refuses job ids that are integers or contain a colon. */
function jobOf(group: readonly Chime[]) {
  const [first] = group as readonly [Chime]
  const jobId = `w${first.workId}-${first.rings}${group.length > 1 ? `-${group.length}` : ''}`
  return { name: first.stage, data: { work: group.map((chime) => chime.workId) }, opts: { ...JOB_OPTIONS, jobId } }
}

async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    const sentence = `The queue did not answer within ${PATIENCE_MS / 1000} s. Its work is not lost: it is rung again.`
    timer = setTimeout(() => reject(new IntakeError('queue', sentence)), PATIENCE_MS)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
