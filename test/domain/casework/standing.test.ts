/** Standing from the first mail to ready to order, step by step, for each way and family; and the rules by their names. */
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { CARRIER_TYPES, FAMILIES, ROUTES } from '../../../src/domain/casework/case-file.ts'
import { ITEMS, type ItemId } from '../../../src/domain/casework/items.ts'
import type { StepId } from '../../../src/domain/casework/steps.ts'
import { isMet } from '../../../src/domain/process/facts.ts'
import { readyToOrder } from '../../../src/domain/process/ready-to-order.ts'
import { standingOf } from '../../../src/domain/process/standing.ts'
import { NOW } from '../../support/arrivals.ts'
import { aFile, anItem, having, withProblem } from '../../support/casework.ts'
import { chance } from '../../support/chance.ts'

const AGREEMENTS = ['interconnection', 'commercial', 'resale', null] as const
const NAMED = { company: 'Acme Fiber, LLC', state: 'UT', family: 'qc', agreement: 'interconnection' } as const
const EAGLE = { ...NAMED, state: 'ID', family: 'ct-eq' } as const
const FORMS: readonly ItemId[] = [
  ...(['start-up-profile', 'start-up-credit', 'start-up-billing'] as const),
  ...(['start-up-contacts', 'start-up-authorization', 'start-up-access'] as const),
]

function missing(file: CaseFile): readonly ItemId[] {
  return standingOf(file).missing.map((item) => item.id)
}

function step(file: CaseFile, id: StepId) {
  return standingOf(file).steps.find((one) => one.id === id)
}

/** What comes in, then stage, whose turn and what the CLEC owes. */
type Leg = readonly [in_: readonly ItemId[] | Partial<CaseFile>, stage: string, turn: string, owed: string]

function walk(start: CaseFile, legs: readonly Leg[]): void {
  let file = start
  for (const [change, stage, turn, owed] of legs) {
    file = Array.isArray(change) ? having(file, ...change) : { ...file, ...(change as Partial<CaseFile>) }
    const standing = standingOf(file)
    expect([standing.stage, standing.turn, standing.missing.map((item) => item.id).join(' ')]).toEqual([
      stage,
      turn,
      owed,
    ])
    expect(standing.next).toMatch(/^[A-Z].*\.$/)
  }
}

