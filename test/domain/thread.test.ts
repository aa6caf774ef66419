import { describe, expect, test } from 'vitest'
import { belongs, findThread, type ThreadFacts } from '../../src/domain/thread.ts'
import { aCase, NOW, threadFacts } from '../support/arrivals.ts'
import { aMail, type MailSketch } from '../support/mail-builder.ts'

const DAY = 24 * 3_600_000
const ours = aCase()
const another = aCase({ id: 8, ref: 'CLEC-2026-00008', participants: ['joe@borealis.example'] })
const closed = aCase({ status: 'closed' })

/** `known CLEC-… by rule`, `new by rule` or `doubtful CLEC-… by rule`. */
function thread(facts: Partial<ThreadFacts>, sketch: MailSketch = {}): string {
  const subject = sketch.subject ?? 'Re: Interconnection in Colorado [CLEC-2026-00007]'
  const found = findThread(aMail({ ...sketch, subject }), threadFacts(facts), NOW)
  const which = found.thread === 'known' ? [found.case] : found.thread === 'doubtful' ? found.candidates : []
  return [found.thread, ...which.map((one) => one.ref), 'by', found.because.rule].join(' ')
}

describe('one signal, from somebody who takes part in the case', () => {
  test.each([
    ['our signed token in In-Reply-To or References', { byToken: [ours] }, 'reply-token'],
    ['a Message-ID that was seen in the case', { byReference: [ours] }, 'references'],
    ['token and Message-ID alike', { byToken: [ours], byReference: [ours] }, 'reply-token'],
    ['the number in the subject', { bySubjectRef: [ours] }, 'subject-reference'],
    ['a closed case: the mail is filed there all the same', { byToken: [closed] }, 'reply-token'],
  ] as const)('%s', (_what, facts, rule) => {
    expect(thread(facts)).toBe(`known CLEC-2026-00007 by ${rule}`)
  })

  test('a colleague under the same company domain takes part', () => {
    expect(thread({ byReference: [ours] }, { from: 'counsel@acmefiber.example' })).toBe(
      'known CLEC-2026-00007 by references',
    )
  })
})

describe('a stranger who knows something of a case never gets into it', () => {
  test.each([
    ['our token, perhaps forwarded', { byToken: [ours] }, 'doubtful CLEC-2026-00007 by reply-token-foreign-sender'],
    ['a Message-ID of the case', { byReference: [ours] }, 'doubtful CLEC-2026-00007 by references-foreign-sender'],
    ['the number alone', { bySubjectRef: [ours] }, 'doubtful CLEC-2026-00007 by subject-reference-alone'],
  ] as const)('%s', (_what, facts, verdict) => {
    expect(thread(facts, { from: 'eve@elsewhere.example' })).toBe(verdict)
  })

  test('a mail without a sender neither', () => {
    expect(thread({ byToken: [ours] }, { from: '<>' })).toBe('doubtful CLEC-2026-00007 by reply-token-foreign-sender')
  })
})

test('references to two cases: a person decides, even if the sender takes part in one', () => {
  expect(thread({ byToken: [ours], byReference: [another] })).toBe(
    'doubtful CLEC-2026-00007 CLEC-2026-00008 by references-disagree',
  )
})

test('two numbers in the subject: the one in which the sender takes part counts', () => {
  expect(thread({ bySubjectRef: [another, ours] })).toBe('known CLEC-2026-00007 by subject-reference')
})

test('two numbers of cases in which the sender takes part: a person decides', () => {
  const second = aCase({ id: 9, ref: 'CLEC-2026-00009' })
  expect(thread({ bySubjectRef: [ours, second] })).toBe(
    'doubtful CLEC-2026-00007 CLEC-2026-00009 by subject-references-disagree',
  )
})

test('a reference counts more than a number in the subject', () => {
  expect(thread({ byReference: [ours], bySubjectRef: [another] })).toBe('known CLEC-2026-00007 by references')
})

