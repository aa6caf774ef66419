import { describe, expect, test } from 'vitest'
import { dayIn } from '../../../src/domain/calendar/zone.ts'
import { type ClockId, type ClockState, daysLeft } from '../../../src/domain/clocks/clock.ts'
import { clocksOf } from '../../../src/domain/clocks/clocks-of.ts'
import type { ClockFacts, Milestones } from '../../../src/domain/clocks/facts.ts'
import { clockChanges } from '../../../src/domain/clocks/what-if.ts'
import { aCase, clockIn, idsOf } from './case.ts'

const WINDOW: readonly ClockId[] = ['window-opens', 'window-closes', 'nine-months']
const NOTHING: readonly ClockId[] = []

describe('which requests start the clocks of a negotiation', () => {
  test.each<[string, Partial<ClockFacts>, readonly ClockId[]]>([
    ['negotiate', {}, WINDOW],
    ['negotiate a resale agreement', { agreement: 'resale' }, WINDOW],
    ['negotiate something unsaid', { agreement: null }, WINDOW],
    ['an agreement, path unsaid', { path: null }, WINDOW],
    ['the template as it is', { path: 'template-as-is' }, NOTHING],
    ['an opt-in', { path: 'opt-in' }, NOTHING],
    ['the tariff', { path: 'tariff' }, NOTHING],
    ['neither agreement nor path', { agreement: null, path: null }, NOTHING],
    ['a commercial agreement', { agreement: 'commercial' }, NOTHING],
    ['a commercial agreement, path unsaid', { agreement: 'commercial', path: null }, NOTHING],
    ['a commercial agreement in unclear words', { agreement: 'commercial', ambiguous: true }, NOTHING],
    ['the template as it is in unclear words', { path: 'template-as-is', ambiguous: true }, WINDOW],
    ['an opt-in in unclear words', { path: 'opt-in', ambiguous: true }, WINDOW],
    ['unclear words alone', { agreement: null, path: null, ambiguous: true }, WINDOW],
    ['a state unknown', { state: null }, WINDOW],
  ])('%s', (_what, changed, ids) => {
    expect(idsOf(aCase(changed))).toEqual(ids)
  })

  test.each<[string, Partial<ClockFacts>, string]>([
    [
      'as it is, unclear',
      { path: 'template-as-is', ambiguous: true },
      'the wording leaves open whether it asks to negotiate',
    ],
    ['path unsaid', { path: null }, 'the path is not said'],
    [
      'a petition all the same',
      { path: 'opt-in', milestones: { petitionFiled: '2026-03-20' } },
      'a petition was filed although the path leaves nothing to negotiate',
    ],
  ])('protective: %s', (_what, changed, why) => {
    const clock = clockIn(aCase(changed), 'window-closes')
    expect(clock.protective).toBe(true)
    expect(clock.derivation).toContain(`protective: ${why}`)
  })

  test('five states, five clocks of the same start', () => {
    const dues = ['CO', 'UT', 'WA', 'MN', 'OR'].map((state) => clockIn(aCase({ state }), 'window-closes').due)
    expect(new Set(dues)).toEqual(new Set(['2026-08-09']))
  })
})

test.each<[string, ClockId, Partial<ClockFacts>, string]>([
  ['AZ', 'state-filing', { milestones: { executed: '2026-06-01' } }, 'complete filing'],
  ['NM', 'state-filing', { milestones: { executed: '2026-06-01' } }, 'copy to the Attorney General'],
  ['WA', 'state-filing', { milestones: { executed: '2026-06-01' } }, 'with summary and affirmations'],
  ['CO', 'window-closes', {}, 'goes to carriers known to negotiate'],
  ['MN', 'window-closes', {}, 'administrative law judge'],
  ['MT', 'window-closes', {}, 'Montana Consumer Counsel'],
])('what is particular in %s stands in the derivation of %s', (state, id, changed, words) => {
  expect(clockIn(aCase({ state, ...changed }), id).derivation.join('\n')).toContain(words)
})

