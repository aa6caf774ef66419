/** What a mail and our answer do to what we wait for, and what time brings afterwards. */
import { describe, expect, test } from 'vitest'
import type { CaseView } from '../../../src/domain/case.ts'
import type { CaseFile, Chase } from '../../../src/domain/casework/case-file.ts'
import type { ItemId } from '../../../src/domain/casework/items.ts'
import { timePassed } from '../../../src/domain/decide/time-passed.ts'
import type { Understanding } from '../../../src/domain/understanding.ts'
import {
  AUTO,
  aCase,
  aMachine,
  anUnderstanding,
  arrived,
  CONTENT_FREE,
  DESK_SETTINGS,
  NOW,
  threadFacts,
} from '../../support/arrivals.ts'
import { anItem, DAY, having } from '../../support/casework.ts'
import { changesOf, decide, told } from '../../support/told.ts'

const PAULA = 'paula@acmefiber.example'
const ALL: readonly ItemId[] = [
  ...(['request-form', 'certification', 'agreement-type', 'notice-contact', 'route'] as const),
  ...(['negotiation-request', 'questionnaire', 'ocn-letter', 'tax-forms', 'network-information'] as const),
]
const reply = { subject: 'Re: Interconnection in Colorado [CLEC-2026-00007]' }

function chase(items: readonly ItemId[], change: Partial<Chase> = {}): Chase {
  return {
    to: PAULA,
    items,
    askedAt: NOW - 10 * DAY,
    reminded: [NOW - 3 * DAY],
    pausedUntil: null,
    stopped: null,
    ...change,
  }
}

function chased(change: Partial<CaseView> = {}): CaseView {
  const items = { 'legal-name': anItem(), state: anItem() }
  return aCase({ intent: 'agreement-request', items, chase: chase(['request-form', 'certification']), ...change })
}

function afterMail(view: CaseView, understanding: Understanding, sketch = {}) {
  return decide(arrived({ ...reply, ...sketch }, understanding), { threads: threadFacts({ byToken: [view] }) })
}

describe('asking', () => {
  test('the answer that asks for what is missing starts the wait', () => {
    const { cases } = decide(arrived({}, anUnderstanding({ states: ['CO'] })))
    const { file, summary } = cases[0] as (typeof cases)[number]
    expect(file.chase).toMatchObject({ to: PAULA, askedAt: NOW, reminded: [], stopped: null })
    expect(file.chase?.items).toEqual(summary.missing)
    expect(file.chase?.items).toContain('certification')
    expect(summary.nextDueAt).toBeGreaterThan(NOW)
  })

  test('without an answer nobody was asked', () => {
    const { cases } = decide(arrived({}, anUnderstanding({ states: ['CO'] })), { recipientBlocked: true })
    expect(cases[0]?.file.chase).toBeNull()
  })

  test('what has no checklist is never waited for', () => {
    const intents = [{ intent: 'process-question', confidence: 0.9 }] as const
    const question = anUnderstanding({ intents, agreement: null, path: null, states: ['CO'] })
    expect(decide(arrived({}, question)).cases[0]?.file.chase).toBeNull()
  })
})

describe('an answer of theirs', () => {
  test('starts the time anew, with what is still missing of it', () => {
    const { cases } = afterMail(chased(), CONTENT_FREE)
    expect(cases[0]?.file.chase).toEqual({
      ...chase(['request-form', 'certification']),
      ...{ heardAt: NOW, reminded: [] },
    })
  })

  test('of a colleague: the next reminder goes to who wrote last', () => {
    const { cases } = afterMail(chased(), CONTENT_FREE, { from: 'tom@acmefiber.example' })
    expect(cases[0]?.file.chase?.to).toBe('tom@acmefiber.example')
  })

  test('with the last thing stops it', () => {
    const all = having(chased(), ...ALL)
    const missing = { ...chased(), ...all, route: 'negotiate' } as CaseView
    const decision = afterMail({ ...missing, chase: chase(['certification']) }, CONTENT_FREE)
    expect(decision.cases[0]?.summary.missing).toEqual([])
    expect(changesOf(decision)['CLEC-2026-00007']).toEqual(['chase-stopped'])
  })

  test('does not start one that was stopped, nor one in a closed case', () => {
    const stopped = chase(['certification'], { stopped: 'a person took over' })
    expect(afterMail(chased({ chase: stopped }), CONTENT_FREE).cases[0]?.file.chase).toEqual(stopped)
    const closed = { reason: 'withdrawn', at: NOW, into: null } as const
    const kept = afterMail(chased({ closed, status: 'closed' }), CONTENT_FREE).cases[0]?.file.chase
    expect(kept).toEqual(chased().chase)
  })
})

