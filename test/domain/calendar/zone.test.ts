import { describe, expect, test } from 'vitest'
import { recipientZone } from '../../../src/domain/calendar/recipient-zone.ts'
import { clockTimeIn, dayIn, instantOf, minutesOf } from '../../../src/domain/calendar/zone.ts'
import { STATE_NAMES } from '../../../src/domain/states.ts'

const DENVER = 'America/Denver'

describe('the day of a receipt is the day in Denver', () => {
  test.each([
    ['2026-03-03T06:59:59Z', '2026-03-02', '23:59'],
    ['2026-03-03T07:00:00Z', '2026-03-03', '00:00'],
    ['2026-07-02T05:59:59Z', '2026-07-01', '23:59'],
    ['2026-07-02T06:00:00Z', '2026-07-02', '00:00'],
    ['2027-01-01T06:59:59Z', '2026-12-31', '23:59'],
    ['2024-03-01T06:30:00Z', '2024-02-29', '23:30'],
    ['2026-03-08T08:59:59Z', '2026-03-08', '01:59'],
    ['2026-03-08T09:00:00Z', '2026-03-08', '03:00'],
    ['2026-11-01T07:30:00Z', '2026-11-01', '01:30'],
    ['2026-11-01T08:30:00Z', '2026-11-01', '01:30'],
  ])('%s is %s %s', (instant, day, time) => {
    expect(dayIn(Date.parse(instant), DENVER)).toBe(day)
    expect(clockTimeIn(Date.parse(instant), DENVER)).toBe(time)
  })
})

test.each([
  ['2010-03-14T03:30:59Z', '00:00'],
  ['2010-03-14T03:31:00Z', '01:01'],
])('Newfoundland changed its clocks a minute after midnight: %s was %s', (instant, time) => {
  expect(clockTimeIn(Date.parse(instant), 'America/St_Johns')).toBe(time)
})

describe('the instant of a time', () => {
  test.each([
    ['an ordinary time', '2026-03-02', '09:00', DENVER, '2026-03-02T16:00:00Z'],
    ['summer time', '2026-07-02', '09:00', DENVER, '2026-07-02T15:00:00Z'],
    ['before the clocks go forward', '2026-03-08', '01:59', DENVER, '2026-03-08T08:59:00Z'],
    ['skipped: read with the offset from before', '2026-03-08', '02:30', DENVER, '2026-03-08T09:30:00Z'],
    ['after the clocks went forward', '2026-03-08', '03:00', DENVER, '2026-03-08T09:00:00Z'],
    ['twice: the first', '2026-11-01', '01:30', DENVER, '2026-11-01T07:30:00Z'],
    ['after the clocks went back', '2026-11-01', '02:00', DENVER, '2026-11-01T09:00:00Z'],
    ['24:00 is the midnight that ends the day', '2026-03-08', '24:00', DENVER, '2026-03-09T06:00:00Z'],
    ['no summer time in Arizona', '2026-07-02', '09:00', 'America/Phoenix', '2026-07-02T16:00:00Z'],
    ['half an hour in India', '2026-07-02', '09:00', 'Asia/Kolkata', '2026-07-02T03:30:00Z'],
    ['UTC', '2026-07-02', '09:00', 'UTC', '2026-07-02T09:00:00Z'],
  ])('%s: %s %s', (_what, day, time, zone, instant) => {
    expect(new Date(instantOf(day, time, zone)).toISOString()).toBe(new Date(instant).toISOString())
  })

  test.each(['24:01', '25:00', '9:00', '09:60', '09:00:00', '', '0900'])('%j is no time of day', (time) => {
    expect(() => minutesOf(time)).toThrow(RangeError)
  })

  test('what is no day is refused', () => {
    expect(() => instantOf('2026-02-30', '09:00', DENVER)).toThrow(RangeError)
  })
})

describe('the zone of a customer', () => {
  test.each([
    ['CO', 'America/Denver'],
    ['AZ', 'America/Phoenix'],
    ['ID', 'America/Boise'],
    ['NV', 'America/Los_Angeles'],
    ['FL', 'America/New_York'],
    ['ND', 'America/Chicago'],
    ['HI', 'Pacific/Honolulu'],
  ])('%s: %s', (state, zone) => {
    expect(recipientZone(state, 'UTC')).toBe(zone)
  })

  test('every state has a zone that the runtime knows', () => {
    for (const state of Object.keys(STATE_NAMES)) {
      const zone = recipientZone(state, 'none')
      expect(dayIn(0, zone), state).toBe('1969-12-31')
    }
  })

  test.each([null, 'XX', ''])('%j: our own', (state) => {
    expect(recipientZone(state, DENVER)).toBe(DENVER)
  })
})
