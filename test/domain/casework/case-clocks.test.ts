/** Which clocks a case has, and from which day they count: what its record says, not the mail that opened it. */
import { describe, expect, test } from 'vitest'
import type { CaseFile, Item } from '../../../src/domain/casework/case-file.ts'
import type { CaseChange } from '../../../src/domain/casework/change.ts'
import { caseClocks } from '../../../src/domain/casework/summary.ts'
import { aFile, after, anItem, aProof } from '../../support/casework.ts'

const at = Date.parse('2026-03-02T17:00:00Z')
const JANUARY = Date.parse('2026-01-05T17:00:00Z')
const APRIL = Date.parse('2026-04-02T17:00:00Z')
const MAY = Date.parse('2026-05-04T17:00:00Z')

test.each([
  ['met', true],
  ['waived', false],
  ['problem', false],
] as const)('a questionnaire that is %s starts its clocks: %s', (state, starts) => {
  const file = aFile({ state: 'UT', family: 'qc', items: { questionnaire: anItem({ state, at }) } })
  const ids = caseClocks(file, 'America/Denver').map(({ id }) => id)
  expect(ids.some((id) => id.startsWith('questionnaire'))).toBe(starts)
})

describe('the time for the approval runs from the day of the filing', () => {
  const days = { 'clec-signature': anItem({ at }), 'carrier-signature': anItem({ at }) }
  const on = { day: '2026-03-31', quote: 'RECEIVED 2026 MAR 31' }

  test.each<[string, CaseFile['items']['filed'], string, string]>([
    [
      'that the filing states',
      anItem({ at: APRIL, on }),
      '2026-03-31',
      'the filing itself says so: "RECEIVED 2026 MAR 31"',
    ],
    ['on which its copy came', anItem({ at: APRIL }), '2026-04-02', 'the day on which its copy came, for none'],
    [
      'that a person recorded',
      anItem({ at: MAY, proof: aProof({ by: 'anna@carrier.example' }) }),
      '2026-05-04',
      'as anna@carrier.example recorded it',
    ],
  ])('%s', (_what, filed, day, line) => {
    const file = aFile({ state: 'UT', family: 'qc', items: { ...days, ...(filed ? { filed } : {}) } })
    const approval = caseClocks(file, 'America/Denver').find(({ id }) => id === 'approval')
    expect(approval?.startsOn).toBe(day)
    expect(approval?.derivation.join('\n')).toContain(line)
  })
})

describe('what a person recorded of a petition', () => {
  const day = (iso: string) =>
    anItem({ at: Date.parse(`${iso}T17:00:00Z`), proof: aProof({ by: 'anna@carrier.example' }) })
  const signed = {
    'clec-signature': day('2026-10-01'),
    'carrier-signature': day('2026-10-01'),
    filed: day('2026-10-05'),
  }

  test.each<[string, CaseFile['items'], string, string]>([
    ['filed: the response', { 'petition-filed': day('2026-05-25') }, 'petition-response', 'running until 2026-06-19'],
    ['only served on us', { 'petition-served': day('2026-05-26') }, 'petition-response', 'running until 2026-06-20'],
    [
      'received by the commission, which counts',
      { 'petition-filed': day('2026-05-25'), 'petition-received': day('2026-05-27') },
      'petition-response',
      'running until 2026-06-21',
    ],
    [
      'answered',
      { 'petition-filed': day('2026-05-25'), 'petition-answered': day('2026-06-18') },
      'petition-response',
      'met until 2026-06-19',
    ],
    ['in the window: it is met', { 'petition-filed': day('2026-05-25') }, 'window-closes', 'met until 2026-06-14'],
    ['too early: it is watched', { 'petition-filed': day('2026-04-01') }, 'window-closes', 'running until 2026-06-14'],
    ['a decision ends it', { 'arbitration-decided': day('2026-09-24') }, 'nine-months', 'met until 2026-10-05'],
    ['an agreement without', signed, 'approval', 'running until 2027-01-03'],
    ['arbitrated', { ...signed, 'arbitration-decided': day('2026-09-24') }, 'approval', 'running until 2026-11-04'],
    ['answered in writing', { 'written-answer': day('2026-01-16') }, 'nm-written-answer', 'met until 2026-01-26'],
    ['noticed', { ...signed, 'notice-published': day('2026-10-06') }, 'nm-publication', 'met until 2026-10-13'],
    [
      'made public',
      { approved: day('2026-11-02'), 'made-public': day('2026-11-03') },
      'public-inspection',
      'met until 2026-11-12',
    ],
    [
      'a questionnaire renewed',
      { questionnaire: day('2025-03-02'), 'questionnaire-refreshed': day('2026-03-04') },
      'questionnaire-refresh',
      'running until 2027-03-04',
    ],
  ])('%s', (_what, items, id, expected) => {
    const negotiated = { state: 'NM', family: 'qc', agreement: 'interconnection', route: 'negotiate' } as const
    const file = aFile({ ...negotiated, receivedAt: JANUARY, requestedAt: JANUARY, items })
    const clock = caseClocks(file, 'America/Denver').find((one) => one.id === id)
    expect(`${clock?.state} until ${clock?.due}`).toBe(expected)
  })
})

