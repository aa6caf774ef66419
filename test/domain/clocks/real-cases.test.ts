/** The seven real cases of domain.md 4.3. A date in a letter is never believed: it is reckoned again (T13). */
import { describe, expect, test } from 'vitest'
import { spoken } from '../../../src/domain/calendar/day.ts'
import type { ClockFacts } from '../../../src/domain/clocks/facts.ts'
import { petitionOf } from '../../../src/domain/clocks/petition.ts'
import { aCase, clockIn } from './case.ts'

const CORE_EXTENSION = {
  deemedReceipt: '2005-09-18',
  agreedOn: '2005-12-15',
  confirmedBy: 'Lead Negotiator',
  why: 'thirty days more, by e-mail',
}

interface RealCase {
  readonly name: string
  readonly facts: Partial<ClockFacts>
  readonly opens: string
  readonly closes: string
  readonly rolled: string | null
  readonly nine: string
}

const CASES: readonly RealCase[] = [
  {
    name: 'Ruby Ranch v Qwest',
    facts: { state: 'CO', received: '2001-06-01' },
    opens: '2001-10-14 (Sunday)',
    closes: '2001-11-08 (Thursday)',
    rolled: null,
    nine: '2002-03-01 (Friday)',
  },
  {
    name: 'Sprint Spectrum/U S WEST',
    facts: { state: 'ID', received: '1996-09-11' },
    opens: '1997-01-24 (Friday)',
    closes: '1997-02-18 (Tuesday)',
    rolled: null,
    nine: '1997-06-11 (Wednesday)',
  },
  {
    name: 'Sprint/Swiftel',
    facts: { state: 'SD', received: '2006-05-10' },
    opens: '2006-09-22 (Friday)',
    closes: '2006-10-17 (Tuesday)',
    rolled: null,
    nine: '2007-02-10 (Saturday)',
  },
  {
    name: 'Eschelon/Qwest',
    facts: { state: 'MN', received: '2005-12-25' },
    opens: '2006-05-09 (Tuesday)',
    closes: '2006-06-03 (Saturday)',
    rolled: '2006-06-05 (Monday)',
    nine: '2006-09-25 (Monday)',
  },
  {
    name: 'Core/Sprint LTD, extended',
    facts: { state: 'PA', received: '2005-08-19', extensions: [CORE_EXTENSION] },
    opens: '2006-01-31 (Tuesday)',
    closes: '2006-02-25 (Saturday)',
    rolled: '2006-02-27 (Monday)',
    nine: '2006-06-18 (Sunday)',
  },
  {
    name: 'Verizon',
    facts: { state: 'FL', received: '2003-10-02' },
    opens: '2004-02-14 (Saturday)',
    closes: '2004-03-10 (Wednesday)',
    rolled: null,
    nine: '2004-07-02 (Friday)',
  },
  {
    // The dates are ours: the source says only that the petition came days after the request.
    name: 'WaveSent/PageData v Qwest',
    facts: { state: 'ID', received: '2003-11-03' },
    opens: '2004-03-17 (Wednesday)',
    closes: '2004-04-11 (Sunday)',
    rolled: '2004-04-12 (Monday)',
    nine: '2004-08-03 (Tuesday)',
  },
]

describe('the window', () => {
  test.each(CASES.map((one) => [one.name, one] as const))('%s', (_name, { facts, opens, closes, rolled, nine }) => {
    const all = aCase(facts)
    expect(spoken(clockIn(all, 'window-opens').due)).toBe(opens)
    const close = clockIn(all, 'window-closes')
    expect([spoken(close.due), close.rolled && spoken(close.rolled)]).toEqual([closes, rolled])
    expect(spoken(clockIn(all, 'nine-months').due)).toBe(nine)
  })
})

