/** Which cases a person's mail opens or touches: one case for each state, all under one request (domain T6, T7). */
import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../../src/domain/case.ts'
import type { ReplyWish } from '../../../src/domain/decision.ts'
import type { Intent } from '../../../src/domain/labels.ts'
import {
  aCase,
  anUnderstanding,
  arrivalFacts,
  arrived,
  CONTENT_FREE,
  DESK_SETTINGS,
  NOW,
  PUZZLING,
  threadFacts,
} from '../../support/arrivals.ts'
import { changesOf, decide, replyOf, told } from '../../support/told.ts'

const FIVE = ['CO', 'UT', 'WA', 'OR', 'AZ']
const wants = (...intents: Intent[]) => intents.map((intent) => ({ intent, confidence: 0.9 }))
const reply = { subject: 'Re: Interconnection in Colorado [CLEC-2026-00007]' }

function ackOf(wish: ReplyWish) {
  const [first] = wish.sections
  if (first.section !== 'acknowledgement') throw new Error(`it begins with ${first.section}`)
  return first
}

/** A request with a case for each of these states, the first of them number 7. */
function request(states: readonly (string | null)[], change: Partial<CaseView> = {}): CaseView[] {
  return states.map((state, at) =>
    aCase({ id: 7 + at, ref: `CLEC-2026-0000${7 + at}`, requestId: 7, state, intent: 'agreement-request', ...change }),
  )
}

function inThreadOf(cases: readonly CaseView[]) {
  return { threads: threadFacts({ byToken: cases.slice(0, 1), requests: cases }) }
}

describe('a request that names five states', () => {
  const decision = decide(arrived({}, anUnderstanding({ states: FIVE })))

  test('opens five cases under one request', () => {
    expect(decision.cases.map(({ file }) => [file.id, file.state, file.requestId])).toEqual(
      FIVE.map((state, at) => [42 + at, state, 42]),
    )
    expect(decision.cases.every(({ opened, file }) => opened && file.version === 1)).toBe(true)
  })

  test('lies in all of them', () => {
    const filed = decision.changes.filter((one) => one.change === 'mail-filed').map((one) => one.caseId)
    expect(filed).toEqual([42, 43, 44, 45, 46])
  })

  test('gets one answer under the first reference, which names them all', () => {
    expect(decision.wishes.filter((one) => one.wish === 'send-reply')).toHaveLength(1)
    expect(replyOf(decision)).toMatchObject({ caseRef: 'CLEC-2026-00042', caseId: 42 })
    expect(ackOf(replyOf(decision)).cases).toEqual([
      { ref: 'CLEC-2026-00042', state: 'Colorado' },
      { ref: 'CLEC-2026-00043', state: 'Utah' },
      { ref: 'CLEC-2026-00044', state: 'Washington' },
      { ref: 'CLEC-2026-00045', state: 'Oregon' },
      { ref: 'CLEC-2026-00046', state: 'Arizona' },
    ])
  })

  test('gives each to whoever has the state', () => {
    const member = (email: string, states: readonly string[]) => ({ name: email, email, states, manager: false })
    const staff = [member('ann@carrier.example', ['UT', 'AZ']), member('bob@carrier.example', [])]
    const shared = decide(arrived({}, anUnderstanding({ states: FIVE })), { desk: { ...DESK_SETTINGS, staff } })
    expect(shared.cases.map(({ file }) => file.negotiator?.slice(0, 3))).toEqual(['bob', 'ann', 'bob', 'bob', 'ann'])
  })
})

describe('what is not ours', () => {
  test('opens no case beside ours, and the answer says so', () => {
    const decision = decide(arrived({}, anUnderstanding({ states: ['CO', 'TX', 'CA'] })))
    expect(decision.cases.map(({ file }) => file.state)).toEqual(['CO'])
    expect(replyOf(decision).sections).toContainEqual(
      expect.objectContaining({ section: 'not-our-state', states: ['Texas'], why: 'sold' }),
    )
    expect(replyOf(decision).sections).toContainEqual(
      expect.objectContaining({ section: 'not-our-state', states: ['California'], why: 'none' }),
    )
  })

  test('alone is a case that is closed from the start', () => {
    const decision = decide(arrived({}, anUnderstanding({ states: ['TX'] })))
    expect(told(decision)[0]).toBe('opens CLEC-2026-00042 closed')
    expect(decision.cases[0]?.file.closed).toMatchObject({ reason: 'not-our-territory', at: NOW })
  })
})

