/** Codes become names where they are states: in capitals, and such as are words too only in an order or a list. */
import { describe, expect, test } from 'vitest'
import { spelledOut, statesIn } from '../../../src/domain/casework/state-lists.ts'

describe('codes that are states', () => {
  test.each([
    ['drop WA', 'drop Washington'],
    ['WA and UT', 'Washington and Utah'],
    ['add ID', 'add Idaho'],
    ['swap WA for OR', 'swap Washington for Oregon'],
    ['replace UT with ME', 'replace Utah with Maine'],
    ['WA, OR and ID', 'Washington, Oregon and Idaho'],
    ['OR/WA', 'Oregon/Washington'],
    ['the WA request', 'the Washington request'],
    ['Washington, D.C.', 'District of Columbia'],
    ['DROP WA, ADD UT AND ID', 'DROP Washington, ADD Utah AND Idaho'],
    ['add both Dakotas', 'add North Dakota and South Dakota'],
    ['the two Dakotas and MT', 'North Dakota and South Dakota and Montana'],
    ['North or South Dakota', 'North Dakota or South Dakota'],
    ['N. and S. Dakota', 'North Dakota and South Dakota'],
  ])('%s', (words, names) => {
    expect(spelledOut(words)).toBe(names)
  })
})

describe('and what is none', () => {
  test.each([
    'drop wa',
    'this or that',
    'come in, hi, ok',
    'Is it OK?',
    'HI there, tell ME more',
    'your tax ID',
    'the CO',
    'docket UT-980326',
    'QWE-T-22-08',
    'ADD ME',
    'Lena, Salem, OR 97301',
    'drop me a line',
    'Telephone of the Dakotas',
  ])('%s', (words) => {
    expect(spelledOut(words)).toBe(words)
  })

  test('nobody knows of "WA OR ID" whether it is a list', () => {
    expect(spelledOut('drop WA OR ID')).toBe('drop Washington OR ID')
  })
})

test('states by their names, longest first', () => {
  expect(statesIn('West Virginia, arkansas and New Mexico')).toEqual(['AR', 'NM', 'WV'])
})
