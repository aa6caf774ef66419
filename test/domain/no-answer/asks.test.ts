import { describe, expect, test } from 'vitest'
import { askedIn } from '../../../src/domain/no-answer/asks.ts'
import { noAnswerWanted } from '../../../src/domain/no-answer/no-answer-wanted.ts'
import { senderUnread } from '../../../src/domain/no-answer/unread-sender.ts'

describe('words that ask us for something', () => {
  test.each([
    'Where does it stand?',
    'Please send the template for Utah if you have it.',
    'Please email the template.',
    'Please call me about Utah.',
    'Kindly get in touch.',
    'Could you forward the draft.',
    'We need the signed copy.',
    'I would like a copy.',
    'Please prepare the agreement for signature.',
  ])('%s', (sentence) => {
    expect(askedIn(sentence)).toBe(sentence)
  })
})

describe('courtesies, what is told, and the refusal itself', () => {
  test.each([
    'Please let me know if you need more.',
    'Please call me with any questions.',
    'If you have any questions, please contact Ann.',
    'How are you?',
    'I need no reply.',
    'We would like no reply.',
    'We would like to thank you for the signed agreement.',
    'We need to send you a form later.',
    'We want you to know that the form is in the mail.',
    'Please find enclosed our answer.',
    'Please see our reply below.',
    'Please note that we will send the form.',
    'Please sign me off.',
    'Please do not send a draft.',
  ])('%s', (sentence) => {
    expect(askedIn(sentence)).toBeNull()
  })
})

test('a long run of empty lines is read in the time of its length', () => {
  const lines = `Please look.${'\n'.repeat(100_000)}Thanks`
  const before = performance.now()
  expect([noAnswerWanted(lines), senderUnread(lines)]).toEqual([null, null])
  expect(performance.now() - before).toBeLessThan(4000)
})
