import { expect, test } from 'vitest'
import { nearest } from '../../src/domain/nearest.ts'

const KEYS = ['depth', 'parts', 'pollSeconds', 'auditMinutes', 'CO', 'UT']

test.for([
  ['depht', 'depth'],
  ['part', 'parts'],
  ['pollseconds', 'pollSeconds'],
  ['poolSecond', 'pollSeconds'],
  ['co', 'CO'],
  ['colour', null],
  ['x', null],
  ['', null],
])('%s suggests %s', ([word, expected]) => {
  expect(nearest(word!, KEYS)).toBe(expected)
})
