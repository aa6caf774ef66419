/** Who reads what in the morning. The desk: Anna has Colorado and Utah, Ben has no states, Dana is the manager. */
import { describe, expect, test } from 'vitest'
import { instantOf } from '../../../src/domain/calendar/zone.ts'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import type { Clock } from '../../../src/domain/clocks/clock.ts'
import type { Digest, DigestTarget } from '../../../src/domain/digest/digest.ts'
import { digestFor } from '../../../src/domain/digest/digest-for.ts'
import type { DigestFacts, FailedSend, OpenTask } from '../../../src/domain/digest/facts.ts'
import { ownersOf } from '../../../src/domain/digest/owners.ts'
import { caseFile, standing } from '../reminders/cases.ts'

const ZONE = 'America/Denver'
const on = (day: string) => instantOf(day, '10:00', ZONE)
const NOW = instantOf('2026-03-06', '07:30', ZONE)

const anna = { name: 'Anna Keller', email: 'anna@example.com', states: ['CO', 'UT'], manager: false }
const ben = { name: 'Ben Ortiz', email: 'ben@example.com', states: [], manager: false }
const dana = { name: 'Dana Whitfield', email: 'dana@example.com', states: [], manager: true }
const STAFF = [anna, ben, dana]

const clock: Clock = {
  ...{ id: 'window-closes', title: 'Window for arbitration closes', source: '47 U.S.C. 252(b)(1)' },
  ...{ startsOn: '2025-10-05', startedBy: 'The request was received on 2025-10-05.', due: '2026-03-14' },
  ...{ rolled: '2026-03-16', state: 'running', metOn: null, owedBy: 'either', confidential: true, protective: false },
  ...{ warned: 'from-receipt', derivation: [] },
}

const balance = {
  ...{ inMailbox: 412, taken: 412, filed: 371, answeredByRule: 0, duplicates: 8, machine: 29, quarantined: 0 },
  ...{ unrelated: 4, beforeStart: 0, gone: 3, erased: 0, remainder: 0 },
}

const QUIET: DigestFacts = {
  ...{ timeZone: ZONE, staff: STAFF, unreachable: [], cases: [], newRequests: [], tasks: [], drafts: [], failures: [] },
  ...{ lowConfidence: [], overdue: [], earlyOrdering: [], reminders: [] },
  accounting: [{ mailbox: 'INBOX', balance }],
  ending: [],
}

function open(ref: string, some: Partial<CaseFile> = {}, clocks: readonly Clock[] = []) {
  const file = caseFile({ ref, company: 'Pinyon Fiber LLC', negotiator: 'anna@example.com', ...some })
  return { file, standing: standing([]), clocks }
}

function task(taskId: number, some: Partial<OpenTask> = {}): OpenTask {
  const words = { sort: 'understand', sentence: `Task ${taskId}`, quote: 'their words' }
  return { taskId, ...words, caseRef: null, messageId: taskId + 100, openedAt: on('2026-03-05'), legal: false, ...some }
}

function failure(some: Partial<FailedSend>): FailedSend {
  return {
    ...{ outboxId: 1, caseRef: null, messageId: null, taskId: null, to: 'x@clec.example', subject: 'Hello' },
    ...{ how: 'bounced', permanent: true, detail: '550 no such user', at: on('2026-03-05') },
    ...some,
  }
}

function read(who: typeof anna, facts: Partial<DigestFacts>): Digest | null {
  return digestFor({ ...who, role: who.manager ? 'manager' : 'negotiator' }, { ...QUIET, ...facts }, NOW)
}

/** `decisions: 1 Task 7 | 2 Task 8`. */
function outline(digest: Digest | null): readonly string[] {
  return (digest?.sections ?? [])
    .filter(({ id }) => id !== 'totals')
    .map(({ id, lines }) => `${id}: ${lines.map(({ number, what }) => `${number ?? '-'} ${what}`).join(' | ')}`)
}

const CA = open('CLEC-2026-00001')
const CB = open('CLEC-2026-00002', { state: 'MN', negotiator: null })

