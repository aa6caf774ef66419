import { describe, expect, test } from 'vitest'
import type { DocumentSort } from '../../../src/domain/labels.ts'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail, type FileSketch } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }
const LETTER = 'Acme Fiber LLC sends its papers for the Utah interconnection agreement, see attached.'

function sort(file: FileSketch, text = LETTER): DocumentSort | undefined {
  return understand(aMail({ subject: 'Papers for our interconnection agreement', text, attachments: [file] }), world)
    .documents[0]
}

describe('by name', () => {
  test.each<readonly [string, DocumentSort]>([
    ['Agreement Request Form Acme.pdf', 'agreement-request-form'],
    ['Acme_ARF_2026.docx', 'agreement-request-form'],
    ['New_Customer_Questionnaire_Acme.xlsx', 'customer-questionnaire'],
    ['EOLA signed.pdf', 'early-ordering-letter'],
    ['Early Ordering Letter executed.pdf', 'early-ordering-letter'],
    ['UT ICA signature page.pdf', 'signed-agreement'],
    ['NTA Section 7 redline.docx', 'redlined-agreement'],
    ['Notice of Adoption.pdf', 'adoption-letter'],
    ['NECA OCN letter.pdf', 'ocn-letter'],
    ['Idaho PUC Certificate.pdf', 'certification'],
    ['Certificate of Insurance.pdf', 'other'],
    ['W-9.pdf', 'other'],
    ['Sales tax exemption certificate.pdf', 'other'],
    ['holiday.pdf', 'other'],
    ['Exhibit A initials.pdf', 'signed-agreement'],
    ['UT-26-0114 conformed.pdf', 'signed-agreement'],
    ['Amendment 2 our edits.docx', 'redlined-agreement'],
    ['ID template redline.docx', 'redlined-agreement'],
    ['ID template.docx', 'other'],
  ])('%s is %s', (filename, want) => {
    expect(sort({ filename })).toBe(want)
  })
})

describe('papers that speak of others', () => {
  test.each<readonly [string, string, DocumentSort]>([
    ['coverage by a pool', 'MUNICIPALITIES ASSURANCE POOL\nCertificate of coverage\nMember: Acme Utility', 'other'],
    [
      'consent to what others sign',
      'CONSENT AND ASSIGNMENT\n(Interconnection Agreement)\nAssignor: /s/ Ann Bell',
      'other',
    ],
    [
      'a request to negotiate that tells of the certificate',
      'Dear Director:\nAcme Fiber LLC requests that your company negotiate an agreement.\nAcme is authorized by the Public Service Commission of Utah (certificate issued in May).',
      'other',
    ],
    [
      'a notice of adoption under the commission’s heading',
      'BEFORE THE PUBLIC UTILITIES COMMISSION\n\nNOTICE OF ADOPTION\n1. Acme Fiber LLC is certified.\n2. Under 252(i) Acme adopts the agreement of Tern, Inc.',
      'adoption-letter',
    ],
    [
      'a guaranty',
      'PARENT GUARANTY\nThe undersigned guarantees what Acme owes under its interconnection agreement.\nBy: Ann Bell',
      'other',
    ],
    ['a letter of credit', 'IRREVOCABLE LETTER OF CREDIT\nunder the interconnection agreement\nBy: Ann Bell', 'other'],
    [
      'a notice of both sides of a sale',
      'JOINT NOTICE\nTern LLC ("Assignor") assigned to Acme LLC ("Assignee") the Interconnection Agreement.\n/s/ Ann Bell',
      'other',
    ],
    [
      'a transfer from one to the other',
      'TRANSFER OF INTERCONNECTION AGREEMENT\nFrom: Tern LLC\nTo: Acme LLC\n/s/ Ann Bell',
      'other',
    ],
    [
      'what both ask the commission for',
      'BEFORE THE PUBLIC SERVICE COMMISSION OF UTAH\nJoint Petition for Approval of an Interconnection Agreement\nbetween Acme LLC and Qwest Corporation',
      'other',
    ],
    ['a changed name', 'STATE OF UTAH\nCertificate of Amendment\nTern LLC changes its name to Acme Fiber LLC', 'other'],
    [
      'a council that wants to adopt',
      'RESOLUTION 12\nThe town adopts the interconnection\nagreement of Tern LLC under 252(i).',
      'adoption-letter',
    ],
    [
      'a page that was signed across a line end',
      'Page 90 of 90\nThe Parties have executed this Interconnection\nAgreement.\n/s/ Ann Bell',
      'signed-agreement',
    ],
    [
      'an agreement on traffic',
      'TRAFFIC EXCHANGE AGREEMENT, STATE OF UTAH\nAcme Fiber LLC\n/s/ Ann Bell',
      'signed-agreement',
    ],
    [
      'an agreement on an adoption',
      'AGREEMENT REGARDING ADOPTION\nbetween Qwest Corporation and Acme Fiber LLC\nBy: Ann Bell',
      'signed-agreement',
    ],
    [
      'an amendment signed without a colon',
      'AMENDMENT 3 TO THE INTERCONNECTION AGREEMENT\nAcme Fiber LLC\nSigned A. Bell, Manager',
      'signed-agreement',
    ],
    [
      'an order that grants',
      'Utah Public Service Commission\nOrder 02, Docket 26-114\nGranting certification to Acme Fiber LLC',
      'certification',
    ],
    [
      'a section of the questionnaire',
      'SECTION 8 - PROJECTED VOLUMES\nCustomer: Acme Fiber LLC\nLoops: 40',
      'customer-questionnaire',
    ],
    ['a short certificate', 'Arizona Corporation Commission\nCertificate: Acme Fiber LLC', 'certification'],
  ])('%s', (_meaning, text, want) => {
    expect(sort({ filename: 'paper.txt', mediaType: 'text/plain', text })).toBe(want)
  })

  test('a form that names the agreement it asks for', () => {
    const text = 'Legal entity: Acme Fiber LLC\nState requested: UT\nType: Interconnection Agreement'
    expect(sort({ filename: 'ARF_Acme.txt', mediaType: 'text/plain', text })).toBe('agreement-request-form')
  })

  test.each<readonly [string, string, DocumentSort]>([
    ['page 187.pdf', 'Kyle finally signed it. It is just the one page of the Utah agreement.', 'signed-agreement'],
    ['IMG_8841.jpg', 'The Utah certificate of the PSC came! I send the photo.', 'certification'],
  ])('%s, of which the letter tells', (filename, letter, want) => {
    expect(sort({ filename, text: '' }, letter)).toBe(want)
  })
})

