import { expect, test } from 'vitest'
import { inOrder } from '../../src/flows/in-order.ts'

/** Work that ends when the test says so, and a count of how much was under way at once. */
function controlled() {
  const waiting = new Map<string, () => void>()
  const seen = { most: 0 }
  const work = async (item: string) => {
    const ended = new Promise<void>((resolve) => waiting.set(item, resolve))
    seen.most = Math.max(seen.most, waiting.size)
    await ended
    waiting.delete(item)
    return item.toUpperCase()
  }
  return { work, seen, end: (item: string) => waiting.get(item)?.() }
}

test('results come in the order of the items, whichever is ready first', async () => {
  const { work, end } = controlled()
  const results = inOrder(['slow', 'quick'], 2, work)
  const first = results.next()
  end('quick')
  end('slow')
  expect([(await first).value, (await results.next()).value]).toEqual(['SLOW', 'QUICK'])
})

test('no more than so many are under way', async () => {
  const { work, seen, end } = controlled()
  const results = inOrder(['a', 'b', 'c', 'd'], 2, work)
  for (const item of ['a', 'b', 'c', 'd']) {
    const next = results.next()
    end(item)
    expect((await next).value).toBe(item.toUpperCase())
  }
  expect(seen.most).toBe(2)
})

test('a failure comes in its turn', async () => {
  const work = (item: number) => (item === 2 ? Promise.reject(new Error('two')) : Promise.resolve(item))
  const seen: number[] = []
  const all = async () => {
    for await (const item of inOrder([1, 2, 3], 3, work)) seen.push(item)
  }
  await expect(all()).rejects.toThrow('two')
  expect(seen).toEqual([1])
})

test('nothing in, nothing out', async () => {
  expect((await inOrder([], 2, async () => 1).next()).done).toBe(true)
})
