/** Legal notices among mails that only sound like them. One too many costs a look; one too few is answered by a machine. */
import { describe, expect, test } from 'vitest'
import { legalNotice } from '../../../src/domain/casework/legal-notice.ts'
import { anUnderstanding, arrived } from '../../support/arrivals.ts'
import { aMail } from '../../support/mail-builder.ts'
import { changesOf, decide, replyOf, told } from '../../support/told.ts'

const NOTICES = [
  'Please take this as formal notice of default under section 5.13 of the Agreement.',
  'This letter is written notice of breach of the interconnection agreement.',
  'NOTICE OF DISPUTE: Acme Fiber disputes the charges billed in March.',
  'Enclosed is our notice of intent to arbitrate the open issues.',
  'This is a legal notice of termination for cause.',
  'We hereby invoke the dispute resolution procedures of the agreement.',
  'Acme is invoking arbitration of the unresolved issues.',
  'We request dispute resolution under section 5.18 of the ICA.',
  'Attached and served upon you is our Petition for Arbitration.',
  'We have filed a petition to compel interconnection with the commission today.',
  'Petition for arbitration pursuant to 47 U.S.C. 252(b), Docket 26A-0123T.',
  'Your refusal to exchange redlines is bad faith.',
  'You violate 47 CFR 51.301 by conditioning negotiations on certification.',
  'We hereby demand that you execute the agreement within ten days.',
  'A formal demand for payment of $12,400 follows.',
  'See the attached demand letter of our counsel.',
  'We demand payment of the outstanding credits.',
  'Cease and desist from using our CLLI codes.',
  'We filed a formal complaint against your company.',
  'We will file a complaint with the Commission next week.',
  'You are served with a subpoena for documents in this docket.',
  'A litigation hold is in effect for all records of this account.',
  'We will seek an injunction in the district court.',
  'We continue to negotiate without prejudice to our rights and remedies at law.',
  // default and breach
  'Qwest is in default of the Interconnection Agreement.',
  'You are in material breach of Section 7 of the Agreement.',
  'CenturyLink has breached its obligations under Section 251(c).',
  'Your company continues to violate Section 7.1.1 of the ICA.',
  'An event of default has occurred under Section 5.13.',
  'Unless the default is cured within thirty days, Acme will seek relief before the Commission.',
  'You have thirty (30) days to cure.',
  'Acme hereby gives Qwest Corporation formal notice of its default.',
  'You have failed to perform your obligations under the interconnection agreement.',
  // termination, by them and to us
  'Notice is hereby given that the agreement terminates on September 1, 2026.',
  'Acme hereby terminates the interconnection agreement for Idaho effective June 30.',
  'Please accept this letter as our sixty days notice of termination of the ICA.',
  'Acme elects to terminate the agreement for convenience under Section 5.2.',
  'We give notice that Acme will not renew the interconnection agreement.',
  'This is our notice of non-renewal.',
  // dispute, and bills disputed under the agreement
  'Acme disputes your position on Section 9 and asks for escalation under Section 5.18.',
  'A dispute has arisen between the parties over the rates of Exhibit A.',
  'Under Section 5.4.4 of the Interconnection Agreement Acme disputes $4,211.40 billed on BAN 303-555-0100.',
  'This letter is our notice of billing dispute for the March invoice.',
  'We are withholding $1,200 as disputed amounts pursuant to the agreement.',
  'Acme designates Paula Writer as its representative to resolve the dispute.',
  'We initiate the informal dispute resolution that the agreement provides for.',
  // demand
  'Acme demands that Qwest process its orders without delay.',
  'This is our final demand for the credits owed.',
  'If you do not answer by Friday we will take this to the Commission.',
  'We reserve all rights and remedies.',
  'Acme will pursue all available legal remedies.',
  'Our attorneys are instructed to commence legal action.',
  // bad faith
  'Qwest has failed to negotiate in good faith.',
  'Your company is not negotiating in good faith.',
  'We regard this as a refusal to negotiate in good faith.',
  'You have breached the duty to negotiate in good faith of Section 251(c)(1).',
  'Insisting on certification first is a violation of the Act.',
  'You are deliberately delaying these negotiations.',
  // arbitration, mediation, petitions
  'Please take notice that Acme has today petitioned the Idaho Public Utilities Commission to arbitrate the open issues.',
  'Acme will file for arbitration under Section 252(b) on Monday.',
  'We intend to petition the Commission for arbitration when the window opens.',
  'Acme requests that the Commission mediate under Section 252(a)(2), and this is your copy.',
  'A service copy of our filing in docket T-01051B-26-0101 is attached.',
  'You are hereby served with the attached papers.',
  'Your answer to the petition is due in 25 days.',
  // complaints, courts
  'Acme has filed a complaint against Qwest with the Commission.',
  'We will bring a complaint before the Public Utilities Commission.',
  'Acme intends to file an informal complaint with the FCC.',
  'We shall sue for damages.',
  'Enclosed is a summons in the matter of Acme Fiber v. Qwest Corporation.',
  // preservation
  'Please preserve all documents and e-mail about our request.',
  'You have a duty to preserve evidence relating to this matter.',
  // our own notices rejected
  'Acme rejects your notice of termination of March 1.',
  'Your notice of default is defective and without effect.',
  'We do not accept your notice of non-payment and dispute every item of it.',
  // effective dates
  'The agreement is deemed approved by operation of law under Section 252(e)(4).',
  'It is our position that the agreement took effect on January 15.',
  'Acme regards its request as received on January 5 and the arbitration window as open from May 20.',
  // others
  'Acme has filed a voluntary petition under Chapter 11 of the Bankruptcy Code.',
  'The automatic stay applies to all your claims.',
  'We tender this claim for indemnification under Section 5.9.',
]

