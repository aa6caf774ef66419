/** Quoted-printable as RFC 2045 6.7 has it, and read back. */
import { describe, expect, it } from 'vitest'
import { LINE, quotedPrintable } from '../../src/smtp/quoted-printable.ts'

function read(written: string): string {
  return written
    .replaceAll('=\r\n', '')
    .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString())
}

describe('what is written', () => {
  it.each([
    ['a plain line', 'Hello Ann,', 'Hello Ann,'],
    ['line ends', 'one\ntwo\n', 'one\r\ntwo\r\n'],
    ['a sign of equality', 'a=b', 'a=3Db'],
    ['a letter with an accent', 'café', 'caf=C3=A9'],
    ['a blank at the end of a line', 'one \ntwo\t', 'one=20\r\ntwo=09'],
    ['half of a surrogate pair', 'a\ud83d', 'a=EF=BF=BD'],
    ['76 characters', 'x'.repeat(76), 'x'.repeat(76)],
    ['77 characters', 'x'.repeat(77), `${'x'.repeat(75)}=\r\nxx`],
    ['words, broken behind a blank', `${'word '.repeat(16)}end`, `${'word '.repeat(15)}=\r\nword end`],
  ])('%s', (_what, text, written) => {
    expect(quotedPrintable(text)).toBe(written)
  })
})

const TEXTS = [
  'é',
  '=',
  '日本',
  '🙂',
  'x',
  ' ',
  'word ',
  'é =',
  'x'.repeat(74),
  '<a href="https://x.example/?a=b">',
].flatMap((part) => Array.from({ length: 90 }, (_, before) => `${'y'.repeat(before)}${part.repeat(40)}\n.`))

describe('whatever stands where a line is broken', () => {
  it('reads as it was written', () => {
    for (const text of TEXTS) expect(read(quotedPrintable(text))).toBe(text.replaceAll('\n', '\r\n'))
  })

  it('has no line that is too long, and no character in two lines', () => {
    for (const text of TEXTS)
      for (const line of quotedPrintable(text).split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(LINE)
        expect(read(line)).not.toContain('\ufffd')
      }
  })
})