describe('the petition', () => {
  test.each([
    ['Ruby Ranch', '2001-06-01', '2001-10-24', 145, 'in-window', 'met'],
    ['Ruby Ranch, a day later', '2001-06-01', '2001-10-25', 146, 'in-window', 'met'],
    ['Sprint Spectrum', '1996-09-11', '1997-02-14', 156, 'in-window', 'met'],
    ['Swiftel', '2006-05-10', '2006-10-16', 159, 'in-window', 'met'],
    ['Verizon', '2003-10-02', '2004-02-20', 141, 'in-window', 'met'],
    ['WaveSent, days after the request', '2003-11-03', '2003-11-12', 9, 'early', 'running'],
    ['day 134', '2001-06-01', '2001-10-13', 134, 'early', 'running'],
    ['day 135', '2001-06-01', '2001-10-14', 135, 'in-window', 'met'],
    ['day 160', '2001-06-01', '2001-11-08', 160, 'in-window', 'met'],
    ['day 161', '2001-06-01', '2001-11-09', 161, 'late', 'running'],
    ['Eschelon, on the Monday that was agreed', '2005-12-25', '2006-06-05', 162, 'rolled', 'met'],
    ['Eschelon, on the Tuesday', '2005-12-25', '2006-06-06', 163, 'late', 'running'],
  ] as const)('%s', (_name, received, petitionFiled, dayNumber, standing, state) => {
    const facts = aCase({ received, milestones: { petitionFiled } })
    expect(petitionOf(facts)).toEqual({ day: petitionFiled, dayNumber, standing })
    expect(clockIn(facts, 'window-closes').state).toBe(state)
  })

  test('Sprint Spectrum: the answer to the petition was due on 11 March 1997', () => {
    const facts = aCase({ state: 'ID', received: '1996-09-11', milestones: { petitionFiled: '1997-02-14' } })
    expect(clockIn(facts, 'petition-response').due).toBe('1997-03-11')
  })
})

describe('the derivation', () => {
  test('Ruby Ranch', () => {
    const facts = aCase({ received: '2001-06-01' })
    expect(clockIn(facts, 'window-opens')).toMatchObject({
      startsOn: '2001-06-01',
      startedBy: 'The request was received on 2001-06-01.',
    })
    expect(clockIn(facts, 'window-opens').derivation).toEqual([
      'receipt 2001-06-01 is day 0 (actual receipt)',
      'day 135 = 2001-10-14 (Sunday)',
      '2001-10-14 (Sunday) is no working day: 2001-10-15 (Monday) is possible, but the strict day is watched',
      'rule 47 U.S.C. 252(b)(1)',
      'calendar us-federal-2021.1',
    ])
  })

  test('Core: every extension is told, with who confirmed it', () => {
    const claimed = { ...CORE_EXTENSION, deemedReceipt: '2005-10-18', agreedOn: '2006-01-20', confirmedBy: ' ' }
    const facts = aCase({ state: 'PA', received: '2005-08-19', extensions: [CORE_EXTENSION, claimed] })
    const clock = clockIn(facts, 'window-closes')
    expect(clock.startedBy).toBe('The request was received 2005-08-19 and counts as received on 2005-09-18.')
    expect(clock.derivation).toEqual([
      'actual receipt 2005-08-19',
      'extension agreed 2005-12-15: receipt deemed 2005-09-18, confirmed by Lead Negotiator, in force (thirty days more, by e-mail)',
      'extension agreed 2006-01-20: receipt deemed 2005-10-18, confirmed by nobody, moves nothing (thirty days more, by e-mail)',
      'receipt 2005-09-18 is day 0 (deemed receipt, agreed by the parties)',
      'day 160 = 2006-02-25 (Saturday)',
      'counted from the actual receipt it would be 2006-01-26 (Thursday)',
      '2006-02-25 (Saturday) is no working day: 2006-02-27 (Monday) is possible, but the strict day is watched',
      'rule 47 U.S.C. 252(b)(1)',
      'calendar us-federal-2021.1',
    ])
  })

  test('a petition that came too early', () => {
    const facts = aCase({ received: '2003-11-03', milestones: { petitionFiled: '2003-11-12' } })
    expect(clockIn(facts, 'window-closes').derivation).toContain(
      'petition 2003-11-12 is day 9, before the window opens: it may be dismissed, and the window is still watched',
    )
  })

  test('a holiday is named', () => {
    // Day 160 is Friday 3 July, on which Independence Day is observed.
    expect(clockIn(aCase({ received: '2026-01-24' }), 'window-closes').derivation).toContain(
      '2026-07-03 (Friday), Independence Day (observed), is no working day: 2026-07-06 (Monday) is possible, but the strict day is watched',
    )
  })
})
