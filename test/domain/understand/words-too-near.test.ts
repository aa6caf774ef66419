/** Words that stand near a fact in everyday mail and do not make it: each was once read wrong. */
import { describe, expect, test } from 'vitest'
import { understand } from '../../../src/domain/understand/understand.ts'
import { shippedModel } from '../../../src/learning/shipped.ts'
import { aMail } from '../../support/mail-builder.ts'

const world = { ownAddresses: ['intagree@carrier.example'], model: shippedModel() }
const ASKS = 'Mesa Voice, LLC asks for your template interconnection agreements for Oregon and Utah.'
const UTAH = 'Mesa Voice, LLC asks for an interconnection agreement for Utah.'

function understood(text: string, subject = 'A request') {
  return understand(
    aMail({ from: 'Lena Ortiz <lena@mesavoice.example>', subject, text: `${text}\n\nLena Ortiz` }),
    world,
  )
}

describe('both states are still asked for', () => {
  test.each([
    `${ASKS} Resale is not part of this request.`,
    'We need an agreement for Oregon. We need an agreement for Utah. We sell broadband. No collocation is needed there.',
    'We ask for an agreement for Oregon. We also ask for one for Utah as described in our earlier letter.',
    'Where is our Oregon request? Our request for Utah has been pending since two months, where is that?',
  ])('%s', (text) => expect(understood(text).states).toEqual(['OR', 'UT']))
})

describe('the template stays the way', () => {
  test.each([
    `${ASKS} Under section 252 the agreements must be approved by the commissions. We sign the template unchanged.`,
    `${ASKS} We sign the template unchanged. Section 4 of the ARF should read Mesa Voice, LLC.`,
    `${ASKS} We sign the template unchanged. An agreement has to be negotiated within 135 days, we know.`,
  ])('%s', (text) => expect(understood(text).path).toBe('template-as-is'))
})

test.each([`${UTAH} Our counsel reads your draft now; I doubt we can live with everything in it.`])(
  'no way is chosen: %s',
  (text) => expect(understood(text).path).not.toBe('template-as-is'),
)

test.each([
  `${UTAH} We won't connect trunks before June. Our wholesale group may resell DSL some day, but that is another matter.`,
  `${UTAH} Please do not link our networks yet.`,
])('interconnection is asked for: %s', (text) => expect(understood(text).agreement).toBe('interconnection'))

test.each([
  ['BIG SKY Fiber Networks, LLC', 'BIG SKY Fiber Networks, LLC asks for your template agreement for Montana.'],
  ['NEVADA Fiber Networks, LLC', 'NEVADA Fiber Networks, LLC asks for your template agreement for Utah.'],
])('capitals that are of the name: %s', (name, text) => expect(understood(text).company).toBe(name))

test('an empty field of codes takes nothing from the next line', () => {
  const { identifiers } = understood(`${UTAH}\n\nOCN/ACNA: ____________________\nDATE: MAR 2, 2026`)
  expect(identifiers).toEqual({})
})

test('who decides is not who is to be written to', () => {
  const { contact } = understood(
    `${UTAH} Our owner Kim Lee (kim.lee@mesavoice.example) can have the board's approval by Friday.`,
  )
  expect(contact?.email).toBe('lena@mesavoice.example')
})