describe('their machines', () => {
  test('a person looks for a deputy of somebody who is away for long', () => {
    const text = 'I am out of the office until May 20, 2026.'
    const { wishes } = afterMail(chased(), aMachine('auto-reply'), { text })
    expect(wishes).toMatchObject([{ wish: 'ask-human', sort: 'chase', sentence: expect.stringContaining('deputy') }])
  })

  test('an absence note moves the next reminder to after the return', () => {
    const text = 'I am out of the office until March 16 and will answer when I am back.'
    const decision = afterMail(chased(), aMachine('auto-reply'), { text })
    expect(changesOf(decision)).toEqual({ 'CLEC-2026-00007': ['chase-paused'] })
    expect(new Date(decision.cases[0]?.file.chase?.pausedUntil ?? 0).toISOString()).toBe('2026-03-16T15:00:00.000Z')
    expect(told(decision)).toEqual(['settles auto-reply as machine', 'files in 7 by reply-token'])
  })

  test('a bounce for good stops it and blocks nobody else', () => {
    const recipients = [{ recipient: PAULA, action: 'failed', status: '5.1.1' }]
    const deliveryReport = { originalMessageId: '<ours@carrier.example>', envelopeId: null, recipients }
    const [mine, theirs] = [
      chased(),
      chased({
        id: 8,
        ref: 'CLEC-2026-00008',
        requestId: 7,
        chase: chase(['certification'], { to: 'tom@acmefiber.example' }),
      }),
    ]
    const decision = decide(arrived({ deliveryReport }, aMachine('bounce')), {
      bouncedReply: { outboxId: 9, caseId: 7, along: [], recipient: PAULA },
      threads: threadFacts({ requests: [mine, theirs] }),
    })
    expect(changesOf(decision)).toEqual({ 'CLEC-2026-00007': ['chase-stopped'] })
  })
})