describe('changes marked by hand', () => {
  const marked = (title: string) => `${title}\n1. Effective [DELETED: upon approval] [INSERTED: upon filing].`

  test.each<readonly [string, DocumentSort]>([
    ['AMENDMENT NO. 2 - FLORIDA', 'redlined-agreement'],
    ['Interconnection agreement, section 5', 'redlined-agreement'],
    ['Early Ordering Letter Agreement', 'early-ordering-letter'],
  ])('%s is %s', (title, want) => {
    expect(sort({ filename: 'comments.txt', mediaType: 'text/plain', text: marked(title) })).toBe(want)
  })
})

describe('a letter that opts in, without the words of the statute', () => {
  test.each<readonly [string, DocumentSort]>([
    ['Gull Fiber, LLC chooses to opt in to the Interconnection Agreement of Tern Loop, Inc., Utah.', 'adoption-letter'],
    ['Gull Fiber, LLC hereby opts into the agreement between you and Tern Loop, Inc.', 'adoption-letter'],
    [
      'Agreement Request Form\nInterconnection Agreement\n[ ] we wish to opt in to an existing one',
      'agreement-request-form',
    ],
  ])('%s', (text, want) => {
    expect(sort({ filename: 'letter.docx', text: `May 4, 2026\n\n${text}\n\nAnn Bell` })).toBe(want)
  })
})

describe("a commission's order that gives no authority is no certificate", () => {
  test.each<readonly [string, DocumentSort]>([
    ['ORDER NO. 4711\nThe rate for transport is set at $0.0005. Carriers shall conform their agreements.', 'other'],
    ['DECISION NO. 4711\nThe numbering rules are amended as proposed.', 'other'],
    [
      'ORDER NO. 4711\nThe certificate of public convenience and necessity is granted to Gull Fiber, LLC.',
      'certification',
    ],
  ])('%s', (text, want) => {
    expect(sort({ filename: 'Order 4711.pdf', text: `BEFORE THE UTAH PUBLIC SERVICE COMMISSION\n${text}` })).toBe(want)
  })
})

