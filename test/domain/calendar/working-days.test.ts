import { describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../../src/domain/calendar/day.ts'
import { US_FEDERAL } from '../../../src/domain/calendar/holidays.ts'
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  workingDayUpTo,
} from '../../../src/domain/calendar/working-days.ts'
import { chance } from '../../support/chance.ts'
import { workingDaysBetween } from '../../support/working-days.ts'

/** Observed days off as the Office of Personnel Management publishes them (opm.gov, federal holidays), `MM-DD`. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2020: '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25',
  2021: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2022: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
  2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
}

describe('the federal holidays', () => {
  test.each(Object.entries(PUBLISHED))('%s as published', (year, published) => {
    expect(daysOfYear(Number(year)).filter(US_FEDERAL.holidayOn)).toEqual(
      published.split(' ').map((date) => `${year}-${date}`),
    )
  })

  test.each([
    ['2021-06-18', 'Juneteenth (observed)'],
    ['2020-06-19', null],
    ['2021-12-31', "New Year's Day (observed)"],
    ['2022-01-01', null],
    ['1985-01-21', null],
    ['1986-01-20', 'Birthday of Martin Luther King, Jr.'],
    ['2025-01-20', 'Birthday of Martin Luther King, Jr.'],
    ['2029-01-20', null],
    ['2026-07-03', 'Independence Day (observed)'],
    ['2026-07-04', null],
    ['2026-11-27', null],
  ])('%s: %s', (day, name) => {
    expect(US_FEDERAL.holidayOn(day)).toBe(name)
  })

  test('the calendar has a version', () => {
    expect(US_FEDERAL.version).toMatch(/^us-federal-\d{4}\.\d+$/)
  })
})

describe('working days', () => {
  test.each([
    ['2026-03-02', 1, '2026-03-03'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-07-02', 1, '2026-07-06'],
    ['2021-12-30', 1, '2022-01-03'],
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-03-02', 14, '2026-03-20'],
    ['2026-03-02', 0, '2026-03-02'],
    ['2026-03-07', 0, '2026-03-07'],
    ['2026-03-09', -1, '2026-03-06'],
    ['2026-03-08', -1, '2026-03-06'],
  ])('%s and %i working days is %s', (day, count, later) => {
    expect(addWorkingDays(day, count)).toBe(later)
  })

  test.each([
    ['2026-03-02', '2026-03-20', 14],
    ['2026-03-06', '2026-03-08', 0],
    ['2026-03-06', '2026-03-09', 1],
    ['2026-03-09', '2026-03-06', -1],
    ['2026-03-02', '2026-03-02', 0],
  ])('from %s to %s: %i', (from, to, count) => {
    expect(workingDaysBetween(from, to)).toBe(count)
  })

  test('the next one and the one up to a day', () => {
    expect(nextWorkingDay('2006-06-03')).toBe('2006-06-05')
    expect(nextWorkingDay('2026-03-02')).toBe('2026-03-03')
    expect(workingDayUpTo('2026-07-05')).toBe('2026-07-02')
    expect(workingDayUpTo('2026-07-02')).toBe('2026-07-02')
  })

  test('there and back again, 2 000 times', () => {
    const random = chance(7)
    for (let round = 0; round < 2_000; round += 1) {
      const day = addDays('1990-01-01', random.whole(25_000))
      const count = random.whole(61) - 30
      const later = addWorkingDays(day, count)
      expect(workingDaysBetween(day, later)).toBe(count)
      if (count !== 0) expect(isWorkingDay(later)).toBe(true)
    }
  })
})

function daysOfYear(year: number): readonly Day[] {
  const days = Array.from({ length: 366 }, (_none, index) => addDays(`${year}-01-01`, index))
  return days.filter((day) => day.startsWith(`${year}-`))
}
