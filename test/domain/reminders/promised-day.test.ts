import { expect, test } from 'vitest'
import { promisedDay } from '../../../src/domain/reminders/promised-day.ts'

const TODAY = '2026-03-04'

test.each([
  ['We will send you the certificate and the questionnaire by March 20.', '2026-03-20'],
  ["I'll have it for you by Friday.", '2026-03-06'],
  ['The questionnaire will follow by the 3/16.', '2026-03-16'],
  ['We expect the certificate before March 12, and our OCN letter will come on March 18.', '2026-03-18'],
  ['Our counsel plans to answer. We hope to return the papers\nno later than March 11.', '2026-03-11'],
  ['We will not have it before June 30.', '2026-04-03'],
])('%j names %s', (text, day) => {
  expect(promisedDay(text, TODAY)).toBe(day)
})

test.each([
  'Will you send us the draft by March 20?',
  'Please send us the draft by March 20.',
  'Can we expect the draft by March 20?',
  'We sent it on March 2.',
  'We will send it on March 2.',
  'It is due by March 20.',
  'Our agreement will expire on March 31.',
  'The hearing will be on March 30.',
  'When will you send the draft? We will need it by March 20',
])('%j names none', (text) => {
  expect(promisedDay(text, TODAY)).toBeNull()
})
