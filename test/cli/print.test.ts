import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { clean, printTable, styled, truncate, widthOf } from '../../src/cli/print.ts'

async function table(columns: number | null, rows: readonly { ref: string; company: string; mails: number }[]) {
  const stdout = new PassThrough()
  const io = { stdin: stdout, stdout, stderr: stdout, env: {}, cwd: '/', columns, colour: false }
  const printed = text(stdout)
  const layout = [
    { title: 'REF', of: (row: (typeof rows)[number]) => row.ref },
    { title: 'COMPANY', of: (row: (typeof rows)[number]) => row.company },
    { title: 'MAILS', of: (row: (typeof rows)[number]) => row.mails, right: true },
  ]
  await printTable(io, layout, rows)
  stdout.end()
  return (await printed).split('\n').slice(0, -1)
}

const ROWS = [
  { ref: 'CLEC-2026-00042', company: 'Juniper Line Communications, LLC', mails: 7 },
  { ref: 'CLEC-2026-00043', company: 'Mesa Loop', mails: 12 },
]

test('columns are as wide as what they hold', async () => {
  expect(await table(null, ROWS)).toEqual([
    'REF              COMPANY                           MAILS',
    'CLEC-2026-00042  Juniper Line Communications, LLC      7',
    'CLEC-2026-00043  Mesa Loop                            12',
  ])
})

test('on a narrow terminal the widest column gives way', async () => {
  expect(await table(40, ROWS)).toEqual([
    'REF              COMPANY           MAILS',
    'CLEC-2026-00042  Juniper Line Co…      7',
    'CLEC-2026-00043  Mesa Loop            12',
  ])
})

test('wide characters and accents keep the columns aligned', async () => {
  const lines = await table(null, [{ ref: '案件', company: 'Cafe\u0301', mails: 1 }])
  expect(lines.map(widthOf)).toEqual([20, 20])
})

test.for([
  ['an escape sequence that clears the screen', 'a\u001b[2Jb', 'a [2Jb'],
  ['a line break that forges a row', 'a\r\nb', 'a b'],
  ['a mark that turns the direction', 'invoice\u202efdp.exe', 'invoice fdp.exe'],
  ['an eight-bit control character', 'a\u009b31mb', 'a 31mb'],
])('%s never reaches the terminal', ([, given, expected]) => {
  expect(clean(given!)).toBe(expected)
})

test('text is cut at cells, not at halves of characters', () => {
  expect(truncate('日本語日本語', 7)).toBe('日本語…')
  expect(truncate('plain', 5)).toBe('plain')
})

test('styles vanish where colours are not wanted', () => {
  expect(styled('x', 'bold', { colour: false })).toBe('x')
  expect(styled('x', 'bold', { colour: true })).toBe('\u001b[1mx\u001b[22m')
})
