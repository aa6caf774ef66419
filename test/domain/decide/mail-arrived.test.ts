/**
 * Decisions about arrived mail as a table: what came, what is known, what follows. `told` shortens a decision to the
 * words that matter: outcome, the case it lies in, the reply or why there is none, and the questions to people.
 */
import { describe, expect, test } from 'vitest'
import {
  AUTO,
  aCase,
  aMachine,
  anUnderstanding,
  arrived,
  CONTENT_FREE,
  NOW,
  OURS,
  PUZZLING,
  threadFacts,
} from '../../support/arrivals.ts'
import type { MailSketch } from '../../support/mail-builder.ts'
import { decide, told } from '../../support/told.ts'

const IN_COLORADO = anUnderstanding({ states: ['CO'] })
const KNOWN = { threads: threadFacts({ byToken: [aCase()] }) }
const reply = { subject: 'Re: Interconnection in Colorado [CLEC-2026-00007]' }

describe('a mail of a person', () => {
  test('opens a case and is acknowledged', () => {
    expect(told(decide(arrived({}, IN_COLORADO)))).toEqual([
      'opens CLEC-2026-00042 needs-info',
      'files in 42 by no-thread',
      'settles human as filed',
      'queued acknowledgement to paula@acmefiber.example',
    ])
  })

  test('the case knows what the mail was understood to say', () => {
    const [opened] = decide(arrived({ subject: 'Re: Interconnection in Colorado' }, IN_COLORADO)).cases
    expect(opened?.file).toMatchObject({
      ...{ id: 42, ref: 'CLEC-2026-00042', requestId: 42, clecId: 5, version: 1 },
      ...{ company: 'Acme Fiber, LLC', state: 'CO', family: 'qc', agreement: 'interconnection', route: 'negotiate' },
      ...{ intent: 'agreement-request', receivedAt: NOW, lastMailAt: NOW, needsPerson: null, closed: null },
      subjectStem: 'interconnection in colorado',
    })
  })

  test('the legal entity is learned with it', () => {
    expect(decide(arrived()).clec).toMatchObject({
      ...{ id: 5, legalName: 'Acme Fiber, LLC', version: 1 },
      contacts: [{ address: 'paula@acmefiber.example', role: 'in-house', messageId: 4711 }],
    })
  })

  test('the key of its reply can be read, and is the same in a replay', () => {
    const keys = [1, 2].flatMap(() => decide(arrived()).wishes.map((wish) => wish.wish === 'send-reply' && wish.key))
    expect(keys).toEqual(['case 42 / acknowledgement / mail 4711', 'case 42 / acknowledgement / mail 4711'])
  })

  test('that nobody can make sense of gets a receipt and a person', () => {
    const decision = decide(arrived({}, PUZZLING))
    expect(told(decision)).toEqual([
      'opens CLEC-2026-00042 needs-person',
      'files in 42 by no-thread',
      'settles human as filed',
      'queued received-for-person to paula@acmefiber.example',
      'asks a person: understand',
    ])
    expect(decision.wishes.at(-1)).toMatchObject({
      sentence:
        'What does the mail in CLEC-2026-00042 want? Likeliest: process-question (40%: "how does it work") or status-inquiry (30%).',
    })
    expect(decision.cases[0]?.file.intent).toBeNull()
  })

  test('answers go where Reply-To says', () => {
    expect(told(decide(arrived({ replyTo: ['desk@acmefiber.example'] }))).at(-1)).toBe(
      'queued acknowledgement to desk@acmefiber.example',
    )
  })
})

describe('a mail of a person in a known thread', () => {
  test('with a matter of its own is filed and answered', () => {
    const question = anUnderstanding({ intents: [{ intent: 'process-question', confidence: 0.9 }], states: ['CO'] })
    expect(told(decide(arrived(reply, question), KNOWN))).toEqual([
      'files in 7 by reply-token',
      'settles human as filed',
      'queued acknowledgement to paula@acmefiber.example',
    ])
  })

  test.each([
    ['says nothing ("Thanks!")', CONTENT_FREE],
    ['is unrelated', { ...CONTENT_FREE, intents: [{ intent: 'unrelated' as const, confidence: 0.9 }] }],
  ])('%s: is filed, and not answered', (_what, understanding) => {
    expect(told(decide(arrived(reply, understanding), KNOWN))).toEqual([
      'files in 7 by reply-token',
      'settles human as filed',
      'no reply: case-acknowledged',
    ])
  })

  test('that nobody can make sense of is shown to a person, and not answered', () => {
    expect(told(decide(arrived(reply, PUZZLING), KNOWN))).toEqual([
      'files in 7 by reply-token',
      'settles human as filed',
      'no reply: case-acknowledged',
      'asks a person: understand',
    ])
  })
})