describe('the length of every clock', () => {
  const executed = '2026-06-01'
  test.each<[string, ClockId, Partial<ClockFacts>, string, string | null]>([
    ['WA', 'state-filing', { milestones: { executed } }, '2026-07-01', null],
    ['AZ', 'state-filing', { milestones: { executed } }, '2026-07-01', null],
    ['NM', 'state-filing', { milestones: { executed } }, '2026-07-31', null],
    ['NM', 'nm-written-answer', {}, '2026-03-20', null],
    ['NM', 'nm-written-answer', { received: '2026-06-12' }, '2026-07-06', null],
    ['NM', 'nm-publication', { milestones: { filed: '2026-06-30' } }, '2026-07-08', null],
    ['NM', 'nm-objections', { milestones: { filed: '2026-06-04' } }, '2026-07-04', null],
    ['WA', 'wa-adoption-effective', { path: 'opt-in', milestones: { filed: executed } }, '2026-06-17', null],
    ['CO', 'approval', { milestones: { filed: executed } }, '2026-08-30', '2026-08-31'],
    ['CO', 'approval', { milestones: { filed: executed }, arbitrated: true }, '2026-07-01', null],
    ['AZ', 'approval', { milestones: { filed: executed }, arbitrated: 'mixed' }, '2026-07-01', null],
    ['CO', 'approval', { path: 'opt-in', milestones: { filed: executed } }, '2026-08-30', '2026-08-31'],
    ['CO', 'public-inspection', { milestones: { approved: executed } }, '2026-06-11', null],
    ['CO', 'petition-response', { milestones: { petitionReceived: '2026-07-20' } }, '2026-08-14', null],
    ['CO', 'questionnaire-documents', { milestones: { questionnaireReceived: executed } }, '2026-06-15', null],
    [
      'CO',
      'tax-forms',
      { milestones: { questionnaireReceived: executed }, claimsTaxExemption: true },
      '2026-07-01',
      null,
    ],
    ['CO', 'questionnaire-refresh', { milestones: { questionnaireReceived: '2028-02-29' } }, '2029-02-28', null],
    ['CO', 'agreement-expires', { milestones: { agreementExpires: '2029-06-30' } }, '2029-06-30', null],
    ['CO', 'certificate-ends', { milestones: { certificateEnds: '2029-06-30' } }, '2029-06-30', null],
  ])('%s: %s', (state, id, changed, due, rolled) => {
    expect(clockIn(aCase({ state, ...changed }), id)).toMatchObject({ due, rolled })
  })

  test('Arizona counts an arbitrated agreement from its decision', () => {
    const milestones = { arbitrationDecided: '2026-05-20', executed }
    const facts = aCase({ state: 'AZ', arbitrated: true, milestones })
    expect(clockIn(facts, 'state-filing')).toMatchObject({ startsOn: '2026-05-20', due: '2026-06-19' })
  })

  test('a renewed questionnaire starts the next year and owes no documents again', () => {
    const facts = aCase({ milestones: { questionnaireReceived: '2026-01-10', questionnaireRefreshed: '2027-01-05' } })
    expect(clockIn(facts, 'questionnaire-refresh').due).toBe('2028-01-05')
    expect(clockIn(facts, 'questionnaire-documents').due).toBe('2026-01-24')
  })

  test('an extension does not move our own answer in New Mexico', () => {
    const extension = { deemedReceipt: '2026-04-01', agreedOn: '2026-03-30', confirmedBy: 'Counsel', why: 'agreed' }
    const facts = aCase({ state: 'NM', extensions: [extension] })
    expect(clockIn(facts, 'nm-written-answer').due).toBe('2026-03-20')
    expect(clockIn(facts, 'window-opens').due).toBe('2026-08-14')
  })
})

describe('what does not run', () => {
  const after: Milestones = { executed: '2026-06-01', filed: '2026-06-10', approved: '2026-07-01' }
  test.each<[string, Partial<ClockFacts>, readonly ClockId[]]>([
    ['no state rule in Colorado', {}, [...WINDOW, 'approval', 'public-inspection']],
    ['as it is: filed and approved', { path: 'template-as-is' }, ['approval', 'public-inspection']],
    [
      'as it is, in Washington',
      { path: 'template-as-is', state: 'WA' },
      ['state-filing', 'approval', 'public-inspection'],
    ],
    ['opt-in, in New Mexico', { path: 'opt-in', state: 'NM' }, ['approval', 'public-inspection']],
    ['opt-in, in Washington', { path: 'opt-in', state: 'WA' }, ['wa-adoption-effective', 'public-inspection']],
    ['arbitrated, in Washington', { state: 'WA', arbitrated: true }, [...WINDOW, 'approval', 'public-inspection']],
    ['commercial, in Arizona', { agreement: 'commercial', state: 'AZ' }, []],
    ['tariff', { path: 'tariff' }, []],
  ])('%s', (_what, changed, ids) => {
    expect(idsOf(aCase({ milestones: after, ...changed }))).toEqual(ids)
  })

  test('a questionnaire is asked of everybody', () => {
    const facts = aCase({ agreement: 'commercial', milestones: { questionnaireReceived: '2026-06-01' } })
    expect(idsOf(facts)).toEqual(['questionnaire-documents', 'questionnaire-refresh'])
  })

  test('tax papers are asked of whoever claims an exemption', () => {
    const facts = aCase({ milestones: { questionnaireReceived: '2026-06-01' }, claimsTaxExemption: true })
    expect(idsOf(facts)).toContain('tax-forms')
  })
})

