/**
 * The short way in front of the bell: what a process rings and answers itself is handed over in memory. The row of work
 * is committed before, so the sweep finds what a dead process had in its lane as it finds a lost job. A lane has little
 * room; what does not fit is rung on the bell, where other processes take it.
 */
import type { Bell, Chime, Stage } from '../ports/bell.ts'
import { atMost, type Gate } from './at-most.ts'
import { within } from './within.ts'

/** Chimes that may wait in a lane, for each that is answered at a time: a second's work or so. */
const ROOM = 4

/** Copies of what was sent are never urgent. */
const URGENT: readonly Stage[] = ['read', 'decide', 'send']

export interface FastLane extends Bell {
  /** Whether mail waits for its turn in this process. */
  rush(): boolean
}

interface Lane {
  readonly gate: Gate
  readonly room: number
  readonly waiting: Map<string, Chime>
  /** Answers the chime when its turn comes. */
  readonly run: (workId: string) => Promise<void>
}

export function fastLane(bell: Bell, onError: (error: Error) => void): FastLane {
  const lanes = new Map<Stage, Lane>()
  const underWay = new Set<Promise<void>>()
  let closing: Promise<void> | undefined

  /** Whether the chime found room; one that waits already need not wait twice. */
  function take(chime: Chime): boolean {
    const lane = lanes.get(chime.stage)
    if (closing || lane === undefined) return false
    if (lane.waiting.has(chime.workId)) return true
    if (lane.waiting.size >= lane.room && !chime.here) return false
    lane.waiting.set(chime.workId, chime)
    const run = lane.run(chime.workId).catch(onError)
    underWay.add(run)
    void run.finally(() => underWay.delete(run))
    return true
  }

  async function close(ms: number): Promise<void> {
    const left = [...lanes.values()].flatMap((lane) => [...lane.waiting.values()])
    for (const lane of lanes.values()) lane.waiting.clear()
    // For other processes, if there are any; the sweep would ring it later.
    if (left.length > 0) await bell.ring(left).catch(() => undefined)
    await Promise.all([within(ms, Promise.all(underWay)), bell.close(ms)])
  }

  return {
    ...bell,
    async ring(chimes) {
      const outside = chimes.filter((chime) => !take(chime))
      if (outside.length > 0) await bell.ring(outside)
    },
    async answer(stage, concurrency, handler) {
      const gate = atMost(concurrency)
      const waiting = new Map<string, Chime>()
      await bell.answer(stage, concurrency, (workId) => gate.pass(() => handler(workId)))
      const run = (workId: string) => gate.pass(async () => void (waiting.delete(workId) && (await handler(workId))))
      lanes.set(stage, { gate, room: ROOM * concurrency, waiting, run })
    },
    async waiting(stage) {
      return (await bell.waiting(stage)) + (lanes.get(stage)?.gate.waiting() ?? 0)
    },
    rush: () => URGENT.some((stage) => (lanes.get(stage)?.gate.waiting() ?? 0) > 0),
    close(ms = 10_000) {
      closing ??= close(ms)
      return closing
    },
  }
}
