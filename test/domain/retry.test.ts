import { describe, expect, test } from 'vitest'
import { nextAttempt, nextConnection } from '../../src/domain/retry.ts'

const NOW = 1_772_744_400_000
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

describe('a mail that was put off', () => {
  test.each([
    [1, 5 * SECOND],
    [2, 15 * SECOND],
    [3, 45 * SECOND],
    [4, 2 * MINUTE],
    [5, 5 * MINUTE],
    [6, 15 * MINUTE],
    [7, 1 * HOUR],
    [8, 2 * HOUR],
    [9, 4 * HOUR],
    [10, 4 * HOUR],
    [29, 4 * HOUR],
  ])('after attempt %i waits %i ms, and at most a fifth longer', (attempts, wait) => {
    expect(nextAttempt(NOW, attempts, 0, 30)).toEqual({ at: NOW + wait })
    expect(nextAttempt(NOW, attempts, 0.5, 30)).toEqual({ at: NOW + wait * 1.1 })
    expect(nextAttempt(NOW, attempts, 1, 30)).toEqual({ at: NOW + wait * 1.2 })
  })

  test.each([
    [1, 2, false],
    [2, 2, true],
    [3, 2, true],
    [1, 1, true],
  ])('attempt %i of at most %i: gives up is %s', (attempts, max, givesUp) => {
    expect('giveUp' in nextAttempt(NOW, attempts, 0, max)).toBe(givesUp)
  })

  test('a jitter out of range counts as the nearest one', () => {
    expect(nextAttempt(NOW, 1, -3, 9)).toEqual(nextAttempt(NOW, 1, 0, 9))
    expect(nextAttempt(NOW, 1, 7, 9)).toEqual(nextAttempt(NOW, 1, 1, 9))
  })
})

describe('a server that is away', () => {
  test.each([
    [0, 1],
    [1, 1],
    [2, 2],
    [3, 5],
    [4, 10],
    [5, 20],
    [6, 20],
    [1000, 20],
  ])('after failure %i in a row waits %i s', (failures, seconds) => {
    expect(nextConnection(NOW, failures, 0)).toEqual({ at: NOW + seconds * SECOND })
  })

  test('never waits longer than 30 s', () => {
    for (let failures = 1; failures < 50; failures += 1) {
      expect(nextConnection(NOW, failures, 1).at - NOW).toBeLessThanOrEqual(30 * SECOND)
    }
  })
})
