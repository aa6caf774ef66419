import { describe, expect, test } from 'vitest'
import { numbersIn, type PhoneSort, phonesIn } from '../../../src/domain/understand/facts/phone.ts'

describe('what a number is said to be', () => {
  test.each<readonly [string, readonly PhoneSort[]]>([
    ['303-555-0101', ['bare']],
    ['Tel: 303-555-0101', ['office']],
    ['o. 303.555.0101 m. 303.555.0102', ['office', 'mobile']],
    ['M/ 303-555-0101', ['mobile']],
    ['303-555-0101 cell', ['mobile']],
    ['303-555-0101 (direct) 303-555-0102 (switchboard)', ['direct', 'main']],
    ['303-555-0101 (v) 303-555-0102 (f)', ['office', 'fax']],
    ['303-555-0101 fax 303-555-0102', ['bare', 'fax']],
    ['Phone/Fax: 303-555-0101', ['office']],
    ['Tel. +1 303 555 0101, Fax +1 303 555 0102', ['office', 'fax']],
    ['Our NOC: 303-555-0101', ['desk']],
    ['303-555-0101 x44 (direct)', ['direct']],
  ])('%s', (text, sorts) => {
    expect(numbersIn(text).map((phone) => phone.sort)).toEqual(sorts)
  })
})

describe('no telephone number', () => {
  test.each([
    'CDS-240115-0011',
    'FRN 303-555-0101',
    'BAN 303 555 0101 118',
    '3035550101234',
    'docket 303-555-0101',
    '12-303-555-0101-2',
  ])('%s', (text) => {
    expect(phonesIn(text)).toEqual([])
  })
})
