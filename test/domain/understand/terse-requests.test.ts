/** A line of the trade's own words is nobody's mail only when a person says so: a clock may have to start (domain T2). */
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

function read(text: string, subject = 'Interconnection agreement') {
  const mail = aMail({
    from: 'Dana Fox <dana@prairiefiber.example>',
    subject,
    text: `${text}\n\nDana Fox\nPrairie Fiber LLC`,
  })
  return understand(mail, { ownAddresses: [], authservIds: [], model: shippedModel() })
}

describe('never surely unrelated', () => {
  test.each([
    ['We need an interconnection agreement with Qwest for UT.'],
    ['We are a CLEC and need interconnection agreements for UT, OR & WA.'],
    ['Requesting negotiations under Section 252 for an interconnection agreement in IA and NE.'],
    ['We need ICAs for: AZ, CO, UT.'],
    ['Need ICA in WY asap.'],
    ['Please countersign the attached interconnection agreement.'],
    ['Signed ICA attached. Thx'],
    ['I have signed the interconnection agreement via DocuSign. What is next?'],
    [
      'Attached is the signed interconnection agreement for Nebraska. We want to order early, as we told Jim on the phone.',
    ],
  ])('%s', (text) => {
    const { kind, intents, abstained } = read(text)
    expect(kind).toBe('human')
    expect(abstained || intents[0]?.intent !== 'unrelated').toBe(true)
  })
})

test.each([
  ['We need an interconnection agreement with Qwest for UT.', 'agreement-request', 'UT'],
  [
    'Requesting negotiations under Section 252 for an interconnection agreement in IA and NE.',
    'agreement-request',
    'IA NE',
  ],
])('%s', (text, intent, states) => {
  const { intents, states: named } = read(text)
  expect([intents[0]?.intent, named.join(' ')]).toEqual([intent, states])
})

test('of solar panels it may be nobody’s for sure', () => {
  const text =
    'Our 12 kW rooftop solar array is ready; please sign the interconnection agreement so that we may run the inverter.'
  const { intents, abstained } = read(text, 'Solar interconnection')
  expect([intents[0]?.intent, abstained]).toEqual(['unrelated', false])
})
