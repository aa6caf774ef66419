/** What a mail proves in a case, as tables: mail, case, items. Papers first, then words, then what is never proved. */
import { describe, expect, test } from 'vitest'
import type { CaseFile, Item } from '../../../src/domain/casework/case-file.ts'
import { pageAt } from '../../../src/domain/casework/proofs/place.ts'
import { differencesOf, isSameEntity, proofsIn } from '../../../src/domain/casework/proofs.ts'
import type { DocumentSort, Intent } from '../../../src/domain/labels.ts'
import { standingOf } from '../../../src/domain/process/standing.ts'
import type { Understanding } from '../../../src/domain/understanding.ts'
import { NOW } from '../../support/arrivals.ts'
import {
  aFile,
  after,
  anItem,
  aProof,
  aProvingMail,
  DAY,
  having,
  inShort,
  withProblem,
} from '../../support/casework.ts'
import type { FileSketch, MailSketch } from '../../support/mail-builder.ts'

const COMPANY = 'Acme Fiber, LLC'
const known = aFile({
  company: COMPANY,
  state: 'CO',
  family: 'qc',
  agreement: 'interconnection',
  route: 'template-as-is',
})
const named = having(known, 'legal-name', 'state', 'agreement-type', 'notice-contact', 'route', 'request-form')
const gemState: CaseFile = { ...named, state: 'ID', family: 'ct-eq' }

const wants = (...intents: readonly Intent[]) => ({ intents: intents.map((intent) => ({ intent, confidence: 0.9 })) })

function proved(
  sketch: MailSketch,
  understood: Partial<Understanding> = {},
  file: CaseFile = named,
): readonly string[] {
  return inShort(proofsIn(aProvingMail(sketch, understood), file))
}

function paper(sort: DocumentSort, file: FileSketch, file_: CaseFile = named, understood: Partial<Understanding> = {}) {
  return proved({ attachments: [file] }, { documents: [sort], ...wants('supporting-document'), ...understood }, file_)
}

const CPCN = `PUBLIC UTILITIES COMMISSION OF COLORADO\nDecision No. C21-0042\nACME FIBER, L.L.C. is granted a certificate of public convenience and necessity.`
const NECA = 'National Exchange Carrier Association\nAcme Fiber LLC\nCompany code assigned: 482A'
const SIGNED = `INTERCONNECTION AGREEMENT\nTracking number CDS-220815-0003\nAcme Fiber, LLC\nBy: /s/ Paula Writer\nDate: May 2, 2026`
const BLANK_FORM =
  'Agreement Request Form\nLegal name: -\nState: -\nType of agreement: -\nContact: _____\nOCN: -\nDate: -'

