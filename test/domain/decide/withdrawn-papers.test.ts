/** Which papers of a mail are for a state that was taken back, and for no other; for others they prove nothing. */
import { expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { takenBackWords } from '../../../src/domain/casework/withdrawal.ts'
import type { Seen } from '../../../src/domain/decide/seen.ts'
import { papersOfWithdrawn, withdrawnPapers, withoutWithdrawn } from '../../../src/domain/decide/withdrawn-papers.ts'
import type { DocumentSort } from '../../../src/domain/labels.ts'
import { anUnderstanding, NOW } from '../../support/arrivals.ts'
import { blankCase } from '../../support/blank-case.ts'
import { aMail } from '../../support/mail-builder.ts'

const COMPANY = 'Acme Fiber, LLC'
const inState = (id: number, state: string, some: Partial<CaseFile> = {}): CaseFile => ({
  ...blankCase(NOW),
  ...{ id, ref: `CLEC-2026-0000${id}`, requestId: 1, company: COMPANY, state, family: 'qc', ...some },
})
const withdrawn = { reason: 'withdrawn', at: NOW, into: null } as unknown as CaseFile['closed']

const IOWA = inState(1, 'IA')
const NEBRASKA = inState(2, 'NE')
const GONE = inState(2, 'NE', { closed: withdrawn })

/** With the document that was sent there. */
const sent = (file: CaseFile, number: string): CaseFile => ({
  ...file,
  items: {
    'draft-issued': {
      ...{ state: 'met', at: NOW, value: number, problem: null },
      proof: { messageId: null, attachment: null, page: null, quote: '', by: 'anna@carrier.example' },
    },
  },
})
const OURS = 'CDS-260302-0001'
const THEIRS = 'CDS-260302-0002'

const page = (of: string) => `SIGNATURE PAGE\nInterconnection Agreement ${of}\n${COMPANY}\nSignature: /s/ Paula Writer`
const ofNebraska = page('for the State of Nebraska')

function papers(text: string, request: readonly CaseFile[], sort: DocumentSort = 'signed-agreement') {
  const mail = aMail({ text: 'Attached.', attachments: [{ filename: 'page.txt', text }] })
  const understanding = { ...anUnderstanding(), documents: [sort] }
  const found = withdrawnPapers({ id: 1, receivedAt: NOW, mail, understanding }, request)
  return found.flatMap(({ file, papers: own }) => own.map(({ filename }) => `${file.ref} ${filename}`))
}

test.each<[string, string, readonly CaseFile[], DocumentSort?]>([
  ['its case is closed as withdrawn', ofNebraska, [IOWA, GONE]],
  [
    'it was taken back, and nobody has closed it yet',
    ofNebraska,
    [IOWA, { ...NEBRASKA, needsPerson: takenBackWords({ quote: 'Scrap it.' }) }],
  ],
  ['only the number of its agreement is in it', page(THEIRS), [IOWA, sent(GONE, THEIRS)]],
  ['the number, where the other has one of its own', page(THEIRS), [sent(IOWA, OURS), sent(GONE, THEIRS)]],
  ['its certificate', 'NEBRASKA PUBLIC SERVICE COMMISSION\nCertificate', [IOWA, GONE], 'certification'],
])('for a withdrawn state: %s', (_why, text, request, sort) => {
  expect(papers(text, request, sort)).toEqual(['CLEC-2026-00002 page.txt'])
})

test.each<[string, string, readonly CaseFile[], DocumentSort?]>([
  ['of a state that goes on', page('for the State of Iowa'), [IOWA, GONE]],
  ['that names no state', page(''), [IOWA, GONE]],
  ['with the number of what goes on', page(OURS), [sent(IOWA, OURS), sent(GONE, THEIRS)]],
  ['with the numbers of both', page(`${OURS} and ${THEIRS}`), [sent(IOWA, OURS), sent(GONE, THEIRS)]],
  ['of a state that goes on with the number of the other', page(`${THEIRS} for Iowa`), [IOWA, sent(GONE, THEIRS)]],
  ['with a number that nobody knows', page('CDS-260302-0009'), [IOWA, sent(GONE, THEIRS)]],
  ['of nothing that the process knows', ofNebraska, [IOWA, GONE], 'other'],
  [
    'of a state that was closed for another reason',
    ofNebraska,
    [IOWA, inState(2, 'NE', { closed: { ...withdrawn, reason: 'completed' } as CaseFile['closed'] })],
  ],
  [
    'of a state that waits for a person for another reason',
    ofNebraska,
    [IOWA, { ...NEBRASKA, needsPerson: 'a second agreement' }],
  ],
  ['of a request of which nothing goes on', ofNebraska, [inState(1, 'IA', { closed: withdrawn }), GONE]],
  ['of a state that was added again', ofNebraska, [IOWA, GONE, inState(3, 'NE')]],
])('not a paper %s', (_why, text, request, sort) => {
  expect(papers(text, request, sort)).toEqual([])
})

test('another case reads the mail without them', () => {
  const attachments = [OURS, THEIRS].map((number) => ({ filename: `${number}.txt`, text: page(number) }))
  const understanding = { ...anUnderstanding(), documents: ['signed-agreement', 'signed-agreement'] as const }
  const arrived = { id: 1, receivedAt: NOW, mail: aMail({ text: 'Attached.', attachments }), understanding }
  const gone = sent(GONE, THEIRS)
  const found = withdrawnPapers(arrived, [IOWA, gone])
  const readIn = (file: CaseFile) => withoutWithdrawn(arrived, found, file)
  expect(readIn(IOWA).mail.attachments.map(({ filename }) => filename)).toEqual([`${OURS}.txt`])
  expect(readIn(IOWA).understanding.documents).toEqual(['signed-agreement'])
  expect(readIn(gone)).toBe(arrived)
})

test.each<[string, readonly [name: string, text: string, sort: DocumentSort][], boolean]>([
  ['a logo', [['logo.png', '', 'decoration']], false],
  ['a paper of the other state', [['iowa.txt', page('for the State of Iowa'), 'signed-agreement']], true],
  ['what nobody knows', [['notes.txt', 'Notes.', 'other']], true],
])('%s beside them is told where it is one', (_what, more, isTold) => {
  const all = [['page.txt', ofNebraska, 'signed-agreement'] as const, ...more]
  const attachments = all.map(([filename, text]) => ({ filename, text }))
  const understanding = { ...anUnderstanding(), documents: all.map(([, , sort]) => sort) }
  const arrived = { id: 1, receivedAt: NOW, mail: aMail({ text: 'Attached.', attachments }), understanding }
  const seen = { arrived, home: { request: [IOWA, GONE], touched: [] }, takenBack: null, matter: null, sections: [] }
  const [asked] = papersOfWithdrawn(seen as unknown as Seen, 'paula@acmefiber.example')
  expect(asked?.wish === 'ask-human' && asked.sentence.includes(' beside others')).toBe(isTold)
})
