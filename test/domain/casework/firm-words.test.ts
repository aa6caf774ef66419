/** The writer's own order or news of today, against what only sounds like it. */
import { describe, expect, test } from 'vitest'
import { isFirm } from '../../../src/domain/casework/firm-words.ts'

describe('firm', () => {
  test.each([
    'Please drop Washington.',
    'We would like to add Idaho.',
    'If possible, drop Washington today.',
    'When you can, please add Idaho.',
    'Drop Washington at once.',
    'We have dropped Washington.',
    'Our board decided to drop Washington.',
    'Our client wants to drop Washington.',
    'We asked for Washington last year, and now drop it.',
  ])('%s', (sentence) => {
    expect(isFirm(sentence)).toBe(true)
  })

  test('the company speaks of itself by its name', () => {
    expect(isFirm('Mesa Voice wants to drop Washington.', ['Mesa Voice, LLC'])).toBe(true)
    expect(isFirm('Mesa Voice wants to drop Washington.')).toBe(false)
  })
})

describe('not firm', () => {
  test.each([
    ['a question', 'Could we drop Washington?'],
    ['a denial', "Please don't drop Washington."],
    ['a denial', 'We decided not to drop Washington.'],
    ['a condition', 'If the PUC says no, we will drop Washington.'],
    ['a condition', 'Unless you object, drop Washington.'],
    ['a condition', 'Once we are certified there, add Idaho.'],
    ['a condition', 'Drop Washington when Idaho is approved.'],
    ['a thought', 'We may drop Washington.'],
    ['a thought', 'Perhaps we drop Washington.'],
    ['a thought', 'We are considering Idaho instead.'],
    ['a report', 'We dropped Washington last year.'],
    ['a report', 'In 2024 we added Idaho.'],
    ['of somebody else', 'Bob wants to drop Washington.'],
    ['of somebody else', 'Our consultant suggests that we drop Washington.'],
    ['of somebody else', 'Bob Miller wrote: "drop Washington".'],
    ['of somebody else', 'They dropped Washington.'],
  ])('%s: %s', (_what, sentence) => {
    expect(isFirm(sentence)).toBe(false)
  })
})
