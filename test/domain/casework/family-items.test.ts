/** What is asked for by one of our families alone, as it follows from the steps. */
import { expect, test } from 'vitest'
import { FAMILY_ITEMS } from '../../../src/domain/process/family-items.ts'

test('the questionnaire with its papers, and the start-up forms; no certificate, no OCN letter, no deposit of ours', () => {
  expect(FAMILY_ITEMS).toEqual([
    ...['questionnaire', 'questionnaire-papers', 'questionnaire-credit', 'questionnaire-authorization'],
    ...['questionnaire-insurance', 'tax-forms', 'start-up-profile', 'start-up-credit'],
    ...['start-up-billing', 'start-up-contacts', 'start-up-authorization', 'start-up-access'],
  ])
})