describe('from the first mail to ready to order', () => {
  test('the template as it stands, QC', () => {
    walk(aFile({ ...NAMED, route: 'template-as-is' }), [
      [[], 'needs-info', 'clec', 'request-form notice-contact certification'],
      [['notice-contact', 'request-form'], 'route-chosen', 'carrier', 'certification questionnaire ocn-letter'],
      [['draft-issued'], 'draft-issued', 'clec', 'clec-signature certification questionnaire ocn-letter'],
      [['clec-signature'], 'clec-signed', 'clec', 'certification questionnaire ocn-letter'],
      [['certification'], 'clec-signed', 'carrier', 'questionnaire ocn-letter'],
      [['carrier-signature'], 'executed', 'carrier', 'questionnaire ocn-letter'],
      [['questionnaire'], 'executed', 'carrier', 'ocn-letter'],
      [['ocn-letter'], 'ready-to-order', 'carrier', ''],
      [['ready-to-order', 'filed'], 'ready-to-order', 'commission', ''],
      [['approved'], 'ready-to-order', 'nobody', ''],
      [['tax-forms'], 'ready-to-order', 'nobody', ''],
    ])
  })

  test('negotiation, QC: the request counts without the form, the negotiator comes with both', () => {
    const start = aFile({ ...NAMED, carrierType: 'facility-based', route: 'negotiate' })
    walk(having(start, 'negotiation-request', 'notice-contact'), [
      [[], 'needs-info', 'clec', 'request-form certification'],
      [['request-form'], 'route-chosen', 'carrier', 'certification questionnaire ocn-letter'],
      [{ negotiator: 'nora@carrier.example' }, 'route-chosen', 'carrier', 'certification questionnaire ocn-letter'],
      [['certification', 'questionnaire', 'ocn-letter', 'tax-forms'], 'route-chosen', 'carrier', ''],
      [['draft-issued'], 'draft-issued', 'clec', 'clec-signature'],
      [['clec-signature'], 'clec-signed', 'carrier', ''],
      [['carrier-signature'], 'ready-to-order', 'carrier', 'network-information'],
      [['network-information', 'filed', 'ready-to-order'], 'ready-to-order', 'commission', ''],
    ])
  })

  test('adoption, QC: agreement and amendments are asked for, and hold up the draft', () => {
    walk(having(aFile({ ...NAMED, intent: 'opt-in-inquiry', route: 'opt-in' }), 'notice-contact', 'request-form'), [
      [[], 'needs-info', 'clec', 'adopted-agreement amendments-choice certification'],
      [['adopted-agreement'], 'needs-info', 'clec', 'amendments-choice certification'],
      [['amendments-choice'], 'route-chosen', 'carrier', 'certification questionnaire ocn-letter'],
      [['draft-issued', 'certification'], 'draft-issued', 'clec', 'clec-signature questionnaire ocn-letter'],
      [['clec-signature', 'carrier-signature'], 'executed', 'carrier', 'questionnaire ocn-letter'],
      [['filed'], 'filed', 'clec', 'questionnaire ocn-letter'],
      [['approved'], 'approved', 'clec', 'questionnaire ocn-letter'],
      [['questionnaire', 'ocn-letter'], 'ready-to-order', 'carrier', ''],
    ])
  })

  test('the Colorado tariff: no form, no draft, no signature, no filing', () => {
    const start = aFile({ ...NAMED, state: 'CO', agreement: null, route: 'tariff' })
    walk(start, [
      [[], 'needs-info', 'clec', 'tariff-election certification'],
      [['tariff-election'], 'route-chosen', 'clec', 'certification questionnaire ocn-letter'],
      [['certification', 'questionnaire', 'ocn-letter'], 'ready-to-order', 'carrier', ''],
    ])
    for (const id of ['draft', 'signature', 'filing', 'approval'] as const)
      expect(step(start, id)?.state, id).toBe('not-needed')
  })

  test('commercial, QC: no filing for approval, no way to be asked for', () => {
    const start = aFile({ ...NAMED, agreement: 'commercial', route: 'commercial' })
    walk(start, [
      [[], 'needs-info', 'clec', 'request-form notice-contact certification'],
      [['request-form', 'notice-contact', 'certification'], 'route-chosen', 'carrier', 'questionnaire ocn-letter'],
      [['draft-issued', 'clec-signature'], 'clec-signed', 'carrier', 'questionnaire ocn-letter'],
      [['carrier-signature', 'questionnaire', 'ocn-letter', 'tax-forms'], 'ready-to-order', 'carrier', ''],
      [['ready-to-order'], 'ready-to-order', 'nobody', ''],
    ])
    expect(step(start, 'filing')?.state).toBe('not-needed')
    expect(step(start, 'approval')?.state).toBe('not-needed')
    expect(step(having(start, 'early-ordering-request'), 'early-ordering')?.state).toBe('not-needed')
  })

  test('the template as it stands, CT/EQ: the start-up set comes when both have signed', () => {
    walk(having(aFile({ ...EAGLE, route: 'template-as-is' }), 'request-form', 'notice-contact'), [
      [[], 'route-chosen', 'carrier', 'certification'],
      [['draft-issued'], 'draft-issued', 'clec', 'clec-signature certification'],
      [['clec-signature', 'certification'], 'clec-signed', 'carrier', ''],
      [['carrier-signature'], 'executed', 'carrier', `ocn-letter ${FORMS.join(' ')}`],
      [['filed'], 'filed', 'clec', `ocn-letter ${FORMS.join(' ')}`],
      [['ocn-letter', ...FORMS], 'filed', 'carrier', ''],
      [['start-up-deposit'], 'ready-to-order', 'carrier', ''],
    ])
    expect(step(aFile(EAGLE), 'questionnaire')?.state).toBe('not-needed')
  })

  test.each([
    ['negotiate', ['negotiation-request']],
    ['opt-in', ['adopted-agreement', 'amendments-choice']],
    ['commercial', []],
  ] as const)('%s, CT/EQ', (route, items) => {
    const agreement = route === 'commercial' ? 'commercial' : 'interconnection'
    const request = aFile({ ...EAGLE, route, agreement, negotiator: 'nora@carrier.example' })
    const start = having(request, 'request-form', 'notice-contact', 'certification', ...items)
    const afterSigning = route === 'commercial' ? 'clec' : 'carrier'
    walk(start, [
      [[], 'route-chosen', 'carrier', ''],
      [['draft-issued', 'clec-signature'], 'clec-signed', 'carrier', ''],
      [['carrier-signature'], 'executed', afterSigning, `ocn-letter ${FORMS.join(' ')}`],
      [['ocn-letter', ...FORMS, 'start-up-deposit'], 'ready-to-order', 'carrier', ''],
    ])
  })
})

