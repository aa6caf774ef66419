import { describe, expect, test } from 'vitest'
import { nextOfficeMoment, withinOfficeHours } from '../../../src/domain/calendar/office-hours.ts'
import { chance } from '../../support/chance.ts'

const DENVER = 'America/Denver'
const NINE_TO_FOUR = { from: '09:00', until: '16:00' }

describe('the next moment in office hours', () => {
  test.each([
    ['in the morning, before', '2026-03-02T15:59:59Z', DENVER, '2026-03-02T16:00:00Z'],
    ['at the opening', '2026-03-02T16:00:00Z', DENVER, '2026-03-02T16:00:00Z'],
    ['within: at once', '2026-03-02T20:11:12Z', DENVER, '2026-03-02T20:11:12Z'],
    ['just before the close', '2026-03-02T22:59:59Z', DENVER, '2026-03-02T22:59:59Z'],
    ['at the close', '2026-03-02T23:00:00Z', DENVER, '2026-03-03T16:00:00Z'],
    ['near midnight', '2026-03-03T06:59:00Z', DENVER, '2026-03-03T16:00:00Z'],
    ['Friday evening, clocks go forward', '2026-03-07T01:00:00Z', DENVER, '2026-03-09T15:00:00Z'],
    ['Friday evening, clocks go back', '2026-10-31T00:00:00Z', DENVER, '2026-11-02T16:00:00Z'],
    ['before a long weekend', '2026-07-02T23:00:00Z', DENVER, '2026-07-06T15:00:00Z'],
    ['Thanksgiving', '2026-11-26T18:00:00Z', DENVER, '2026-11-27T16:00:00Z'],
    ['the end of the year', '2021-12-30T23:30:00Z', DENVER, '2022-01-03T16:00:00Z'],
    ['already open in New York', '2026-03-02T14:30:00Z', 'America/New_York', '2026-03-02T14:30:00Z'],
    ['Sunday in Denver, Monday in Guam', '2026-03-01T23:30:00Z', 'Pacific/Guam', '2026-03-01T23:30:00Z'],
  ])('%s', (_what, now, zone, next) => {
    expect(new Date(nextOfficeMoment(Date.parse(now), zone, NINE_TO_FOUR)).toISOString()).toBe(
      new Date(next).toISOString(),
    )
  })

  test('open until the end of the day', () => {
    const late = Date.parse('2026-03-03T06:59:00Z')
    expect(nextOfficeMoment(late, DENVER, { from: '00:00', until: '24:00' })).toBe(late)
  })

  test('an office that closes before it opens is refused', () => {
    expect(() => nextOfficeMoment(0, DENVER, { from: '16:00', until: '09:00' })).toThrow(RangeError)
  })

  test('it is within, never before, and never more than five days away: 2 000 times', () => {
    const random = chance(3)
    const zones = [DENVER, 'America/New_York', 'Pacific/Honolulu', 'America/Phoenix']
    for (let round = 0; round < 2_000; round += 1) {
      const now = Date.parse('2020-01-01T00:00:00Z') + random.whole(10 * 365 * 86_400) * 1_000
      const zone = random.pick(zones)
      const next = nextOfficeMoment(now, zone, NINE_TO_FOUR)
      expect(withinOfficeHours(next, zone, NINE_TO_FOUR)).toBe(true)
      expect(next - now).toBeGreaterThanOrEqual(0)
      expect(next - now).toBeLessThan(5 * 86_400_000)
    }
  })
})
