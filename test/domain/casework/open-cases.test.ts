/** Which cases a mail opens: T7, one for each state and family of companies, under one request. */
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import {
  casesFor,
  type Fresh,
  howManyCases,
  type LearnedStates,
  placeStates,
} from '../../../src/domain/casework/open-cases.ts'
import type { Understanding } from '../../../src/domain/understanding.ts'
import { NOW } from '../../support/arrivals.ts'
import { aFile, after, anItem, aProvingMail, FOOTPRINT, having, inShort } from '../../support/casework.ts'

const FRESH: readonly Fresh[] = [42, 43, 44, 45, 46].map((id) => ({ id, ref: `CLEC-2026-000${id}` }))
const REQUEST = {
  intents: [{ intent: 'agreement-request', confidence: 0.9 }],
  company: 'Acme Fiber, LLC',
  agreement: 'interconnection',
  path: 'negotiate',
} as const

function told(file: CaseFile): string {
  const { id, requestId, state, family, closed } = file
  return `${id}/${requestId} ${state ?? '-'} ${family ?? '-'}${closed === null ? '' : ` ${closed.reason}`}`
}

function opened(states: readonly string[], text = '', change: Partial<Understanding> = {}) {
  const mail = aProvingMail({ text }, { ...REQUEST, states, ...change })
  const { files, notOurs } = casesFor(mail, FOOTPRINT, FRESH)
  expect(howManyCases(mail.understanding, mail.mail, FOOTPRINT)).toBeGreaterThanOrEqual(files.length)
  return [...files.map(told), ...notOurs.map((one) => `${one.state} is not ours: ${one.why}`)]
}

describe('T7: one case for each state and family', () => {
  test.each([
    ['no state', [], '', ['42/42 - -']],
    ['a QC state', ['CO'], '', ['42/42 CO qc']],
    ['a kept state', ['FL'], '', ['42/42 FL ct-eq']],
    ['three states', ['CO', 'NV', 'UT'], '', ['42/42 CO qc', '43/42 NV ct-eq', '44/42 UT qc']],
    [
      'CenturyTel in a QC state',
      ['ID'],
      'We ask for an agreement with CenturyTel of the Gem State.',
      ['42/42 ID ct-eq'],
    ],
    [
      'United Telephone',
      ['OR'],
      'We wish to interconnect with United Telephone Company of the Northwest.',
      ['42/42 OR ct-eq'],
    ],
    [
      'both named',
      ['ID'],
      'With Qwest Corporation d/b/a CenturyLink QC and with CenturyTel of Idaho, Inc.',
      ['42/42 ID qc', '43/42 ID ct-eq'],
    ],
    [
      'one company in one of two states',
      ['ID', 'UT'],
      'In Idaho we ask for CenturyTel of Idaho. In Utah we ask for Qwest.',
      ['42/42 ID ct-eq', '43/42 UT qc'],
    ],
    [
      'companies that an old mail names',
      ['ID'],
      'Please send us the agreement for the state of Idaho, we are ready to go on with it now.\n\nOn Monday, Ann wrote:\n> CenturyTel of Idaho has its own',
      ['42/42 ID qc'],
    ],
    ['a sold state beside ours', ['CO', 'TX'], '', ['42/42 CO qc', 'TX is not ours: sold']],
    ['only a sold state', ['TX'], '', ['42/42 TX - not-our-territory', 'TX is not ours: sold']],
    [
      'only states that are not ours',
      ['CA', 'TX'],
      '',
      ['42/42 CA - not-our-territory', 'CA is not ours: none', 'TX is not ours: sold'],
    ],
  ] as const)('%s', (_what, states, text, cases) => {
    expect(opened(states, text)).toEqual(cases)
  })

  test('what the mail says stands in each', () => {
    const mail = aProvingMail({ subject: 'Re: A stem' }, { ...REQUEST, states: ['CO', 'UT'] })
    const { files } = casesFor(mail, FOOTPRINT, FRESH)
    for (const file of files)
      expect(file).toMatchObject({
        company: 'Acme Fiber, LLC',
        route: 'negotiate',
        intent: 'agreement-request',
        receivedAt: NOW,
        subjectStem: 'a stem',
        needsPerson: null,
      })
  })

  test('a commercial agreement is a way of its own', () => {
    const mail = aProvingMail({}, { ...REQUEST, agreement: 'commercial', path: null, states: ['CO'] })
    expect(casesFor(mail, FOOTPRINT, FRESH).files[0]?.route).toBe('commercial')
  })

  test.each([
    [
      'a question about several states is one',
      { intents: [{ intent: 'process-question', confidence: 0.9 }] },
      ['42/42 - -'],
    ],
    ['what nobody understood is one, for a person', { abstained: true }, ['42/42 - -']],
  ] as const)('%s', (_what, change, cases) => {
    expect(opened(['CO', 'UT'], '', change)).toEqual(cases)
  })

  test('too few numbers are a mistake of the caller', () => {
    const mail = aProvingMail({}, { ...REQUEST, states: ['CO', 'UT'] })
    expect(() => casesFor(mail, FOOTPRINT, FRESH.slice(0, 1))).toThrow('case numbers')
  })
})