describe('an advice adoption letter amends an agreement in force', () => {
  test.each<readonly [string, DocumentSort]>([
    ['Executed: /s/ Ann Bell, May 4, 2026', 'signed-agreement'],
    ['Signature: ______', 'other'],
  ])('%s', (ending, want) => {
    const text = `ADVICE ADOPTION LETTER - IOWA\nGull Fiber, LLC adds a product to its Interconnection Agreement.\n${ending}`
    expect(sort({ filename: '2188.txt', mediaType: 'text/plain', text })).toBe(want)
  })
})

describe('by content', () => {
  test('text goes before the name', () => {
    expect(
      sort({
        filename: 'document.txt',
        mediaType: 'text/plain',
        text: 'AGREEMENT REQUEST FORM\nLegal name: Acme Fiber LLC',
      }),
    ).toBe('agreement-request-form')
  })

  // What it quotes or forwards is no paper of its own.
  test.each(['message/rfc822', 'application/vnd.ms-outlook'])('a mail (%s) is no form', (mediaType) => {
    const text = 'AGREEMENT REQUEST FORM\nLegal name: Acme Fiber LLC'
    expect(sort({ filename: 'saved', mediaType, text })).toBe('other')
    expect(sort({ filename: 'saved', mediaType: 'application/pdf', text })).toBe('agreement-request-form')
  })

  test('a file with a scanner name is what the letter says', () => {
    expect(
      sort(
        { filename: 'SKM_20260302.pdf' },
        'Attached is the executed signature page of the Utah agreement. Acme Fiber LLC',
      ),
    ).toBe('signed-agreement')
  })

  test('with several such files nobody can say which', () => {
    const attachments = [{ filename: 'scan1.pdf' }, { filename: 'scan2.pdf' }]
    const mail = aMail({
      subject: 'Papers',
      text: 'Attached is the executed signature page of the Utah agreement.',
      attachments,
    })
    expect(understand(mail, world).documents).toEqual(['other', 'other'])
  })
})