describe('a mail that takes the request back', () => {
  const text = 'Our plans have changed: we withdraw our request. Please close the case.'
  const misread = anUnderstanding({ states: ['CO'], path: 'negotiate' })

  test('is confirmed, and a person decides', () => {
    const decision = decide(arrived({ ...reply, text }, misread), KNOWN)
    expect(told(decision)).toEqual([
      'files in 7 by reply-token',
      'settles human as filed',
      'queued received-for-person to paula@acmefiber.example',
      'asks a person: withdrawal',
    ])
    expect(decision.wishes.at(-1)).toMatchObject({
      sentence: expect.stringContaining('takes back what CLEC-2026-00007'),
    })
  })

  test('proves nothing meanwhile: no other way, no clock, no reminder', () => {
    const [changed] = decide(arrived({ ...reply, text }, misread), KNOWN).cases
    expect(changed?.changes.map((one) => one.change)).toEqual(['mail-came', 'facts-learned', 'needs-person'])
    expect(changed?.summary).toMatchObject({ stage: 'needs-person', nextDueAt: null })
  })

  test('without a case there is nothing to take back', () => {
    expect(told(decide(arrived({ text }, misread)))).toContain('queued acknowledgement to paula@acmefiber.example')
  })
})

describe('a mail that may be a machine’s', () => {
  const doubt = [{ for: 'maybe-machine', from: 'text', quote: 'Thanks, got it.' }]

  test('is not answered, so a person sees it', () => {
    const decision = decide(arrived(reply, anUnderstanding({ states: ['CO'], evidence: doubt })), KNOWN)
    expect(told(decision)).toEqual([
      'files in 7 by reply-token',
      'settles human as filed',
      'no reply: maybe-machine',
      'asks a person: understand',
    ])
    expect(decision.wishes.at(-1)).toMatchObject({ sentence: expect.stringContaining('("Thanks, got it.")') })
  })

  test('one question is enough when nobody can make sense of it', () => {
    const wishes = decide(arrived(reply, { ...PUZZLING, evidence: doubt }), KNOWN).wishes
    expect(wishes).toHaveLength(1)
  })
})

describe('a mail of a stranger that refers to a case', () => {
  const stranger = { ...reply, from: 'counsel@lawfirm.example' }

  test('opens a case apart, and a person decides whether they belong together', () => {
    const decision = decide(arrived(stranger), KNOWN)
    expect(told(decision)).toEqual([
      'opens CLEC-2026-00042 needs-person',
      'files in 42 by reply-token-foreign-sender',
      'settles human as filed',
      'queued received-for-person to counsel@lawfirm.example',
      'asks a person: thread',
    ])
    expect(decision.wishes.at(-1)).toMatchObject({
      caseId: 42,
      sentence:
        'CLEC-2026-00042 was opened apart from CLEC-2026-00007: it answers a mail of CLEC-2026-00007, but counsel@lawfirm.example has no part in it. Do they belong together?',
    })
  })

  test.each([
    ['says nothing', CONTENT_FREE, ['asks a person: thread']],
    ['nobody can make sense of it', PUZZLING, ['asks a person: thread', 'asks a person: understand']],
  ])('%s: perhaps a machine under changing addresses, so no answer', (_what, understanding, questions) => {
    expect(told(decide(arrived(stranger, understanding), KNOWN)).slice(3)).toEqual([
      'no reply: thread-doubtful',
      ...questions,
    ])
  })
})

describe('the same mail by another way', () => {
  test.each([
    ['a person', anUnderstanding(), 'human'],
    ['a machine', aMachine('auto-reply'), 'auto-reply'],
    ['a bounce', aMachine('bounce'), 'bounce'],
  ])('of %s is a duplicate and causes nothing', (_who, understanding, kind) => {
    expect(told(decide(arrived(reply, understanding), { ...KNOWN, earlierDelivery: 4001 }))).toEqual([
      `settles ${kind} as duplicate of 4001`,
    ])
  })
})

