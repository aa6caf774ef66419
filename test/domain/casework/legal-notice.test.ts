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