describe('by its heading', () => {
  test.each<readonly [string, string, DocumentSort]>([
    [
      'an order that grants',
      'BEFORE THE UTAH PUBLIC SERVICE COMMISSION\nDocket 26-1\nFINAL ORDER\nThe application of Acme Fiber LLC for a certificate of authority is granted.',
      'certification',
    ],
    ['an order that ends it, by its title alone', 'Order Revoking Certificate', 'certification'],
    ['an order that refuses it, by its title alone', 'DECISION DENYING CPCN\nAcme Fiber LLC', 'certification'],
    ['a revocation', 'REVOCATION OF CERTIFICATE NO. 31', 'certification'],
    ['a notice about insurance', 'Notice of Cancellation: Certificate of Insurance', 'other'],
    [
      'a registration',
      'WASHINGTON UTILITIES AND TRANSPORTATION COMMISSION\nRe: Registration of Acme Fiber LLC\nThe Commission has accepted the registration of Acme.',
      'certification',
    ],
    [
      'an order on an agreement',
      'PUBLIC UTILITIES COMMISSION\nORDER approving the interconnection agreement of Acme Fiber LLC',
      'other',
    ],
    [
      'an answer to a notice',
      'MONTANA PUBLIC SERVICE COMMISSION\nStaff has seen your notice of the sale of assets and does not oppose it.',
      'other',
    ],
    [
      'a company code',
      'Company Code Administration\nRe: assignment\nOCN 123A has been assigned to Acme Fiber LLC.',
      'ocn-letter',
    ],
    ['insurance', 'CERTIFICATE OF LIABILITY INSURANCE\nInsured: Acme Fiber LLC', 'other'],
    [
      'a resale certificate for taxes',
      'Florida Annual Resale Certificate for Sales Tax\nBusiness: Acme Fiber LLC',
      'other',
    ],
    ['an envelope that is complete', 'CERTIFICATE OF COMPLETION\nEnvelope 12\nSigner 1: Pat Field', 'other'],
    [
      'a signed page',
      'INTERCONNECTION AGREEMENT - UTAH\nAcme Fiber LLC\nBy: /s/ Pat Field\nTitle: President',
      'signed-agreement',
    ],
    [
      'an amendment with a name on the line',
      'AMENDMENT NO. 2 TO THE INTERCONNECTION AGREEMENT\nBy: Pat Field\nDate: March 2, 2026',
      'signed-agreement',
    ],
    [
      'an adoption agreement that is signed',
      'ADOPTION AGREEMENT (UTAH)\nAcme adopts in its entirety the agreement of Tern.\n/s/ Pat Field',
      'signed-agreement',
    ],
    [
      'an agreement with empty lines',
      'COMMERCIAL SERVICES AGREEMENT\nbetween us and Acme Fiber LLC\nBy: ______\nDate: ______',
      'other',
    ],
    ['a draft', 'RESALE AGREEMENT (DRAFT FOR DISCUSSION)\n/s/ nobody', 'other'],
    [
      'tracked changes',
      'Tracked changes (redlined version): 3 inserted, 2 deleted by Counsel\nINTERCONNECTION AGREEMENT',
      'redlined-agreement',
    ],
    ['an ordering letter, blank', 'EARLY ORDERING LETTER AGREEMENT\nCLEC: ______', 'early-ordering-letter'],
    [
      'an ordering letter in other words',
      'LETTER AGREEMENT\nThe undersigned knows that service orders issued before the Commission approves the agreement are at its risk.\n/s/ Pat',
      'early-ordering-letter',
    ],
    [
      'an adoption by letter',
      'Acme Fiber LLC\nMarch 2, 2026\nRe: Adoption of the Tern agreement, Utah\nDear Manager:\nAcme adopts it whole.',
      'adoption-letter',
    ],
    [
      'a letter that asks to negotiate',
      'Acme Fiber LLC\nMarch 2, 2026\nDear Manager:\nAcme requests negotiation of an interconnection agreement under Section 252.',
      'other',
    ],
    [
      'a form without a heading',
      'Legal name: Acme Fiber LLC\nState(s): Utah\nInterconnection / Commercial / Resale: Interconnection\nTemplate as is / Negotiate: Template',
      'agreement-request-form',
    ],
    [
      'a questionnaire that asks for much',
      'New Customer Questionnaire\nOCN from NECA: 123A\nTax exempt: yes\nCertificate of authority: yes',
      'customer-questionnaire',
    ],
    [
      'insurance of some other kind',
      'CERTIFICATE OF PROPERTY AND LIABILITY INSURANCE\nNamed insured: Acme Fiber LLC',
      'other',
    ],
    ['who holds which office', 'CERTIFICATE OF INCUMBENCY\nI certify that the following hold office', 'other'],
    ['proof that it was served', 'CERTIFICATE OF SERVICE\nI certify that the foregoing was served', 'other'],
    ['a closing', 'CLOSING CERTIFICATE\nThe undersigned certify that all assets were transferred', 'other'],
    [
      'an assignment, though signed',
      'ASSIGNMENT AND ASSUMPTION AGREEMENT\nAssigned: Interconnection Agreement for Utah\n/s/ Ann Bell',
      'other',
    ],
    ['minutes', 'MINUTES (excerpt), October 21\nMoved to adopt the Tern agreement as is. Carried.', 'other'],
    [
      'a board that lets somebody sign',
      'Resolution 31-7\nThe manager is authorized to sign the interconnection agreement.',
      'other',
    ],
    [
      'a board that adopts',
      'RESOLUTION NO. 31-8\nThe Board adopts the interconnection agreement of Tern Telecom LLC under 252(i).',
      'adoption-letter',
    ],
    [
      'a petition that names a certificate',
      'BEFORE THE UTAH PUBLIC SERVICE COMMISSION\nIn the Matter of the Petition of Acme Fiber LLC for Arbitration\nAcme holds a Certificate of Public Convenience and is authorized to provide service.',
      'other',
    ],
    [
      'a letter that brings an agreement',
      'Acme Fiber LLC\nEnclosed is the signed interconnection agreement for Utah.\n/s/ Ann Bell',
      'other',
    ],
    [
      'a letter that asks to negotiate, signed',
      'Re: Request for negotiation\nAcme asks for an interconnection agreement.\n/s/ Ann Bell',
      'other',
    ],
    [
      'ordering early in other words',
      'Letter Agreement - Orders Before Commission Approval\nThe parties signed the interconnection agreement.\n/s/ Ann Bell',
      'early-ordering-letter',
    ],
    [
      'the page both sign to carry an adoption out',
      'ADOPTION OF INTERCONNECTION AGREEMENT - SHORT FORM\nAcme Fiber LLC adopts the agreement.\n/s/ Ann Bell',
      'signed-agreement',
    ],
    [
      'a page that says it was executed',
      'The Parties have caused this Agreement to be executed.\n/s/ Ann Bell',
      'signed-agreement',
    ],
    [
      'a registered carrier that adopts',
      'Dear Madam:\nAcme is registered with the Washington Utilities and Transportation Commission. Under Section 252(i) we choose to adopt the agreement of Tern Telecom LLC.',
      'adoption-letter',
    ],
    [
      'the same contract as another',
      'Dear Sirs:\nWe wish to have the same contract as Tern Telecom LLC. Section 252(i) permits this.',
      'adoption-letter',
    ],
    [
      'a questionnaire with changes marked',
      'Tracked changes (redlined version): 2 inserted, 1 deleted by Ann\n\nCUSTOMER QUESTIONNAIRE - Section 3',
      'customer-questionnaire',
    ],
    [
      'a template with changes marked',
      'Tracked changes (redlined version): 2 inserted, 1 deleted by Ann\n\nINTERCONNECTION AGREEMENT\n5.4 Deposits',
      'redlined-agreement',
    ],
    ['a wattage form', 'APPLICATION FOR INTERCONNECTION OF DISTRIBUTED GENERATION\nInverter: one', 'other'],
  ])('%s', (_meaning, text, want) => {
    expect(sort({ filename: 'document.pdf', text })).toBe(want)
  })

  test.each<readonly [string, string, DocumentSort]>([
    ['amendment 2.pdf', 'The executed amendment of Acme Fiber LLC is attached.', 'signed-agreement'],
    ['amendment 2.pdf', 'Acme Fiber LLC asks whether you agree to the attached amendment.', 'other'],
    ['Acme Amd 2 (exec).pdf', 'Acme Fiber LLC sends this.', 'signed-agreement'],
  ])('an agreement whose text shows no signature: %s, "%s"', (filename, letter, want) => {
    expect(sort({ filename, text: 'AMENDMENT NO. 2 TO THE INTERCONNECTION AGREEMENT\nfor Utah' }, letter)).toBe(want)
  })
})

