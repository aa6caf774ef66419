/** Which words speak of an extension of the window for arbitration (domain 7, intent 13). */
import { expect, test } from 'vitest'
import { windowExtension } from '../../../src/domain/casework/window-extension.ts'

test.each([
  ['To confirm our call: both sides agree to extend the arbitration window by 30 days for all five states.', true],
  ['This mail serves as our agreement to toll the 252(b) period until September 1.', true],
  ['Would you agree to a 30-day extension of the arbitration deadline?', true],
  ['The parties agree that the 135th day is moved to August 14, 2026.', true],
  ['We propose that our request be deemed received on April 1, 2026.', true],
  ['We propose to toll the arbitration window until the Commission rules.', true],
  ['Can we extend the 252(b) window by a month?', true],
  ['Our client agrees that the negotiation window is extended to September 1.', true],
  ['The parties agree that the request is deemed received on April 1, so the date moves.', true],
  ['Please confirm the extension of the arbitration deadline.', true],
  ['We agree that the deadline to arbitrate be suspended.', true],
  ['Both sides agreed on a day of receipt as of April 1.', true],
  ['Unless we hear from you we take it that you agree to extend the window by 30 days.', true],
  ['Please extend the maintenance window by two hours.', false],
  ['We do not agree to extend the arbitration window.', false],
  ['Please extend the due date of our order by two days.', false],
  ['We ask for an extension of time for the questionnaire.', false],
  ['Our network extends to Pueblo.', false],
  ['The arbitration window opens in May.', false],
  ['Noted.\n\n> both sides agree to extend the arbitration window', false],
])('%s', (text, speaks) => {
  expect(windowExtension({ text }) !== null).toBe(speaks)
})
