/** Half a year of a negotiation: what staff is told, and when. */
import { describe, expect, test } from 'vitest'
import { addDays, spoken } from '../../../src/domain/calendar/day.ts'
import { US_FEDERAL } from '../../../src/domain/calendar/holidays.ts'
import { clockTimeIn, dayIn, instantOf } from '../../../src/domain/calendar/zone.ts'
import { applyAll } from '../../../src/domain/casework/apply.ts'
import type { Clock } from '../../../src/domain/clocks/clock.ts'
import { DEFAULT_MARKS } from '../../../src/domain/clocks/marks.ts'
import { clockNotices } from '../../../src/domain/reminders/clock-marks.ts'
import { caseFile } from './cases.ts'

const OFFICE = { hours: { from: '09:00', until: '16:00' }, calendar: US_FEDERAL }
const ZONE = 'America/Denver'

/** Received on 29 April 2026: day 160 is Tuesday, 6 October. */
function windowCloses(some: Partial<Clock> = {}): Clock {
  return {
    ...{ id: 'window-closes', title: 'Window for arbitration closes', source: '47 U.S.C. 252(b)(1)' },
    ...{ startsOn: '2026-04-29', startedBy: 'The request was received on 2026-04-29.', due: '2026-10-06' },
    ...{ rolled: null, state: 'running', metOn: null, owedBy: 'either', confidential: true, protective: false },
    ...{ warned: 'from-receipt', derivation: [] },
    ...some,
  }
}

function play(from: string, days: number, clocks: readonly Clock[], downUntil = from): readonly string[] {
  let file = caseFile({ negotiator: 'anna@example.com' })
  const story: string[] = []
  const start = instantOf(from, '00:00', ZONE)
  for (let hour = 0; hour < days * 24; hour += 1) {
    const now = start + hour * 3_600_000
    if (dayIn(now, ZONE) < downUntil) continue
    const { changes, notices } = clockNotices(file, clocks, DEFAULT_MARKS, OFFICE, ZONE, now)
    file = applyAll(file, changes)
    for (const { mark } of notices) story.push(`${spoken(dayIn(now, ZONE))} ${clockTimeIn(now, ZONE)} ${mark.count}`)
  }
  return story
}

describe('marks of the window', () => {
  test('each is told once, in the morning; one of a weekend on Friday', () => {
    expect(play('2026-08-20', 60, [windowCloses()])).toEqual([
      '2026-08-27 (Thursday) 09:00 120',
      '2026-09-11 (Friday) 09:00 135',
      '2026-09-25 (Friday) 09:00 150',
      '2026-10-01 (Thursday) 09:00 155',
      // Day 158 is Sunday the 4th.
      '2026-10-02 (Friday) 09:00 158',
      '2026-10-06 (Tuesday) 09:00 160',
      '2026-10-07 (Wednesday) 09:00 1',
    ])
  })

  test('after an outage the newest says it all', () => {
    expect(play('2026-08-20', 48, [windowCloses()], '2026-10-03')).toEqual([
      '2026-10-05 (Monday) 09:00 158',
      '2026-10-06 (Tuesday) 09:00 160',
    ])
  })

  test('an extension is another clock, whose marks are told anew', () => {
    const now = instantOf('2026-09-11', '09:00', ZONE)
    const first = clockNotices(caseFile(), [windowCloses()], DEFAULT_MARKS, OFFICE, ZONE, now)
    const file = applyAll(caseFile(), first.changes)
    const moved = windowCloses({ startsOn: addDays('2026-04-29', -15), due: addDays('2026-10-06', -15) })
    expect(clockNotices(file, [windowCloses()], DEFAULT_MARKS, OFFICE, ZONE, now).notices).toEqual([])
    expect(clockNotices(file, [moved], DEFAULT_MARKS, OFFICE, ZONE, now).notices).toHaveLength(1)
  })

  test('the sentence has the strict day, the days left, and what is only possible', () => {
    const clock = windowCloses({ due: '2026-10-11', startsOn: '2026-05-04', rolled: '2026-10-13' })
    const now = instantOf('2026-10-01', '10:00', ZONE)
    const { notices } = clockNotices(caseFile({ negotiator: null }), [clock], DEFAULT_MARKS, OFFICE, ZONE, now)
    expect(notices).toMatchObject([{ to: null, caseRef: 'CLEC-2026-00042', clock: 'window-closes' }])
    expect(notices[0]?.sentence).toBe(
      'Window for arbitration closes: day 150 is 2026-10-01 (Thursday), due 2026-10-11 (Sunday): in 10 days. 2026-10-13 (Tuesday) is only a possibility.',
    )
  })

  test.each([
    ['met', caseFile(), windowCloses({ state: 'met', metOn: '2026-09-01' })],
    ['closed case', caseFile({ closed: { reason: 'withdrawn', at: 0, into: null } }), windowCloses()],
  ])('%s: nothing', (_what, file, clock) => {
    const now = instantOf('2026-10-06', '10:00', ZONE)
    expect(clockNotices(file, [clock], DEFAULT_MARKS, OFFICE, ZONE, now)).toEqual({ changes: [], notices: [] })
  })
})