describe('a later mail in the thread of a request', () => {
  const five = request(FIVE)
  const paper = anUnderstanding({ intents: wants('supporting-document'), states: ['UT', 'WA'] })

  test('that names two of its states touches these only', () => {
    const decision = decide(arrived(reply, paper), inThreadOf(five))
    expect(decision.cases.map(({ file, opened }) => [file.state, file.version, opened])).toEqual([
      ['UT', 2, false],
      ['WA', 2, false],
    ])
    expect(told(decision).slice(0, 2)).toEqual(['files in 8 by reply-token', 'files in 9 by reply-token'])
  })

  test('is answered under the first reference of the request', () => {
    expect(replyOf(decide(arrived(reply, paper), inThreadOf(five)))).toMatchObject({ caseRef: 'CLEC-2026-00007' })
  })

  test('that names none touches all that are open', () => {
    const [first, ...rest] = five as [CaseView, ...CaseView[]]
    const closed = {
      ...first,
      closed: { reason: 'withdrawn', at: NOW, into: null } as const,
      status: 'closed' as const,
    }
    const decision = decide(arrived(reply, CONTENT_FREE), inThreadOf([closed, ...rest]))
    expect(decision.cases.map(({ file }) => file.state)).toEqual(['UT', 'WA', 'OR', 'AZ'])
  })

  test('that asks for one more state opens another case of the request', () => {
    const decision = decide(arrived(reply, anUnderstanding({ states: ['UT', 'NM'] })), inThreadOf(five))
    expect(decision.cases.map(({ file, opened }) => [file.ref, file.state, file.requestId, opened])).toEqual([
      ['CLEC-2026-00008', 'UT', 7, false],
      [expect.stringMatching(/^CLEC-2026-0004/), 'NM', 7, true],
    ])
    expect(replyOf(decision)).toMatchObject({ caseRef: 'CLEC-2026-00007' })
  })

  test('that asks for nothing but one more state touches no other case', () => {
    const decision = decide(arrived(reply, anUnderstanding({ states: ['NM'] })), inThreadOf(five))
    expect(decision.cases.map(({ file, opened }) => [file.state, opened])).toEqual([['NM', true]])
  })

  test('that only mentions another state opens nothing', () => {
    const question = anUnderstanding({ intents: wants('process-question'), states: ['NM'] })
    expect(decide(arrived(reply, question), inThreadOf(five)).cases.filter((one) => one.opened)).toEqual([])
  })

  test('that asks for a state that is not ours opens nothing, and is told so', () => {
    const decision = decide(arrived(reply, anUnderstanding({ states: ['TX'] })), inThreadOf(five))
    expect(decision.cases.filter((one) => one.opened)).toEqual([])
    expect(replyOf(decision).sections.map((one) => one.section)).toContain('not-our-state')
  })

  test('what is said of the companies in one state says nothing of the next, and the numbers suffice', () => {
    const text = 'In Colorado we deal with Embarq. We mean Qwest in general. Please add Utah and Nevada.'
    const mail = arrived({ ...reply, text }, anUnderstanding({ states: ['CO', 'UT', 'NV'] }))
    const { freshCases } = arrivalFacts()
    const decision = decide(mail, { ...inThreadOf(request(['CO'])), freshCases: freshCases.slice(0, 3) })
    expect(decision.cases.map(({ file }) => [file.state, file.family])).toEqual([
      ['CO', 'qc'],
      ['UT', 'qc'],
      ['NV', 'ct-eq'],
    ])
  })
})

