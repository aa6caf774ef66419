import { expect, test } from 'vitest'
import { saidPetition } from '../../../src/domain/casework/petition-said.ts'
import { aMail } from '../../support/mail-builder.ts'

test.each([
  ['Enclosed please find the petition for arbitration that Mesa Voice, LLC filed today.', true],
  ['We have today petitioned the Commission to arbitrate the open issues.', true],
  ['The petition for arbitration was filed on June 1.', true],
  ['Service copy: our petition for arbitration is attached. It was filed today.', true],
  ['If we do not agree, Mesa Voice will file a petition for arbitration.', false],
  ['When is the last day to file a petition for arbitration?', false],
  ['We intend to file a petition for arbitration in June.', false],
  ['We have not filed a petition for arbitration.', false],
  ['We request negotiation under Section 252.', false],
])('%s: %s', (text, says) => {
  expect(saidPetition(aMail({ text })) !== null).toBe(says)
})

test('a service copy says it by its head', () => {
  const text = 'BEFORE THE ARIZONA CORPORATION COMMISSION\nPETITION OF MESA VOICE, LLC FOR ARBITRATION\nDocket No. T-1'
  const mail = aMail({ text: 'Please see attached.', attachments: [{ filename: 'copy.pdf', text }] })
  expect(saidPetition(mail)).toMatchObject({ attachment: 'copy.pdf' })
})