describe('a mail program that drops References', () => {
  const reply = { subject: 'RE: Interconnection in Colorado' }
  const untouched = { subject: 'Interconnection in Colorado' }

  test('an answer of the same sender under the same subject', () => {
    expect(thread({ bySender: [ours] }, reply)).toBe('known CLEC-2026-00007 by sender-and-subject')
  })

  test.each([
    ['not an answer: the same request again, perhaps for another state', [ours], untouched],
    ['another subject', [ours], { subject: 'Re: Interconnection in Utah' }],
    ['silence of 90 days', [aCase({ lastMailAt: NOW - 90 * DAY })], reply],
    ['two cases under this subject', [ours, aCase({ id: 9, ref: 'CLEC-2026-00009' })], reply],
    ['a subject that everybody writes', [aCase({ subjectStem: 'hello' })], { subject: 'Re: Hello' }],
    ['nobody wrote before', [], reply],
  ])('%s: a new case', (_what, bySender, sketch) => {
    expect(thread({ bySender }, sketch)).toBe('new by no-thread')
  })
})

describe('a mail that comes after those that answer it', () => {
  const reply = { subject: 'Re: Something of which nobody wrote' }
  const another = aCase({ id: 8, ref: 'CLEC-2026-00008' })
  const foreign = aCase({ id: 9, ref: 'CLEC-2026-00009', participants: ['eve@elsewhere.example'] })

  test.each([
    ['a mail of the case named it', { awaiting: [ours] }, 'known CLEC-2026-00007 by awaited'],
    ['both answer the same missing mail', { sameAwaited: [ours] }, 'known CLEC-2026-00007 by same-awaited'],
    ['a stranger named it: it is not his', { awaiting: [foreign] }, 'new by no-thread'],
    ['a stranger answers the same missing mail', { sameAwaited: [foreign] }, 'new by no-thread'],
    ['a stranger named it, too', { awaiting: [foreign, ours] }, 'known CLEC-2026-00007 by awaited'],
    [
      'mails of two cases of the sender named it: a person decides',
      { awaiting: [ours], sameAwaited: [another] },
      'doubtful CLEC-2026-00007 CLEC-2026-00008 by awaited-disagree',
    ],
    [
      'what it refers to counts more',
      { byReference: [another], awaiting: [ours] },
      'known CLEC-2026-00008 by references',
    ],
    [
      "what it refers to is a stranger's: a person decides",
      { byReference: [foreign], awaiting: [ours] },
      'doubtful CLEC-2026-00009 by references-foreign-sender',
    ],
  ] as const)('%s', (_what, facts, verdict) => {
    expect(thread(facts, reply)).toBe(verdict)
  })

  const before = { subject: 'Interconnection in Colorado', date: new Date(ours.receivedAt - 60_000).toISOString() }
  test.each([
    [
      'sent before the reply came, under its subject',
      { incomplete: [ours] },
      before,
      'known CLEC-2026-00007 by sent-before',
    ],
    ['nothing is missing in the case', { bySender: [ours] }, before, 'new by no-thread'],
    [
      'sent afterwards: a matter of its own',
      { incomplete: [ours] },
      { ...before, date: new Date(ours.receivedAt + 60_000).toISOString() },
      'new by no-thread',
    ],
    ['nobody knows when it was sent', { incomplete: [ours] }, { ...before, date: null }, 'new by no-thread'],
    ['another subject', { incomplete: [ours] }, { ...before, subject: 'Interconnection in Utah' }, 'new by no-thread'],
  ])('%s', (_what, facts, sketch, verdict) => {
    expect(thread(facts, sketch)).toBe(verdict)
  })
})

describe('who takes part in a case', () => {
  const participants = ['paula@acmefiber.example', 'carl@gmail.com', 'rita@att.net']
  test.each([
    ['paula@acmefiber.example', true],
    ['anybody@acmefiber.example', true],
    ['anybody@mail.acmefiber.example', false],
    ['paula@acmefiber.example.evil.example', false],
    ['carl@gmail.com', true],
    ['somebody.else@gmail.com', false],
    ['somebody.else@att.net', false],
    ['', false],
    ['no-at-sign', false],
  ])('%s: %s', (address, verdict) => {
    expect(belongs(address, { participants })).toBe(verdict)
  })
})
