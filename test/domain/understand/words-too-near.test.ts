/** Words that stand near a fact in everyday mail and do not make it: each was once read wrong. */
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }
const ASKS = 'Mesa Voice, LLC asks for your template interconnection agreements for Oregon and Utah.'
const UTAH = 'Mesa Voice, LLC asks for an interconnection agreement for Utah.'

function understood(text: string, subject = 'A request') {
  return understand(
    aMail({ from: 'Lena Ortiz <lena@mesavoice.example>', subject, text: `${text}\n\nLena Ortiz` }),
    world,
  )
}

describe('both states are still asked for', () => {
  test.each([
    `${ASKS} Resale is not part of this request.`,
    'We need an agreement for Oregon. We need an agreement for Utah. We sell broadband. No collocation is needed there.',
    'We ask for an agreement for Oregon. We also ask for one for Utah as described in our earlier letter.',
    'Where is our Oregon request? Our request for Utah has been pending since two months, where is that?',
  ])('%s', (text) => expect(understood(text).states).toEqual(['OR', 'UT']))
})

describe('the template stays the way', () => {
  test.each([
    `${ASKS} Under section 252 the agreements must be approved by the commissions. We sign the template unchanged.`,
    `${ASKS} We sign the template unchanged. Section 4 of the ARF should read Mesa Voice, LLC.`,
    `${ASKS} We sign the template unchanged. An agreement has to be negotiated within 135 days, we know.`,
    `${UTAH} Not touching the wording.`,
    'A scanned form will not do, so the original goes by post. Mesa Voice takes your Idaho template as it is.',
    'A scanned paper will not do, so the original goes by post. Mesa Voice takes your Idaho template as it is.',
    'Our lawyer has read the changes of March and we take your Idaho template as it is.',
    'We take your Idaho template as it is. Our attorney has few remarks and none that matter.',
    'Our counsel has made all the corrections that you asked for on page 2. We take your Idaho template as it is.',
    'We take your Idaho template as it is. One point, the liability section of the request form does not open here.',
  ])('%s', (text) => expect(understood(text).path).toBe('template-as-is'))
})

test.each([
  `${UTAH} Our counsel reads your draft now; I doubt we can live with everything in it.`,
  `${UTAH} The carrier is not changing the terms for anybody, I hear. We need a few days to decide which way we go.`,
  `${UTAH} No changes are needed to our contact on file.`,
  `${UTAH} Our number for the call and yours were both busy; we can stay with yours, 303 555 0100.`,
])('no way is chosen: %s', (text) => expect(understood(text).path).not.toBe('template-as-is'))

test.each([
  `${UTAH} We reviewed your template. Please strike Section 5.4 in whole.`,
  `${UTAH} Your template is fine as it stands. Strike Section 7.2 and the deposit article.`,
  `${UTAH} We sign your template as it is. Please strike Exhibit C though.`,
  `${UTAH} We will sign your template as it is once you strike Attachment 4 and Appendix B.`,
  `${UTAH} Our counsel has extensive redlines.`,
  `${UTAH} Our lawyers made several edits.`,
  `${UTAH} Your form won't do for us.`,
])('other terms are wished for: %s', (text) => expect(understood(text).path).toBe('negotiate'))

test.each([
  `${UTAH} We won't connect trunks before June. Our wholesale group may resell DSL some day, but that is another matter.`,
  `${UTAH} Please do not link our networks yet.`,
])('interconnection is asked for: %s', (text) => expect(understood(text).agreement).toBe('interconnection'))

test.each([
  ['BIG SKY Fiber Networks, LLC', 'BIG SKY Fiber Networks, LLC asks for your template agreement for Montana.'],
  ['NEVADA Fiber Networks, LLC', 'NEVADA Fiber Networks, LLC asks for your template agreement for Utah.'],
])('capitals that are of the name: %s', (name, text) => expect(understood(text).company).toBe(name))

test.each([
  'NECA will assign our code in 2Q26.',
  'Our OCN will follow. The port has to be 100G. Mesa Voice, LLC sits in Provo.',
])('no code: %s', (text) => expect(understood(`${UTAH} ${text}`).identifiers).toEqual({}))

test('an empty field of codes takes nothing from the next line', () => {
  const { identifiers } = understood(`${UTAH}\n\nOCN/ACNA: ____________________\nDATE: MAR 2, 2026`)
  expect(identifiers).toEqual({})
})

test.each([
  "Our owner Kim Lee (kim.lee@mesavoice.example) can have the board's approval by Friday.",
  'To verify our certificate please ask Ann Fox at the commission, ann.fox@puc.example.',
  'Our engineer Bob Ray (bob@rayeng.example) drew the network. I work with him every day.',
  'I have your address from Mark Hill (mark@heron.example). I had a call with him yesterday.',
  'The draft was looked over by our counsel, Ann Fox (ann@foxlaw.example), who is fine with it.',
  'Everything in the attached form was checked with Kim Lee of Cascade Telecom, kim@cascade.example.',
  'The questions about our certificate were answered by Ann Fox of the commission, ann@puc.example, in April.',
  'All correspondence on the Heron purchase went through Kim Lee, kim@heron.example.',
  'The draft contract of the other carrier came from Kim Lee, kim@cascade.example.',
])('the writer is to be answered: %s', (text) =>
  expect(understood(`${UTAH} ${text}`).contact?.email).toBe('lena@mesavoice.example'),
)

test('the help desk of a signature is not whom to answer', () => {
  const text = `${UTAH}\n\nLena Ortiz\nMesa Voice, LLC\nFor service questions, mail help@mesavoice.example`
  const mail = aMail({ from: 'Lena Ortiz <lena@mesavoice.example>', text })
  expect(understand(mail, world).contact?.email).toBe('lena@mesavoice.example')
})

test.each([
  'Our lawyer is Ann Fox (ann@foxlaw.example). I suggest you call her.',
  'Ann Fox (ann@foxlaw.example) is our counsel. Please work with her.',
  'Questions on the draft will be answered by Ann Fox, ann@foxlaw.example.',
  'Documents which have been countersigned should be sent to Ann Fox, ann@foxlaw.example.',
  'To check on details contact Ann Fox, ann@foxlaw.example.',
])('another is to be answered: %s', (text) =>
  expect(understood(`${UTAH} ${text}`).contact?.email).toBe('ann@foxlaw.example'),
)
