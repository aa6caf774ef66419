import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../src/domain/calendar/zone.ts'
import { digestDue } from '../../../src/domain/digest/when.ts'

const DENVER = 'America/Denver'
const at = (text: string, zone = DENVER) => {
  const [day = '', time = ''] = text.split(' ')
  return instantOf(day, time, zone)
}

describe('the digest is due', () => {
  test.each<readonly [string, string, string | null, boolean]>([
    ['before its time', '2026-03-05 07:29', '2026-03-04 07:30', false],
    ['at its time', '2026-03-05 07:30', '2026-03-04 07:30', true],
    ['the first one ever', '2026-03-05 07:30', null, true],
    ['once a day', '2026-03-05 07:31', '2026-03-05 07:30', false],
    ['late, when nothing ran', '2026-03-05 15:10', '2026-03-02 07:30', true],
    ['not on Saturday', '2026-03-07 07:30', '2026-03-06 07:30', false],
    ['not on Sunday', '2026-03-08 12:00', '2026-03-06 07:30', false],
    ['on Monday', '2026-03-09 07:30', '2026-03-06 07:30', true],
    ['not on Thanksgiving', '2026-11-26 07:30', '2026-11-25 07:30', false],
    ['a Friday missed is not caught up on Saturday', '2026-03-07 00:10', '2026-03-05 07:30', false],
    ['nor just after a missed midnight', '2026-03-06 00:10', '2026-03-04 07:30', false],
    ['with a clock that ran ahead', '2026-03-05 07:30', '2026-03-06 07:30', false],
  ])('%s', (_what, now, last, due) => {
    expect(digestDue(at(now), last === null ? null : at(last), '07:30', DENVER)).toBe(due)
  })

  test('off: never', () => {
    expect(digestDue(at('2026-03-05 12:00'), null, 'off', DENVER)).toBe(false)
  })

  test('in the zone of the installation', () => {
    const now = at('2026-03-05 07:30', 'America/New_York')
    expect(digestDue(now, null, '07:30', 'America/New_York')).toBe(true)
    expect(digestDue(now, null, '07:30', DENVER)).toBe(false)
  })

  test('on the days around the change of the clocks once each', () => {
    const zone = 'America/Denver'
    const rings = (from: string, hours: number) => {
      const sent: number[] = []
      for (let now = at(from); now < at(from) + hours * 3_600_000; now += 600_000) {
        if (digestDue(now, sent.at(-1) ?? null, '01:30', zone, { version: 'all', holidayOn: () => null }))
          sent.push(now)
      }
      return sent.length
    }
    expect(rings('2026-10-30 00:00', 24 * 4)).toBe(2)
    expect(rings('2026-03-06 00:00', 24 * 4)).toBe(2)
  })
})
