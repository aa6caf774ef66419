import { describe, expect, test } from 'vitest'
import { Refusal } from '../../src/documents/refusal.ts'
import { box, field, formRow, row, TextSheet, tidy } from '../../src/documents/text-sheet.ts'

test.each([
  ['blanks', ' a\u00a0\t b ', 'a b'],
  ['boxes drawn and typed', '\u2610 a \u2612 b [X] c [] d', '[ ] a [x] b [x] c [ ] d'],
  ['leaders', 'Term . . . . . . . . 12', 'Term ... 12'],
  ['lines to write on', 'By: ____________________', 'By: _____'],
  ['what cannot be stored or seen', 'a\0b\ud800c\u202ed\ufeff', 'abcd'],
])('tidy: %s', (_name, text, expected) => {
  expect(tidy(text)).toBe(expected)
})

test.each([
  ['Legal name:', 'Alder', 'Legal name: Alder'],
  ['State', '', 'State: -'],
  ['Signature', '_________', 'Signature: -'],
  ['Tax exempt?', 'Yes', 'Tax exempt? Yes'],
  ['', 'Alder', 'Alder'],
  ['Address\n(street)', '12 Mill St\nBoise', 'Address (street): 12 Mill St, Boise'],
])('field %j %j', (label, value, expected) => {
  expect(field(label, value)).toBe(expected)
})

test('a box', () => {
  expect([box(true, 'Resale'), box(false, '')]).toEqual(['[x] Resale', '[ ]'])
})

test.each<[readonly string[], string]>([
  [['Name', 'Ida'], 'Name: Ida'],
  [['', 'Name', '', 'Ida'], 'Name: Ida'],
  [['Title only', ''], 'Title only'],
  [['a', 'b', 'c'], 'a | b | c'],
  [['By: Ida', 'Date: 1/2/24'], 'By: Ida\nDate: 1/2/24'],
  [['City:', 'Ogden', 'ZIP:', '84401'], 'City: Ogden\nZIP: 84401'],
  [['(a)', 'Term'], '(a) Term'],
  [['5.4.1', 'Term'], '5.4.1 Term'],
  [['24', '48'], '24 | 48'],
  [['[x] Yes', '[ ] No'], '[x] Yes\n[ ] No'],
  [['\u2612', 'Resale'], '[x] Resale'],
  [['Resale', '\u2610'], '[ ] Resale'],
  [['\u2612', 'Resale', '\u2610', 'Commercial'], '[x] Resale\n[ ] Commercial'],
  [['Agreement', '[x] Resale'], 'Agreement:\n[x] Resale'],
])('row %j', (cells, expected) => {
  expect(row(cells)).toBe(expected)
})

test('a form row without a value says so; a heading does not', () => {
  expect([formRow(['OCN', '']), formRow(['Section 1']), formRow(['', ''])]).toEqual(['OCN: -', 'Section 1', ''])
})

describe('the sheet', () => {
  test('choices on one line stand by themselves, where their boxes come first', () => {
    const sheet = new TextSheet(1_000)
    for (const line of ['[ ] a [x] b', 'Path: [x] a [ ] b', 'Yes [x] No [ ]', 'see [x] there']) sheet.block(line)
    expect(sheet.text().split('\n')).toEqual([
      '[ ] a',
      '[x] b',
      'Path:',
      '[x] a',
      '[ ] b',
      'Yes [x] No [ ]',
      'see [x] there',
    ])
  })

  test('a cut leaves whole characters, and is told', () => {
    const sheet = new TextSheet(6)
    expect(() => sheet.line('abcde\u{1f600}')).toThrow(Refusal)
    expect(sheet.text()).toBe('abcde')
  })
})
