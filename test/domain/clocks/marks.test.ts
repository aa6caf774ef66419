import { describe, expect, test } from 'vitest'
import { addDays } from '../../../src/domain/calendar/day.ts'
import { clocksOf } from '../../../src/domain/clocks/clocks-of.ts'
import { marksOf } from '../../../src/domain/clocks/marks.ts'
import { DEFAULT_MARKS, marksReached } from '../../support/clock-marks.ts'
import { aCase, clockIn } from './case.ts'

describe('the marks of the window', () => {
  test('Ruby Ranch: the day of the mark, and the working day on which it is told', () => {
    const clock = clockIn(aCase({ received: '2001-06-01' }), 'window-closes')
    expect(marksOf(clock, DEFAULT_MARKS).map(({ count, day, tellOn }) => [count, day, tellOn])).toEqual([
      [120, '2001-09-29', '2001-09-28'],
      [135, '2001-10-14', '2001-10-12'],
      [150, '2001-10-29', '2001-10-29'],
      [155, '2001-11-03', '2001-11-02'],
      [158, '2001-11-06', '2001-11-06'],
      [160, '2001-11-08', '2001-11-08'],
      [1, '2001-11-09', '2001-11-09'],
    ])
  })

  test('as set', () => {
    const clock = clockIn(aCase(), 'window-closes')
    const settings = { ...DEFAULT_MARKS, negotiation: [60, 30, 60], overdue: false }
    expect(marksOf(clock, settings).map(({ count }) => count)).toEqual([30, 60])
  })

  test('in words', () => {
    const clock = clockIn(aCase({ received: '2005-12-25' }), 'window-closes')
    expect(marksOf(clock, DEFAULT_MARKS).map(({ text }) => text)).toEqual([
      'Window for arbitration closes: day 120 is 2006-04-24 (Monday), due 2006-06-03 (Saturday)',
      'Window for arbitration closes: day 135 is 2006-05-09 (Tuesday), due 2006-06-03 (Saturday)',
      'Window for arbitration closes: day 150 is 2006-05-24 (Wednesday), due 2006-06-03 (Saturday)',
      'Window for arbitration closes: day 155 is 2006-05-29 (Monday), due 2006-06-03 (Saturday)',
      'Window for arbitration closes: day 158 is 2006-06-01 (Thursday), due 2006-06-03 (Saturday)',
      'Window for arbitration closes: day 160 is 2006-06-03 (Saturday)',
      'Window for arbitration closes: the first day overdue is 2006-06-04 (Sunday), due 2006-06-03 (Saturday)',
    ])
  })

  test('the opening has none of its own', () => {
    expect(marksOf(clockIn(aCase(), 'window-opens'), DEFAULT_MARKS)).toEqual([])
  })
})

describe('the marks of other clocks', () => {
  test('two weeks: never on the day it starts or before', () => {
    const facts = aCase({ milestones: { questionnaireReceived: '2026-06-01' } })
    const marks = marksOf(clockIn(facts, 'questionnaire-documents'), DEFAULT_MARKS)
    expect(marks.map(({ kind, count, day }) => [kind, count, day])).toEqual([
      ['before-due', 7, '2026-06-08'],
      ['before-due', 1, '2026-06-14'],
      ['before-due', 0, '2026-06-15'],
      ['overdue', 1, '2026-06-16'],
    ])
  })

  test('a mark is never told before the clock has started', () => {
    // Started on a Saturday: the mark of Sunday would be told on the Friday before.
    const facts = aCase({ milestones: { questionnaireReceived: '2026-06-06' } })
    const settings = { ...DEFAULT_MARKS, beforeDue: [13, 7] }
    const marks = marksOf(clockIn(facts, 'questionnaire-documents'), settings)
    expect(marks.map(({ count, day, tellOn }) => [count, day, tellOn])).toEqual([
      [13, '2026-06-07', '2026-06-07'],
      [7, '2026-06-13', '2026-06-12'],
      [1, '2026-06-21', '2026-06-21'],
    ])
  })

  test('an agreement that expires is not overdue', () => {
    const facts = aCase({ milestones: { executed: '2026-06-01', agreementExpires: '2029-06-30' } })
    expect(marksOf(clockIn(facts, 'agreement-expires'), DEFAULT_MARKS).map(({ count, day }) => [count, day])).toEqual([
      [180, '2029-01-01'],
      [90, '2029-04-01'],
      [60, '2029-05-01'],
      [30, '2029-05-31'],
      [0, '2029-06-30'],
    ])
  })

  test('met or stopped: none', () => {
    expect(marksOf(clockIn(aCase({ closed: true }), 'window-closes'), DEFAULT_MARKS)).toEqual([])
    expect(marksOf(clockIn(aCase({ milestones: { executed: '2026-05-01' } }), 'window-closes'), DEFAULT_MARKS)).toEqual(
      [],
    )
  })
})

describe('the marks reached since the last round', () => {
  const clocks = clocksOf(aCase({ received: '2001-06-01' }))
  test.each([
    ['nothing', '2001-09-01', '2001-09-27', []],
    ['the day itself counts', '2001-10-28', '2001-10-29', ['window-closes 150']],
    ['the day of the last round does not', '2001-10-29', '2001-11-01', []],
    ['a Sunday is told on Friday', '2001-10-11', '2001-10-12', ['window-closes 135']],
    ['after a week away', '2001-11-01', '2001-11-08', ['window-closes 155', 'window-closes 158', 'window-closes 160']],
    ['nine months', '2002-02-28', '2002-03-02', ['nine-months 0', 'nine-months 1']],
    ['backwards: nothing', '2001-12-01', '2001-09-01', []],
  ])('%s', (_what, after, upTo, marks) => {
    expect(marksReached(clocks, DEFAULT_MARKS, after, upTo).map(({ clock, count }) => `${clock} ${count}`)).toEqual(
      marks,
    )
  })

  test('day by day tells each mark once, the same as all at once', () => {
    const all = marksReached(clocks, DEFAULT_MARKS, '2001-06-01', '2003-01-01').map(({ key }) => key)
    const daily = Array.from({ length: 579 }, (_none, index) => addDays('2001-06-01', index))
    const told = daily.flatMap((day) => marksReached(clocks, DEFAULT_MARKS, day, addDays(day, 1)))
    expect(told.map(({ key }) => key)).toEqual(all)
    expect(new Set(all).size).toBe(all.length)
  })

  test('an extension makes new keys: the new days are told afresh', () => {
    const extension = { deemedReceipt: '2001-07-01', agreedOn: '2001-09-30', confirmedBy: 'Counsel', why: 'agreed' }
    const moved = clocksOf(aCase({ received: '2001-06-01', extensions: [extension] }))
    const keys = (all: typeof clocks) =>
      marksReached(all, DEFAULT_MARKS, '2001-06-01', '2003-01-01').map(({ key }) => key)
    expect(keys(moved).filter((key) => keys(clocks).includes(key))).toEqual([])
  })
})