const LOOKALIKES = [
  'Our notice address is 100 Main Street, Denver, CO 80202.',
  'Please change the notice contact in the agreement to Paula Writer.',
  'The contact for notices is Paula Writer.',
  'We demand a lot of bandwidth from our transport provider.',
  'The demand for fiber in Boise is growing.',
  'On-demand webinars about number porting are on our page.',
  'Call the PUC complaint department at 303-555-0100 if you have questions about your bill.',
  'Our complaint rate is the lowest in the state.',
  'Paula Writer, Petition Drafting Team, Acme Fiber, LLC',
  'The commission will rule on our petition for a certificate in May.',
  'Thank you for the notice of the maintenance window.',
  'Notice: this message is confidential and intended only for the addressee.',
  'Please give us thirty days notice before the cutover.',
  'We wish to invoke our option to extend the agreement by a year.',
  'How do I dispute a charge on invoice 4711?',
  'Does the template have a section on dispute resolution?',
  'Which arbitration clause does the Colorado template contain?',
  'Acme Fiber seeks to adopt the agreement that came out of the arbitration in Utah.',
  'We act in good faith and look forward to negotiations.',
  'We never had any litigation with a carrier.',
  'Please terminate the trunk group at our switch in Provo.',
  'The default route points to your tandem.',
  'We breached nothing; the fibre cut was at mile 12.',
  'The arbitrage desk moved to another floor.',
  // asking how it works
  'How does arbitration under section 252 work?',
  'Could you explain how the dispute resolution process of the agreement works?',
  'Please let us know when a carrier may file a petition for arbitration.',
  'What happens if a party is in default of the agreement?',
  'We would like to understand what notice of termination the template asks for.',
  'May we terminate the agreement before its end?',
  'Does a notice of dispute have to be sent on paper?',
  'Is mediation by the Commission available in Utah?',
  // the agreement's own words
  'Section 5.2 says that either party may terminate the agreement upon sixty days written notice.',
  'Section 5.13 of your template provides that a party in default has thirty days to cure.',
  'In Section 5.4 we propose that the billed party may dispute an invoice within ninety days.',
  'Our redlines to Sections 5.13 (Default), 5.18 (Dispute Resolution) and 5.21 (Notices) are attached.',
  'Either party may file a complaint with the Commission if the dispute is not resolved in thirty days.',
  'The term of the agreement is three years, and it renews unless a party gives notice of termination.',
  'We cannot accept the words "notice of default" in Section 5.13; please change them to "notice".',
  // nothing of the kind
  'There is no dispute between the parties.',
  'This is not a notice of default.',
  'We are not aware of any breach of the agreement.',
  'We do not intend to file a complaint.',
  'We never said that you acted in bad faith.',
  'The dispute about the March bill was settled; thank you.',
  'Both parties have negotiated in good faith.',
  'Acme will negotiate in good faith and hopes that no arbitration is needed.',
  'We have no complaint about the service.',
  'Please cancel our request for a call on Friday.',
  'We terminate our fibre at the meet point in Boise.',
  'Our trunks terminate at your tandem in Provo.',
  'The circuits terminate on the frame of the Mesa office.',
  'The agreement that we adopt was effective June 1, 2024.',
  'Our certificate became effective on January 15.',
  'The name change is effective May 1.',
  'Please treat this as our bona fide request under sections 251 and 252.',
  'Acme reserves the right to propose changes to Section 7.',
  'Please file the signed agreement with the Commission.',
  'Acme filed its petition for a certificate with the Commission in January.',
  'Notice of adoption under section 252(i) is attached.',
  'Please find the notice of name change attached.',
  'We preserve the numbering of the sections in our redline.',
  'The meeting room was served with coffee.',
  'Your answer is due to arrive this week, we were told.',
  // news
  'According to the news XO filed a complaint with the FCC against Verizon last week.',
  'We read that the Commission decided the arbitration between Level 3 and Qwest.',
  'The article says that a cable company accuses AT&T of bad faith.',
]

