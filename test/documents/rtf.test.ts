import { expect, test } from 'vitest'
import { codes, lines, read } from './build/read.ts'

const rtf = (body: string) =>
  `{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}{\\f1\\fnil Wingdings;}}{\\*\\generator X;}${body}}`
const formBox = (data: string) =>
  `{\\field{\\*\\fldinst FORMCHECKBOX {\\*\\formfield{\\fftype1${data}{\\*\\ffname Check1}}}}{\\fldrslt }}`

test.each<[string, string, readonly string[]]>([
  ['paragraphs', 'one\\par two\\line three\\par', ['one', 'two', 'three']],
  ['signs outside of ASCII', "Caf\\'e9 \\u8211? \\emdash  Andr\\u233\\'e9", ['Caf\u00e9 \u2013 \u2014 Andr\u00e9']],
  ['signs of which others are skipped', '{\\uc2\\u8364 EUR}5', ['\u20acR5']],
  ['the code page it names', "\\ansicpg1251 \\'cf", ['\u041f']],
  [
    'a table',
    '\\trowd\\intbl Legal name\\cell Alder Fork\\cell\\row\\pard after\\par',
    ['Legal name: Alder Fork', 'after'],
  ],
  [
    'a cell of several lines',
    '\\trowd\\intbl Address\\cell 12 Mill St\\par Boise\\cell\\row',
    ['Address: 12 Mill St, Boise'],
  ],
  [
    'what is not text',
    '{\\pict 0102}{\\*\\unknown x}{\\info{\\title t}}text{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt link}}',
    ['textlink'],
  ],
  ['hidden text', '{\\v secret}shown', ['shown']],
  [
    'boxes of a form',
    `${formBox('\\ffres1')} Resale\\par ${formBox('\\ffres25\\ffdefres0')} Commercial`,
    ['[x] Resale', '[ ] Commercial'],
  ],
  ['drawn boxes', "{\\f1\\'fe} Resale\\par {\\f1 \\u-3928?} Commercial", ['[x] Resale', '[ ] Commercial']],
  [
    'a redline',
    'within {\\deleted thirty}{\\revised sixty} days',
    ['Tracked changes (redlined version)', 'within sixty days'],
  ],
  ['raw bytes', 'a{\\pict\\bin4 }}{{}b', ['ab']],
  ['words of the program, as of all objects', 'a\\constructor b\\toString c', ['abc']],
])('%s', async (_name, body, expected) => {
  const found = await read(rtf(body))
  expect(lines(found)).toEqual(expected)
  expect(found.problems).toEqual([])
})

test('an object that updates itself is noted', async () => {
  expect(codes(await read(rtf('{\\object\\objautlink\\objupdate{\\*\\objdata 01}}x')))).toEqual(['active-content'])
})

test('without its end it is read as far as it goes', async () => {
  const found = await read(rtf('one\\par two').slice(0, -1))
  expect(lines(found)).toEqual(['one', 'two'])
  expect(codes(found)).toEqual(['damaged-file'])
})
