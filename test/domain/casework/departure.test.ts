/** Who leaves for good, and who is only away (domain 7, intent 28; T15). */
import { expect, test } from 'vitest'
import { departure } from '../../../src/domain/casework/departure.ts'

test.each([
  ['I am leaving Snoqualmie at the end of this week. Wade Lindqvist replaces me.', true],
  ['Terry Blount is no longer with the company. Please write to wade@snoqdial.example.', true],
  ['My last day is Friday.', true],
  ['I have retired from Acme Fiber. My successor is Wade Lindqvist.', true],
  ['I am leaving on vacation today and am back on Monday.', false],
  ['I am out of the office until March 9. For urgent matters please contact Wade.', false],
  ['I am on parental leave; Wade covers for me.', false],
  ['Thank you for your mail.', false],
])('%s', (text, leaves) => {
  expect(departure({ text }) !== null).toBe(leaves)
})
