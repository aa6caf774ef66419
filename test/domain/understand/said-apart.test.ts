/** Which wish of a mail is for which state, and which for which company; in doubt nothing is told apart. */
import { describe, expect, test } from 'vitest'
import { companiesApart, waysApart } from '../../../src/domain/understand/facts/said-apart.ts'

describe('one company, different ways', () => {
  test.each([
    ['We take the template for Arizona as is. In NM we opt into the Cholla agreement.', 'template-as-is AZ; opt-in NM'],
    ['We want the template in Oregon, and to negotiate in Idaho.', 'template-as-is OR; negotiate ID'],
    [
      'The template unchanged for Arizona and Utah. In Washington we request negotiations.',
      'template-as-is AZ UT; negotiate WA',
    ],
    [
      'No need to negotiate in Utah, the template is fine; in Idaho we want to negotiate.',
      'template-as-is UT; negotiate ID',
    ],
    // A docket is no state.
    ['The template for AZ. In NM we adopt the Cholla agreement, docket 21-00099-UT.', 'template-as-is AZ; opt-in NM'],
  ])('%s', (text, expected) => {
    const states = [...new Set(expected.match(/\b[A-Z]{2}\b/g))]
    const told = waysApart(text, states).map(({ path, states: own }) => `${path} ${own.join(' ')}`)
    expect(told.join('; ')).toBe(expected)
  })

  test.each([
    ['one way for all', 'We take the template in Arizona and in Utah.', ['AZ', 'UT']],
    ['a state is left over', 'We take the template in Arizona. In Utah we negotiate.', ['AZ', 'ID', 'UT']],
    ['two ways in one state', 'We take the template in Utah and Idaho. In Utah we negotiate.', ['ID', 'UT']],
    ['a question chooses nothing', 'The template in Utah. Could we negotiate in Idaho?', ['ID', 'UT']],
    ['the template is what is negotiated', 'We negotiate from your template in Utah and Idaho.', ['ID', 'UT']],
  ])('not told apart: %s', (_why, text, states) => {
    expect(waysApart(text, states)).toEqual([])
  })
})

describe('several companies, each in sentences of its own', () => {
  const companies = ['Larkspur Telecom, LLC', 'Foxtail Networks, Inc.']

  test('each has its states and its way', () => {
    const text =
      'I represent Larkspur Telecom, LLC and Foxtail Networks, Inc. Larkspur Telecom requests negotiation in Colorado. Foxtail Networks wants the template in Utah.'
    expect(companiesApart(text, companies, ['CO', 'UT'])).toMatchObject([
      { company: 'Larkspur Telecom, LLC', states: ['CO'], path: 'negotiate' },
      { company: 'Foxtail Networks, Inc.', states: ['UT'], path: 'template-as-is' },
    ])
  })

  test.each([
    ['two in one sentence', 'Larkspur Telecom and Foxtail Networks ask for Colorado and Utah.'],
    ['nobody is named beside a state', 'Larkspur Telecom asks for Colorado. Utah is wanted, too.'],
    ['one has no state', 'Larkspur Telecom asks for Colorado and Utah. Foxtail Networks asks, too.'],
  ])('not told apart: %s', (_why, text) => {
    expect(companiesApart(text, companies, ['CO', 'UT'])).toEqual([])
  })
})