const asIs = having(aFile({ ...NAMED, route: 'template-as-is' }), 'request-form', 'notice-contact')
const negotiated = having(aFile({ ...NAMED, route: 'negotiate' }), 'negotiation-request')
const executed = having(asIs, 'draft-issued', 'clec-signature', 'carrier-signature', 'certification')

describe('rules by their names', () => {
  test('T1: certification is asked for in parallel, in neutral words, and holds up nothing but execution', () => {
    const { turn, missing: owed } = standingOf(asIs)
    expect(turn).toBe('carrier')
    const ask = owed.find((item) => item.id === 'certification')?.ask
    expect(ask).toMatch(/not a condition for your request or for negotiations/)
    expect(ask).not.toMatch(/\b(?:before we|must|cannot|until|in order to)\b/i)
    expect(step(having(asIs, 'draft-issued', 'clec-signature'), 'signature')?.state).toBe('open')
    const signedWithout = having(asIs, 'draft-issued', 'clec-signature', 'carrier-signature')
    expect(step(signedWithout, 'signature')).toMatchObject({
      state: 'blocked',
      reasons: [expect.stringMatching(/certificate/)],
    })
  })

  test.each([
    ['CO', 'reseller', false],
    ['IA', 'reseller', false],
    ['UT', 'reseller', true],
    ['CO', 'facility-based', true],
    ['IA', null, true],
  ] as const)('T1: a certificate in %s of %s: %s', (state, carrierType, isAsked) => {
    expect(missing({ ...asIs, state, carrierType }).includes('certification')).toBe(isAsked)
  })

  test('T2: fields that are missing take nothing from a request to negotiate', () => {
    const bare = having(aFile({ route: 'negotiate' }), 'negotiation-request')
    const request = step(bare, 'route')?.items.find((item) => item.id === 'negotiation-request')
    expect(request?.state).toBe('met')
    expect(missing(bare)).toEqual([
      'legal-name',
      'state',
      'agreement-type',
      'request-form',
      'notice-contact',
      'certification',
    ])
  })

  test('the lead negotiator comes after the request and the form', () => {
    const lead = (file: CaseFile) => step(file, 'route')?.items.find((item) => item.id === 'lead-negotiator')?.state
    expect(lead(negotiated)).toBe('later')
    expect(lead(having(aFile({ ...NAMED, route: 'negotiate' }), 'request-form'))).toBe('later')
    expect(lead(having(negotiated, 'request-form'))).toBe('missing')
    const assigned = { ...negotiated, negotiator: 'nora@carrier.example' }
    expect(lead(assigned), 'by its state alone').toBe('later')
    expect(lead(having(assigned, 'request-form'))).toBe('met')
  })

  test('a doubtful way is asked for, chosen before or not', () => {
    expect(missing({ ...asIs, routeDoubtful: true })).toEqual(['route', 'certification'])
    expect(missing({ ...having(asIs, 'route'), routeDoubtful: true })).toEqual(['route', 'certification'])
  })

  test('T8: a name in question is asked about and shuts the draft', () => {
    const file = withProblem(asIs, 'legal-name', 'cpcn.pdf names Other Fiber, Inc.; the request names Acme Fiber, LLC.')
    expect(missing(file)).toEqual(['legal-name', 'certification'])
    expect(step(file, 'draft')).toMatchObject({
      state: 'blocked',
      reasons: [expect.stringMatching(/same legal entity/)],
    })
  })

  test('T14: an adoption that is silent on amendments is asked', () => {
    expect(missing(having({ ...asIs, route: 'opt-in' }, 'adopted-agreement'))).toContain('amendments-choice')
  })

  test('the tax forms are welcome, asked of nobody, and hold up nothing', () => {
    expect(missing(asIs)).not.toContain('tax-forms')
    const ready = having(executed, 'questionnaire', 'ocn-letter')
    expect(missing(ready)).toEqual([])
    expect(standingOf(ready).stage).toBe('ready-to-order')
  })

  test('early ordering is for those who ask, after their signature', () => {
    const signed = having(asIs, 'draft-issued', 'clec-signature', 'certification', 'questionnaire', 'ocn-letter')
    expect(step(signed, 'early-ordering')?.state).toBe('not-needed')
    const asked = having(signed, 'early-ordering-request')
    expect(step(asked, 'early-ordering')?.state).toBe('open')
    expect(missing(asked)).not.toContain('early-ordering-letter-signed')
    expect(missing(having(asked, 'early-ordering-letter-issued'))).toContain('early-ordering-letter-signed')
    expect(step(having(asIs, 'early-ordering-request'), 'early-ordering')?.state).toBe('blocked')
    expect(step(having(asked, 'approved'), 'early-ordering')?.state).toBe('not-needed')
  })

  test('the request that has no state is asked for it, not for a questionnaire', () => {
    expect(missing(aFile({ company: 'Acme Fiber, LLC' }))).toEqual([
      ...['state', 'agreement-type', 'request-form', 'notice-contact', 'route', 'certification'],
    ])
  })

  test.each([
    ['process-question', ''],
    ['status-inquiry', ''],
    [null, ''],
    ['amendment-request', 'legal-name state'],
    ['early-ordering-letter', 'legal-name state'],
  ] as const)('mail about %s is asked at most who and where', (intent, owed) => {
    expect(missing(aFile({ intent })).join(' ')).toBe(owed)
  })

  test('what was sent for signature was requested: no form is asked for any more', () => {
    expect(missing(having(aFile({ ...NAMED, intent: 'signed-agreement' }), 'draft-issued', 'clec-signature'))).toEqual([
      ...['certification', 'questionnaire', 'ocn-letter'],
    ])
  })

  test.each([
    [{ closed: { reason: 'withdrawn', at: NOW, into: null } }, 'closed', 'nobody'],
    [{ needsPerson: 'not understood' }, 'needs-person', 'carrier'],
  ] as const)('%o', (change, stage, turn) => {
    expect(standingOf({ ...asIs, ...change })).toMatchObject({ stage, turn })
  })

  test('a refusal of the commission is told, and is our turn', () => {
    expect(standingOf(withProblem(having(executed, 'filed'), 'approved'))).toMatchObject({
      stage: 'rejected',
      turn: 'carrier',
    })
  })
})

