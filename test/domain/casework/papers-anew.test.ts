/** Papers and mails that are judged again: after a person said what the case is about, or what the mail is. */
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { familyInstead } from '../../../src/domain/casework/families.ts'
import { mailAnew } from '../../../src/domain/casework/mail-anew.ts'
import { papersAnew } from '../../../src/domain/casework/papers-anew.ts'
import { type ProvingMail, proofsIn } from '../../../src/domain/casework/proofs.ts'
import type { DocumentSort, Intent } from '../../../src/domain/labels.ts'
import { territoryOf } from '../../../src/domain/territories.ts'
import { aFile, after, anItem, aProof, aProvingMail, DAY, having, inShort } from '../../support/casework.ts'

const FIBER = 'Blue Mesa Fiber, LLC'
const NETWORKS = 'Blue Mesa Networks, Inc.'
const start = having(
  aFile({ company: FIBER, state: 'CO', family: 'qc', agreement: 'interconnection', route: 'template-as-is' }),
  ...(['legal-name', 'state', 'agreement-type', 'notice-contact', 'route', 'request-form'] as const),
)

const certificate = (company: string) =>
  `PUBLIC UTILITIES COMMISSION OF THE STATE OF COLORADO\nCertificate of Public Convenience and Necessity\nThe Commission grants ${company} a certificate.`
const signed = (company: string) =>
  `INTERCONNECTION AGREEMENT\nTracking number CDS-260302-0003\n${company}\nBy: /s/ Wade Ruiz\nDate: March 2, 2026`
const NEVADA = certificate(FIBER).replaceAll('COLORADO', 'NEVADA')
const QUESTIONNAIRE = `CUSTOMER QUESTIONNAIRE\nLegal name: ${FIBER}\nContact: Wade Ruiz\nSwitch: Montrose`

/** The mails of a case, a day after each other. */
function mailsOf(...papers: readonly (readonly [DocumentSort, string])[]): readonly ProvingMail[] {
  return papers.map(([sort, text], at) => {
    const mail = aProvingMail({ attachments: [{ filename: `paper-${at + 1}.txt`, text }] }, { documents: [sort] })
    return { ...mail, id: 101 + at, receivedAt: mail.receivedAt + at * DAY }
  })
}

function arrived(mails: readonly ProvingMail[], file: CaseFile = start): CaseFile {
  return mails.reduce((known, mail) => after(known, proofsIn(mail, known)), file)
}

describe('papers, when the case is about something else than we read', () => {
  const byHand = anItem({ proof: aProof({ messageId: null, by: 'anna@carrier.example' }) })
  test.each<
    readonly [
      what: string,
      papers: readonly (readonly [DocumentSort, string])[],
      head: Partial<CaseFile>,
      changes: readonly string[],
    ]
  >([
    ['what holds now is in', [['certification', certificate(NETWORKS)]], { company: NETWORKS }, ['certification']],
    [
      'what does not hold any more is taken back, with what is wrong',
      [['certification', certificate(FIBER)]],
      { company: NETWORKS },
      [`certification ! paper-1.txt names ${FIBER}; the request names Blue Mesa Networks, Inc.`],
    ],
    [
      'the paper that holds now counts in place of the one that did',
      [
        ['certification', certificate(FIBER)],
        ['certification', certificate(NETWORKS)],
      ],
      { company: NETWORKS },
      ['certification'],
    ],
    [
      'the same entity written otherwise changes nothing',
      [['certification', certificate(FIBER)]],
      { company: 'Blue Mesa Fiber L.L.C.' },
      [],
    ],
    [
      'what a person ticked stays',
      [['certification', certificate(FIBER)]],
      { company: NETWORKS, items: { certification: byHand } },
      [],
    ],
    [
      'what a person took back is not ticked again',
      [['certification', certificate(FIBER)]],
      { company: NETWORKS, items: start.items },
      [],
    ],
    [
      'a signed page falls with all that it showed',
      [['signed-agreement', signed(FIBER)]],
      { company: NETWORKS },
      [`clec-signature ! paper-1.txt names ${FIBER}; the request names Blue Mesa Networks, Inc.`, 'item-opened'],
    ],
    [
      'a paper of the new state counts',
      [['certification', NEVADA]],
      { state: 'NV', family: 'ct-eq' },
      ['certification'],
    ],
    [
      'what each family asks for is shown by what came before',
      [['customer-questionnaire', QUESTIONNAIRE]],
      { family: 'ct-eq' },
      ['start-up-profile'],
    ],
    [
      'a closed case is left alone',
      [['certification', certificate(FIBER)]],
      { company: NETWORKS, closed: { reason: 'withdrawn', at: 0, into: null } },
      [],
    ],
  ])('%s', (_what, papers, { items, ...head }, changes) => {
    const mails = mailsOf(...papers)
    const known = arrived(mails)
    const before = { ...known, items: items ?? known.items }
    expect(inShort(papersAnew(before, { ...before, ...head }, mails).changes)).toEqual(changes)
  })

  test('a signature that ours rests on stays, and a person is told', () => {
    const mails = mailsOf(['signed-agreement', signed(FIBER)])
    const before = having(arrived(mails), 'carrier-signature')
    const anew = papersAnew(before, { ...before, company: NETWORKS }, mails)
    expect(anew).toEqual({ changes: [], takenBack: [], counted: [], kept: ['clec-signature'] })
  })
})

describe('a mail that a person said to be something else', () => {
  const wants = (intent: Intent) => ({ intents: [{ intent, confidence: 1 }] })
  const mail = aProvingMail(
    {
      text: 'Our president has signed it on Monday.',
      attachments: [{ filename: 'code.txt', text: `NECA\n${FIBER}\nOCN: 861K` }],
    },
    { documents: ['ocn-letter'], abstained: false, ...wants('supporting-document') },
  )
  const sent = having(start, 'draft-issued')
  const [letter] = mailsOf(['ocn-letter', `NECA\n${FIBER}\nOCN: 861K`]) as readonly [ProvingMail]
  test.each<readonly [what: string, is: Intent, readings: readonly ProvingMail[], changes: readonly string[]]>([
    ['its words count as what it is', 'signed-agreement', [], ['clec-signature']],
    ['it proves nothing where it is unrelated', 'unrelated', [], ['item-opened']],
    ['what another paper shows stays in by that', 'unrelated', [letter], ['ocn-letter = 861K']],
    ['the same reading changes nothing', 'supporting-document', [], []],
  ])('%s', (_what, is, readings, changes) => {
    const before = after(sent, proofsIn(mail, sent))
    const read = { ...mail, understanding: { ...mail.understanding, ...wants(is) } }
    expect(inShort(mailAnew(before, { mail: read, readings: [...readings, read], route: null }))).toEqual(changes)
  })
})

describe('our company follows the state', () => {
  const territory = territoryOf()
  test.each([
    ['UT', 'qc', 'NV', 'ct-eq'],
    ['NV', 'ct-eq', 'UT', 'qc'],
    ['ID', 'ct-eq', 'WA', 'ct-eq'],
    ['ID', 'qc', 'WA', 'qc'],
    [null, null, 'FL', 'ct-eq'],
    ['UT', 'qc', 'TX', null],
  ] as const)('%s %s becomes %s %s', (state, family, now, then) => {
    expect(familyInstead({ state, family }, now, { territory })).toBe(then)
  })
})
