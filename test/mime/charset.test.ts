import { describe, expect, it } from 'vitest'
import { decodeText } from '../../src/text/charset.ts'
import { chance } from '../support/chance.ts'

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex')

describe('what is declared is read', () => {
  it.each([
    ['windows-1252', '47 72 fc df 65 20 80', 'Grüße €'],
    ['windows-1250', 'b9 e6 ea b3', 'ąćęł'],
    ['windows-1251', 'c4 ee e3 ee e2 ee f0', 'Договор'],
    ['windows-1258', '56 69 ea f2 74', 'Viê\u0323t'],
    ['iso-8859-2', 'be f2', 'žň'],
    ['koi8-r', 'e4 cf c7 cf d7 cf d2', 'Договор'],
    ['gb2312', 'd0 ad d2 e9', '协议'],
    ['gb18030', 'd0 ad d2 e9 81 30 89 38', '协议ß'],
    ['big5', 'a8 f3 c4 b3', '協議'],
    ['shift_jis', '8c 5f 96 f1', '契約'],
    ['iso-2022-jp', '1b 24 42 37 40 4c 73 1b 28 42', '契約'],
    ['euc-kr', 'c7 f9 c1 a4', '협정'],
    ['utf-16le', '47 00 fc 00', 'Gü'],
  ])('%s', (declared, hex, text) => {
    expect(decodeText(bytes(hex), declared)).toEqual({ text, problem: null })
  })
})

describe('what is declared wrongly is read all the same, and told', () => {
  it.each([
    ['no such charset', 'x-none', '47 fc', 'Gü', 'declared x-none, read as windows-1252'],
    ['no such charset, and UTF-8', 'x-none', '47 c3 bc', 'Gü', 'declared x-none, read as utf-8'],
    ['latin-1 called UTF-8', 'utf-8', '47 fc 6e', 'Gün', 'declared utf-8, read as windows-1252'],
    ['UTF-8 called latin-1', 'iso-8859-1', '47 c3 bc', 'Gü', 'declared iso-8859-1, the bytes are UTF-8'],
    [
      'one byte wrong in GB 18030',
      'gb18030',
      'd0 ad ff 41 d2 e9',
      '协\ufffdA议',
      'declared gb18030, invalid bytes replaced',
    ],
  ])('%s', (_what, declared, hex, text, problem) => {
    expect(decodeText(bytes(hex), declared)).toEqual({ text, problem })
  })
})

it('never throws, whatever the bytes are and whatever is declared', () => {
  const dice = chance(17)
  const labels = [
    '',
    'utf-8',
    'utf-16',
    'utf-7',
    'gb2312',
    'iso-2022-jp',
    'iso-2022-kr',
    'windows-1258',
    '"',
    '\0',
    '💥',
  ]
  for (let round = 0; round < 2_000; round += 1) {
    const some = Buffer.from(Array.from({ length: dice.whole(40) }, () => dice.whole(256)))
    expect(decodeText(some, dice.pick(labels)).text).toEqual(expect.any(String))
  }
})