describe('states that are learned later', () => {
  const request = having(
    aFile({ company: 'Acme Fiber, LLC', route: 'negotiate' }),
    'legal-name',
    'negotiation-request',
    'certification',
  )
  const later = NOW + 86_400_000

  function placed(file: CaseFile, states: readonly string[], ofRequest = [file], change: Partial<Understanding> = {}) {
    const mail = { ...aProvingMail({}, { states, intents: REQUEST.intents, ...change }), receivedAt: later }
    const learned: LearnedStates = { mail, ofRequest }
    const { changes, opened: more, notOurs } = placeStates(file, learned, FOOTPRINT, FRESH.slice(1))
    return { changes, more, notOurs, lines: [...inShort(changes), ...more.map(told)] }
  }

  test('the first goes to the case, the others open their own, with the receipt of the request', () => {
    const { lines, more } = placed(request, ['CO', 'NV', 'UT'])
    expect(lines).toEqual(['learns state CO, family qc', '43/42 NV ct-eq', '44/42 UT qc'])
    expect(more.map((one) => [one.receivedAt, Object.keys(one.items)])).toEqual([
      [NOW, ['legal-name', 'negotiation-request']],
      [NOW, ['legal-name', 'negotiation-request']],
    ])
  })

  test('states that are not ours close it', () => {
    const { changes, lines } = placed(request, ['TX'])
    expect(lines).toEqual(['learns state TX', 'closed: not-our-territory'])
    expect(after(request, changes).closed).toMatchObject({ reason: 'not-our-territory', at: later })
  })

  test('more states open cases that were received when they were named', () => {
    const utah = { ...request, state: 'UT', family: 'qc' } as const
    const { lines, more } = placed(utah, ['CO', 'UT'])
    expect([lines, more[0]?.receivedAt]).toEqual([['43/42 CO qc'], later])
  })

  test('a state that has its case, or is only mentioned, opens nothing', () => {
    const utah = { ...request, state: 'UT', family: 'qc' } as const
    const colorado = { ...request, id: 43, state: 'CO', family: 'qc' } as const
    expect(placed(utah, ['CO', 'UT'], [utah, colorado]).lines).toEqual([])
    expect(placed(utah, ['CO'], [utah], { intents: [{ intent: 'status-inquiry', confidence: 0.9 }] }).lines).toEqual([])
    expect(placed(request, ['CO'], [request], { abstained: true }).lines).toEqual([])
  })

  test('a sister keeps no clock, chase or proof of its own state', () => {
    const told_ = {
      ...request,
      told: ['x'],
      extensions: [{ deemedReceipt: '2026-04-01', agreedAt: NOW, confirmedBy: 'a', why: 'b' }],
    }
    const [sister] = placed({ ...told_, items: { ...told_.items, 'ocn-letter': anItem() } }, ['CO', 'UT']).more
    expect(sister).toMatchObject({ told: [], extensions: [], chase: null, version: 0 })
  })
})
