/** Which questions to a person the case answers by itself, sort by sort, and which it never does. */
import { describe, expect, test } from 'vitest'
import type { CaseFile, Item } from '../../../src/domain/casework/case-file.ts'
import { mootBy, NOT_UNDERSTOOD, QUESTIONS } from '../../../src/domain/casework/moot.ts'
import type { ClockLine } from '../../../src/domain/casework/outcome.ts'
import { differenceKey, otherNameProblem } from '../../../src/domain/casework/proofs/entities.ts'
import { TASK_SORTS, type TaskSort } from '../../../src/domain/decision.ts'
import { isAnsweredBy } from '../../../src/domain/orders/answered-tasks.ts'
import { blankCase } from '../../support/blank-case.ts'

const REF = 'CLEC-2026-00001'
const PROOF = { messageId: 1, attachment: null, page: null, quote: '', by: 'system' }
const met = (value: string | null = null, by = 'system'): Item => ({
  ...{ state: 'met', at: 1, value, problem: null, proof: { ...PROOF, by } },
})
const wrong = (problem: string): Item => ({ ...met(), state: 'problem', problem })

function file(some: Partial<CaseFile> = {}): CaseFile {
  return { ...blankCase(1_000), id: 1, ref: REF, requestId: 1, company: 'Mesa Voice, LLC', ...some }
}

const EARLY = 'page.txt came before the agreement document of the carrier.'
const OTHER = otherNameProblem({
  ...{ attachment: 'certificate.txt', page: null, quote: '' },
  ...{ expected: 'Mesa Voice, LLC', found: 'Mesa Holdings, Inc.' },
})
const CHASE = {
  to: 'lena@mesavoice.example',
  items: ['certification'],
  askedAt: 1,
  reminded: [1, 2, 3],
  pausedUntil: null,
}
const SILENT = { ...CHASE, stopped: 'no answer after 3 reminders' } as CaseFile['chase']
const ASKED = { ...CHASE, reminded: [], stopped: null } as CaseFile['chase']
const CLOSED = { reason: 'terminated', at: 2, into: null } as const
const DAY_30 = 'window-closes:2026-08-09:since-receipt:30'
const DAY_60 = 'window-closes:2026-08-09:since-receipt:60'
const WINDOW = { id: 'window-closes', due: '2026-08-09', state: 'running' } as const

interface Row {
  readonly sort: TaskSort
  readonly what: string
  readonly key: string
  readonly before: Partial<CaseFile>
  /** What answers it. */
  readonly after: Partial<CaseFile>
  readonly clocks?: readonly Pick<ClockLine, 'id' | 'due' | 'state'>[]
  /** What looks alike and does not. */
  readonly notBy: Partial<CaseFile>
}

const ROWS: readonly Row[] = [
  {
    ...{ sort: 'entity', what: 'a letter that came before ours comes again and counts' },
    ...{ key: QUESTIONS.problem(REF, EARLY), before: { items: { 'clec-signature': wrong(EARLY) } } },
    after: { items: { 'clec-signature': met() } },
    notBy: { items: { 'clec-signature': wrong(EARLY), certification: met() } },
  },
  {
    ...{ sort: 'entity', what: 'another thing is wrong with it now' },
    ...{ key: QUESTIONS.problem(REF, EARLY), before: { items: { 'clec-signature': wrong(EARLY) } } },
    after: { items: { 'clec-signature': wrong('page.txt is not signed.') } },
    notBy: { items: { 'clec-signature': wrong(EARLY) }, lastMailAt: 9_000 },
  },
  {
    ...{ sort: 'entity', what: 'the right paper comes after one of another company' },
    key: differenceKey(1, 'Mesa Holdings, Inc.'),
    before: { items: { certification: wrong(OTHER), 'legal-name': wrong(OTHER) } },
    after: { items: { certification: met(), 'legal-name': met('Mesa Voice, LLC') } },
    notBy: { items: { certification: met(), 'legal-name': wrong(OTHER) } },
  },
  {
    ...{ sort: 'chase', what: 'whoever was silent writes and is asked anew', key: QUESTIONS.silence(REF) },
    ...{ before: { chase: SILENT }, after: { chase: ASKED, lastMailAt: 9_000 } },
    notBy: { chase: SILENT, lastMailAt: 9_000 },
  },
  {
    ...{ sort: 'chase', what: 'all that was asked for is in', key: QUESTIONS.silence(REF) },
    ...{ before: { chase: SILENT }, after: { chase: SILENT, items: { certification: met() } } },
    notBy: { chase: SILENT, items: { questionnaire: met() } },
  },
  {
    ...{ sort: 'chase', what: 'the case is closed', key: QUESTIONS.silence(REF) },
    ...{ before: { chase: SILENT }, after: { chase: SILENT, closed: CLOSED } },
    notBy: { chase: SILENT, negotiator: 'anna@carrier.example' },
  },
  {
    ...{ sort: 'clock', what: 'a newer warning of the same day', key: QUESTIONS.mark(REF, DAY_30) },
    ...{ before: { told: [DAY_30] }, after: { told: [DAY_30, DAY_60] }, clocks: [WINDOW] },
    notBy: { told: [DAY_30, 'nine-months:2026-12-01:before-due:7'] },
  },
  {
    ...{ sort: 'clock', what: 'the day moved, or the clock stopped', key: QUESTIONS.mark(REF, DAY_30) },
    ...{ before: { told: [DAY_30] }, after: { told: [DAY_30], items: { 'petition-filed': met() } }, clocks: [] },
    notBy: { told: [DAY_30], lastMailAt: 9_000 },
  },
  {
    ...{ sort: 'milestone', what: 'the end of the agreement is recorded', key: QUESTIONS.end(REF) },
    ...{ before: {}, after: { items: { 'agreement-end': met('2028-05-01') } } },
    notBy: { items: { 'clec-signature': met() } },
  },
  {
    ...{ sort: 'milestone', what: 'the petition is recorded', key: QUESTIONS.petition(REF) },
    ...{ before: {}, after: { items: { 'petition-served': met() } } },
    notBy: { items: { 'arbitration-decided': met() } },
  },
  {
    ...{ sort: 'thread', what: 'the closed case is open again', key: QUESTIONS.closed(REF) },
    ...{ before: { closed: CLOSED }, after: {} },
    notBy: { closed: CLOSED, lastMailAt: 9_000 },
  },
  {
    ...{ sort: 'understand', what: 'who would not be asked: the case is closed', key: QUESTIONS.objection(REF) },
    ...{ before: { needsPerson: 'an objection' }, after: { closed: CLOSED } },
    notBy: { items: { certification: met() } },
  },
  {
    ...{ sort: 'understand', what: 'a later mail says what the first one wants', key: QUESTIONS.wants(REF) },
    ...{ before: { needsPerson: NOT_UNDERSTOOD }, after: { lastMailAt: 9_000 } },
    notBy: { needsPerson: NOT_UNDERSTOOD, lastMailAt: 9_000, items: { certification: met() } },
  },
  {
    ...{ sort: 'account', what: 'a person says who follows', key: QUESTIONS.departure('lena@mesavoice.example', REF) },
    before: { told: ['leaves lena@mesavoice.example'] },
    after: {
      told: ['leaves lena@mesavoice.example'],
      items: { 'notice-contact': met('Max, max@mesavoice.example', 'anna@carrier.example') },
    },
    notBy: { told: ['leaves lena@mesavoice.example'], items: { 'notice-contact': met('Max, max@mesavoice.example') } },
  },
  {
    ...{
      sort: 'account',
      what: 'whoever was introduced is let in',
      key: QUESTIONS.introduced('mary@law.example', REF),
    },
    ...{ before: {}, after: { items: { introduced: met('Mary Poe, Mary@Law.example') } } },
    notBy: { items: { introduced: met('Rex Stone, rex@stone.example') } },
  },
]

