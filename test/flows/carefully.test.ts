/** Which of the mails that were under way when a process died are suspected, and which end in front of a person. */
import { describe, expect, test } from 'vitest'
import { type Begin, BegunTooOften, carefully } from '../../src/flows/carefully.ts'

/** What the database counts; it outlives the processes. */
function counts() {
  const begun = new Map<string, number>()
  return {
    begun,
    async underWay(workId: string, by: 1 | -1) {
      begun.set(workId, Math.max(0, (begun.get(workId) ?? 0) + by))
      return begun.get(workId) ?? 0
    },
  }
}

/** Work whose turn comes at once. */
function begun<T>(work: () => Promise<T>) {
  return async (begin: Begin) => {
    await begin()
    return work()
  }
}

const never = () => new Promise<never>(() => {})
/** Until everything that can go on has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('work over which a process may have died', () => {
  test('nothing speaks against it: it is not counted', async () => {
    const store = counts()
    expect(await carefully(store)('17', null, async () => 'done')).toBe('done')
    expect(store.begun).toEqual(new Map())
  })

  test('work that fails has ended all the same', async () => {
    const store = counts()
    const failing = carefully(store)(
      '17',
      0,
      begun(() => Promise.reject(new Error('the archive is away'))),
    )
    await expect(failing).rejects.toThrow('the archive is away')
    expect(store.begun.get('17')).toBe(0)
  })

  test.each([
    [4, false],
    [5, true],
  ])('after %i deaths it is put aside: %s', async (deaths, aside) => {
    const store = counts()
    store.begun.set('17', deaths)
    const outcome = await carefully(store)(
      '17',
      deaths,
      begun(async () => 'done'),
    ).catch((error) => error)
    expect(outcome instanceof BegunTooOften).toBe(aside)
  })

  test('a count that fails to be taken back does not hide why it failed', async () => {
    const store = { underWay: async (_id: string, by: 1 | -1) => (by === 1 ? 1 : Promise.reject(new Error('away'))) }
    const failing = carefully(store)(
      '17',
      0,
      begun(() => Promise.reject(new Error('disk full'))),
    )
    await expect(failing).rejects.toThrow('disk full')
  })
})

test('beside one that ends the process each time, thirty others are not put aside', async () => {
  const store = counts()
  const waiting = new Set(Array.from({ length: 30 }, (_, index) => `innocent ${index}`).concat('deadly'))
  const aside: string[] = []
  for (let death = 0; death < 12 && waiting.has('deadly'); death += 1) {
    const careful = carefully(store)
    let dead = false
    for (const id of waiting) {
      // Who is begun before the process dies is as far as its first await when it does.
      const work = async (begin: Begin) => {
        await begin()
        if (id === 'deadly') dead = true
        await settled()
        if (dead) await never()
      }
      careful(id, store.begun.get(id) ?? 0, work).then(
        () => waiting.delete(id),
        () => aside.push(id) && waiting.delete(id),
      )
    }
    for (let moment = 0; moment < 200; moment += 1) await settled()
  }
  expect(aside).toEqual(['deadly'])
  expect([...waiting]).toEqual([])
})

test('what waits for its turn is not counted, and nothing is counted twice', async () => {
  const store = counts()
  const careful = carefully(store)
  void careful('17', 0, never)
  void careful('18', 0, async (begin) => {
    await begin()
    await begin()
    await never()
  })
  await settled()
  expect(store.begun).toEqual(new Map([['18', 1]]))
})

test('a process that dies while it starts what the work needs says nothing about the work', async () => {
  const store = counts()
  void carefully(store, never)(
    '17',
    0,
    begun(async () => 'done'),
  )
  await settled()
  expect(store.begun).toEqual(new Map())
})

test('what was under way at two deaths is tried by itself, also after one that failed', async () => {
  const store = counts()
  const careful = carefully(store)
  const told: string[] = []
  const work = (id: string, fails: boolean) => async (begin: Begin) => {
    await begin()
    told.push(`${id} begins`)
    await settled()
    told.push(`${id} ends`)
    if (fails) throw new Error('no')
  }
  const all = [
    careful('first', 2, work('first', true)).catch(() => undefined),
    careful('second', 3, work('second', false)),
    careful('free', null, work('free', false)),
  ]
  await Promise.all(all)
  expect(told.filter((line) => !line.startsWith('free'))).toEqual([
    'first begins',
    'first ends',
    'second begins',
    'second ends',
  ])
})
