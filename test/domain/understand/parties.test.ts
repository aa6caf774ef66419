/** Several legal entities in one mail, each with its states (domain 6.1 no. 12, T7). */
import { describe, expect, test } from 'vitest'
import { partiesOf } from '../../../src/domain/understand/facts/parties.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

/** `A: AZ NM, B: WY`; a question mark where a person decides. */
function named(text: string, states: readonly string[] = []): string | null {
  const several = partiesOf(readingOf(aMail({ text })), states)
  if (several === null) return null
  const words = several.parties.map((one) => `${one.company}: ${one.states.join(' ')}`.trim()).join('; ')
  return several.certain ? words : `${words} ?`
}

const THREE = 'Sage Creek Telephone LLC: NM; Rio Puerco Broadband, Inc.: AZ NM; Tumbleweed Voice Cooperative: WY'

describe('as a list', () => {
  test.each([
    [
      'numbered',
      'This firm is counsel for the following carriers:\n\n1. Sage Creek Telephone LLC (New Mexico)\n2. Rio Puerco Broadband, Inc. (New Mexico and Arizona)\n3. Tumbleweed Voice Cooperative (Wyoming)\n\nEach of them requests negotiation.',
    ],
    [
      'with dashes and codes',
      'I write on behalf of three clients:\n- Sage Creek Telephone LLC - NM\n- Rio Puerco Broadband, Inc. - AZ, NM\n- Tumbleweed Voice Cooperative - WY\n',
    ],
    [
      'with letters',
      'We represent\na) Sage Creek Telephone LLC, New Mexico\nb) Rio Puerco Broadband, Inc., Arizona and New Mexico\nc) Tumbleweed Voice Cooperative, Wyoming\n',
    ],
  ])('%s', (_how, text) => {
    expect(named(text, ['AZ', 'NM', 'WY'])).toBe(THREE)
  })
})

describe('in a sentence', () => {
  test.each([
    [
      'On behalf of Alder Telecom LLC, Birch Run Fiber, Inc. and Cedar Point Voice, L.P., we request negotiation in Idaho.',
      ['ID'],
      'Alder Telecom LLC: ID; Birch Run Fiber, Inc.: ID; Cedar Point Voice, L.P.: ID',
    ],
    [
      'We are counsel for Alder Telecom LLC (Idaho) and Birch Run Fiber, Inc. (Utah), which wish to negotiate.',
      ['ID', 'UT'],
      'Alder Telecom LLC: ID; Birch Run Fiber, Inc.: UT',
    ],
    [
      'Alder Telecom LLC and Birch Run Fiber, Inc. each request negotiation of an agreement in Idaho.',
      ['ID'],
      'Alder Telecom LLC: ID; Birch Run Fiber, Inc.: ID',
    ],
    [
      'Our clients Alder Telecom LLC and Birch Run Fiber, Inc. ask for your template.',
      [],
      'Alder Telecom LLC:; Birch Run Fiber, Inc.:',
    ],
  ])('%s', (text, states, expected) => {
    expect(named(text, states)).toBe(expected)
  })
})

describe('whose states they are is not certain: a person decides', () => {
  test.each([
    [
      'On behalf of Alder Telecom LLC and Birch Run Fiber, Inc. we request negotiation in Idaho and Utah.',
      ['ID', 'UT'],
    ],
    ['We represent Alder Telecom LLC (Idaho) and Birch Run Fiber, Inc., for Utah and Oregon.', ['ID', 'OR', 'UT']],
  ])('%s', (text, states) => {
    expect(named(text, states)).toMatch(/^Alder Telecom LLC.*Birch Run Fiber, Inc\..* \?$/)
  })
})

describe('it asks for one', () => {
  test.each([
    ['Acme Fiber, LLC requests negotiation of an agreement with Qwest Corporation in Utah.'],
    [
      'On behalf of Acme Fiber, LLC we elect to adopt the agreement between Qwest Corporation and Level 3, LLC in Utah.',
    ],
    ['On behalf of Acme Fiber, LLC and its parent, Acme Holdings, Inc., we write about Utah.'],
    ['We are Larkspur Quade LLP, counsel for Acme Fiber, LLC.'],
    ['Acme Fiber, LLC d/b/a AcmeNet, Inc. wishes to negotiate.'],
    ['Can we adopt one of these?\n1. Level 3 Communications, LLC (Utah)\n2. Bandwidth, Inc. (Utah)'],
    ['Acme Fiber, LLC has acquired Birch Run Fiber, Inc. and asks what follows.'],
  ])('%s', (text) => {
    expect(named(text, ['UT'])).toBeNull()
  })
})