describe('is answered by the case itself', () => {
  const settled = ({ before, clocks }: Row, after: Partial<CaseFile>) =>
    mootBy({ before: file(before), after: file(after), clocks: clocks ?? [WINDOW] }, []).map(({ once }) => once)

  test.each(ROWS)('$sort: $what', (row) => {
    expect(settled(row, row.after)).toContain(row.key)
    expect(settled(row, row.notBy)).not.toContain(row.key)
  })

  test('another case of the request still names the other company', () => {
    const row = ROWS[2] as Row
    const turned = { before: file(row.before), after: file(row.after), clocks: [] }
    const sister = file({ id: 2, ref: 'CLEC-2026-00002', items: { certification: wrong(OTHER) } })
    expect(mootBy(turned, [sister])).toEqual([])
  })
})

describe('is answered by what a person orders in its case', () => {
  const outcome = (after: Partial<CaseFile>) => [
    { file: file(after), opened: false, changes: [], summary: null as never },
  ]
  const extension = { deemedReceipt: '2026-03-01', agreedAt: 1, confirmedBy: 'anna@carrier.example', why: 'agreed' }

  test.each<[TaskSort, string, Partial<CaseFile>, boolean]>([
    ['withdrawal', 'closed', { closed: CLOSED }, true],
    ['withdrawal', 'a tick', { items: { certification: met() } }, false],
    ['extension', 'the day is recorded', { extensions: [extension] }, true],
    ['extension', 'closed', { closed: CLOSED }, false],
    ['legal', 'closed', { closed: CLOSED }, false],
  ])('%s, by %s: %s', (sort, _by, after, isAnswered) => {
    expect(isAnsweredBy({ sort, caseRef: REF }, [file()], outcome(after))).toBe(isAnswered)
  })
})

/** Why no rule closes it. What a person answers by an order of its own is closed by that order. */
const A_PERSONS: Readonly<Partial<Record<TaskSort, string>>> = {
  legal: 'whoever gave notice waits for counsel, whatever else comes',
  correction: 'the state is said by an order, which closes it; what else was meant only a person knows',
  answer: 'a question was asked, and no rule answers it',
  affiliate: 'recording it closes it',
  sender: 'what was not told, and why, is for a person',
  elsewhere: 'whether the matter went on nobody here sees',
  bounce: 'the address has to be put right',
  loop: 'what was held back has to be looked at',
  quarantine: 'closed with what is done with the mail',
  virus: 'the file has to be looked at',
  failure: 'something broke',
  delivery: 'what became of a letter nobody knows',
  draft: 'closed when the letter waits no more',
}

test('every sort of question is one or the other', () => {
  const bySelf = new Set<TaskSort>([...ROWS.map(({ sort }) => sort), 'withdrawal', 'extension'])
  expect(TASK_SORTS.filter((sort) => !bySelf.has(sort) && A_PERSONS[sort] === undefined)).toEqual([])
})
