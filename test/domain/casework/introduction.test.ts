/** Whom a mail introduces as acting for its company (domain T9): by the whole address, in words of their own, now. */
import { describe, expect, test } from 'vitest'
import { counselByName, wroteIt } from '../../../src/domain/casework/introduced-by-name.ts'
import { introductions, inWords } from '../../../src/domain/casework/introduction.ts'
import { aMail } from '../../support/mail-builder.ts'

const MARY = { name: 'Mary Poe', address: 'mary@poe-law.example' }
const said = (text: string, cc: readonly { name: string; address: string }[] = []) =>
  introductions({ ...aMail({ text: `Hello,\n\n${text}\n\nLena`, from: 'Lena Ortiz <lena@mesavoice.example>' }), cc }, [
    'intagree@carrier.example',
    'anna@carrier.example',
  ]).map(inWords)

describe('introduced', () => {
  test.each([
    ['Our counsel Mary Poe, mary@poe-law.example, will handle this from here.'],
    ['Mary Poe (mary@poe-law.example) is our attorney in this matter.'],
    ['Please deal with our outside counsel, Ms. Mary Poe <mary@poe-law.example>.'],
    ['From now on Mary Poe, mary@poe-law.example, represents us.'],
  ])('%s', (text) => {
    expect(said(text)).toEqual(['Mary Poe, mary@poe-law.example'])
  })

  test.each([
    ['with the name that is copied', 'Our counsel Mary Poe, in copy, will handle this.', [MARY]],
    ['by an address that fits', 'Our attorney Mary Poe is copied.', [{ name: '', address: 'mary@poe-law.example' }]],
    [
      'not whoever else is copied',
      'Our counsel Mary Poe is copied.',
      [MARY, { name: 'Bob Hale', address: 'bob@x.example' }],
    ],
  ])('only in Cc: %s', (_how, text, cc) => {
    expect(said(text, cc)).toEqual(['Mary Poe, mary@poe-law.example'])
  })

  test('several, each with the role beside', () => {
    const text =
      'Our counsel Mary Poe, mary@poe-law.example, and our consultant Rex Stone, rex@stone.example, act for us.'
    expect(said(text)).toEqual(['Mary Poe, mary@poe-law.example', 'Rex Stone, rex@stone.example'])
  })
})

describe('not introduced', () => {
  test('a list of people', () => {
    const list = Array.from({ length: 40 }, (_, at) => `Our counsel is mary@poe-law-${at}.example.`)
    expect(said(list.join('\n'))).toEqual([])
  })

  test.each<[string, string, readonly { name: string; address: string }[]]>([
    ['no role', 'Please write to Mary Poe, mary@poe-law.example.', []],
    ['a former one', 'Our former counsel Mary Poe, mary@poe-law.example, has the papers.', []],
    ['denied', 'Mary Poe, mary@poe-law.example, is not our counsel.', []],
    ['no longer', 'Mary Poe, mary@poe-law.example, no longer represents us.', []],
    ['perhaps', 'Our counsel Mary Poe, mary@poe-law.example, may join later.', []],
    ['asked', 'Should our counsel Mary Poe, mary@poe-law.example, write to you?', []],
    ['theirs', 'Your counsel Ann Bell, ann@elsewhere.example, told us so.', []],
    ['one of the desk', 'Our counsel spoke to Anna, anna@carrier.example.', []],
    ['the sender', 'I am counsel for us, lena@mesavoice.example.', []],
    ['copied without a name', 'Our counsel is copied.', [MARY]],
    ['named and not copied', 'Our counsel Mary Poe will write.', [{ name: 'Bob Hale', address: 'bob@x.example' }]],
    [
      'two whom the name fits',
      'Our counsel Mary Poe is copied.',
      [MARY, { name: 'Mary Poe', address: 'mp@x.example' }],
    ],
    ['another address beside the role', 'Our counsel mary@poe-law.example and bob@x.example know it.', []],
    ['quoted', '> Our counsel Rex Stone, rex@stone.example, will handle this.', []],
  ])('%s', (why, text, cc) => {
    expect(said(text, cc)).toEqual(why === 'another address beside the role' ? ['mary@poe-law.example'] : [])
  })
})

describe('by name and firm', () => {
  const named = (text: string) => counselByName(aMail({ text: `Hello,\n\n${text}\n\nLena` }))
  test.each([
    ['Mary Poe of Poe Law PLLC represents us in this.', 'Mary Poe', 'Poe Law PLLC'],
    ['Our counsel is Mary Poe, Poe Law PLLC.', 'Mary Poe', 'Poe Law PLLC'],
    ['Our outside counsel Mary Poe (Poe Law PLLC) will handle this.', 'Mary Poe', 'Poe Law PLLC'],
    ['Jane Roe of Roe LLP represents us in this.', 'Jane Roe', 'Roe LLP'],
    ['Rex Stone from Stone Regulatory acts for us.', 'Rex Stone', 'Stone Regulatory'],
  ])('%s', (text, name, firm) => {
    expect(named(text)).toMatchObject([{ name, firm }])
  })

  test.each([
    ['no firm', 'Mary Poe represents us in this.'],
    ['nobody of ours', 'Mary Poe of Poe Law PLLC sent us a bill.'],
    ['no longer', 'Mary Poe of Poe Law PLLC no longer represents us.'],
    ['asked', 'Does Mary Poe of Poe Law PLLC represent us before you?'],
    ['perhaps', 'Mary Poe of Poe Law PLLC may represent us later.'],
  ])('not: %s', (_why, text) => {
    expect(named(text)).toEqual([])
  })

  const MARY_WROTE = ['Mary Poe <mary@poe-law.example>', 'I write for Mesa Voice.\n\nMary Poe'] as const
  test.each<[string, boolean, string, string, string]>([
    ['the domain is the firm', true, 'Poe Law PLLC', ...MARY_WROTE],
    [
      'the signature names it',
      true,
      'Poe & Partners LLP',
      'Mary Poe <mp@pp.example>',
      'Best,\nMary Poe\nPoe & Partners, LLP',
    ],
    [
      'another firm',
      false,
      'Poe Law PLLC',
      'Mary Poe <mary@elsewhere.example>',
      'Best,\nMary Poe\nElsewhere Legal LLP',
    ],
    ['another person of it', false, 'Poe Law PLLC', 'Tom Gray <tom@poe-law.example>', 'Best,\nTom Gray\nPoe Law PLLC'],
    ['another given name', false, 'Poe Law PLLC', 'Marc Poe <marc@poe-law.example>', 'Best,\nMarc Poe\nPoe Law PLLC'],
    ['nobody by name', false, 'Poe Law PLLC', 'office@poe-law.example', 'Mary Poe\nPoe Law PLLC'],
  ])('who wrote before: %s', (_how, is, firm, from, text) => {
    expect(wroteIt({ name: 'Mary Poe', firm, quote: '' }, aMail({ from, text }))).toBe(is)
  })
})