describe('any file', () => {
  const dice = chance(20_261_127)
  const maybe = <T>(value: T): T | null => (dice.whole(3) === 0 ? null : value)

  function anyFile(): CaseFile {
    const density = dice.next()
    const items = ITEMS.filter(() => dice.next() < density).map((item) => {
      const state = dice.pick(['met', 'met', 'met', 'waived', 'problem'] as const)
      return [item, anItem({ state, problem: state === 'problem' ? 'it does not do' : null })]
    })
    const intents = ['agreement-request', 'opt-in-inquiry', 'early-ordering-letter', 'process-question', null] as const
    return aFile({
      company: maybe('Acme Fiber, LLC'),
      state: maybe(dice.pick(['CO', 'UT', 'IA'])),
      family: maybe(dice.pick(FAMILIES)),
      agreement: dice.pick(AGREEMENTS),
      route: maybe(dice.pick(ROUTES)),
      routeDoubtful: dice.whole(5) === 0,
      carrierType: maybe(dice.pick(CARRIER_TYPES)),
      intent: dice.pick(intents),
      negotiator: maybe('nora@carrier.example'),
      needsPerson: dice.whole(8) === 0 ? 'doubt' : null,
      closed: dice.whole(10) === 0 ? { reason: 'withdrawn', at: NOW, into: null } : null,
      items: Object.fromEntries(items),
    })
  }

  test('stands consistently', () => {
    for (let round = 0; round < 2_000; round += 1) {
      const file = anyFile()
      const { stage, turn, missing: owed, steps, next } = standingOf(file)
      const seen = JSON.stringify(file)
      expect(
        owed.every((item) => item.owner === 'clec' && ['missing', 'problem'].includes(item.state)),
        seen,
      ).toBe(true)
      expect(
        owed.every((item) => !isMet(file, item.id)),
        seen,
      ).toBe(true)
      expect(new Set(owed.map((item) => item.id)).size, seen).toBe(owed.length)
      expect(turn === 'clec' && owed.length === 0, seen).toBe(false)
      expect(stage === 'closed', seen).toBe(file.closed !== null)
      expect(turn === 'nobody' && stage !== 'closed' && stage !== 'ready-to-order', seen).toBe(false)
      if (stage === 'ready-to-order')
        expect(
          readyToOrder.gates.every((gate) => gate.isOpen(file)),
          seen,
        ).toBe(true)
      for (const one of steps) {
        expect(one.state === 'blocked', seen).toBe(one.reasons.length > 0)
        if (one.state === 'done')
          expect(one.items.every((item) => !['missing', 'later', 'problem'].includes(item.state))).toBe(true)
      }
      // T3, T4: nothing that accepts, promises or dates.
      expect(next, seen).not.toMatch(
        /\baccept|\bapproved\b(?! the agreement)|\bwithin\b|\bdays?\b|\bby \w+ \d|\bguarantee|\b\d{4}\b/i,
      )
    }
  })
})