describe('a request without a state learns its states from a later mail', () => {
  const answer = anUnderstanding({ intents: [], states: ['CO', 'UT', 'WA'] })
  const item = { at: NOW, value: null, problem: null, state: 'met' } as const
  const proof = { messageId: 1, attachment: null, page: null, quote: 'as it says', by: 'system' }
  const items = { 'request-form': { ...item, proof }, certification: { ...item, proof } }
  const stateless = request([null], { family: null, items })
  const decision = decide(arrived(reply, answer), inThreadOf(stateless))

  test('the first goes to its case, the others open cases under it', () => {
    expect(
      decision.cases.map(({ file, opened }) => [file.id, file.state, file.family, file.requestId, opened]),
    ).toEqual([
      [7, 'CO', 'qc', 7, false],
      [42, 'UT', 'qc', 7, true],
      [43, 'WA', 'qc', 7, true],
    ])
    expect(changesOf(decision)['CLEC-2026-00007']).toContain('facts-learned')
  })

  test('the others know what the request said; what each state has for itself is its own', () => {
    expect(
      decision.cases.map(({ file }) => [file.items['request-form']?.state, file.items.certification?.state]),
    ).toEqual([
      ['met', 'met'],
      ['met', undefined],
      ['met', undefined],
    ])
    expect(decision.cases.map(({ file }) => file.receivedAt)).toEqual(Array(3).fill(stateless[0]?.receivedAt))
  })

  test("the case goes from whoever has all that is nobody else's to whoever has the state", () => {
    const member = (email: string, states: readonly string[]) => ({ name: email, email, states, manager: false })
    const staff = [member('ann@carrier.example', ['CO']), member('bob@carrier.example', [])]
    const desk = { ...DESK_SETTINGS, staff }
    const negotiatorAfter = (negotiator: string) => {
      const [one] = decide(arrived(reply, answer), { ...inThreadOf(request([null], { negotiator })), desk }).cases
      return one?.file.negotiator
    }
    expect(negotiatorAfter('bob@carrier.example')).toBe('ann@carrier.example')
    expect(negotiatorAfter('eve@carrier.example')).toBe('eve@carrier.example')
  })

  test('a state that is not ours closes it, and is told so', () => {
    const elsewhere = decide(arrived(reply, { ...answer, states: ['TX'] }), inThreadOf(stateless))
    expect(elsewhere.cases[0]?.file).toMatchObject({ state: 'TX', closed: { reason: 'not-our-territory' } })
    expect(replyOf(elsewhere).sections.map((one) => one.section)).toContain('not-our-state')
  })
})

describe('a mail in a closed case', () => {
  const closed = aCase({
    status: 'closed',
    closed: { reason: 'withdrawn', at: NOW - 1_000, into: null },
    intent: 'agreement-request',
  })

  test('is filed there and shown to a person, who may reopen it; it is not answered', () => {
    const decision = decide(arrived(reply, CONTENT_FREE), inThreadOf([closed]))
    expect(told(decision)).toEqual([
      'files in 7 by reply-token',
      'settles human as filed',
      'no reply: case-acknowledged',
      'asks a person: thread',
    ])
    expect(decision.wishes.at(-1)).toMatchObject({
      sentence:
        'paula@acmefiber.example wrote in CLEC-2026-00007, which is closed (withdrawn). It got no answer, and nothing was recorded; "reopen" opens it again.',
    })
    expect(changesOf(decision)).toEqual({ 'CLEC-2026-00007': [] })
    expect(decision.cases[0]?.file.closed).not.toBeNull()
  })

  test('that asks for an agreement anew opens a case of its own', () => {
    const decision = decide(arrived(reply, anUnderstanding({ states: ['CO'] })), inThreadOf([closed]))
    expect(decision.cases.map(({ file, opened }) => [file.ref, file.requestId, opened])).toEqual([
      ['CLEC-2026-00042', 42, true],
    ])
  })
})

