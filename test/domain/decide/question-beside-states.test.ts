/** Questions beside a change of states: which of them the letter answers that says where things stand, and what is missing. */
import { describe, expect, test } from 'vitest'
import { asksNeeds, asksStatus } from '../../../src/domain/decide/question-beside-states.ts'

describe('where things stand', () => {
  test.each([
    'Where does it stand?',
    'Where does our request stand?',
    'Where does Oregon stand?',
    'Where do things stand with Oregon and Utah?',
    'And where do we stand?',
    'Where are we with WA?',
    'How far are you?',
    'How far are you with the others?',
    'How far along is our Oregon request?',
    'How is the Oregon case coming along?',
    "What's the status?",
    'What is the current status of our request for Oregon?',
    'Status of Oregon?',
    'Any news?',
    'Any update on Oregon and Utah?',
    'Is there any progress on the rest?',
    'Do you have any news yet?',
    'Could you please tell us where the request stands?',
    'Could you let us know where it stands now?',
    "What's new with Oregon?",
    'So how are things going?',
  ])('%s', (question) => {
    expect(asksStatus(question)).toBe(true)
  })

  test.each([
    'What about the fee?',
    'Do you also offer dark fiber?',
    'When do we get the draft?',
    'What is the status of our invoice?',
    'What is the status of the deposit for Oregon?',
    'Where does the template speak of deposits?',
    'Where are your offices?',
    'Where is the price list?',
    'Any news on the fee?',
    'Any news on your merger?',
    'How far are you from Portland?',
    'How is the weather in Oregon?',
    'Where does it stand, and what does it cost?',
    'How far is the switch in Oregon?',
    'What do you need for Oregon?',
  ])('something else: %s', (question) => {
    expect(asksStatus(question)).toBe(false)
  })
})

describe('what is missing', () => {
  test.each([
    ['What do you need for Oregon?', true],
    ['And what else do you still need?', true],
    ['What is still missing?', true],
    ['Which papers are still open for Oregon?', true],
    ['Is there anything else you need?', true],
    ['Is anything still missing?', true],
    ['Do you need anything else from us?', true],
    ['What do we need to send you?', true],
    ['What do we need to pay?', false],
    ['What is needed to order trunks?', false],
    ['What do you need for Oregon and what does it cost?', false],
    ['What is owed on our account?', false],
    ['Is there anything else you need from us, and when will we get the drafts?', false],
    ['Is there anything you can tell us about fees?', false],
    ['What do you charge?', false],
    ['What is the fee?', false],
  ])('%s: %s', (question, asked) => {
    expect(asksNeeds(question)).toBe(asked)
  })
})