describe('a bounce', () => {
  const bouncedReply = { outboxId: 99, caseId: 7, along: [], recipient: 'paula@acmefiber.example' }
  const report = (action: string, status: string) => ({
    deliveryReport: {
      originalMessageId: '<ours@carrier.example>',
      envelopeId: null,
      recipients: [{ recipient: 'paula@acmefiber.example', action, status }],
    },
  })

  test.each([
    ['failed', 'failed', '5.1.1', 'for good', ['asks a person: bounce']],
    ['with a permanent status', 'expired', '5.4.7', 'for good', ['asks a person: bounce']],
    ['delayed', 'delayed', '4.4.1', 'for now', []],
  ])('of a reply of ours, %s', (_what, action, status, lasting, questions) => {
    const mail = arrived(report(action, status), aMachine('bounce'))
    expect(told(decide(mail, { bouncedReply }))).toEqual([
      'settles bounce as machine',
      'files in 7 by bounced-reply',
      `reply 99 bounced ${lasting}`,
      ...questions,
    ])
  })

  test('of a mail that was never ours is only settled', () => {
    expect(told(decide(arrived(report('failed', '5.1.1'), aMachine('bounce'))))).toEqual(['settles bounce as machine'])
  })

  test('never opens a case, even under the subject of one', () => {
    expect(told(decide(arrived(reply, aMachine('bounce')), KNOWN))).toEqual(['settles bounce as machine'])
  })

  test('without a readable report blocks nobody', () => {
    expect(told(decide(arrived({}, aMachine('bounce')), { bouncedReply }))).toContain('reply 99 bounced for now')
  })
})

describe('a mail of a machine', () => {
  test.each(['auto-reply', 'bulk'] as const)('%s in a known thread is filed, and not answered', (kind) => {
    expect(told(decide(arrived(reply, aMachine(kind)), KNOWN))).toEqual([
      `settles ${kind} as machine`,
      'files in 7 by reply-token',
    ])
  })

  test.each([
    ['auto-reply', 'machine'],
    ['bulk', 'machine'],
    ['spam', 'unrelated'],
  ] as const)('%s by itself opens no case', (kind, outcome) => {
    expect(told(decide(arrived({}, aMachine(kind))))).toEqual([`settles ${kind} as ${outcome}`])
  })

  test('of a stranger does not get into a case', () => {
    const mail = arrived({ ...reply, from: 'eve@elsewhere.example' }, aMachine('auto-reply'))
    expect(told(decide(mail, KNOWN))).toEqual(['settles auto-reply as machine'])
  })

  test('spam is not filed even in a known thread', () => {
    expect(told(decide(arrived(reply, aMachine('spam')), KNOWN))).toEqual(['settles spam as unrelated'])
  })
})

describe('the mode', () => {
  test.each([
    ['auto', 'queued acknowledgement to paula@acmefiber.example'],
    ['draft', 'draft acknowledgement to paula@acmefiber.example'],
    ['observe', 'no reply: mode-observe'],
  ] as const)('%s', (mode, last) => {
    expect(told(decide(arrived(), { autonomy: { ...AUTO, master: mode } })).at(-1)).toBe(last)
  })

  test.each([
    ['auto', ['draft acknowledgement to paula@acmefiber.example', 'asks a person: loop']],
    ['draft', ['draft acknowledgement to paula@acmefiber.example']],
    ['observe', ['no reply: mode-observe']],
  ] as const)('%s, and the mail is older than the connection of the mailbox', (mode, last) => {
    const facts = { autonomy: { ...AUTO, master: mode }, isOld: true }
    expect(told(decide(arrived({}, IN_COLORADO), facts)).slice(-last.length)).toEqual(last)
  })
})