describe('papers', () => {
  test.each<[string, DocumentSort, FileSketch, readonly string[]]>([
    ['a certificate', 'certification', { filename: 'cpcn.pdf', text: CPCN }, ['certification']],
    ['an OCN letter', 'ocn-letter', { filename: 'neca.pdf', text: NECA }, ['ocn-letter = 482A']],
    [
      'a questionnaire',
      'customer-questionnaire',
      { filename: 'cq.pdf', text: 'Customer Questionnaire\nCompany name: Acme Fiber\nStates: CO' },
      ['questionnaire'],
    ],
    [
      'a signed agreement',
      'signed-agreement',
      { filename: 'ica.pdf', text: SIGNED },
      ['draft-issued = CDS-220815-0003', 'clec-signature = CDS-220815-0003'],
    ],
    [
      'a signed amendment is none',
      'signed-agreement',
      { filename: 'amendment.pdf', text: `Amendment No. 2\n${SIGNED}` },
      [],
    ],
    ['a tax paper', 'other', { filename: 'fet.pdf', text: 'EXEMPTION CERTIFICATE\nAcme Fiber, LLC' }, ['tax-forms']],
    ['a logo', 'decoration', { filename: 'logo.png', mediaType: 'image/png' }, []],
    [
      'a certificate of another state',
      'certification',
      { filename: 'ut.pdf', text: 'Public Service Commission of Utah\nAcme Fiber, LLC is granted a certificate' },
      [],
    ],
    [
      'sections of a questionnaire',
      'customer-questionnaire',
      { filename: 'cq.pdf', text: 'Customer Questionnaire - updated sections\nSection 5: volumes' },
      [],
    ],
    [
      'a part of a questionnaire',
      'customer-questionnaire',
      { filename: 'cq.pdf', text: 'Customer Questionnaire, part 1\nCompany: Acme Fiber' },
      [],
    ],
    [
      'a questionnaire in parts',
      'customer-questionnaire',
      { filename: 'cq.pdf', text: 'Customer Questionnaire\nPart 1: Company\nAcme Fiber\nPart 2: Billing\nBy mail' },
      ['questionnaire'],
    ],
  ])('%s', (_what, sort, file, items) => {
    expect(paper(sort, file)).toEqual(items)
  })

  test.each<[string, DocumentSort, string, readonly string[]]>([
    [
      'an office of Utah',
      'certification',
      'PUBLIC SERVICE COMMISSION OF UTAH\nAcme Fiber, LLC, a Colorado corporation, is granted a certificate',
      [],
    ],
    [
      'a certificate for Utah',
      'certification',
      'Certificate of Authority\nAcme Fiber, LLC is granted authority to provide local exchange service in the State of Utah.',
      [],
    ],
    ['a code for Utah', 'ocn-letter', 'NECA\nOCN 771K has been assigned to Acme Fiber, LLC for Utah.', []],
    [
      'codes for both',
      'ocn-letter',
      'NECA\nAssigned to Acme Fiber, LLC: OCN 771K for Utah, and OCN 482A for Colorado.',
      ['ocn-letter = 482A'],
    ],
    [
      'an agreement for Utah',
      'signed-agreement',
      `SIGNATURE PAGE\nInterconnection Agreement between Qwest Corporation, a Colorado corporation, and Acme Fiber, LLC for the State of Utah\n/s/ Paula Writer`,
      [],
    ],
    [
      'an agreement for both',
      'signed-agreement',
      `SIGNATURE PAGE\nInterconnection Agreement of Acme Fiber, LLC for the States of Utah and Colorado\n/s/ Paula Writer`,
      ['draft-issued', 'clec-signature'],
    ],
    [
      'a form for Utah',
      'agreement-request-form',
      'AGREEMENT REQUEST FORM\nLegal name: Acme Fiber, LLC\nState(s): Utah\nAddress: Denver, Colorado',
      [],
    ],
    [
      'an office in New Jersey',
      'ocn-letter',
      'NECA\n80 South Jefferson Road, Whippany, New Jersey 07981\nCompany code 482A assigned to Acme Fiber, LLC',
      ['ocn-letter = 482A'],
    ],
    [
      'a charter of Delaware',
      'certification',
      'Certificate of Authority\nGranted to Acme Fiber, LLC, a Delaware limited liability company',
      ['certification'],
    ],
    [
      'a questionnaire that speaks of Utah',
      'customer-questionnaire',
      'CUSTOMER QUESTIONNAIRE\nCompany: Acme Fiber, LLC\nWe have served customers in Utah since 2011.',
      ['questionnaire'],
    ],
  ])('are of the states that they are about: %s', (_what, sort, text, items) => {
    const file = sort === 'agreement-request-form' ? { ...known, items: {} } : named
    expect(paper(sort, { filename: 'paper.pdf', text }, file)).toEqual(items)
  })

  test('start-up forms too: by their title', () => {
    const credit = (title: string) =>
      paper(
        'other',
        { filename: 'credit.pdf', text: `${title}\nCompany: Acme Fiber, LLC\nBank in Boise, Idaho` },
        { ...gemState, state: 'NV' },
      )
    expect(credit('CREDIT APPLICATION - FLORIDA')).toEqual([])
    expect(credit('CREDIT APPLICATION - NEVADA')).toEqual(['start-up-credit'])
    expect(credit('CREDIT APPLICATION')).toEqual(['start-up-credit'])
  })

  const GRANTED = 'PUBLIC UTILITIES COMMISSION OF COLORADO\n'
  test.each<[string, string, string | null]>([
    [
      'denies',
      'Order Denying Certificate of Public Convenience and Necessity\nThe application of Acme Fiber, LLC is denied without prejudice.',
      'says that the certificate or authority was not given',
    ],
    [
      'denies in its last words',
      'Decision\nIn the matter of the application of Acme Fiber, LLC for a certificate of authority\nThe application is hereby dismissed.',
      'says that the certificate or authority was not given',
    ],
    [
      'is an application',
      'Application of Acme Fiber, LLC for a Certificate of Public Convenience and Necessity\nThe applicant was issued a certificate by the Secretary of State and requests an order granting it authority.',
      'asks for the certificate or authority and does not show that it was given',
    ],
    [
      'is a notice of an application',
      'Notice of Hearing\nAcme Fiber, LLC applies for a certificate of authority; the application is to be granted or denied in May.',
      'asks for the certificate or authority and does not show that it was given',
    ],
    [
      'ran out, in words',
      'Certificate of Authority No. 2611\nAcme Fiber, LLC. This certificate expired on December 31, 2019 and is no longer in force.',
      'says that the certificate or authority has ended',
    ],
    [
      'ran out, by its date',
      'Certificate of Authority\nThe Commission grants Acme Fiber, LLC authority.\nValid until: June 30, 2021',
      'says that the certificate or authority has ended',
    ],
    [
      'revokes what was granted',
      'Order Revoking Certificate No. 2611\nCertificate No. 2611 was granted to Acme Fiber, LLC in 2011. Certificate No. 2611 is revoked.',
      'says that the certificate or authority has ended',
    ],
    ['revokes, and says no more', 'Order Revoking Certificate', 'says that the certificate or authority has ended'],
    ['cancels, and says no more', 'REVOCATION OF CERTIFICATE', 'says that the certificate or authority has ended'],
    [
      'is a specimen',
      'SPECIMEN\nCertificate of Authority\nThe Commission grants Acme Fiber, LLC authority.',
      'is marked as a draft or specimen',
    ],
    [
      'grants an application',
      'In the Matter of the Application of Acme Fiber, LLC for a Certificate of Authority\nORDER\nIt is ordered that the application be, and hereby is, granted. The motion to intervene is denied.',
      null,
    ],
    [
      'may be revoked some day',
      'Certificate of Authority\nAcme Fiber, LLC is authorized to provide local exchange service. This certificate shall remain in force until it is cancelled, may be revoked for failure to file reports, and is void if altered.',
      null,
    ],
    [
      'takes the place of an older one',
      'Certificate of Authority No. 31\nThe Commission grants Acme Fiber, LLC this certificate. The former certificate No. 12 is cancelled, and that of its predecessor, No. 9, was revoked.',
      null,
    ],
    ['runs on', 'Certificate of Authority\nGranted to Acme Fiber, LLC.\nExpiration date: June 30, 2099', null],
    ['says no more than what it is', 'Certificate of Public Convenience and Necessity\nAcme Fiber, LLC', null],
  ])('a paper of the commission that %s', (_what, text, lack) => {
    const line = lack === null ? 'certification' : `certification ! cpcn.pdf ${lack}.`
    expect(paper('certification', { filename: 'cpcn.pdf', text: GRANTED + text })).toEqual([line])
  })

  test('an order that revokes the certificate takes it back; what a person ticked stays', () => {
    const text = `${GRANTED}Order Revoking Certificate\nThe certificate of Acme Fiber, LLC is revoked.`
    const order = { filename: 'order.pdf', text }
    const line = 'certification ! order.pdf says that the certificate or authority has ended.'
    expect(paper('certification', order, having(named, 'certification'))).toEqual([line])
    const ticked = anItem({ proof: aProof({ by: 'nora@carrier.example' }) })
    expect(paper('certification', order, { ...named, items: { ...named.items, certification: ticked } })).toEqual([])
  })

  test.each([
    ['the same number', 'Certificate No. 2611', 'Certificate No. 2611', true],
    ['another number', 'Certificate No. 2611', 'Certificate No. 2702', false],
    ['no number', 'Certificate: no changes', 'Certificate: no changes', false],
    ["the commission's telephone", 'Telephone No. 303-555-0100', 'Telephone No. 303-555-0100', false],
  ])("another company's certificate with %s", (_which, quote, head, takes) => {
    const certification = anItem({ proof: aProof({ quote }) })
    const file = { ...named, items: { ...named.items, certification } }
    const other = { filename: 'cpcn.pdf', text: `${head}\n${CPCN.replace('ACME FIBER, L.L.C.', 'Elk Voice, LLC')}` }
    expect(paper('certification', other, file).some((line) => line.startsWith('certification !'))).toBe(takes)
  })

  test('an order says by its name that the certificate is over, be it a picture that nobody can read', () => {
    const order = { filename: 'Order_Revoking_Certificate.pdf', text: '' }
    expect(paper('certification', order, having(named, 'certification'))).toEqual([
      'certification ! Order_Revoking_Certificate.pdf says that the certificate or authority has ended.',
    ])
  })

  test.each<[string, string | null]>([
    [
      'NECA COMPANY CODE REQUEST FORM\nAcme Fiber, LLC requests an OCN for Colorado. A code is to be assigned within ten days.',
      'asks for the company code and does not show that it was given',
    ],
    [
      'NECA\nThe request of Acme Fiber, LLC for a company code was rejected.',
      'says that the company code was not given',
    ],
    ['NECA\nCompany code 482A of Acme Fiber, LLC has been reclaimed.', 'says that the company code has ended'],
    ['NECA\nAs you requested, company code 482A has been assigned to Acme Fiber, LLC.', null],
    ['NECA\nIn answer to your request: the OCN of Acme Fiber, LLC is 482A.', null],
  ])('a paper of NECA: %s', (text, lack) => {
    const [line] = paper('ocn-letter', { filename: 'neca.pdf', text })
    expect(line).toMatch(lack === null ? /^ocn-letter(?: =|$)/ : `ocn-letter ! neca.pdf ${lack}.`)
  })

  test.each([
    [
      'FCC LICENSE APPLICATION\nForm 601\nAcme Fiber, LLC requests a CMRS authorization',
      'certification ! fcc.pdf asks for',
    ],
    ['RADIO STATION AUTHORIZATION\nLicensee: Acme Fiber, LLC\nGrant date 03-02-2020', 'certification'],
  ])('of a wireless carrier: %s', (text, line) => {
    const wireless: CaseFile = { ...named, carrierType: 'wireless' }
    expect(paper('other', { filename: 'fcc.pdf', text }, wireless)[0]).toContain(line)
  })

  test('each has its proof: mail, file, page, words', () => {
    const file = {
      filename: 'neca.pdf',
      text: `Dear Paula Writer\n\fNational Exchange Carrier Association\nAcme Fiber LLC\nCompany code assigned: 482A`,
    }
    const mail = aProvingMail(
      { attachments: [file] },
      { documents: ['ocn-letter'], identifiers: { ocn: '482A' }, ...wants('supporting-document') },
    )
    expect(proofsIn(mail, named)).toEqual([
      {
        change: 'item-met',
        item: 'ocn-letter',
        at: mail.receivedAt,
        value: '482A',
        proof: {
          messageId: 4711,
          attachment: 'neca.pdf',
          page: 2,
          quote: expect.stringContaining('482A'),
          by: 'system',
        },
      },
    ])
  })

  test.each([
    ['one\ftwo\fthree', 'three', 3],
    ['first\nPage 1 of 2\nsecond\nPage 2 of 2', 'second', 2],
    ['Page 1 of 2\nfirst\nPage 2 of 2\nsecond', 'second', 2],
    ['no marks', 'marks', null],
  ])('page in %j of %s', (text, word, page) => {
    expect(pageAt({ text }, text.indexOf(word))).toBe(page)
  })

  test.each<
    [
      string,
      DocumentSort,
      FileSketch,
      string,
      readonly { code: 'encrypted' | 'damaged-file' | 'picture'; detail: string }[],
    ]
  >([
    [
      'locked',
      'certification',
      { filename: 'cpcn.pdf' },
      'certification ! cpcn.pdf is locked; please send it without a password.',
      [{ code: 'encrypted', detail: 'cpcn.pdf: a password is needed' }],
    ],
    [
      'broken',
      'certification',
      { filename: 'cpcn.pdf' },
      'certification ! cpcn.pdf could not be read; please send a clearer copy or the original file.',
      [{ code: 'damaged-file', detail: 'cpcn.pdf: it cannot be read' }],
    ],
    [
      'an illegible scan',
      'ocn-letter',
      { filename: 'a.jpg' },
      'ocn-letter ! a.jpg could not be read; please send a clearer copy or the original file.',
      [{ code: 'picture', detail: 'a.jpg: a picture, for a person to read' }],
    ],
    [
      'not filled in',
      'agreement-request-form',
      { filename: 'arf.pdf', text: BLANK_FORM },
      'request-form ! arf.pdf is not filled in.',
      [],
    ],
    [
      'not complete',
      'customer-questionnaire',
      {
        filename: 'cq.pdf',
        text: 'Customer Questionnaire\nLegal name: Acme Fiber, LLC\nState: CO\nOCN: 482A\nBilling: -\nCredit: -\nVolumes: -',
      },
      'questionnaire ! cq.pdf is not complete in all sections.',
      [],
    ],
    [
      'not signed',
      'signed-agreement',
      { filename: 'ica signed.pdf', text: 'INTERCONNECTION AGREEMENT\nAcme Fiber, LLC\nBy: ______\nDate: ____' },
      'clec-signature ! We see no signature in ica signed.pdf.',
      [],
    ],
  ])('%s does not do', (_what, sort, file, line, problems) => {
    const plain = aProvingMail({ attachments: [file] }, { documents: [sort], ...wants('supporting-document') })
    const bare = { ...known, items: {} }
    expect(inShort(proofsIn({ ...plain, mail: { ...plain.mail, problems } }, bare))).toContain(line)
  })

  test.each<[string, string, readonly string[]]>([
    [
      'with another incumbent',
      'between Frontier Communications Northwest, Inc. and Acme Fiber, LLC\n/s/ Paula Writer',
      [],
    ],
    ['of another incumbent', 'Verizon\nAcme Fiber, LLC\n/s/ Paula Writer', []],
    ['between two others', 'between Level Valley Telecom, Inc. and Acme Fiber, LLC\n/s/ Paula Writer', []],
    [
      'with us',
      'between Qwest Corporation d/b/a CenturyLink QC and Acme Fiber, LLC\n/s/ Paula Writer',
      ['draft-issued', 'clec-signature'],
    ],
    [
      'with us, formerly of another',
      'between CenturyTel of Idaho, Inc. (exchanges of Verizon) and Acme Fiber, LLC\n/s/ Paula Writer',
      ['draft-issued', 'clec-signature'],
    ],
    ['that names nobody else', 'Acme Fiber, LLC\n/s/ Paula Writer', ['draft-issued', 'clec-signature']],
  ])('a signed agreement %s', (_what, text, items) => {
    expect(paper('signed-agreement', { filename: 'ica.pdf', text: `INTERCONNECTION AGREEMENT\n${text}` })).toEqual(
      items,
    )
  })

  test.each<[string, string, string]>([
    ['a blank line to sign on', 'The note is attached.', 'Signature: ______________'],
    ['a letter that says so', 'The note is attached, unsigned for the moment; the original follows.', ''],
  ])('nobody is authorized by a note with %s (T9)', (_what, said, line) => {
    const text = `LETTER OF AGENCY\nAcme Fiber, LLC authorizes Writer LLP to act on its behalf.\n${line}`
    const asked = withProblem(named, 'sender-authority')
    expect(
      proved({ text: said, attachments: [{ filename: 'loa.pdf', text }] }, wants('supporting-document'), asked),
    ).toEqual(['sender-authority ! We see no signature in loa.pdf.'])
  })

  test('a questionnaire of which the letter says that a section is missing is not complete (3.3)', () => {
    const attachments = [{ filename: 'cq.pdf', text: 'CUSTOMER QUESTIONNAIRE\nCompany: Acme Fiber, LLC' }]
    const handsIn = (text: string) =>
      proved({ text, attachments }, { documents: ['customer-questionnaire'], ...wants('customer-questionnaire') })
    expect(handsIn('The questionnaire is attached; section 5 is to follow.')).toEqual([
      'questionnaire ! cq.pdf is not complete in all sections.',
    ])
    expect(handsIn('The questionnaire is attached, with all sections complete.')).toEqual(['questionnaire'])
  })

  test('nobody is told that a scan, or a name below the last line, is no signature', () => {
    const text = 'INTERCONNECTION AGREEMENT\nAcme Fiber, LLC\nPaula Writer, President'
    expect(paper('signed-agreement', { filename: 'signed.pdf', text })).toEqual(['draft-issued', 'clec-signature'])
    const mail = aProvingMail(
      { attachments: [{ filename: 's.pdf', text: `${text}\nBy: ______` }] },
      { documents: ['signed-agreement'] },
    )
    const scan = {
      ...mail.mail,
      attachments: mail.mail.attachments.map((one) => ({ ...one, textFrom: 'picture' as const })),
    }
    expect(inShort(proofsIn({ ...mail, mail: scan }, named))).toEqual(['draft-issued', 'clec-signature'])
  })

  test('the early ordering letter counts when it comes back signed; a specimen proves nothing', () => {
    const text = 'EARLY ORDERING LETTER AGREEMENT\nAcme Fiber, LLC\n'
    const letter = (more: string, said: string, file = having(named, 'early-ordering-letter-issued')) =>
      proved(
        { text: said, attachments: [{ filename: 'eola.pdf', text: text + more }] },
        { documents: ['early-ordering-letter'], ...wants('early-ordering-letter') },
        file,
      )
    expect(letter('By: /s/ Paula Writer', 'Here is the early ordering letter.')).toContain(
      'early-ordering-letter-signed',
    )
    expect(letter('By: /s/ Paula Writer', 'Here is the early ordering letter.', named)).toContain(
      'early-ordering-letter-signed ! eola.pdf came before the Early Ordering Letter Agreement of the carrier.',
    )
    expect(letter('By: _____', 'Is this early ordering letter the right one?')).toEqual(['early-ordering-request'])
    expect(letter('By: _____', 'The early ordering letter, signed, is attached.')).toContain(
      'early-ordering-letter-signed ! We see no signature in eola.pdf.',
    )
  })

  test.each([
    ['credit.pdf', 'CREDIT APPLICATION', 'start-up-credit', ['questionnaire-credit', 'questionnaire-papers']],
    ['profile.docx', 'CLEC Profile', 'start-up-profile', []],
    ['billing.xlsx', 'Billing and account set-up', 'start-up-billing', []],
    ['contacts.pdf', 'Contact and escalation list', 'start-up-contacts', []],
    [
      'loa.pdf',
      'BLANKET LETTER OF AUTHORIZATION',
      'start-up-authorization',
      ['questionnaire-authorization', 'questionnaire-papers'],
    ],
    ['access.pdf', 'Systems Access Request', 'start-up-access', []],
    ['EASE access.pdf', '', 'start-up-access', []],
  ])('CT/EQ start-up form %s; some follow the questionnaire of QC', (filename, text, item, ofQuestionnaire) => {
    expect(
      paper('other', { filename, text: text === '' ? 'Acme Fiber, LLC' : `${text}\nAcme Fiber, LLC` }, gemState),
    ).toEqual([item])
    expect(paper('other', { filename, text }, named)).toEqual(ofQuestionnaire)
  })

  test('an authority for customers that nobody signed is none', () => {
    const text = 'BLANKET LETTER OF AUTHORIZATION\nAcme Fiber, LLC\nSigned: ____________'
    expect(paper('other', { filename: 'loa.pdf', text }, named)).toEqual([
      'questionnaire-authorization ! We see no signature in loa.pdf.',
    ])
  })

  test('what the questionnaire names besides comes within two weeks (2.2 step 4b)', () => {
    expect(
      paper('other', { filename: 'coi.pdf', text: 'CERTIFICATE OF LIABILITY INSURANCE\nAcme Fiber, LLC' }, named),
    ).toEqual(['questionnaire-insurance', 'questionnaire-papers'])
    expect(paper('other', { filename: 'credit.pdf', text: 'CREDIT APPLICATION\nOther Carrier, Inc.' }, named)).toEqual([
      expect.stringContaining('questionnaire-credit ! '),
    ])
  })

  test.each<[line: string, owed: readonly string[]]>([
    ['Credit application: to follow', ['questionnaire-credit']],
    ['Certificate of insurance: will be sent separately', ['questionnaire-insurance']],
    ['Credit information: credit application to follow', ['questionnaire-credit']],
    ['Access to customer records (CSR): yes', ['questionnaire-authorization']],
    ['[x] Blanket LOA', ['questionnaire-authorization']],
    [
      'Additional documents required:\n- Credit application\n- Certificate of insurance\n',
      ['questionnaire-credit', 'questionnaire-insurance'],
    ],
    ['Credit application: no', []],
    ['Credit references: First Bank of Mesa', []],
    ['Certificate of insurance: yes, attached', []],
    ['[ ] Blanket LOA', []],
    ['Access to customer records (CSR): no', []],
  ])('the questionnaire answers "%s"', (line, owed) => {
    const text = `CUSTOMER QUESTIONNAIRE\nCompany: Acme Fiber, LLC\n${line}\nAll sections complete.`
    const changes = paper('customer-questionnaire', { filename: 'questionnaire.pdf', text }, named)
    const isNamed = (one: string) => one.startsWith('questionnaire-')
    expect(changes.filter(isNamed).map((one) => one.split(' ! ')[0])).toEqual(owed)
    expect(changes).toContain('questionnaire')
  })

  test('all of them are in when none that was named is open', () => {
    const owing = withProblem(named, 'questionnaire-insurance', 'the questionnaire names it')
    const credit = { filename: 'credit.pdf', text: 'CREDIT APPLICATION\nAcme Fiber, LLC' }
    expect(paper('other', credit, owing)).toEqual(['questionnaire-credit'])
  })

  test('a deposit is never proved by a mail', () => {
    expect(paper('other', { filename: 'deposit.pdf', text: 'Wire confirmation: deposit of 10,000' }, gemState)).toEqual(
      [],
    )
  })
})