describe('whose case it is', () => {
  test.each<readonly [string, Parameters<typeof ownersOf>[0], readonly (typeof anna)[], readonly string[]]>([
    ['by its state', { negotiator: null, state: 'CO' }, STAFF, ['anna@example.com']],
    ['the assignment wins over the state', { negotiator: 'BEN@example.com', state: 'CO' }, STAFF, ['ben@example.com']],
    [
      'of nobody here any more: by its state',
      { negotiator: 'zoe@example.com', state: 'UT' },
      STAFF,
      ['anna@example.com'],
    ],
    ['of a state that nobody has', { negotiator: null, state: 'MN' }, STAFF, ['ben@example.com']],
    ['without a state', { negotiator: null, state: null }, STAFF, ['ben@example.com']],
    ['no case at all', null, STAFF, ['ben@example.com']],
    ['nobody for the rest: the manager', null, [anna, dana], ['dana@example.com']],
    ['nobody but negotiators of states: all of them', null, [anna], ['anna@example.com']],
    [
      'a manager with states has them',
      { negotiator: null, state: 'MN' },
      [anna, { ...dana, states: ['MN'] }],
      ['dana@example.com'],
    ],
    ['nobody at all', null, [], []],
  ])('%s', (_what, file, staff, owners) => {
    expect(ownersOf(file, staff)).toEqual(owners)
  })
})

describe('a quiet day', () => {
  test('a negotiator gets none', () => {
    expect(read(anna, {})).toBeNull()
  })

  test('the manager gets the totals and the accounting', () => {
    const digest = read(dana, {})
    expect(digest?.headline).toBe('nothing waits for you')
    expect(digest?.lines.size).toBe(0)
    expect(digest?.accounting).toEqual([
      {
        mailbox: 'INBOX',
        remainder: 0,
        words: '412 mails in the mailbox: 371 filed, 29 machine mails, 8 duplicates, 4 spam or put aside; remainder 0',
      },
    ])
  })
})

describe('what ends one day', () => {
  const ending = [
    { name: 'the login of desk@example.com', at: Date.parse('2026-07-01T00:00:00Z') },
    { name: 'the client secret', at: Date.parse('2026-03-20T00:00:00Z') },
    { name: 'the login of sent@example.com', at: Date.parse('2026-03-01T00:00:00Z') },
  ]
  const linesFor = (who: typeof anna | typeof dana) =>
    (read(who, { ending })?.sections.find(({ id }) => id === 'totals')?.lines ?? [])
      .filter(({ what }) => / end(?:s|ed) /.test(what))
      .map(({ what, pressing, details }) => [what, pressing, details.length])

  test('its days are counted for the manager, the next end first', () => {
    expect(linesFor(dana)).toEqual([
      ['The login of sent@example.com ended on 2026-03-01', 'late', 1],
      ['The client secret ends in 14 days, on 2026-03-20', 'soon', 1],
      ['The login of desk@example.com ends in 117 days, on 2026-07-01', null, 0],
    ])
  })

  test('and for nobody else', () => {
    expect(linesFor(anna)).toEqual([])
  })
})

