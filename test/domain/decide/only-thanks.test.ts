import { expect, test } from 'vitest'
import { saysOnlyThanks } from '../../../src/domain/decide/only-thanks.ts'

const says = (text: string) => saysOnlyThanks({ text, attachments: [] })

test.each([
  'Thank you, received!\n\nLena',
  'Thanks',
  'Hi Anna,\n\nmany thanks for your help.\n\nKind regards\nLena Ortiz',
  'Thanks for the reminder, we are on it.\n\nLena',
  'Thanks, that went well. We have all we need.\n\nLena',
  'Got it, thanks.\n\n> On Monday you wrote:\n> Please send the certificate.',
  'Noted.',
  'Thanks, got it. Have a good weekend.\n\nLena',
  'Thank you! Enjoy the long weekend. Talk soon.',
  'Good morning,\n\nThank you very much!\n\nRegards,\nLena Ortiz\nRegulatory Manager, Mesa Voice, LLC\n(475) 555-0124',
])('%j is thanks', (text) => {
  expect(says(text)).toBe(true)
})

test.each([
  '',
  'Thanks. When do we get the draft?',
  'Thanks, but we need more time.',
  'Thank you. Please add Utah.',
  'Received. We dispute the rates in Exhibit A.',
  'Thanks, the certificate is attached.',
  'Thank you for the agreement, we accept it.',
  'We withdraw our request. Thanks.',
  'Received. Rejected.',
  'Noted. Disputed.',
  'Thanks. We have a good case for arbitration.',
  'Thank you. No.',
  'Thanks. Withdrawn.\n\nLena',
  'Thanks,\nLena\n\n---------- Forwarded message ----------\nFrom: Bo <bo@mesa.example>\nSubject: Utah\n\nWe need an agreement in Utah.',
])('%j is more', (text) => {
  expect(says(text)).toBe(false)
})
