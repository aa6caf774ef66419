/** Asking for copies (domain intent 23) in several voices, and what sounds like it and asks for an agreement. */
import { expect, test } from 'vitest'
import { copiesAsked, copiesBeside } from '../../../src/domain/understand/copies-asked.ts'
import { aMail } from '../../support/mail-builder.ts'

const asked = (text: string, subject = 'A question') => {
  const copies = copiesAsked(aMail({ subject, text }))
  return copies === null ? null : [copies.template, copies.prices]
}

test.each<[text: string, template: boolean, prices: boolean]>([
  ['Send the current NTA for Oregon.', true, false],
  ['Could you e-mail the latest rate sheet for Utah?', false, true],
  ['Please send us your current template interconnection agreement and the price list for Oregon.', true, true],
  ['Is your template available for download?', true, false],
  ['Where is your template for Utah?', true, false],
  ['Where can I download the SGAT and the price list for Idaho?', true, true],
  ['Kindly forward your negotiations template agreement along with the pricing appendix. Thanks.', true, true],
  ['I am looking for the template ICA and the price list for Nebraska. Would you send me both?', true, true],
  ['We are a new CLEC in Minnesota and would like a copy of the standard interconnection agreement.', true, false],
  ['Acme Fiber, LLC requests the price list for Colorado. Our counsel is comparing carriers.', false, true],
  ['May I have a link to the sample contract? Let me know if you have any questions.', true, false],
])('%s', (text, template, prices) => {
  expect(asked(text)).toEqual([template, prices])
})

test.each([
  'Please send us your template interconnection agreement. We will sign it as it is.',
  'Acme Fiber, LLC requests an interconnection agreement for Colorado. Please send us your template agreement.',
  'We want to enter into an interconnection agreement in Oregon. Please send us the template and the rate sheet.',
  'We would like to negotiate in Oregon. Please send the template and price list.',
  'We would like to have your generic interconnection agreement for Arizona.',
  'We would like to interconnect in Iowa; please send the template.',
  'Please send the template. When can we expect approval of the other states?',
  'Please send us a copy of our signed agreement CDS-220815-0003.',
  'Does the template have an arbitration clause?',
  'Does your price list provide for volume discounts?',
  'Where in the template do you speak of deposits?',
  'What does the rate sheet have for DS1 loops?',
  'Please send the agreement request form.',
  'Your template is attached with our comments.',
])('asks for more, or for something else: %s', (text) => {
  expect(asked(text)).toBeNull()
})

test('a subject that asks for an agreement counts, and so does a file beside it', () => {
  const text = 'Please send us the template for Oregon.'
  expect(asked(text, 'Agreement request')).toBeNull()
  expect(asked(text, 'Request for your standard interconnection agreement')).toEqual([true, false])
  const attachments = [{ filename: 'request.txt', text: 'AGREEMENT REQUEST FORM' }]
  expect(copiesAsked(aMail({ subject: 'Template', text, attachments }))).toBeNull()
})

test.each([
  ['We request negotiation in Colorado. Please also send us your current template and the price list.', [true, true]],
  ['We will sign your template unchanged. Could you send us the price list for Utah?', [false, true]],
  ['Please send us your template agreement for Utah, which we will sign unchanged.', null],
  ['Please send us the template for Utah.', null],
  ['The price list is attached.', null],
])('beside a request: %s', (text, expected) => {
  const copies = copiesBeside(aMail({ text }))
  expect(copies === null ? null : [copies.template, copies.prices]).toEqual(expected)
})

test.each(['standard ', 'template ', 'your current '])(
  'a subject of 60 KB of %j costs no more than a short one',
  (word) => {
    expect(asked('Please send the template.', word.repeat(60_000 / word.length))).toEqual([true, false])
  },
)
