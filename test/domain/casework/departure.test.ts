/** Who leaves for good, and who is only away (domain 7, intent 28; T15). */
import { expect, test } from 'vitest'
import { departure, handedOn } from '../../../src/domain/casework/departure.ts'

test.each([
  ['I am leaving Snoqualmie at the end of this week. Wade Lindqvist replaces me.', true],
  ['Terry Blount is no longer with the company. Please write to wade@snoqdial.example.', true],
  ['My last day is Friday.', true],
  ['I have retired from Acme Fiber. My successor is Wade Lindqvist.', true],
  ['I am leaving on vacation today and am back on Monday.', false],
  ['I am out of the office until March 9. For urgent matters please contact Wade.', false],
  ['I am on parental leave; Wade covers for me.', false],
  ['Thank you for your mail.', false],
  ['We have left section 5 of the questionnaire blank.', false],
  ['We have left the date open.', false],
])('%s', (text, leaves) => {
  expect(departure({ text }) !== null).toBe(leaves)
})

const TERRY = { name: 'Terry Blount', address: 'terry@snoqdial.example' }
const WADE = { name: 'Wade Lindqvist', address: 'wade@snoqdial.example' }

test.each([
  [
    'Terry has left. Please write to Wade Lindqvist at wade@snoqdial.example.',
    TERRY,
    'Wade Lindqvist, wade@snoqdial.example',
  ],
  ['I am leaving. Mails go to wade@snoqdial.example from Monday on.', TERRY, 'wade@snoqdial.example'],
  ['Terry has left. I have taken over his files.', WADE, 'Wade Lindqvist, wade@snoqdial.example'],
  ['Terry is no longer with us. Somebody will follow.', WADE, null],
])('who is to be written to: %s', (text, from, writeTo) => {
  expect(departure({ text, from: [from] })?.writeTo).toBe(writeTo)
})

test('beside another matter it is told only where it hands something on', () => {
  const from = [TERRY]
  expect(handedOn({ text: 'Our old consultant is no longer with us. Attached is the form.', from })).toBeNull()
  expect(handedOn({ text: 'Ann is no longer with us; Wade replaces her.', from })).not.toBeNull()
})
