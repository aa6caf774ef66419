import { expect, test } from 'vitest'
import { makeFindable, PORTION } from '../../src/flows/make-findable.ts'

/** So many passes; what each of them found, and how long it waited then. */
async function passes(count: number, found: readonly (number | Error)[], rush = false) {
  const stop = new AbortController()
  const [portions, waits, troubles]: [number[], number[], string[]] = [[], [], []]
  await makeFindable(
    {
      store: {
        async makeFindable(most) {
          const one = found[portions.length] ?? 0
          portions.push(most)
          if (one instanceof Error) throw one
          return one
        },
      },
      rush: () => rush,
      everyMs: 2_000,
      onTrouble: (error) => void troubles.push(error.message),
      async pause(ms) {
        waits.push(ms)
        if (waits.length === count) stop.abort()
      },
    },
    stop.signal,
  )
  return { portions: portions.length, waits, troubles }
}

test('goes on soon while portions are full', async () => {
  const { waits } = await passes(3, [PORTION, PORTION, 3])
  expect(waits).toEqual([100, 100, 2_000])
})

test('lets a rush go first, and does not wait for ever', async () => {
  expect(await passes(29, [], true)).toMatchObject({ portions: 0 })
  expect(await passes(60, [], true)).toMatchObject({ portions: 2 })
})

test('tells of trouble and tries again', async () => {
  const { portions, troubles } = await passes(2, [new Error('the database is away'), 0])
  expect({ portions, troubles }).toEqual({ portions: 2, troubles: ['the database is away'] })
})