test.each(NOTICES)('a notice: %s', (text) => {
  expect(legalNotice(aMail({ text }))).toMatchObject({ from: 'text' })
})

test.each(LOOKALIKES)('no notice: %s', (text) => {
  expect(legalNotice(aMail({ text }))).toBeNull()
})

test('also in the subject and in the names of files', () => {
  expect(legalNotice(aMail({ subject: 'Notice of Dispute' }))).toMatchObject({ from: 'subject' })
  const attachments = [{ filename: 'Formal_Complaint_26F-0001T.pdf' }]
  expect(legalNotice(aMail({ text: 'See attached.', attachments }))).toMatchObject({ from: 'attachment' })
})

const LETTERHEAD = 'March 2, 2026\nVIA EMAIL\n\nDirector - Interconnection Agreements\n930 15th Street, Denver\n\n'

test.each([
  [
    'Re: NOTICE OF DISPUTE AND DEFAULT under Section 5.18',
    `${LETTERHEAD}Re: NOTICE OF DISPUTE AND DEFAULT\n\nDear Sir:`,
  ],
  ['its first lines', `${LETTERHEAD}Dear Sir:\n\nAcme hereby gives notice that you are in default of the Agreement.`],
  [
    'its last lines',
    `${LETTERHEAD}Dear Sir:\n\n${'We wrote before.\n'.repeat(60)}Unless cured in thirty days, Acme will file a complaint with the Commission.`,
  ],
  [
    'a caption',
    'BEFORE THE ARIZONA CORPORATION COMMISSION\n\nIN THE MATTER OF THE PETITION OF\nACME FIBER, LLC FOR ARBITRATION\nWITH QWEST CORPORATION',
  ],
  [
    'a caption with versus',
    'BEFORE THE\nPUBLIC UTILITIES COMMISSION OF COLORADO\n\nACME FIBER, LLC,\nComplainant,\nv.\nQWEST CORPORATION,\nRespondent.',
  ],
  ['a title', 'COMPLAINT\n\nAcme Fiber, LLC states:'],
  ['a summons', 'UNITED STATES DISTRICT COURT\nSUMMONS IN A CIVIL ACTION'],
  ['an order', 'STATE OF IDAHO\nPUBLIC UTILITIES COMMISSION\nORDER TO SHOW CAUSE'],
  [
    'a notice of termination that names the agreement',
    'NOTICE OF TERMINATION\nof the Interconnection Agreement between Qwest Corporation and Acme Fiber, LLC',
  ],
  ['a preservation letter', `${LETTERHEAD}RE: PRESERVATION OF EVIDENCE\n\nDear Counsel:`],
])('in a file: %s', (_what, text) => {
  const attachments = [{ filename: 'letter.pdf', text }]
  expect(legalNotice(aMail({ text: 'See attached.', attachments }))).toMatchObject({ from: 'attachment' })
})

const CLAUSES = `5.13 Default
If either Party defaults, the other Party shall give written notice of default, and the defaulting Party has thirty days to cure.
5.18 Dispute Resolution
Either Party may invoke the dispute resolution of this Section and may file a complaint with the Commission.
5.2 Either Party may terminate this Agreement by giving written notice of termination.`

