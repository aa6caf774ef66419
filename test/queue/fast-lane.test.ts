/** The short way in front of the bell: fast when there is room, and never in the way of other processes. */
import { describe, expect, test } from 'vitest'
import type { Chime, Stage } from '../../src/ports/bell.ts'
import { fastLane } from '../../src/queue/fast-lane.ts'
import { rememberingBell } from '../support/ledger.ts'

let lastWork = 0
function chimes(count: number, stage: Stage = 'read'): readonly Chime[] {
  return Array.from({ length: count }, () => {
    lastWork += 1
    return { stage, workId: String(lastWork), rings: 0 }
  })
}

/** A lane whose handler ends when it is told. */
async function lane(concurrency: number, stage: Stage = 'read') {
  const far: ((workId: string) => Promise<void>)[] = []
  const bell = {
    ...rememberingBell(),
    answer: async (_stage: Stage, _most: number, handle: never) => void far.push(handle),
  }
  const errors: Error[] = []
  const near = fastLane(bell, (error) => void errors.push(error))
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  await near.answer(stage, concurrency, (workId) => {
    begun.push(workId)
    return new Promise((resolve, reject) => ends.set(workId, (error) => (error ? reject(error) : resolve())))
  })
  return {
    ...{ bell, near, begun, errors },
    /** As the bell calls when a job came. */
    hear: (workId: string) => far[0]?.(workId),
    end: async (workId: string, error?: Error) => {
      ends.get(workId)?.(error)
      await settled()
    },
  }
}

/** Everything that was resolved has been heard of. */
const settled = () => new Promise((resolve) => setImmediate(resolve))
const ids = (some: readonly Chime[]) => some.map((one) => one.workId)

describe('a ring', () => {
  test('for a stage that this process answers does not go over the bell', async () => {
    const desk = await lane(2)
    const work = chimes(2)
    await desk.near.ring(work)
    expect([desk.begun, desk.bell.rung]).toEqual([ids(work), []])
  })

  test('for a stage that others answer goes over the bell', async () => {
    const desk = await lane(2)
    const work = chimes(2, 'send')
    await desk.near.ring(work)
    expect([desk.begun, desk.bell.rung]).toEqual([[], work])
  })

  test('that finds no room goes over the bell, unless nobody else could answer it', async () => {
    const desk = await lane(1)
    const [first, ...more] = chimes(6) as readonly [Chime, ...Chime[]]
    await desk.near.ring([first])
    await settled()
    await desk.near.ring(more)
    expect(desk.bell.rung).toEqual(more.slice(4))
    const [begun] = chimes(1).map((one) => ({ ...one, here: true }))
    await desk.near.ring([begun as Chime])
    expect(desk.bell.rung).toHaveLength(1)
  })

  test('for work that waits already is one with it', async () => {
    const desk = await lane(1)
    const [first, second] = chimes(2) as readonly [Chime, Chime]
    await desk.near.ring([first, second, { ...second, rings: 1 }])
    await desk.end(first.workId)
    await desk.end(second.workId)
    expect([desk.begun, desk.bell.rung]).toEqual([ids([first, second]), []])
  })
})

describe('work in hand', () => {
  test('is bounded, whichever way it came', async () => {
    const desk = await lane(2)
    const [near, far] = [chimes(3), chimes(3)]
    await desk.near.ring(near)
    for (const { workId } of far) void desk.hear(workId)
    await settled()
    expect(desk.begun).toEqual(ids(near).slice(0, 2))
    expect(await desk.near.waiting('read')).toBe(4)
    for (const { workId } of [...near, ...far]) await desk.end(workId)
    expect(desk.begun).toEqual(ids([...near, ...far]))
  })

  test('that fails is told and makes room', async () => {
    const desk = await lane(1)
    const [first, second] = chimes(2) as readonly [Chime, Chime]
    await desk.near.ring([first, second])
    await desk.end(first.workId, new Error('no'))
    expect([desk.errors.map((error) => error.message), desk.begun]).toEqual([['no'], ids([first, second])])
  })

  test('is a rush when mail waits for its turn; copies that wait are none', async () => {
    const mails = await lane(1)
    await mails.near.ring(chimes(1))
    expect(mails.near.rush()).toBe(false)
    await mails.near.ring(chimes(1))
    expect(mails.near.rush()).toBe(true)
    const copies = await lane(1, 'copy')
    await copies.near.ring(chimes(3, 'copy'))
    expect(copies.near.rush()).toBe(false)
  })
})

test('closing rings for others what was not begun, and waits for what was', async () => {
  const desk = await lane(1)
  const [first, second] = chimes(2) as readonly [Chime, Chime]
  await desk.near.ring([first, second])
  let isClosed = false
  const closing = desk.near.close().then(() => {
    isClosed = true
  })
  await settled()
  expect([desk.bell.rung, isClosed]).toEqual([[second], false])
  await desk.end(first.workId)
  await closing
  expect(desk.begun).toEqual([first.workId])
})