describe('a mail that is too large: no more than its header was read', () => {
  const tooLarge = (sketch: MailSketch = {}, understanding = anUnderstanding()) => {
    const came = arrived(sketch, understanding)
    const problem = { code: 'header-only', detail: '180 MB' } as const
    return { ...came, mail: { ...came.mail, problems: [problem] } }
  }

  test.each([
    ['of nobody known', {}, {}],
    ['in a known case, where it would be silence', KNOWN, reply],
  ])('%s: its sender is asked for smaller ones, whatever its subject seems to want', (_what, facts, sketch) => {
    const decision = decide(tooLarge(sketch), facts)
    expect(told(decision).slice(-2)).toEqual([
      'queued too-large to paula@acmefiber.example',
      'asks a person: understand',
    ])
    expect(decision.wishes[0]).toMatchObject({ sections: [{ section: 'too-large', megabytes: 150 }] })
    expect(decision.wishes[1]).toMatchObject({ sentence: expect.stringMatching(/180 MB.* was asked for smaller ones/) })
  })

  test.each([
    ['of a machine', {}, aMachine('auto-reply'), {}, []],
    ['marked as one', { headers: { 'Auto-Submitted': 'auto-generated' } }, undefined, {}, ['no reply: auto-submitted']],
    ['of a list', { headers: { 'Return-Path': '<>' } }, undefined, {}, ['no reply: null-return-path']],
    ['over a cap', {}, undefined, { repliesToAddressLastHour: 5 }, ['no reply: cap-address']],
  ] as const)('%s: nobody is asked', (_what, sketch, understanding, facts, withheld) => {
    const lines = told(decide(tooLarge(sketch, understanding), facts))
    expect(lines.filter((line) => /^(?:queued|no reply)/.test(line))).toEqual(withheld)
  })
})

describe('caps: a mail over one is filed, not answered, and a person hears of it', () => {
  test.each([
    ['of the address', { repliesToAddressLastHour: 5 }, {}, 'cap-address'],
    ['of the domain', { repliesToDomainLastHour: 50 }, {}, 'cap-domain'],
    ['of the case', { ...KNOWN, repliesInCaseLastDay: new Map([[7, 3]]) }, reply, 'cap-case'],
  ])('%s', (_what, facts, sketch, rule) => {
    const lines = told(decide(arrived(sketch), facts))
    expect(lines).toContain('settles human as filed')
    expect(lines.slice(-2)).toEqual([`no reply: ${rule}`, 'asks a person: loop'])
  })

  test.each([
    ['one below each', { repliesToAddressLastHour: 4, repliesToDomainLastHour: 49 }, {}],
    ['another case has had its share', { ...KNOWN, repliesInCaseLastDay: new Map([[8, 3]]) }, reply],
  ])('%s: answered', (_what, facts, sketch) => {
    expect(told(decide(arrived(sketch), facts)).at(-1)).toMatch(/^queued/)
  })
})

describe('mail of a person that must not be answered is filed all the same', () => {
  test.each([
    ['an address that bounced for good', {}, { recipientBlocked: true }, 'blocked'],
    ['our own address', { from: OURS }, {}, 'own-address'],
    ['a null return path', { headers: { 'Return-Path': '<>' } }, {}, 'null-return-path'],
  ])('%s', (_what, sketch, facts, rule) => {
    expect(told(decide(arrived(sketch, IN_COLORADO), facts))).toEqual([
      'opens CLEC-2026-00042 needs-info',
      'files in 42 by no-thread',
      'settles human as filed',
      `no reply: ${rule}`,
    ])
  })

  test.each([
    ['nobody there', { from: 'no-reply@acmefiber.example' }, 'no-recipient'],
    ['none is wanted', { text: 'Acme Fiber, LLC requests an agreement. No reply needed.' }, 'no-answer-wanted'],
    ['no machine is', { text: 'Acme Fiber, LLC requests an agreement. No auto-reply, please.' }, 'no-machine-wanted'],
  ])('and its matter is shown to a person: %s', (_what, sketch, rule) => {
    expect(told(decide(arrived(sketch, IN_COLORADO))).slice(-2)).toEqual([`no reply: ${rule}`, 'asks a person: answer'])
  })
})

test('every decision gives a reason', () => {
  for (const kind of ['auto-reply', 'bounce', 'bulk', 'spam'] as const)
    expect(decide(arrived({}, aMachine(kind))).because).toEqual([{ rule: kind, saw: 'header: what gave it away' }])
  expect(decide(arrived()).because.map((reason) => reason.rule)).toEqual([
    ...['no-thread', 'human-mail', expect.stringMatching(/^sender-/)],
  ])
  expect(decide(arrived(), { earlierDelivery: 1 }).because).toEqual([
    { rule: 'second-delivery', saw: 'same Message-ID, Date and sender as mail 1' },
  ])
})
