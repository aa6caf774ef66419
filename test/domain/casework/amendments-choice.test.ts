/** With which amendments an agreement is adopted (domain 3.6, T14). */
import { expect, test } from 'vitest'
import { type AmendmentsChoice, amendmentsChoiceIn } from '../../../src/domain/casework/proofs/amendments-choice.ts'

const READ: Readonly<Record<AmendmentsChoice, readonly string[]>> = {
  'base agreement only': [
    'Base agreement only, please, without any amendments.',
    'Just the base agreement.',
    'The base agreement alone.',
    'We adopt the base agreement and none of its amendments.',
    'The agreement, but not the amendments.',
    'Please take the original agreement, no amendments.',
    'We do not want any of the amendments.',
    'We elect the agreement excluding all amendments.',
  ],
  'base agreement and all amendments': [
    'We adopt the agreement in its entirety, including all amendments.',
    'The agreement with all of its amendments.',
    'Base agreement plus amendments.',
    'The agreement, together with the amendments.',
    'The agreement and any amendments thereto.',
    'All amendments, please.',
    'With its amendments.',
    'We elect the agreement as amended to date.',
  ],
  'base agreement and named amendments': [
    'Base agreement together with the TRRO amendment (approved in the same docket, Order 04) only.',
    'The base agreement and the TRRO amendment.',
    'Only the base agreement and the TRRO amendment.',
    'With Amendments 1 and 2.',
    'Amendments 1 and 3 only.',
    'Please include the TRRO amendment as well.',
    'The base agreement as amended by Amendment No. 2.',
    'The base agreement along with the Third Party Transit Amendment.',
    'All amendments except the QPP amendment.',
    'No amendments other than the TRRO amendment.',
    'The base agreement, the TRRO amendment too.',
    'The base agreement with the first and second amendments.',
    'With the TRRO amendment but without the QPP amendment.',
    'Base agreement plus the amendment.',
  ],
}

test.each(Object.entries(READ).flatMap(([choice, some]) => some.map((sentence) => [sentence, choice] as const)))(
  '%s',
  (sentence, choice) => {
    expect(amendmentsChoiceIn(sentence)).toBe(choice)
  },
)

test.each([
  ['Do we get it including all amendments?'],
  ['Should we take the base agreement only, or the TRRO amendment too?'],
  ['We have not decided whether with all amendments.'],
  ['Either the base agreement only or with the amendments.'],
  ['under the Communications Act of 1934, as amended.'],
  ['in its entirety.'],
  ['Please send us the TRRO amendment.'],
  ['We also ask for the Third Party Transit amendment to our existing agreement.'],
  ['We do not want the QPP amendment.'],
  ['The agreement was amended in 2014.'],
  ['We do not adopt it with all amendments.'],
])('chooses nothing: %s', (sentence) => {
  expect(amendmentsChoiceIn(sentence)).toBeNull()
})