describe('met, late, stopped', () => {
  test.each<[string, ClockId, Partial<ClockFacts>, string, string | null, boolean]>([
    [
      'signed before the window',
      'window-closes',
      { milestones: { executed: '2026-05-01' } },
      'met',
      '2026-05-01',
      false,
    ],
    [
      'signed before nine months',
      'nine-months',
      { milestones: { executed: '2026-05-01' } },
      'met',
      '2026-05-01',
      false,
    ],
    [
      'petition, then signed',
      'window-closes',
      { milestones: { petitionFiled: '2026-07-20', executed: '2026-09-01' } },
      'met',
      '2026-07-20',
      false,
    ],
    [
      'filed late in Washington',
      'state-filing',
      { state: 'WA', milestones: { executed: '2026-06-01', filed: '2026-07-16' } },
      'met',
      '2026-07-16',
      true,
    ],
    [
      'rejected is decided',
      'approval',
      { milestones: { filed: '2026-06-01', rejected: '2026-07-01' } },
      'met',
      '2026-07-01',
      false,
    ],
    ['closed', 'window-closes', { closed: true }, 'stopped', null, false],
    [
      'closed after it was met',
      'window-closes',
      { closed: true, milestones: { executed: '2026-05-01' } },
      'met',
      '2026-05-01',
      false,
    ],
    [
      'documents in',
      'questionnaire-documents',
      { milestones: { questionnaireReceived: '2026-06-01', questionnaireDocumentsComplete: '2026-06-15' } },
      'met',
      '2026-06-15',
      false,
    ],
  ])('%s', (_what, id, changed, state, metOn, late) => {
    const clock = clockIn(aCase(changed), id)
    const isLate = clock.metOn !== null && clock.metOn > clock.due
    expect([clock.state, clock.metOn, isLate]).toEqual([state, metOn, late])
  })

  const begun: Milestones = {
    petitionFiled: '2026-07-20',
    filed: '2026-06-10',
    approved: '2026-07-01',
    questionnaireReceived: '2026-06-01',
    agreementExpires: '2029-06-01',
  }
  test.each<[ClockId, Milestones, ClockState]>([
    ['window-opens', {}, 'met'],
    ['window-closes', {}, 'met'],
    ['nine-months', {}, 'running'],
    ['nine-months', { arbitrationDecided: '2026-11-01' }, 'met'],
    ['petition-response', {}, 'running'],
    ['petition-response', { petitionAnswered: '2026-08-01' }, 'met'],
    ['nm-written-answer', {}, 'running'],
    ['nm-written-answer', { writtenAnswer: '2026-03-10' }, 'met'],
    ['approval', {}, 'met'],
    ['nm-objections', {}, 'met'],
    ['nm-publication', {}, 'running'],
    ['nm-publication', { noticePublished: '2026-06-12' }, 'met'],
    ['public-inspection', {}, 'running'],
    ['public-inspection', { madePublic: '2026-07-05' }, 'met'],
    ['questionnaire-documents', {}, 'running'],
    ['questionnaire-documents', { questionnaireDocumentsComplete: '2026-06-10' }, 'met'],
    ['tax-forms', {}, 'running'],
    ['tax-forms', { taxFormsComplete: '2026-06-10' }, 'met'],
    ['questionnaire-refresh', {}, 'running'],
    ['agreement-expires', {}, 'running'],
  ])('%s after %j', (id, milestones, state) => {
    expect(
      clockIn(aCase({ state: 'NM', claimsTaxExemption: true, milestones: { ...begun, ...milestones } }), id).state,
    ).toBe(state)
  })

  test('an agreement runs from its signature, or from the request while that is unknown', () => {
    const milestones = { agreementExpires: '2029-06-01' }
    expect(clockIn(aCase({ milestones }), 'agreement-expires').startsOn).toBe('2026-03-02')
    const signed = aCase({ milestones: { ...milestones, executed: '2026-06-01' } })
    expect(clockIn(signed, 'agreement-expires').startsOn).toBe('2026-06-01')
  })

  test('how late is in the derivation', () => {
    const facts = aCase({ state: 'WA', milestones: { executed: '2026-06-01', filed: '2026-07-16' } })
    expect(clockIn(facts, 'state-filing').derivation).toContain('met on 2026-07-16 (Thursday), 15 days late')
  })
})

