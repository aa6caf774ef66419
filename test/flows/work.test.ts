import { describe, expect, test } from 'vitest'
import { patiently } from '../../src/flows/work.ts'

const NOW = new Date('2026-03-02T16:00:00Z')

interface Trial {
  readonly fails: unknown
  readonly attempts?: number
  readonly outage?: boolean
  readonly waitedLong?: boolean
}

/** A handler that fails as told, and everything that was noted about it. */
function trial({ fails, attempts = 1, outage = false, waitedLong = false }: Trial) {
  const noted: string[] = []
  const store = {
    async failed(workId: string, error: string, now: Date) {
      noted.push(`failed ${workId}: ${error} at ${now.toISOString()}`)
      return attempts
    },
    async postponed(workId: string, error: string) {
      noted.push(`postponed ${workId}: ${error}`)
      return waitedLong
    },
    async giveUp(workId: string, error: string) {
      noted.push(`gave up ${workId}: ${error}`)
    },
  }
  const handler = async (workId: string) => {
    noted.push(`did ${workId}`)
    if (fails !== undefined) throw fails
  }
  const onTrouble = (workId: string, error: Error) => void noted.push(`trouble ${workId}: ${error.message}`)
  return {
    noted,
    answer: patiently(
      store,
      () => NOW,
      () => outage,
      onTrouble,
      handler,
    ),
  }
}

describe('a ring is answered patiently', () => {
  test('work that is done leaves no trace', async () => {
    const { noted, answer } = trial({ fails: undefined })
    await answer('17')
    expect(noted).toEqual(['did 17'])
  })

  test('work that fails is noted, and tried again later', async () => {
    const { noted, answer } = trial({ fails: new Error('disk full'), attempts: 7 })
    await answer('17')
    expect(noted).toEqual(['did 17', 'trouble 17: disk full', 'failed 17: disk full at 2026-03-02T16:00:00.000Z'])
  })

  test('the eighth failure is the last', async () => {
    const { noted, answer } = trial({ fails: new Error('disk full'), attempts: 8 })
    await answer('17')
    expect(noted.at(-1)).toBe('gave up 17: disk full')
  })

  test('an outage outside does not count, however often it comes', async () => {
    const { noted, answer } = trial({ fails: new Error('database away'), attempts: 99, outage: true })
    await answer('17')
    expect(noted).toEqual(['did 17', 'trouble 17: database away', 'postponed 17: database away'])
  })

  test('an outage that lasts for days ends the work all the same', async () => {
    const { noted, answer } = trial({ fails: new Error('mailbox away'), outage: true, waitedLong: true })
    await answer('17')
    expect(noted.at(-1)).toBe('gave up 17: mailbox away')
  })

  test('whatever is thrown becomes an error with words', async () => {
    const { noted, answer } = trial({ fails: 'just a word' })
    await answer('17')
    expect(noted).toContain('trouble 17: just a word')
  })
})

test('it never throws: not even when the failure cannot be noted', async () => {
  const away = () => Promise.reject(new Error('Connection terminated unexpectedly'))
  const troubles: string[] = []
  const answer = patiently(
    { failed: away, postponed: away, giveUp: away },
    () => NOW,
    () => false,
    (_workId, error) => void troubles.push(error.message),
    () => Promise.reject(new Error('disk full')),
  )
  await expect(answer('17')).resolves.toBeUndefined()
  expect(troubles).toEqual(['disk full', 'Connection terminated unexpectedly'])
})