describe('day 0 of a negotiation', () => {
  const place = { state: 'AZ', family: 'qc' } as const
  const opened = { ...place, agreement: 'interconnection', receivedAt: JANUARY } as const
  const request = (change: Partial<Item> = {}) => ({ 'negotiation-request': anItem({ at: APRIL, ...change }) })
  const byPerson = { at: MAY, proof: aProof({ by: 'anna@carrier.example' }) }
  const asIs = { change: 'route-chosen', route: 'template-as-is', doubtful: false } as const
  const said: Extract<CaseChange, { change: 'corrected' }> = {
    ...{ change: 'corrected', company: null, clecId: null, ...place },
    ...{ agreement: 'interconnection', route: null, intent: null },
  }
  const again = { change: 'route-chosen', route: 'negotiate', doubtful: false } as const

  test.each<[string, Partial<CaseFile>, readonly CaseChange[], string | null]>([
    ['an inquiry about adoptions has none', { intent: 'opt-in-inquiry', requestedAt: null }, [], null],
    [
      'the request in its thread',
      { intent: 'opt-in-inquiry', route: 'negotiate', requestedAt: APRIL },
      [],
      '2026-04-02',
    ],
    [
      'a question, then a request',
      { intent: 'process-question', route: 'negotiate', requestedAt: APRIL },
      [],
      '2026-04-02',
    ],
    ['a mail nobody understood, then one', { intent: null, route: 'negotiate', requestedAt: APRIL }, [], '2026-04-02'],
    [
      'another department, then a request whose way is unsaid',
      { intent: 'other-department', requestedAt: APRIL },
      [],
      '2026-04-02',
    ],
    [
      'doubtful words, confirmed later',
      { route: 'negotiate', requestedAt: JANUARY, items: request() },
      [],
      '2026-01-05',
    ],
    [
      'a day that a person recorded',
      { route: 'negotiate', requestedAt: JANUARY, items: request(byPerson) },
      [],
      '2026-05-04',
    ],
    ['taken back for the template', { route: 'negotiate', requestedAt: JANUARY }, [asIs], null],
    [
      'the opening mail, which a person says is a request',
      { intent: 'process-question', agreement: null, requestedAt: null },
      [{ ...said, intent: 'agreement-request' }],
      '2026-01-05',
    ],
    [
      'the opening mail, which a person says is only a question',
      { route: null, requestedAt: JANUARY },
      [{ ...said, intent: 'process-question' }],
      null,
    ],
    [
      'taken back for the template, and asked for again',
      { route: 'negotiate', requestedAt: JANUARY },
      [asIs, { change: 'request-received', at: MAY }, again],
      '2026-05-04',
    ],
    [
      'the way chosen by a person, no request in the books',
      { route: 'negotiate', requestedAt: null },
      [],
      '2026-01-05',
    ],
    ['a case of before it was kept', { route: 'negotiate' }, [], '2026-01-05'],
    ['a case of before it was kept, with its request', { route: 'negotiate', items: request() }, [], '2026-04-02'],
  ])('%s', (_what, change, changes, day) => {
    const file = after(aFile({ ...opened, ...change } as CaseFile), changes)
    const window = caseClocks(file, 'America/Denver').find(({ id }) => id === 'window-closes')
    expect(window?.startsOn ?? null).toBe(day)
  })
})
