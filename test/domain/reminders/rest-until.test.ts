/** A wish for quiet with a day ends by itself; without one it is an objection. */
import { describe, expect, test } from 'vitest'
import { applyAll } from '../../../src/domain/casework/apply.ts'
import { ORDERED } from '../../../src/domain/casework/case-file.ts'
import type { CaseChange } from '../../../src/domain/casework/change.ts'
import { objection } from '../../../src/domain/casework/objection.ts'
import { movedDay } from '../../../src/domain/reminders/moved-day.ts'
import { restIn, restWithout } from '../../../src/domain/reminders/rest-until.ts'
import { blankCase } from '../../support/blank-case.ts'
import { aMail } from '../../support/mail-builder.ts'

const TODAY = '2026-03-10'

test.each<[text: string, day: string]>([
  ['Please stop reminding us until April 10.', '2026-04-10'],
  ['No more reminders before April 10th, please.', '2026-04-10'],
  ['Kindly hold off on reminders until 4/10/2026.', '2026-04-10'],
  ['Please do not send us reminders until Monday, April 13.', '2026-04-13'],
  ['Our request is on hold until April 10, 2026.', '2026-04-10'],
  ['Please pause your follow-ups through March 31.', '2026-04-01'],
  ['Stop the automated e-mails until March 20, or rather until March 27.', '2026-03-27'],
])('%s', (text, day) => {
  expect(restIn({ text }, TODAY)?.day).toBe(day)
})

test.each([
  'Please stop reminding us.',
  'Please stop reminding us until our board has met.',
  'Please stop reminding us until March 1, 2026.',
  'Please stop reminding us until December 1.',
  'Could you stop reminding us until April 10?',
  'We will send the certificate by April 10.',
  'Thank you.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Lena <lena@acme.example> wrote:\n> Stop reminding us until April 10.',
])('names no day of an end: %s', (text) => {
  expect(restIn({ text }, TODAY)).toBeNull()
})

test('it is no objection, and what else the mail objects to is', () => {
  const quiet = 'Please stop reminding us until April 10.'
  const words = restIn({ text: quiet }, TODAY)?.words
  expect(objection(aMail({ text: quiet }), words)).toBeNull()
  const more = `${quiet} Certification is not a condition for negotiating.`
  expect(objection(aMail({ text: more }), words)?.quote).toBe('Certification is not a condition for negotiating.')
})

test('courtesies are nothing else', () => {
  const said = (text: string) => {
    const rest = restIn({ text }, TODAY)
    return rest === null ? null : restWithout({ text }, rest)
  }
  expect(said('Hi Anna,\n\nPlease stop reminding us until April 10.\n\nThank you for your patience.')).toEqual([])
  expect(said('Our vendor is late. Please stop reminding us until April 10.')).toEqual(['Our vendor is late.'])
})

test.each<readonly [what: string, first: string, then: string, until: number]>([
  ['their wish ends none that the desk ordered', ORDERED, 'Stop until then.', 20],
  ['the desk may end theirs', 'Stop until then.', ORDERED, 10],
  ['their newest wish counts among theirs', 'Stop until then.', 'Sooner will do.', 10],
])('of two rests: %s', (_what, first, then, until) => {
  const chase = { to: 'paula@acme.example', items: [], askedAt: 1, reminded: [], pausedUntil: null, stopped: null }
  const rest = (day: number, why: string): CaseChange => ({
    ...{ change: 'chase-paused', until: day, rest: { by: 'somebody', at: 1, why } },
  })
  expect(applyAll({ ...blankCase(1), chase }, [rest(20, first), rest(10, then)]).chase?.pausedUntil).toBe(until)
})

describe('another day than before', () => {
  const moved = (text: string) => movedDay(aMail({ text: `${text}\n\nLena` }), TODAY)?.day ?? null
  test.each([
    ['Sorry, make that April 20.', '2026-04-20'],
    ['Please make it until April 20 instead.', '2026-04-20'],
    ['I meant April 20th, not the 10th.', '2026-04-20'],
    ['Can you please push that out to 4/20.', '2026-04-20'],
    ['It should be Monday, April 20.', '2026-04-20'],
    ['Not April 10, make that April 20.', '2026-04-20'],
  ])('%s', (text, day) => {
    expect(moved(text)).toBe(day)
  })

  test.each([
    ['asked', 'Can we make that April 20?'],
    ['past', 'I meant February 20.'],
    ['no other day', 'The meeting is on April 20.'],
    ['two', 'Make that April 20. Or make it April 22.'],
    ['a year ahead', 'Make that December 20.'],
    ['denied', 'Please do not make that April 20.'],
    ['not to be kept', 'We cannot make it April 20.'],
  ])('not: %s', (_why, text) => {
    expect(moved(text)).toBeNull()
  })
})