describe('a signed page does not overtake our gates (2.2 ordering 1, T8, T9, T14)', () => {
  const optIn: CaseFile = { ...named, route: 'opt-in' }
  const misnamed = withProblem(withProblem(named, 'legal-name'), 'certification', 'a; the request names b.')
  const early = ['clec-signature ! page.pdf came before the agreement document of the carrier.']
  test.each<[string, CaseFile, string, readonly string[]]>([
    ['adopted agreement and amendments not named', optIn, '', early],
    ['nor with a number of ours', optIn, 'CDS-220815-0003', early],
    ['the name in question', misnamed, 'CDS-220815-0003', early],
    ['no authority of the sender', withProblem(named, 'sender-authority'), '', early],
    ['no request', { ...known, items: {} }, '', early],
    [
      'a number of ours shows that there was a request',
      { ...known, items: {} },
      'CDS-220815-0003',
      ['draft-issued = CDS-220815-0003', 'clec-signature = CDS-220815-0003'],
    ],
    [
      'another agreement than the one that was sent',
      {
        ...named,
        items: { 'draft-issued': anItem({ value: 'CDS-220815-0004', proof: aProof({ by: 'nora@carrier.example' }) }) },
      },
      'CDS-220815-0003',
      ['clec-signature ! page.pdf names CDS-220815-0003; the agreement document of this case is CDS-220815-0004.'],
    ],
    ['all open', having(optIn, 'adopted-agreement', 'amendments-choice'), '', ['draft-issued', 'clec-signature']],
    ['the document was sent', having(optIn, 'draft-issued'), '', ['clec-signature']],
  ])('%s', (_what, file, number, lines) => {
    const text = `SIGNATURE PAGE\nInterconnection Agreement ${number}\nAcme Fiber, LLC\nSignature: /s/ Paula Writer`
    expect(paper('signed-agreement', { filename: 'page.pdf', text }, file)).toEqual(lines)
  })

  test('another copy with its number does not come later: a place in the early ordering queue stays (2.2, 7b)', () => {
    const text = 'SIGNATURE PAGE\nInterconnection Agreement CDS-220815-0003\nAcme Fiber, LLC\n/s/ Paula Writer'
    const first = anItem({ at: 1_000, proof: aProof({ attachment: 'first.pdf' }) })
    const file = { ...named, items: { ...named.items, 'draft-issued': first, 'clec-signature': first } }
    const mail = aProvingMail({ attachments: [{ filename: 'page.pdf', text }] }, { documents: ['signed-agreement'] })
    expect(after(file, proofsIn(mail, file)).items['clec-signature']).toMatchObject({
      at: 1_000,
      value: 'CDS-220815-0003',
    })
  })

  test('it is on record, and nobody is asked for it again before ours was sent', () => {
    const file = {
      ...optIn,
      items: { ...optIn.items, 'clec-signature': anItem({ state: 'problem', problem: 'early' }) },
    }
    expect(standingOf(file).missing.map(({ id }) => id)).not.toContain('clec-signature')
    const sent = having(file, 'draft-issued')
    expect(standingOf(sent).missing.map(({ id }) => id)).toContain('clec-signature')
  })
})

