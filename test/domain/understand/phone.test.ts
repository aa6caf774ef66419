import { describe, expect, test } from 'vitest'
import { numbersIn, type PhoneSort, phonesIn } from '../../../src/domain/understand/facts/contact/phone.ts'

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
    ['Telecopier: 303-555-0101', ['fax']],
    ['eFax 303-555-0101', ['fax']],
    ['Fax 303-555-0101 118', ['fax']],
    ['Phone 303-555-0101 118 main hall', ['office']],
    ['Kim Lee, 303-555-0101 118 Main Street', ['bare']],
    ['Key accounts manager: 303-555-0101', ['bare']],
    ['That is all for this case.\n303-555-0101', ['bare']],
    ['our BAN 303-555-0101, call me at 303-555-0102', ['bare']],
  ])('%s', (text, sorts) => {
    expect(numbersIn(text).map((phone) => phone.sort)).toEqual(sorts)
  })
})

describe('no telephone number', () => {
  test.each([
    'CDS-240115-0011',
    '3035550101234',
    '12-303-555-0101-2',
    // The carrier's account numbers: ten digits and a customer code of three, or a letter among the ten.
    'BAN 303 555 0101 118',
    'BAN 614-555-0134-123',
    '614-555-0134-123',
    '614 555-0134 123, UNE loops',
    '303 R55-1234 567',
    'BAN 303-R55-1234',
    'our BAN is 303-555-0101',
    'BANs 303-555-0101, 303-555-0102 and 303-555-0103',
    'Billing Account Number (BAN): 303-555-0101',
    'BAN | 303-555-0101 | open',
    'Acct. No. 303-555-0101',
    'our invoice for BAN\n303 555 0101 118 is wrong',
    // Dockets, codes and other numbers.
    'docket 303-555-0101',
    'Docket Nos. 303-555-0101 and 303-555-0102',
    'P-5340,421/IC-06-768',
    'T-01051B-08-0613',
    'File No. 303-555-0101',
    'invoice no. 303-555-0101',
    'FRN 303-555-0101',
    'LRN: 303-555-0101',
    'Tax ID 303-555-0101',
    'TNs 303-555-0101, 303-555-0102',
  ])('%s', (text) => {
    expect(phonesIn(text)).toEqual([])
  })
})