describe('the order', () => {
  const facts: Partial<DigestFacts> = {
    cases: [
      CA,
      open('CLEC-2026-00003', {}, [clock, { ...clock, id: 'nine-months', title: 'Later', due: '2026-04-10' }]),
    ],
    tasks: [
      task(7, { caseRef: 'CLEC-2026-00001' }),
      task(8, { caseRef: 'CLEC-2026-00001', openedAt: on('2026-03-01') }),
      task(9, { caseRef: 'CLEC-2026-00001', legal: true }),
      task(10, { caseRef: 'CLEC-2026-00001' }),
      task(11, { caseRef: 'CLEC-2026-00001', sort: 'delivery' }),
    ],
    drafts: [
      {
        ...{
          outboxId: 5,
          caseRef: 'CLEC-2026-00001',
          messageId: 64,
          to: 'jo@pinyon.example',
          subject: 'We received it',
        },
        ...{ createdAt: on('2026-03-05'), quote: 'please', text: '' },
      },
    ],
    newRequests: [
      {
        caseRef: 'CLEC-2026-00001',
        messageId: 63,
        at: on('2026-03-05'),
        from: 'jo@pinyon.example',
        subject: 'Request',
        quote: 'we want',
      },
    ],
    overdue: [{ caseRef: 'CLEC-2026-00003', label: 'Tax forms', due: '2026-03-01', daysLate: 5, place: '', quote: '' }],
    lowConfidence: [
      {
        ...{ messageId: 110, taskId: 10, caseRef: 'CLEC-2026-00001', from: 'o@q.example', subject: 'Hm' },
        at: on('2026-03-05'),
        readings: [
          { intent: 'opt-in-inquiry', likely: 0.48, quote: 'same paper' },
          { intent: 'agreement-request', likely: 0.41, quote: 'send us' },
          { intent: 'process-question', likely: 0.05, quote: '' },
        ],
      },
    ],
    failures: [failure({ taskId: 11, caseRef: 'CLEC-2026-00001' })],
    earlyOrdering: [{ caseRef: 'CLEC-2026-00003', position: 1, completeAt: on('2026-03-02') }],
    reminders: [
      { caseRef: 'CLEC-2026-00003', to: 'jo@pinyon.example', what: 'reminded', number: 2, at: on('2026-03-05') },
    ],
  }

  test('is that of triage, numbered through, nothing twice', () => {
    expect(outline(read(anna, facts))).toEqual([
      'decisions: 1 Task 9 | 2 Task 8 | 3 Task 7',
      'drafts: 4 To jo@pinyon.example: We received it',
      'clocks: 5 Window for arbitration closes: in 8 days, 2026-03-14 (Saturday) | 6 Later: in 35 days, 2026-04-10 (Friday)',
      'new-requests: 7 From jo@pinyon.example: Request',
      'overdue: 8 Tax forms: due 5 days ago, 2026-03-01 (Sunday)',
      'low-confidence: 9 From o@q.example: Hm',
      'failed-sends: 10 Our mail to x@clec.example came back: Hello',
      'early-ordering: 11 Place 1 in the queue',
      'reminders: - Reminder 2 went to jo@pinyon.example',
    ])
  })

  test('each number stands for its thing', () => {
    const caseRef = 'CLEC-2026-00001'
    expect([...(read(anna, facts)?.lines ?? [])]).toEqual<(readonly [number, DigestTarget])[]>([
      [1, { kind: 'task', taskId: 9, sort: 'understand', caseRef, messageId: 109 }],
      [2, { kind: 'task', taskId: 8, sort: 'understand', caseRef, messageId: 108 }],
      [3, { kind: 'task', taskId: 7, sort: 'understand', caseRef, messageId: 107 }],
      [4, { kind: 'draft', outboxId: 5, caseRef, messageId: 64 }],
      [5, { kind: 'clock', caseRef: 'CLEC-2026-00003', clock: 'window-closes' }],
      [6, { kind: 'clock', caseRef: 'CLEC-2026-00003', clock: 'nine-months' }],
      [7, { kind: 'case', caseRef, messageId: 63 }],
      [8, { kind: 'case', caseRef: 'CLEC-2026-00003', messageId: null }],
      [9, { kind: 'task', taskId: 10, sort: 'understand', caseRef, messageId: 110 }],
      [10, { kind: 'task', taskId: 11, sort: 'delivery', caseRef, messageId: null }],
      [11, { kind: 'case', caseRef: 'CLEC-2026-00003', messageId: null }],
    ])
  })

  test('the headline counts', () => {
    expect(read(anna, facts)?.headline).toBe(
      '1 legal notice, 2 decisions, 1 draft, 1 pressing clock, 1 new request, 1 overdue item, 1 unclear mail, 1 failed send',
    )
  })

  test('a clock shows where it comes from; the rolled day is only possible', () => {
    const [line] = read(anna, facts)?.sections.find(({ id }) => id === 'clocks')?.lines ?? []
    expect(line).toMatchObject({
      pressing: 'soon',
      about: 'CLEC-2026-00003, Pinyon Fiber LLC, Colorado',
      details: [
        'The request was received on 2025-10-05. 47 U.S.C. 252(b)(1)',
        'Possible: 2026-03-16 (Monday). Count on the strict day.',
      ],
    })
  })

  test('two readings with their words, and how to choose', () => {
    const [line] = read(anna, facts)?.sections.find(({ id }) => id === 'low-confidence')?.lines ?? []
    expect(line).toMatchObject({
      details: ['Perhaps opt-in-inquiry (48%): “same paper”', 'or agreement-request (41%): “send us”'],
      answers: ['is opt-in-inquiry', 'is agreement-request'],
    })
  })

  test('the others get nothing of it but what the manager should know', () => {
    expect(read(ben, facts)).toBeNull()
    expect(outline(read(dana, facts))).toEqual([
      'decisions: 1 Task 9 | 2 Task 8',
      'clocks: 3 Window for arbitration closes: in 8 days, 2026-03-14 (Saturday)',
      'overdue: 4 Tax forms: due 5 days ago, 2026-03-01 (Sunday)',
    ])
    expect(read(dana, facts)?.sections[0]?.lines.map(({ what }) => what)).toEqual([
      '2 open cases, 1 new request since the last digest',
      'Cases by negotiator: Anna Keller 2, nobody 0',
      '5 open tasks (1 late), 1 draft to approve (0 late), 1 mail that did not arrive',
      '2 clocks running: 0 over, 1 within 10 days; 1 overdue item',
      '1 reminder sent since the last digest, 0 handed to a person',
    ])
  })
})