test.each([
  ['a template', `INTERCONNECTION AGREEMENT\nBetween Qwest Corporation and Acme Fiber, LLC\n${CLAUSES}`],
  ['a redlined template', `Tracked changes (redlined version)\nTEMPLATE INTERCONNECTION AGREEMENT\n${CLAUSES}`],
  ['a signed agreement', `INTERCONNECTION AGREEMENT\n${CLAUSES}\nIN WITNESS WHEREOF\nSignature: /s/ Paula Writer`],
  [
    'a confidentiality agreement',
    `NON-DISCLOSURE AGREEMENT\n${CLAUSES}\nThe receiving party agrees that an injunction may be sought.`,
  ],
  ['terms without a title', `Terms and Conditions\n${CLAUSES}`],
  [
    'a certificate',
    'BEFORE THE ARIZONA CORPORATION COMMISSION\nIN THE MATTER OF THE PETITION OF ACME FIBER, LLC FOR A CERTIFICATE OF CONVENIENCE AND NECESSITY\nORDER GRANTING CERTIFICATE\nIt is ordered that the certificate is granted. No complaint was filed.',
  ],
  [
    'an application for approval',
    'BEFORE THE IDAHO PUBLIC UTILITIES COMMISSION\nAPPLICATION FOR APPROVAL OF INTERCONNECTION AGREEMENT\nThe parties reached the agreement by voluntary negotiation without mediation or arbitration.',
  ],
  [
    'an order that approves an arbitrated agreement',
    'BEFORE THE UTAH COMMISSION\nORDER APPROVING INTERCONNECTION AGREEMENT\nThe agreement that was reached in arbitration is approved.',
  ],
  [
    'a news item',
    'Telecom News Daily\nBy A. Reporter\nXO files formal complaint against Verizon with the FCC\nThe carrier accuses Verizon of bad faith.',
  ],
  [
    'a request form',
    'AGREEMENT REQUEST FORM\nLegal name: Acme Fiber, LLC\nType: interconnection\nContact for notices of default or dispute: Paula Writer',
  ],
  [
    'a questionnaire',
    'CUSTOMER QUESTIONNAIRE\nContact for billing disputes: Paula Writer\nHave you filed for bankruptcy? No',
  ],
])('not in a file that is %s', (_what, text) => {
  const attachments = [{ filename: 'paper.pdf', text }]
  expect(legalNotice(aMail({ text: 'See attached.', attachments }))).toBeNull()
})

test.each([
  'Petition for Arbitration.pdf',
  'Notice_of_Default.pdf',
  'DEMAND LETTER.docx',
  '2026-03-02 Complaint v Qwest.pdf',
  'termination notice.pdf',
  'service-copy.pdf',
  'Order Revoking Certificate.pdf',
])('a name of a file: %s', (filename) => {
  expect(legalNotice(aMail({ text: 'See attached.', attachments: [{ filename }] }))).toMatchObject({
    from: 'attachment',
  })
})

test.each([
  'notice contact.pdf',
  'Dispute Resolution redline.docx',
  'petition for certificate.pdf',
  'Order Granting Certificate.pdf',
  'termination points.xlsx',
  'template with default clause.docx',
  'arbitrated agreement Level 3.pdf',
])('no name of a notice: %s', (filename) => {
  expect(legalNotice(aMail({ text: 'See attached.', attachments: [{ filename }] }))).toBeNull()
})

test('in what is passed on', () => {
  const text =
    'Please see below.\n\n---------- Forwarded message ----------\nFrom: Counsel <c@law.example>\nDate: Mon, Mar 2, 2026\nSubject: letter\nTo: Paula\n\nQwest Corporation is in default of the Agreement.\n'
  expect(legalNotice(aMail({ subject: 'Fwd: letter', text }))).toMatchObject({ from: 'text' })
})

test('not in what is only quoted', () => {
  const text = 'Thanks.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Joe wrote:\n> We hereby demand that you stop.\n'
  expect(legalNotice(aMail({ text }))).toBeNull()
})

describe('a mail that is one', () => {
  const text = 'Acme Fiber, LLC requests an interconnection agreement for Colorado. This is formal notice of default.'
  const decision = decide(arrived({ text }, anUnderstanding({ states: ['CO'] })))

  test('is received and no more, whatever else it says', () => {
    expect(replyOf(decision).sections).toEqual([{ section: 'legal-notice' }])
  })

  test('is held in its case for a person', () => {
    expect(told(decision)[0]).toBe('opens CLEC-2026-00042 needs-person')
    expect(changesOf(decision)['CLEC-2026-00042']).toContain('needs-person')
    expect(decision.wishes.at(-1)).toMatchObject({
      sort: 'legal',
      sentence: expect.stringContaining('formal notice of default'),
    })
  })

  test('is not chased for what is missing', () => {
    expect(decision.cases[0]?.file.chase).toBeNull()
  })
})
