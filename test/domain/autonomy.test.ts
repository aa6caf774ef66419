import { describe, expect, test } from 'vitest'
import { type Autonomy, LEVELS, levelFor, MODES } from '../../src/domain/autonomy.ts'
import { AUTO, anUnderstanding, arrived } from '../support/arrivals.ts'
import { decide, replyOf, told } from '../support/told.ts'

describe('the most careful one counts', () => {
  test.each([
    ['nothing is held back', {}, 'auto'],
    ['the category', { held: { 'agreement-request': 'draft' } }, 'draft'],
    ['the letter', { held: { acknowledgement: 'delayed' } }, 'delayed'],
    ['category and letter', { held: { 'agreement-request': 'draft', acknowledgement: 'delayed' } }, 'draft'],
    ['another category', { held: { 'opt-in-inquiry': 'draft' } }, 'auto'],
    ['another letter', { held: { reminder: 'draft' } }, 'auto'],
    ['a category that was corrected too often', { demoted: ['agreement-request'] }, 'draft'],
    ['another one that was', { demoted: ['status-inquiry'] }, 'auto'],
    [
      'demoted, and observed anyway',
      { demoted: ['agreement-request'], held: { 'agreement-request': 'observe' } },
      'observe',
    ],
    ['the master switch', { master: 'draft' }, 'draft'],
    [
      'nobody is let further than the master switch',
      { master: 'observe', held: { acknowledgement: 'auto' } },
      'observe',
    ],
  ] as const satisfies readonly (readonly [string, Partial<Autonomy>, string])[])('%s', (_what, change, level) => {
    expect(levelFor({ ...AUTO, ...change }, ['agreement-request'], 'acknowledgement')).toBe(level)
  })

  test('of all the categories of a mail', () => {
    const autonomy: Autonomy = { ...AUTO, held: { 'status-inquiry': 'draft' } }
    expect(levelFor(autonomy, ['agreement-request', 'status-inquiry'], 'acknowledgement')).toBe('draft')
  })

  test('a letter that answers no mail has its own and the master switch', () => {
    expect(levelFor({ ...AUTO, held: { reminder: 'delayed' } }, [], 'reminder')).toBe('delayed')
    expect(levelFor(AUTO, [], null)).toBe('auto')
  })

  test('every pair: never further than either', () => {
    const rank = (level: (typeof LEVELS)[number]) => LEVELS.indexOf(level)
    for (const master of MODES)
      for (const held of LEVELS) {
        const level = levelFor({ ...AUTO, master, held: { acknowledgement: held } }, [], 'acknowledgement')
        expect(rank(level)).toBe(Math.min(rank(master), rank(held)))
      }
  })
})

describe('what becomes of the answer', () => {
  const answer = (change: Partial<Autonomy>) =>
    decide(arrived({}, anUnderstanding({ states: ['CO'] })), { autonomy: { ...AUTO, ...change } })

  test.each([
    ['auto: it leaves at once', {}, 'queued', 0],
    ['delayed: it leaves after a while', { held: { acknowledgement: 'delayed' } }, 'queued', 15],
    ['draft: it waits for a person', { held: { 'agreement-request': 'draft' } }, 'draft', 0],
    ['demoted: it waits for a person', { demoted: ['agreement-request'] }, 'draft', 0],
  ] as const satisfies readonly (readonly [string, Partial<Autonomy>, string, number])[])(
    '%s',
    (_what, change, state, delayMinutes) => {
      expect(replyOf(answer(change))).toMatchObject({ state, delayMinutes })
    },
  )

  test('observe: nothing is written', () => {
    expect(told(answer({ held: { acknowledgement: 'observe' } })).at(-1)).toBe('no reply: mode-observe')
  })
})