describe('pictures', () => {
  test.each<readonly [string, FileSketch, DocumentSort]>([
    [
      'a logo in the signature',
      { filename: 'image001.png', mediaType: 'image/png', bytes: 2_000, inline: true },
      'decoration',
    ],
    [
      'a photograph of a certificate',
      { filename: 'IMG_3307.jpg', mediaType: 'image/jpeg', bytes: 900_000, inline: true },
      'certification',
    ],
    ['what a signature stands around', { filename: 'smime.p7m', mediaType: 'application/pkcs7-mime' }, 'other'],
  ])('%s', (_meaning, file, want) => {
    expect(sort(file, 'I took a picture of our PSC certificate for the Utah interconnection agreement.')).toBe(want)
  })
})

describe('a form in a file speaks', () => {
  const FORM = [
    'AGREEMENT REQUEST FORM',
    'Legal name of company (as registered): Acme Fiber LLC',
    'State(s) in which an agreement is needed: Utah',
    '☐ Interconnection: Negotiations Template Agreement, no changes',
    '☐ Interconnection: negotiated',
    '☒ Interconnection: opt-in to an existing agreement, 252(i)',
    '☐ Resale',
    'OCN: 264N',
  ]

  test('the ticked choice counts, the others were not said', () => {
    const file = { filename: 'form.txt', mediaType: 'text/plain', text: FORM.join('\n') }
    const understood = understand(
      aMail({ subject: 'Form', text: 'See the attached form.', attachments: [file] }),
      world,
    )
    expect(understood).toMatchObject({
      agreement: 'interconnection',
      path: 'opt-in',
      company: 'Acme Fiber LLC',
      states: ['UT'],
      identifiers: { ocn: '264N' },
    })
    expect(understood.intents[0]?.intent).toBe('opt-in-inquiry')
  })

  test('another tick, another path', () => {
    const text = FORM.join('\n')
      .replace('☒', '☐')
      .replace('☐ Interconnection: negotiated', '☒ Interconnection: negotiated')
    const understood = understand(
      aMail({
        subject: 'Form',
        text: 'See the attached form.',
        attachments: [{ filename: 'form.txt', mediaType: 'text/plain', text }],
      }),
      world,
    )
    expect(understood).toMatchObject({ agreement: 'interconnection', path: 'negotiate' })
    expect(understood.intents[0]?.intent).toBe('agreement-request')
  })
})
