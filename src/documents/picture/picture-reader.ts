/** Recognises the text of pictures, one file at a time, in a bounded thread that ends when there is nothing to do. */
import type { PageStart } from '../../domain/mail.ts'
import type { Recognised } from '../../domain/pictures.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import type { PictureReader, PictureSource } from '../../ports/picture-reader.ts'
import { boundedThread, type Lost, ownBuffer } from '../bounded-thread.ts'
import { PICTURE_LIMITS, type PictureLimits } from '../limits.ts'
import type { PageText, PictureAnswer, PictureOrder } from './protocol.ts'

const MB = 1024 * 1024
/** What the engine and a printed page need: a process that has grown over many mails still reads the next one's scan. */
const PAGE_MB = 140
/** Less time than this is none. */
const LEAST_MS = 100

export interface PictureReaderOptions {
  readonly limits?: Partial<PictureLimits>
  /** What the whole process may take, for one that has promised not to take more. */
  readonly processMb?: number
  /** Leaves the processor to everything else: nobody waits for it. */
  readonly isBackground?: boolean
}

export function createPictureReader(options: PictureReaderOptions): PictureReader {
  const { limits: overrides, processMb = Infinity, isBackground = false } = options
  const limits = { ...PICTURE_LIMITS, ...overrides }
  const { heapMb } = limits
  const sort = { base: import.meta.url, entry: './picture-worker', heapMb, name: 'text recogniser' }
  const thread = boundedThread<PictureOrder, PictureAnswer>(sort)
  let turn: Promise<unknown> = Promise.resolve()
  let waiting = 0
  let idle: NodeJS.Timeout | undefined
  let isClosed = false

  async function recognise(source: PictureSource, ms: number): Promise<Recognised> {
    refuseWhenClosed()
    const pages: PageText[] = []
    let problems: Recognised['problems'] = []
    const moved = 'bytes' in source ? ownBuffer(source.bytes) : []
    const growthMb = Math.min(limits.growthMb, Math.max(PAGE_MB, processMb - process.memoryUsage.rss() / MB))
    const order = { source, limits: { ...limits, ms }, isBackground }
    const lost = await thread.ask(order, moved, { ms, growthMb }, (answer) => {
      if (answer.kind === 'page') pages.push(answer.page)
      if (answer.kind === 'done') problems = answer.problems
      return answer.kind === 'done'
    })
    refuseWhenClosed()
    return joined(pages, lost === null ? problems : [inWords(lost, ms)])
  }

  /** What a thread that was ended by us had not come to says nothing of its file. */
  function refuseWhenClosed(): void {
    if (isClosed) throw new IntakeError('stopping', 'The text recogniser is closed.')
  }

  /** The engine keeps 90 MB, which a process that has no pictures does without. */
  function rest(): void {
    clearTimeout(idle)
    if (isClosed) return
    idle = setTimeout(() => void (waiting === 0 && thread.stop()), limits.idleMs)
    idle.unref()
  }

  return {
    recognise(source, ms = limits.ms) {
      clearTimeout(idle)
      waiting += 1
      // Time spent waiting for another file is time spent: who asks has promised an answer by then.
      const deadline = performance.now() + Math.min(ms, limits.ms)
      const mine = turn.then(() => {
        const left = deadline - performance.now()
        return left < LEAST_MS ? waitedTooLong() : recognise(source, left)
      })
      turn = mine.catch(() => undefined)
      return mine.finally(() => {
        waiting -= 1
        rest()
      })
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      await thread.stop()
    },
  }
}

function waitedTooLong(): Recognised {
  return { text: '', confidence: 0, problems: [{ code: 'time-limit', detail: 'no time was left to recognise it' }] }
}

function inWords({ code, detail }: Lost, ms: number): Lost {
  return code === 'time-limit'
    ? { code, detail: `not recognised within ${(ms / 1000).toFixed(1)} s` }
    : { code, detail }
}

const BETWEEN_PAGES = '\n\n'

function joined(pages: readonly PageText[], problems: Recognised['problems']): Recognised {
  const inked = pages.filter(({ text }) => text !== '')
  const letters = inked.reduce((sum, { text }) => sum + text.length, 0)
  const sure = inked.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0)
  const starts = pageStarts(inked)
  return {
    text: inked.map(({ text }) => text).join(BETWEEN_PAGES),
    ...(starts.length > 0 ? { pages: starts } : {}),
    confidence: letters === 0 ? 0 : Math.round((100 * sure) / letters) / 100,
    problems,
  }
}

function pageStarts(inked: readonly PageText[]): readonly PageStart[] {
  let from = 0
  const starts = inked.map(({ page, text }) => {
    const start = { page, from }
    from += text.length + BETWEEN_PAGES.length
    return start
  })
  return starts.some(({ page }) => page !== null) ? starts : []
}