describe('time', () => {
  const facts = { now: NOW, desk: DESK_SETTINGS, autonomy: AUTO, blocked: [], waits: false, unanswered: [], beside: [] }
  const PROOF = { messageId: null, attachment: null, page: null, quote: '', by: 'system' }
  const due = (change: Partial<CaseFile> = {}): CaseFile => {
    const { status: _status, participants: _participants, ...file } = chased()
    return { ...file, chase: chase(['certification'], { askedAt: NOW - 7 * DAY, reminded: [] }), ...change }
  }

  test('five states that miss the same get one reminder under the first reference', () => {
    const five = ['CO', 'UT', 'WA', 'OR', 'AZ'].map((state, at) =>
      due({ id: 7 + at, ref: `CLEC-2026-0000${7 + at}`, requestId: 7, state }),
    )
    const { cases, wishes } = timePassed(five, facts)
    expect(wishes).toMatchObject([
      { wish: 'send-reply', template: 'reminder', caseRef: 'CLEC-2026-00007', to: { address: PAULA } },
    ])
    expect(cases.map(({ changes, file }) => [changes.map((one) => one.change), file.version])).toEqual(
      Array(5).fill([['reminded'], 2]),
    )
  })

  test('nothing is sent to a blocked address, and nobody looks again for it', () => {
    const { cases, wishes } = timePassed([due()], { ...facts, blocked: [PAULA] })
    expect(wishes.filter((one) => one.wish === 'send-reply')).toEqual([])
    expect(cases[0]?.file.chase?.stopped).toContain(PAULA)
  })

  test('nobody is reminded while an answer may lie here undecided; it is looked at again soon', () => {
    const { cases, wishes } = timePassed([due()], { ...facts, waits: true })
    expect(wishes.filter((one) => one.wish === 'send-reply')).toEqual([])
    expect(cases[0]?.file.chase).toEqual(due().chase)
    expect(cases[0]?.summary.nextDueAt).toBeGreaterThan(NOW)
  })

  test('nor while a mail of theirs waits for a person; others of the request are', () => {
    const two = [due(), due({ id: 8, ref: 'CLEC-2026-00008', requestId: 7, state: 'CO' })]
    const { cases, wishes } = timePassed(two, { ...facts, unanswered: [7] })
    expect(wishes).toMatchObject([{ wish: 'send-reply', caseRef: 'CLEC-2026-00008' }])
    expect(cases[0]?.file.chase).toEqual(due().chase)
    // Hours later, and not every quarter of an hour.
    expect(cases[0]?.summary.nextDueAt).toBe(NOW + 3_600_000)
  })

  test('what is asked for by two plans goes out in one letter', () => {
    const unsigned = {
      'draft-issued': { state: 'met', at: NOW - 30 * DAY, value: null, problem: null, proof: PROOF },
    } as const
    const one = due({ chase: chase(['certification'], { askedAt: NOW - 30 * DAY, reminded: [] }) })
    const other = due({
      ...{ id: 8, ref: 'CLEC-2026-00008', requestId: 7, state: 'CO', items: { ...one.items, ...unsigned } },
      chase: chase(['clec-signature'], { askedAt: NOW - 30 * DAY, reminded: [] }),
    })
    const letters = timePassed([one, other], facts).wishes.flatMap((wish) => {
      const [part] = wish.wish === 'send-reply' ? wish.sections : []
      return part?.section === 'reminder' ? [part.items.map(({ states }) => states)] : []
    })
    expect(letters).toHaveLength(1)
    expect(letters[0]).toHaveLength(2)
  })

  test('another request of the company that comes due on the same day goes along, once a day', () => {
    const other = due({
      ...{ id: 8, ref: 'CLEC-2026-00008', requestId: 8, state: 'CO' },
      chase: chase(['certification'], { askedAt: NOW - 7 * DAY + 1_800_000, reminded: [] }),
    })
    const { cases, wishes } = timePassed([due()], { ...facts, beside: [other] })
    expect(wishes).toMatchObject([{ wish: 'send-reply', caseRef: 'CLEC-2026-00007', along: [8] }])
    expect(cases.map(({ file, changes }) => [file.ref, changes.map((one) => one.change)])).toEqual([
      ['CLEC-2026-00007', ['reminded']],
      ['CLEC-2026-00008', ['reminded']],
    ])
    const told = { ...other, chase: chase(['certification'], { askedAt: NOW - 7 * DAY, reminded: [NOW - 1_800_000] }) }
    const later = timePassed([due()], { ...facts, beside: [told] })
    expect(later.wishes).toEqual([])
    expect(later.cases[0]?.summary.nextDueAt).toBeGreaterThan(NOW)
    const theirs = timePassed([due()], { ...facts, beside: [{ ...other, company: 'Finch Voice, Inc.' }] })
    expect(theirs.wishes).not.toMatchObject([{ along: [8] }])
    const waits = timePassed([due()], { ...facts, beside: [other], unanswered: [8] })
    expect(waits.wishes).not.toMatchObject([{ along: [8] }])
  })

  test('it is not said that nothing was found where something came', () => {
    const heardOf = (file: CaseFile) =>
      timePassed([file], facts).wishes.flatMap((wish) =>
        wish.wish === 'send-reply' ? wish.sections.map((one) => one.section === 'reminder' && one.heard) : [],
      )
    expect(heardOf(due())).toEqual([false])
    expect(
      heardOf(
        due({
          chase: { ...chase(['certification'], { askedAt: NOW - 20 * DAY, reminded: [] }), heardAt: NOW - 7 * DAY },
        }),
      ),
    ).toEqual([true])
    const problem = {
      state: 'problem',
      at: NOW,
      value: null,
      problem: 'It is of another company.',
      proof: PROOF,
    } as const
    expect(heardOf(due({ items: { certification: problem } }))).toEqual([true])
  })

  test.each([
    ['observe', { held: { reminder: 'observe' } }, []],
    ['draft', { held: { 'agreement-request': 'draft' } }, [{ state: 'draft', delayMinutes: 0 }]],
    ['delayed', { held: { reminder: 'delayed' } }, [{ state: 'queued', delayMinutes: 15 }]],
  ] as const)('autonomy %s holds for reminders', (_level, change, letters) => {
    const { wishes, cases } = timePassed([due()], { ...facts, autonomy: { ...AUTO, ...change } })
    expect(wishes.filter((one) => one.wish === 'send-reply')).toMatchObject(letters)
    // What is not written was not sent.
    expect(cases[0]?.file.chase?.reminded).toHaveLength(letters.length)
    expect(cases[0]?.summary.nextDueAt).toBeGreaterThan(NOW)
  })

  test('after the last reminder and its gap a person takes over', () => {
    const used = due({
      chase: chase(['certification'], {
        askedAt: NOW - 40 * DAY,
        reminded: [33, 26, 19].map((days) => NOW - days * DAY),
      }),
    })
    const { cases, wishes } = timePassed([used], facts)
    expect(wishes.filter((one) => one.wish === 'ask-human').map((one) => one.sort)).toContain('chase')
    expect(cases[0]?.file.chase?.stopped).toBe('no answer after 3 reminders')
  })

  test('never stands still: what cannot be done now is looked at later', () => {
    const night = Date.parse('2026-03-03T05:00:00Z')
    const { cases } = timePassed([due()], { ...facts, now: night })
    expect(cases[0]?.summary.nextDueAt).toBeGreaterThan(night)
  })
})
