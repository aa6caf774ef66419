/** Every entry of the timeline reads as a sentence, whatever wrote it. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { caseTimeline, timelineOf } from '../../../src/db/timeline-entries.ts'
import type { CaseChange } from '../../../src/domain/casework/change.ts'
import type { Change } from '../../../src/domain/decision.ts'
import { STORED_EVENTS, type StoredEvent, type TimelineEntry } from '../../../src/domain/timeline/event.ts'
import { TIMELINE_SENTENCES, timelineSentence } from '../../../src/domain/timeline/sentence.ts'
import { aFile, aProof, NOW } from '../../support/case-files.ts'

const when = (at: number) => new Date(at).toISOString().slice(0, 10)
const proof = aProof({ quote: 'Order 26-1', attachment: 'Certificate.pdf', page: 2, by: 'system' })

type Samples<Of extends { readonly change: string }> = {
  readonly [Name in Of['change']]: readonly [change: Extract<Of, { change: Name }>, sentence: string]
}

const CASE: Samples<Exclude<CaseChange, { change: 'mail-came' }>> = {
  'item-met': [
    { change: 'item-met', item: 'ocn-letter', at: NOW, value: '652H', proof },
    'ocn letter ticked: 652H (Certificate.pdf, page 2: "Order 26-1")',
  ],
  'item-waived': [
    { change: 'item-waived', item: 'tax-forms', at: NOW, proof: aProof({ quote: '' }) },
    'tax forms waived (papers.pdf, page 1)',
  ],
  'item-problem': [
    { change: 'item-problem', item: 'certification', at: NOW, problem: 'It is unsigned.', proof },
    'certification does not do yet: It is unsigned. (Certificate.pdf, page 2: "Order 26-1")',
  ],
  'item-opened': [
    { change: 'item-opened', item: 'filed', by: 'anna', why: 'taken back by hand' },
    'filed opened again: taken back by hand',
  ],
  'route-chosen': [
    { change: 'route-chosen', route: 'opt-in', doubtful: true },
    'way to the agreement: opt-in (doubtful)',
  ],
  'request-received': [{ change: 'request-received', at: NOW }, `the request to negotiate came on ${when(NOW)}`],
  'facts-learned': [{ change: 'facts-learned', state: 'CO', family: 'qc' }, 'learned: state CO, our company qc'],
  corrected: [
    {
      ...{ change: 'corrected', company: 'Acme Fiber, LLC', clecId: 7, state: 'CO', family: null },
      ...{ agreement: 'interconnection', route: null, intent: 'agreement-request' },
    },
    'case corrected: company Acme Fiber, LLC, state CO, agreement interconnection, matter agreement-request',
  ],
  'negotiator-assigned': [{ change: 'negotiator-assigned', negotiator: null }, 'given to nobody'],
  'receipt-extended': [
    {
      change: 'receipt-extended',
      extension: { deemedReceipt: '2026-04-01', agreedAt: NOW, confirmedBy: 'anna', why: 'letter of March 3' },
    },
    'counts as received on 2026-04-01, confirmed by anna: letter of March 3',
  ],
  asked: [
    { change: 'asked', to: 'paula@acme.example', items: ['certification', 'ocn-letter'], at: NOW, heardAt: NOW },
    `paula@acme.example wrote on ${when(NOW)} and still owes certification and ocn letter`,
  ],
  'asked-again': [
    { change: 'asked-again', items: ['certification'], at: NOW, anew: false },
    'the next reminder asks again for certification',
  ],
  reminded: [{ change: 'reminded', at: NOW }, 'reminder written'],
  'chase-paused': [
    { change: 'chase-paused', until: NOW, rest: { by: 'anna@carrier.example', at: NOW, why: 'ordered' } },
    `no reminder before ${when(NOW)}, ordered by anna@carrier.example`,
  ],
  'chase-resumed': [{ change: 'chase-resumed', at: NOW }, 'reminders go on'],
  'chase-stopped': [{ change: 'chase-stopped', why: 'they answered' }, 'no more reminders: they answered'],
  'staff-told': [
    { change: 'staff-told', marks: ['window-closes:2027-05-06:before-due:7', 'affiliate/bigfork'] },
    'staff was told: window closes 2027-05-06 before due 7, affiliate bigfork',
  ],
  'needs-person': [{ change: 'needs-person', why: 'a legal notice' }, 'a person has to look: a legal notice'],
  'person-done': [{ change: 'person-done' }, 'no person has to look any more'],
  closed: [
    { change: 'closed', reason: 'merged', at: NOW, into: 'CLEC-2026-00001' },
    'closed as merged into CLEC-2026-00001',
  ],
  reopened: [{ change: 'reopened' }, 'opened again'],
  'moved-to-request': [{ change: 'moved-to-request', requestId: 9 }, 'belongs to request 9 now'],
  noted: [{ change: 'noted', text: 'called', by: 'anna' }, 'note: called'],
}

const MAIL: Samples<Change> = {
  'mail-filed': [{ change: 'mail-filed', caseId: 1, how: 'no-thread' }, 'mail 4 filed here (no thread)'],
  'mail-settled': [
    { change: 'mail-settled', kind: 'auto-reply', outcome: 'machine', duplicateOf: null },
    'mail 4 is from auto reply: machine',
  ],
  'reply-withheld': [
    { change: 'reply-withheld', caseId: 1, rule: 'cap', why: 'too many' },
    'mail 4 not answered: too many',
  ],
  'reply-bounced': [
    { change: 'reply-bounced', outboxId: 8, permanent: true, detail: '550 no such user' },
    'letter 8 came back: 550 no such user',
  ],
}

const read = ({ event, detail }: Pick<TimelineEntry, 'event' | 'detail'>) =>
  timelineSentence({ messageId: 4, outboxId: 8, event, detail }, when)

test.each(Object.values<readonly [CaseChange, string]>(CASE))('%j', (change, sentence) => {
  const told = caseTimeline({ file: aFile(), opened: false, changes: [change], summary: null as never })
  expect(told.map(read)).toEqual([sentence])
})

test.each(Object.values<readonly [Change, string]>(MAIL))('%j', (change, sentence) => {
  expect(read(timelineOf(change))).toBe(sentence)
})

test('a case that was opened', () => {
  const told = caseTimeline({ file: aFile(), opened: true, changes: [], summary: null as never })
  expect(told.map(read)).toEqual(['case opened for company Acme Fiber, LLC, state CO'])
})

describe('what the statements of src/db write', () => {
  const SAYS: Readonly<Record<string, unknown>> = {
    ...{ why: 'timeout', template: 'acknowledgement', response: '250 ok', staff: 'anna@a.example', day: '2026-03-05' },
    ...{ kind: 'human', intents: ['status-inquiry'], states: ['CO'], company: 'Acme', sort: 'copy', mails: [1, 2] },
    ...{ code: 'time-limit', detail: 'over 8 s', file: 'a.pdf', name: 'Eicar', because: 'docket', snapshot: 's' },
    version: 3,
  }

  test.each(STORED_EVENTS)('%s, in full and with nothing', (event) => {
    for (const detail of [SAYS, {}]) {
      const sentence = read({ event, detail })
      expect(sentence).toMatch(/^[a-zA-Z].*[^:( ]$/)
      expect(sentence).not.toMatch(/\[object|undefined|null|\d{12}/)
    }
  })

  const STORED: readonly (readonly [StoredEvent, string])[] = [
    ['reply-sent', 'acknowledgement 8 sent; their server said 250 ok'],
    ['mail-corrected', 'mail 4 corrected: from human, wants status inquiry, company Acme, states CO'],
    ['quarantined', 'mail 4 put into quarantine: time limit, over 8 s'],
    ['work-retried', 'the copy in Sent of acknowledgement 8 is tried again'],
  ]
  test.each(STORED)('%s', (event, sentence) => {
    expect(read({ event, detail: SAYS })).toBe(sentence)
  })

  /** The word stands behind the actor, or is handed to a statement that has it as a parameter. */
  const WRITTEN = [
    /'system', '([a-z]+(?:-[a-z]+)*)'(?! \|\|)/g,
    /\$\d+, '([a-z]+(?:-[a-z]+)+|erased|restored)',/g,
    /actor, '([a-z-]+)'/g,
    /'((?:draft|quarantine|work|hold)-[a-z]+)'/g,
  ]
  const NO_EVENTS = ['draft-issued', 'hold-draft', 'work-due']

  test('are all in the list', () => {
    const source = readdirSync('src/db')
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(`src/db/${file}`, 'utf8'))
      .join('\n')
    const written = new Set(WRITTEN.flatMap((pattern) => [...source.matchAll(pattern)].map((found) => found[1] ?? '')))
    for (const word of NO_EVENTS) written.delete(word)
    const known = Object.keys(TIMELINE_SENTENCES)
    expect([...written].filter((event) => !known.includes(event))).toEqual([])
    expect(written.size).toBeGreaterThan(15)
  })
})

test('what a newer version wrote is still for people', () => {
  const detail = { someThing: { at: 1795767659000, parts: [{ id: 1 }, 'b'] }, nothing: null, count: 3 }
  expect(read({ event: 'moon-landed', detail })).toBe(
    'moon landed: some thing (at 2026-11-27, parts (id 1) and b), count 3',
  )
})