describe('days left', () => {
  test.each([
    ['2026-08-08', 1],
    ['2026-08-09', 0],
    ['2026-08-10', -1],
    ['2026-03-02', 160],
  ])('on %s: %i', (today, left) => {
    expect(daysLeft(clockIn(aCase(), 'window-closes'), today)).toBe(left)
  })
})

describe('receipt near midnight in Denver', () => {
  test.each([
    ['2026-03-03T06:59:59Z', '2026-07-15', '2026-08-09', '2026-12-02'],
    ['2026-03-03T07:00:00Z', '2026-07-16', '2026-08-10', '2026-12-03'],
    ['2027-01-01T06:59:59Z', '2027-05-15', '2027-06-09', '2027-09-30'],
    ['2024-03-01T06:59:59Z', '2024-07-13', '2024-08-07', '2024-11-29'],
    ['2026-03-08T08:59:59Z', '2026-07-21', '2026-08-15', '2026-12-08'],
    ['2026-11-01T08:30:00Z', '2027-03-16', '2027-04-10', '2027-08-01'],
  ])('%s', (instant, opens, closes, nine) => {
    const facts = aCase({ received: dayIn(Date.parse(instant), 'America/Denver') })
    expect(WINDOW.map((id) => clockIn(facts, id).due)).toEqual([opens, closes, nine])
  })
})

describe('several extensions', () => {
  const extension = (deemedReceipt: string, agreedOn: string, confirmedBy = 'Counsel') => ({
    deemedReceipt,
    agreedOn,
    confirmedBy,
    why: 'agreed',
  })
  test.each([
    ['none', [], '2026-03-02'],
    ['one', [extension('2026-04-01', '2026-03-20')], '2026-04-01'],
    ['the last agreed', [extension('2026-04-01', '2026-03-20'), extension('2026-03-15', '2026-04-20')], '2026-03-15'],
    ['recorded late', [extension('2026-03-15', '2026-04-20'), extension('2026-04-01', '2026-03-20')], '2026-03-15'],
    ['two of one day', [extension('2026-04-01', '2026-03-20'), extension('2026-04-05', '2026-03-20')], '2026-04-05'],
    ['only claimed', [extension('2026-04-01', '2026-03-20', '')], '2026-03-02'],
  ])('%s', (_what, extensions, startsOn) => {
    expect(clockIn(aCase({ extensions }), 'window-closes').startsOn).toBe(startsOn)
  })
})

test('what the law keeps between the parties and us is confidential, and only that (T3)', () => {
  const milestones: Milestones = {
    executed: '2026-06-01',
    filed: '2026-06-10',
    approved: '2026-07-01',
    petitionFiled: '2026-05-01',
    questionnaireReceived: '2026-06-01',
    agreementExpires: '2029-06-01',
  }
  const secret = clocksOf(aCase({ state: 'NM', milestones })).filter(({ confidential }) => confidential)
  expect(secret.map(({ id }) => id)).toEqual(WINDOW)
})

test('what a confirmed extension would change', () => {
  const whatIf = (facts: ClockFacts, change: Partial<ClockFacts>) =>
    clockChanges(clocksOf(facts), clocksOf({ ...facts, ...change }))
  const extension = { deemedReceipt: '2026-04-01', agreedOn: '2026-03-30', confirmedBy: 'Counsel', why: 'agreed' }
  const changes = whatIf(aCase({ milestones: { questionnaireReceived: '2026-03-02' } }), { extensions: [extension] })
  expect(changes.map(({ id, before, after }) => [id, before?.due, after?.due])).toEqual([
    ['window-opens', '2026-07-15', '2026-08-14'],
    ['window-closes', '2026-08-09', '2026-09-08'],
    ['nine-months', '2026-12-02', '2027-01-01'],
  ])
  const closed = whatIf(aCase(), { closed: true })
  expect(closed.map(({ before, after }) => [before?.state, after?.state])).toEqual(
    closed.map(() => ['running', 'stopped']),
  )
  expect(closed).toHaveLength(3)
  expect(whatIf(aCase(), { path: 'opt-in' }).map(({ after }) => after)).toEqual([null, null, null])
})