describe('T8: another legal entity', () => {
  test.each([
    ['Acme Fiber, LLC', 'ACME FIBER L.L.C.', true],
    ['Acme Fiber, LLC', 'Acme Fiber', true],
    ['Acme Fiber, LLC', 'Acme Fiber Limited Liability Company', true],
    ['Acme Fiber, LLC', 'Acme Fiber, Inc.', false],
    ['Acme Fiber, Inc.', 'Acme Fiber Incorporated', true],
    ['Acme Telephone Company, Inc.', 'Acme Telephone Company', true],
    ['Acme Fiber, LLC d/b/a AcmeNet', 'Other Fiber, Inc. d/b/a AcmeNet', false],
    ['Acme Holdings, LLC f/k/a Acme Fiber, LLC', 'Acme Fiber, LLC', true],
    ['Acme Fiber, LLC', 'Acme Fiber, LLC d/b/a AcmeNet', true],
    ['AcmeNet', 'Acme Fiber, LLC d/b/a AcmeNet', true],
    ['Acme & Sons Telephone Company', 'Acme and Sons Telephone Co.', true],
    ['Acme Fiber, LLC', 'Acme Fiber Holdings, LLC', false],
    ['Acme Fiber, LLC', 'Other Fiber, LLC', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect([isSameEntity(one, other), isSameEntity(other, one)]).toEqual([same, same])
  })

  const OTHER =
    'Public Utilities Commission of Colorado\nOther Telephone, Inc. is granted a certificate of public convenience and necessity.'
  const sketch = { attachments: [{ filename: 'cpcn.pdf', text: OTHER }] }
  const understood = { documents: ['certification' as const], ...wants('supporting-document') }

  test('is a problem of the paper and puts the name in question, once', () => {
    const words = 'cpcn.pdf names Other Telephone, Inc.; the request names Acme Fiber, LLC.'
    const changes = proofsIn(aProvingMail(sketch, understood), named)
    expect(inShort(changes)).toEqual([`certification ! ${words}`, `legal-name ! ${words}`])
    const doubted = after(named, changes)
    expect(standingOf(doubted).steps.find((step) => step.id === 'draft')?.state).toBe('blocked')
    expect(proved(sketch, understood, doubted)).toEqual([])
    const right = { attachments: [{ filename: 'right.pdf', text: CPCN }] }
    expect(proved(right, understood, doubted)).toEqual(['certification', 'legal-name = Acme Fiber, LLC'])
  })

  test('is a namesake with another legal form, and not the same company in a shorter spelling', () => {
    const granted = (name: string) =>
      paper('certification', { filename: 'cpcn.pdf', text: CPCN.replace('ACME FIBER, L.L.C.', name) })
    const words = 'cpcn.pdf names Acme Fiber, Inc.; the request names Acme Fiber, LLC.'
    expect(granted('Acme Fiber, Inc., a Nevada corporation,')).toEqual([
      `certification ! ${words}`,
      `legal-name ! ${words}`,
    ])
    for (const name of ['Acme Fiber', 'Acme Fiber, a limited liability company,'])
      expect(granted(name)).toEqual(['certification'])
  })

  test('is listed with all that differs', () => {
    const mail = aProvingMail(
      { text: 'We are Third Telecom, Inc.', ...sketch },
      { ...understood, company: 'Third Telecom, Inc.' },
    )
    expect(differencesOf(named, mail).map((one) => [one.attachment, one.found])).toEqual([
      [null, 'Third Telecom, Inc.'],
      ['cpcn.pdf', 'Other Telephone, Inc.'],
    ])
  })

  test('a name that a person confirmed stays', () => {
    const confirmed = {
      ...named,
      items: { ...named.items, 'legal-name': anItem({ proof: aProof({ by: 'nora@carrier.example' }) }) },
    }
    expect(proved(sketch, understood, confirmed)).toEqual([expect.stringMatching(/^certification !/)])
  })

  test('the form says the name in its field, whatever else it names', () => {
    const text = 'Agreement Request Form\nLegal name: Other Telephone, Inc.\nParent of Acme Fiber, LLC\nState: CO'
    expect(paper('agreement-request-form', { filename: 'arf.pdf', text }, { ...known, items: {} })).toContainEqual(
      expect.stringMatching(/^request-form ! arf.pdf names Other Telephone, Inc./),
    )
  })
})

const request = {
  ...wants('agreement-request'),
  company: COMPANY,
  states: ['CO'],
  agreement: 'interconnection',
  contact: { name: 'Paula Writer', email: 'paula@acmefiber.example', phone: null },
} as const
const fresh = aFile({ state: 'CO', family: 'qc' })
const WHO = [
  'legal-name = Acme Fiber, LLC',
  'state = CO',
  'agreement-type = interconnection',
  'notice-contact = Paula Writer, paula@acmefiber.example',
]

describe('the request', () => {
  test('a mail that says all needs no form', () => {
    expect(proved({}, { ...request, path: 'template-as-is' }, fresh)).toEqual([
      ...['learns company Acme Fiber, LLC, agreement interconnection', 'way template-as-is', ...WHO],
      ...['route = template-as-is', 'request-form'],
    ])
  })

  test('T2: a request to negotiate counts at once, whatever is missing', () => {
    expect(proved({}, { ...wants('agreement-request'), path: 'negotiate' }, aFile())).toEqual([
      ...['way negotiate', 'request-received', 'route = negotiate', 'negotiation-request'],
    ])
  })

  test('T1: and without a certificate', () => {
    const file = after(fresh, proofsIn(aProvingMail({}, { ...request, path: 'negotiate' }), fresh))
    expect(standingOf(file)).toMatchObject({ stage: 'route-chosen', turn: 'carrier' })
    expect(file.items['negotiation-request']?.state).toBe('met')
  })

  test.each<[string, MailSketch, Partial<Understanding>, readonly string[]]>([
    [
      'words that leave it open',
      { text: 'We would like to discuss an interconnection agreement under Sections 251 and 252.' },
      {},
      ['way negotiate?'],
    ],
    [
      'the template, with reservations',
      { text: 'We take the template as a starting point and reserve the right to propose changes.' },
      { path: 'template-as-is' },
      ['way template-as-is?'],
    ],
    ['a commercial agreement', {}, { agreement: 'commercial' }, ['way commercial', 'route = commercial']],
    [
      'redlines, whatever the letter says',
      { attachments: [{ filename: 'redline.docx', text: 'Tracked changes' }] },
      { path: 'template-as-is', documents: ['redlined-agreement'] },
      ['way negotiate', 'route = negotiate', 'negotiation-request'],
    ],
    [
      'the Colorado tariff',
      { text: 'Acme Fiber elects to use the Colorado interconnection tariff.' },
      { agreement: null },
      ['way tariff', 'route = tariff', 'tariff-election'],
    ],
    ...[
      'Acme Fiber does not wish to use your tariff.',
      'We would prefer an agreement over the tariff.',
      'Acme Fiber elects an interconnection agreement instead of the tariff.',
      'We have decided not to use the Colorado tariff.',
      'Acme Fiber will never order under the tariff.',
      "We won't use the tariff.",
      'We do not elect the tariff, nor would we wish to order under that tariff.',
    ].map((text): [string, MailSketch, Partial<Understanding>, readonly string[]] => [
      `the tariff ruled out: ${text}`,
      { text },
      { agreement: null },
      [],
    ]),
    ...[
      'We do not want an agreement and elect the tariff.',
      'Acme Fiber would like to order under the tariff, not under an agreement.',
      'It has decided to use the tariff instead of an agreement.',
    ].map((text): [string, MailSketch, Partial<Understanding>, readonly string[]] => [
      `the agreement ruled out: ${text}`,
      { text },
      { agreement: null },
      ['way tariff', 'route = tariff', 'tariff-election'],
    ]),
    [
      'the tariff ruled out, negotiation asked for',
      { text: 'Acme Fiber does not wish to use the tariff and requests to negotiate under sections 251 and 252.' },
      { path: 'negotiate' },
      ['way negotiate', 'route = negotiate', 'negotiation-request'],
    ],
    [
      'a question about the tariff',
      { text: 'Would we use the tariff, or is an agreement needed?' },
      { agreement: null },
      [],
    ],
    ['nothing of it', { text: 'We want an agreement.' }, {}, []],
    ...formsThatSay([
      ['Negotiation of Sections 7 and 9', ['way negotiate', 'route = negotiate', 'negotiation-request']],
      ['template agreement, no negotiation', ['way template-as-is', 'route = template-as-is']],
      ['Adoption, not negotiation', []],
      ['template / negotiation / adoption (circle one)', []],
    ]),
  ])('the way: %s', (_what, sketch, understood, lines) => {
    const all = proved(sketch, { ...request, ...understood }, fresh)
    expect(all.filter((line) => /^(?:way|route|negotiation-request|tariff)/.test(line))).toEqual(lines)
  })

  test.each<[string, CaseFile, Partial<Understanding> & { readonly text?: string }, readonly string[]]>([
    [
      'towards negotiation by itself',
      named,
      { path: 'negotiate' },
      ['way negotiate', 'request-received', 'route = negotiate', 'negotiation-request'],
    ],
    [
      'away from it only by a person',
      { ...named, route: 'negotiate' },
      { path: 'template-as-is' },
      ['person: the mail speaks of another way to the agreement: template-as-is instead of negotiate'],
    ],
    [
      'the template, in question by later words',
      named,
      { path: 'template-as-is', text: 'We will sign your template but reserve the right to propose changes.' },
      ['way template-as-is?', 'request-received'],
    ],
    [
      'the template with a reserve, read as wanting changes',
      named,
      { path: 'negotiate', text: 'We will sign your template but reserve the right to propose changes.' },
      ['way template-as-is?', 'request-received'],
    ],
    [
      'rights reserved beside a plain request to negotiate',
      named,
      {
        path: 'negotiate',
        text: 'We ask to negotiate under section 252. Whatever we sign, the company reserves the right to arbitrate.',
      },
      ['way negotiate', 'request-received', 'route = negotiate', 'negotiation-request'],
    ],
    [
      'not after the document was sent',
      having(named, 'draft-issued'),
      { path: 'negotiate' },
      [
        'person: the mail speaks of another way to the agreement: negotiate instead of template-as-is',
        'request-received',
        'negotiation-request',
      ],
    ],
    [
      'not after both have signed: that would be the next agreement',
      having(named, 'draft-issued', 'clec-signature', 'carrier-signature'),
      { path: 'negotiate' },
      ['person: the mail speaks of another way to the agreement: negotiate instead of template-as-is'],
    ],
  ])('another way: %s', (_what, file, { text = '', ...understood }, lines) => {
    const routed = { ...file, items: { ...file.items, route: anItem({ value: file.route }) } }
    expect(proved({ text }, { ...wants('agreement-request'), ...understood }, routed)).toEqual(lines)
  })

  test('a way that a person chose stays, and negotiation that is asked for is on record', () => {
    const route = anItem({ value: 'template-as-is', proof: aProof({ by: 'nora@carrier.example' }) })
    const file = { ...named, items: { ...named.items, route } }
    expect(proved({}, { ...wants('agreement-request'), path: 'negotiate' }, file)).toEqual([
      'person: the mail speaks of another way to the agreement: negotiate instead of template-as-is',
      'request-received',
      'negotiation-request',
    ])
  })

  test('T9: whoever writes for another company is asked for its authority', () => {
    const line =
      'sender-authority ! a mail on behalf of the company, without a note of the company that authorizes the sender.'
    expect(proved({ text: 'We represent Acme Fiber, LLC, which requests an agreement.' }, request, fresh)).toContain(
      line,
    )
    const asked = withProblem(named, 'sender-authority')
    expect(
      paper(
        'other',
        { filename: 'letter.pdf', text: 'LETTER OF AGENCY\nAcme Fiber, LLC authorizes Writer LLP' },
        asked,
      ),
    ).toEqual(['sender-authority'])
  })

  test.each<[string, string | null]>([
    ['We are a facility-based carrier.', 'facility-based'],
    ['We own our switch and are not a reseller.', null],
    ['We are not facilities-based.', null],
    ['Later we may appoint a reseller for our own retail lines.', null],
    ['Our affiliate is a reseller in Denver.', null],
    ['Our company is a reseller.', 'reseller'],
    ['Acme Fiber, LLC, a reseller, asks for your template.', 'reseller'],
    ['We will only resell.', 'reseller'],
    ['We are not only a reseller.', null],
    ['Would we need a certificate if Acme Fiber is a reseller?', null],
    ['We are a facilities-based carrier and request an interconnection agreement, not resale only.', 'facility-based'],
  ])('what sort of carrier it is: %s', (text, type) => {
    const [learned = ''] = proved({ text }, request, fresh)
    expect(/carrierType ([\w-]+)/.exec(learned)?.[1] ?? null).toBe(type)
  })

  test.each<[string, CaseFile, string, string]>([
    [
      'towards a certificate as it says',
      { ...named, carrierType: 'reseller' },
      'We are facilities-based.',
      'learns carrierType facility-based',
    ],
    [
      'away from one by a person',
      { ...named, carrierType: 'facility-based' },
      'A correction: we are a reseller.',
      'person: the mail calls the carrier reseller, and the case has facility-based',
    ],
    [
      'nor with another certificate in',
      { ...having(named, 'certification'), carrierType: 'wireless' },
      'We are facilities-based.',
      'person: the mail calls the carrier facility-based, and the case has wireless',
    ],
  ])('another sort of carrier: %s', (_what, file, text, line) => {
    expect(proved({ text }, wants('status-inquiry'), file)[0]).toBe(line)
  })
})

describe('adoption', () => {
  const adopts = (text: string, understood: Partial<Understanding> = {}) =>
    proved({ text }, { ...request, ...wants('opt-in-inquiry'), path: 'opt-in', ...understood }, fresh).filter((line) =>
      /^(?:way|adopted|amendments)/.test(line),
    )

  test.each([
    [
      'Acme Fiber elects to adopt the agreement of Level Valley Telecom, Inc., Docket 04B-160T.',
      ['way opt-in', 'adopted-agreement = Level Valley Telecom, Inc., CO, 04B-160T'],
    ],
    [
      'We wish to adopt the Bandwidth agreement.',
      [
        'way opt-in',
        'adopted-agreement ! We read that the agreement is that of Bandwidth; the docket or order number under which the commission approved it is not stated.',
      ],
    ],
    ['We wish to opt in.', ['way opt-in']],
    ['Which agreements can be adopted in Colorado?', []],
    ['Please send the list of agreements that are available for adoption.', []],
  ])('%s', (text, lines) => {
    expect(adopts(text)).toEqual(lines)
  })

  test.each([
    ['QWE-T-22-08'],
    ['ARB 527'],
    ['UT-980326'],
    ['P-5340,421/IC-06-768'],
    ['T-01051B-08-0613'],
    ['TC06-036'],
    ['04B-160T'],
  ])('docket %s (domain 3.7)', (docket) => {
    expect(adopts(`We elect to adopt the agreement of Level Valley Telecom, Inc. (${docket}).`)).toContain(
      `adopted-agreement = Level Valley Telecom, Inc., CO, ${docket}`,
    )
  })

  test.each([
    ['in its entirety, including all amendments.', 'amendments-choice = base agreement and all amendments'],
    ['base agreement only.', 'amendments-choice = base agreement only'],
    ['without any amendments.', 'amendments-choice = base agreement only'],
    ['with Amendments 1 and 2.', 'amendments-choice = base agreement and named amendments'],
    ['under the Communications Act of 1934, as amended.', null],
    ['in its entirety.', null],
  ])('T14: %s', (text, line) => {
    const lines = adopts(`We elect to adopt the agreement of Level Valley Telecom, Inc. (UT-980326) ${text}`)
    expect(lines.filter((one) => one.startsWith('amendments'))).toEqual(line === null ? [] : [line])
  })

  test('T14: a question chooses nothing', () => {
    expect(
      adopts('We elect to adopt the agreement of Level Valley Telecom, Inc. Do we get it including all amendments?'),
    ).not.toContainEqual(expect.stringMatching(/^amendments/))
  })
})

describe('words', () => {
  test.each<[Intent, string, readonly string[]]>([
    [
      'signed-agreement',
      'We have signed the agreement CDS-220815-0003 through DocuSign.',
      ['draft-issued = CDS-220815-0003', 'clec-signature = CDS-220815-0003'],
    ],
    ['signed-agreement', 'Three signed originals were mailed to you yesterday.', ['draft-issued', 'clec-signature']],
    ['signed-agreement', 'We have not signed it yet.', []],
    ['signed-agreement', 'Has it been signed by us?', []],
    ['early-ordering-letter', 'Please send the Early Ordering Letter.', ['early-ordering-request']],
    [
      'early-ordering-letter',
      'We signed the Early Ordering Letter.',
      [
        'early-ordering-request',
        'early-ordering-letter-signed ! The word that it is signed came before the Early Ordering Letter Agreement of the carrier.',
      ],
    ],
    ['customer-questionnaire', 'We submitted the Customer Questionnaire online on Monday.', ['questionnaire']],
    ['customer-questionnaire', 'We will complete the questionnaire next week.', []],
    [
      'customer-questionnaire',
      'The questionnaire has been completed except for section 5, which our tax people owe us.',
      [],
    ],
    ['customer-questionnaire', 'We submitted the questionnaire online, but the sections on tax are still empty.', []],
    ['customer-questionnaire', 'We submitted the questionnaire online. Section 7 will follow.', []],
    [
      'customer-questionnaire',
      'We submitted the questionnaire online; no section is left blank. Our NECA letter follows.',
      ['questionnaire'],
    ],
    ['network-readiness', 'Our switch is DNVRCOMADS1 in Denver.', ['network-information = DNVRCOMADS1']],
    ['network-readiness', 'DNVRXXMADS1 is in no state.', []],
    ['status-inquiry', 'CLLI: DNVRCOMADS1', ['network-information = DNVRCOMADS1']],
    ['status-inquiry', 'We ask about DNVRCOMADS1.', []],
    ['status-inquiry', 'What is the status of CDS-220815-0003?', []],
  ])('%s: %s', (intent, text, lines) => {
    expect(proved({ text }, wants(intent))).toEqual(lines)
  })
})

describe('what is never proved', () => {
  test('by a mail that nobody understood: anything but what its papers say of themselves', () => {
    const attachments = [
      { filename: 'cpcn.pdf', text: CPCN },
      { filename: 'questionnaire.pdf', text: 'see above' },
    ]
    const text = 'We have signed. We elect to adopt. We submitted the questionnaire.'
    const understood = {
      ...request,
      path: 'negotiate',
      abstained: true,
      documents: ['certification', 'customer-questionnaire'],
    } as const
    expect(proved({ text, attachments }, understood)).toEqual(['certification'])
  })

  test.each(['auto-reply', 'bounce', 'bulk', 'spam'] as const)('by %s', (kind) => {
    expect(
      proved({ attachments: [{ filename: 'cpcn.pdf', text: CPCN }] }, { kind, documents: ['certification'] }),
    ).toEqual([])
  })

  test('by words that are quoted', () => {
    expect(
      proved(
        { text: 'Any news?\n\nOn Monday, Ann wrote:\n> We have signed the agreement.' },
        wants('signed-agreement'),
      ),
    ).toEqual([])
  })

  test('again, with less or the same', () => {
    const text = 'We submitted the Customer Questionnaire online.'
    const byFile = {
      ...named,
      items: { ...named.items, questionnaire: anItem({ proof: aProof({ attachment: 'cq.pdf' }) }) },
    }
    expect(proved({ text }, wants('customer-questionnaire'), byFile)).toEqual([])
    expect(paper('certification', { filename: 'cpcn.pdf', text: CPCN }, having(named, 'certification'))).toEqual([])
    expect(paper('certification', { filename: 'cpcn.pdf' }, having(named, 'certification'))).toEqual([])
  })

  test.each<[string, MailSketch, Partial<Understanding>, CaseFile]>([
    [
      'a request',
      { text: 'We represent Acme Fiber, LLC, a facility-based carrier.' },
      { ...request, path: 'negotiate' },
      fresh,
    ],
    ['a doubtful one', { text: 'We would like to discuss an agreement under Section 251.' }, request, fresh],
    [
      'an adoption',
      { text: 'We wish to adopt the Bandwidth agreement.' },
      { ...request, ...wants('opt-in-inquiry'), path: 'opt-in' },
      fresh,
    ],
    ['another way', {}, { ...wants('agreement-request'), path: 'template-as-is' }, { ...named, route: 'negotiate' }],
    [
      'papers',
      { attachments: [{ filename: 'cpcn.pdf', text: CPCN }, { filename: 'x.pdf' }] },
      { ...request, documents: ['certification', 'ocn-letter'] },
      fresh,
    ],
  ])('twice: %s', (_what, sketch, understood, file) => {
    const mail = aProvingMail(sketch, understood)
    const first = proofsIn(mail, file)
    expect(first).not.toEqual([])
    expect(proofsIn(mail, after(file, first))).toEqual([])
  })

  test('against what a person ticked or waived', () => {
    const ticked = {
      ...named,
      items: {
        ...named.items,
        'ocn-letter': anItem({ state: 'waived', proof: aProof({ by: 'nora@carrier.example' }) }),
      },
    }
    expect(paper('ocn-letter', { filename: 'neca.pdf', text: NECA }, ticked, { identifiers: { ocn: '482A' } })).toEqual(
      [],
    )
  })

  test('of another agreement: papers of an amendment', () => {
    const papers = paper(
      'redlined-agreement',
      { filename: 'r.docx', text: 'Tracked changes' },
      named,
      wants('amendment-request'),
    )
    expect(papers).toEqual([])
  })

  test.each<[string, Partial<Item>, readonly [value: string | null, day: 'first' | 'later'] | null]>([
    ['with a number that the first had not', { value: null }, ['CDS-220815-0003', 'first']],
    ['told before in words alone', { value: null, proof: aProof() }, ['CDS-220815-0003', 'first']],
    ['the same', { value: 'CDS-220815-0003' }, null],
    ['of another agreement', { value: 'CDS-220101-0001' }, ['CDS-220815-0003', 'later']],
    ['after one that did not do', { state: 'problem', problem: 'We see no signature.' }, ['CDS-220815-0003', 'later']],
  ])('a further copy of the signed page, %s: the day of the signature', (_what, known, expected) => {
    const first = NOW - 41 * DAY
    const signature = anItem({ at: first, proof: aProof({ attachment: 'page.pdf' }), ...known })
    const file = { ...named, items: { ...named.items, 'draft-issued': signature, 'clec-signature': signature } }
    const copy = { filename: 'ica.pdf', text: SIGNED }
    const mail = aProvingMail(
      { attachments: [copy] },
      { documents: ['signed-agreement'], ...wants('signed-agreement') },
    )
    const change = proofsIn(mail, file).find((one) => one.change === 'item-met' && one.item === 'clec-signature')
    const told = change?.change === 'item-met' ? [change.value, change.at === first ? 'first' : 'later'] : null
    expect(told).toEqual(expected)
  })

  test('but another value of a paper changes the item', () => {
    const before = {
      ...named,
      items: { ...named.items, 'ocn-letter': anItem({ value: '111A', proof: aProof({ attachment: 'old.pdf' }) }) },
    }
    expect(paper('ocn-letter', { filename: 'neca.pdf', text: NECA }, before, { identifiers: { ocn: '482A' } })).toEqual(
      ['ocn-letter = 482A'],
    )
  })

  test('who is to be notified does not change by mail (T15)', () => {
    const contact = { name: 'Eve', email: 'eve@elsewhere.example', phone: null }
    expect(proved({}, { ...wants('status-inquiry'), contact })).toEqual([])
  })
})

describe('whom the form names for notices, whoever sends it (3.1)', () => {
  const sender = { name: 'Terry Blount', email: 'terry@acmefiber.example', phone: null }
  test.each([
    ['Notice contact: Ingrid Sorensen, General Counsel, 1 Main St', 'Ingrid Sorensen, General Counsel'],
    ['Notice contact | Ingrid Sorensen, ingrid@acmefiber.example', 'Ingrid Sorensen, ingrid@acmefiber.example'],
    [
      'Contact for notices: Ingrid Sorensen, 1 Main St, ingrid@acmefiber.example',
      'Ingrid Sorensen, ingrid@acmefiber.example',
    ],
    ['Contact (notices): Ingrid Sorensen <ingrid@acmefiber.example>', 'Ingrid Sorensen, ingrid@acmefiber.example'],
    ['Notices to: Ingrid Sorensen; General Counsel', 'Ingrid Sorensen, General Counsel'],
    ['Legal notices: Ingrid Sorensen', 'Ingrid Sorensen'],
    ['Person to receive notices: Ingrid Sorensen', 'Ingrid Sorensen'],
    ['Notice address: ______', 'Terry Blount, terry@acmefiber.example'],
    ['Billing contact: Ingrid Sorensen', 'Terry Blount, terry@acmefiber.example'],
  ])('%s', (row, value) => {
    const text = `AGREEMENT REQUEST FORM\nLegal name: Acme Fiber, LLC\n${row}\nSubmitted by: Terry Blount, Paralegal`
    const understood: Partial<Understanding> = { documents: ['agreement-request-form'], contact: sender }
    const lines = proved({ attachments: [{ filename: 'form.pdf', text }] }, { ...request, ...understood }, fresh)
    expect(lines.filter((line) => line.startsWith('notice-contact'))).toEqual([`notice-contact = ${value}`])
  })
})

/** A request form with this in its field for the way, beside a letter that leaves the way open. */
function formsThatSay(rows: readonly (readonly [way: string, lines: readonly string[]])[]) {
  return rows.map(([way, lines]): [string, MailSketch, Partial<Understanding>, readonly string[]] => [
    `a form that says "${way}"`,
    {
      attachments: [{ filename: 'form.pdf', text: `AGREEMENT REQUEST FORM\nLegal name: Acme Fiber LLC\nWay: ${way}` }],
    },
    { documents: ['agreement-request-form'] },
    lines,
  ])
}
