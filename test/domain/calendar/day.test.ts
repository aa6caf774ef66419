import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  compareDays,
  type Day,
  daysBetween,
  earliest,
  isDay,
  spoken,
  weekdayOf,
} from '../../../src/domain/calendar/day.ts'
import { chance } from '../../support/chance.ts'

describe('what is a day', () => {
  test.each([
    ['2026-03-02', true],
    ['2024-02-29', true],
    ['2000-02-29', true],
    ['1900-02-29', false],
    ['2400-02-29', true],
    ['2500-02-29', false],
    ['0999-01-01', false],
    ['2023-02-29', false],
    ['2026-04-31', false],
    ['2026-13-01', false],
    ['2026-00-10', false],
    ['2026-01-00', false],
    ['2026-1-1', false],
    ['2026-01-01T00:00', false],
    [' 2026-01-01', false],
    ['20260101', false],
    ['', false],
  ])('%j: %s', (text, is) => {
    expect(isDay(text)).toBe(is)
  })

  test.each([
    ['a day that is none', () => addDays('2026-02-30', 1)],
    ['half a day', () => addDays('2026-02-20', 0.5)],
    ['half a month', () => addMonths('2026-02-20', 0.5)],
    ['a month after the end of the calendar', () => addMonths('9999-12-31', 1)],
    ['a day after the end of the calendar', () => addDays('9999-12-31', 1)],
    ['days to nowhere', () => daysBetween('2026-02-20', 'tomorrow')],
  ])('%s is refused', (_what, act) => {
    expect(act).toThrow(RangeError)
  })
})

describe('days later', () => {
  test.each([
    ['2026-03-07', 1, '2026-03-08'],
    ['2026-03-08', 1, '2026-03-09'],
    ['2026-11-01', 1, '2026-11-02'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-01-01', 0, '2026-01-01'],
    ['2025-12-25', 160, '2026-06-03'],
  ])('%s and %i days is %s', (day, days, later) => {
    expect(addDays(day, days)).toBe(later)
    expect(daysBetween(day, later)).toBe(days)
    expect(daysBetween(later, day)).toBe(0 - days)
  })
})

describe('months later', () => {
  test.each([
    ['2001-06-01', 9, '2002-03-01'],
    ['1996-09-11', 9, '1997-06-11'],
    ['2026-05-31', 9, '2027-02-28'],
    ['2023-05-31', 9, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-12-31', 1, '2027-01-31'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-03-31', -13, '2025-02-28'],
    ['2026-03-31', 0, '2026-03-31'],
  ])('%s and %i months is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later)
  })
})

test('days compare, sort and are spoken', () => {
  expect(compareDays('2026-01-02', '2026-01-01')).toBeGreaterThan(0)
  expect(compareDays('2026-01-01', '2026-01-01')).toBe(0)
  expect(earliest(['2026-03-01', '2025-12-31', '2026-01-01'])).toBe('2025-12-31')
  expect(earliest([])).toBeNull()
  expect(spoken('2001-10-14')).toBe('2001-10-14 (Sunday)')
})

/**
 * A reference without any arithmetic of dates: every day from 1990 to 2060, written down one after the other, with the
 * lengths of the months and the turning of the week as everybody learns them at school.
 */
describe('against a calendar written down day by day', () => {
  const { days, weekdays, numberOf } = writtenDown()
  const random = chance(42)
  const cases = Array.from({ length: 5_000 }, () => ({
    from: random.whole(days.length),
    to: random.whole(days.length),
    months: random.whole(240) - 120,
  }))

  test('days and weekdays agree, 5 000 times', () => {
    for (const { from, to } of cases) {
      const [a, b] = [days[from] as Day, days[to] as Day]
      expect([daysBetween(a, b), addDays(a, to - from), weekdayOf(a)]).toEqual([to - from, b, weekdays[from]])
    }
  })

  test('a month later is the same date, or the last day of the month', () => {
    for (const { from, months } of cases) {
      const [day, later] = [days[from] as Day, addMonths(days[from] as Day, months)]
      const at = numberOf.get(later)
      if (at === undefined) continue
      const sameDate = later.slice(8) === day.slice(8)
      const lastDay = (days[at + 1] ?? '').endsWith('-01')
      expect(sameDate || (lastDay && Number(later.slice(8)) < Number(day.slice(8)))).toBe(true)
      expect(monthNumber(later) - monthNumber(day)).toBe(months)
    }
  })

  function monthNumber(day: Day): number {
    return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  }
})

function writtenDown() {
  const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
  const days: Day[] = []
  for (let year = 1990; year <= 2060; year += 1) {
    const february = year % 4 === 0 ? 29 : 28
    for (const [index, length] of [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].entries())
      for (let date = 1; date <= length; date += 1)
        days.push(`${year}-${String(index + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
  }
  // 1 January 1990 was a Monday.
  const weekdays = days.map((_day, index) => names[index % 7])
  return { days, weekdays, numberOf: new Map(days.map((day, index) => [day, index])) }
}