describe('nothing falls through', () => {
  test('a case without a negotiator: who has the rest, and the manager', () => {
    expect(outline(read(ben, { cases: [CB] }))).toEqual(['unassigned: 1 Nobody works on it'])
    expect(outline(read(dana, { cases: [CB] }))).toEqual(['unassigned: 1 Nobody works on it'])
    expect(read(anna, { cases: [CB] })).toBeNull()
  })

  test('it stands once when it is new', () => {
    const fresh = { caseRef: CB.file.ref, messageId: 63, at: NOW, from: 'x@y.example', subject: 'Hi', quote: '' }
    expect(outline(read(ben, { cases: [CB], newRequests: [fresh] }))).toEqual(['new-requests: 1 From x@y.example: Hi'])
    expect(outline(read(dana, { cases: [CB], newRequests: [fresh] }))).toEqual(['unassigned: 1 Nobody works on it'])
  })

  test('a task of a mail without a case, and of a case that is closed', () => {
    const tasks = [task(1), task(2, { caseRef: 'CLEC-2020-00001' })]
    expect(outline(read(ben, { tasks }))).toEqual(['decisions: 1 Task 1 | 2 Task 2'])
  })

  test('a case that waits for a person without a task', () => {
    const cases = [open('CLEC-2026-00001', { needsPerson: 'two companies sign it', lastMailAt: on('2026-03-05') })]
    expect(outline(read(anna, { cases }))).toEqual(['decisions: 1 A person looks first: two companies sign it'])
  })

  test('a legal notice in a mail that was not understood stands first, once', () => {
    const facts = {
      cases: [CA],
      tasks: [task(3, { caseRef: 'CLEC-2026-00001', legal: true })],
      lowConfidence: [
        {
          ...{ messageId: 103, taskId: 3, caseRef: 'CLEC-2026-00001', from: 'a@b.example', subject: '' },
          ...{ at: NOW, readings: [] },
        },
      ],
    }
    expect(outline(read(anna, facts))).toEqual(['decisions: 1 Task 3'])
  })

  test('without a task or a case there is no number', () => {
    const digest = read(ben, { failures: [failure({ how: 'unsure' })] })
    expect(outline(digest)).toEqual(['failed-sends: - Our mail to x@clec.example may or may not have gone out: Hello'])
    expect(digest?.sections[0]?.lines[0]?.answers).toEqual([])
  })

  test('a remainder is said', () => {
    const accounting = [
      {
        mailbox: 'INBOX',
        balance: { ...balance, inMailbox: 1, filed: 0, machine: 0, duplicates: 0, unrelated: 0, remainder: 1 },
      },
    ]
    expect(read(dana, { accounting })?.accounting[0]?.words).toBe('1 mail in the mailbox: none explained; remainder 1')
  })
})