describe('a second request for the same matter (T6)', () => {
  const ours = request(['CO'])
  const facts = { threads: threadFacts({ byMatter: ours }) }
  const again = anUnderstanding({ states: ['CO'] })

  test('of the same company belongs to the first', () => {
    const decision = decide(arrived({}, again), facts)
    expect(told(decision)[0]).toBe('files in 7 by same-matter')
    expect(replyOf(decision)).toMatchObject({ caseRef: 'CLEC-2026-00007', template: 'acknowledgement' })
  })

  test('also of a colleague', () => {
    expect(told(decide(arrived({ from: 'counsel@acmefiber.example' }, again), facts))[0]).toBe(
      'files in 7 by same-matter',
    )
  })

  test('of a stranger is a case apart, and a person decides', () => {
    const decision = decide(arrived({ from: 'counsel@lawfirm.example' }, again), facts)
    expect(told(decision)).toEqual([
      'opens CLEC-2026-00042 needs-person',
      'files in 42 by same-matter-foreign-sender',
      'settles human as filed',
      'queued received-for-person to counsel@lawfirm.example',
      'asks a person: thread',
    ])
  })
})

test.each([
  ['paula@acmefiber.example', 'known'],
  ['counsel@lawfirm.example', 'doubtful'],
])(
  'a mail about a known matter that answers none of ours gets a receipt also when nobody understands it: %s',
  (from) => {
    const facts = { threads: threadFacts({ byMatter: request(['CO']) }) }
    const decision = decide(arrived({ from }, { ...PUZZLING, states: ['CO'] }), facts)
    expect(replyOf(decision)).toMatchObject({ template: 'received-for-person', to: { address: from } })
  },
)

describe('what a person has to sort out first is one case', () => {
  const BOTH = 'We interconnect with Qwest and with Embarq.'

  test.each([
    ['not understood, five states', { ...PUZZLING, states: FIVE }, {}],
    ['not understood, both companies named', { ...PUZZLING, states: ['CO'] }, {}],
    ['not understood, both companies named, two states', { ...PUZZLING, states: ['CO', 'UT'] }, {}],
    [
      'doubtful thread',
      anUnderstanding({ states: ['CO', 'UT'] }),
      { threads: threadFacts({ byToken: [aCase({ participants: ['joe@borealis.example'] })] }) },
    ],
  ])('%s', (_what, understanding, facts) => {
    const decision = decide(arrived({ text: BOTH }, understanding), facts)
    expect(decision.cases.map(({ file, summary }) => [file.ref, summary.stage])).toEqual([
      ['CLEC-2026-00042', 'needs-person'],
    ])
  })

  test('and one number suffices where one was asked for', () => {
    const freshCases = arrivalFacts().freshCases.slice(0, 1)
    const mail = arrived({ text: BOTH }, { ...PUZZLING, states: ['CO', 'UT'] })
    expect(decide(mail, { freshCases }).cases).toHaveLength(1)
  })
})

describe('a case that was merged', () => {
  const [old] = request(['CO'], { closed: { reason: 'merged', at: NOW, into: 'CLEC-2026-00020' } }) as [CaseView]
  const into = aCase({ id: 20, ref: 'CLEC-2026-00020', requestId: 20, state: 'CO', intent: 'agreement-request' })
  const sister = aCase({ id: 21, ref: 'CLEC-2026-00021', requestId: 20, state: 'UT', intent: 'agreement-request' })

  test('goes on in the other: what answers its letters is filed there, and not in the others of that request', () => {
    const threads = threadFacts({ byToken: [old], requests: [old, into, sister] })
    const { cases, wishes } = decide(arrived(reply, CONTENT_FREE), { threads })
    expect(cases.map(({ file }) => file.ref)).toEqual(['CLEC-2026-00020'])
    expect(wishes.filter((one) => one.wish === 'ask-human' && one.sort === 'thread')).toEqual([])
  })

  test('which may have been merged into a third', () => {
    const gone = { ...into, closed: { reason: 'merged', at: NOW, into: 'CLEC-2026-00030' } } as const
    const third = aCase({ id: 30, ref: 'CLEC-2026-00030', requestId: 30, state: 'CO', intent: 'agreement-request' })
    const threads = threadFacts({ byToken: [old], requests: [old, gone, third] })
    const { cases } = decide(arrived(reply, CONTENT_FREE), { threads })
    expect(cases.map(({ file }) => file.ref)).toEqual(['CLEC-2026-00030'])
  })
})