describe('length', () => {
  test('sections are cut, numbers go on, legal notices and clocks that are over come whole up to 50', () => {
    const tasks = Array.from({ length: 32 }, (_, i) => task(i + 1, { caseRef: CA.file.ref }))
    const legal = Array.from({ length: 25 }, (_, i) => task(i + 100, { caseRef: CA.file.ref, legal: true }))
    const [section] = read(anna, { cases: [CA], tasks })?.sections ?? []
    expect(section).toMatchObject({ more: 12, command: 'intagree tasks' })
    const all = read(anna, { cases: [CA], tasks: [...tasks, ...legal] })
    expect(all?.sections[0]?.lines).toHaveLength(25)
    expect(all?.sections[0]?.more).toBe(32)
    expect(all?.lines.size).toBe(25)
    const over = Array.from({ length: 20 }, () => ({ ...clock, due: '2026-03-01' }))
    const [clocks] = read(anna, { cases: [open('CLEC-2026-00001', {}, over)] })?.sections ?? []
    expect(clocks).toMatchObject({ more: 0 })
    const flood = Array.from({ length: 60 }, (_, i) => task(i + 1, { caseRef: CA.file.ref, legal: true }))
    const [flooded] = read(anna, { cases: [CA], tasks: flood })?.sections ?? []
    expect([flooded?.lines.length, flooded?.more]).toEqual([50, 10])
  })

  test('clocks that are far are counted, not shown', () => {
    const far = [clock, { ...clock, due: '2026-04-20' }, { ...clock, due: '2026-04-21' }]
    const [clocks] = read(anna, { cases: [open('CLEC-2026-00001', {}, far)] })?.sections ?? []
    expect([clocks?.lines.length, clocks?.more]).toEqual([2, 1])
  })
})

describe('whom no digest reaches', () => {
  const told = (who: typeof anna, unreachable: readonly string[]) =>
    read(who, { unreachable, cases: [CA], drafts: [] })?.sections.flatMap(({ lines }) => lines.map(({ what }) => what))

  test('the manager reads of it first, and others get what was theirs', () => {
    const sentence = 'No digest reaches Anna Keller: a mail to anna@example.com came back, and nothing is sent there'
    expect(told(dana, [anna.email])?.[0]).toBe(sentence)
    expect(told(ben, [anna.email])).toBeUndefined()
    const theirs = read(ben, { unreachable: [anna.email], cases: [CA], tasks: [task(7, { caseRef: CA.file.ref })] })
    expect(outline(theirs)).toEqual(['decisions: 1 Task 7'])
  })

  test('that is the only manager: everybody reads of it', () => {
    expect(told(ben, [dana.email])?.[0]).toContain('No digest reaches Dana Whitfield')
  })
})

test('only the question whether two cases belong together offers to merge them', () => {
  const sentences = [
    'CLEC-2026-00001 was opened apart from CLEC-2026-00009: nothing shows it. Do they belong together?',
    'CLEC-2026-00001 was opened: jo asks to negotiate where the agreement of CLEC-2026-00009 is in place.',
    'jo wrote in CLEC-2026-00001, which is closed (withdrawn).',
  ]
  const tasks = sentences.map((sentence, at) => task(at + 1, { sort: 'thread', caseRef: CA.file.ref, sentence }))
  const lines = read(anna, { cases: [CA], tasks })?.sections.flatMap((one) => one.lines) ?? []
  expect(lines.map(({ answers }) => answers[0])).toEqual(['merge into CLEC-2026-00009', 'done', 'reopen'])
})
