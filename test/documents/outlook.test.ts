import { describe, expect, test } from 'vitest'
import { docx, p } from './build/office.ts'
import { excel97, type Item, lockedOffice, outlookItem, word97 } from './build/outlook.ts'
import { codes, lines, read } from './build/read.ts'
import { packedRtf } from './build/tnef.ts'

const LETTER: Item = {
  subject: 'Request for negotiation',
  from: ['Ida Moss', 'ida@alderfork.example'],
  to: 'Interconnection Desk',
  at: new Date('2026-03-02T16:00:00Z'),
  body: 'Alder Fork Telephone asks for an agreement.\r\n\r\nIda',
}
const HEAD = [
  'From: Ida Moss <ida@alderfork.example>',
  'To: Interconnection Desk',
  'Date: Mon, 02 Mar 2026 16:00:00 +0000',
  'Subject: Request for negotiation',
]
const WORDS = ['Alder Fork Telephone asks for an agreement.', 'Ida']

describe('a message that Outlook saved', () => {
  test.each<[string, Item, readonly string[]]>([
    ['is shown as an attached mail is', LETTER, [...HEAD, ...WORDS]],
    ['in the code page of whoever saved it', { ...LETTER, isAnsi: true }, [...HEAD, ...WORDS]],
    ['with markup only', { subject: 'x', html: '<p>State of Utah</p>' }, ['Subject: x', 'State of Utah']],
    ['with packed RTF only', { rtf: packedRtf('{\\rtf1 State of Utah}') }, ['State of Utah']],
    ['of 10,000 characters', { body: 'Utah '.repeat(2_000) }, ['Utah '.repeat(2_000).trim()]],
    [
      'with files, each read under its name',
      { body: 'See', files: { 'form.docx': docx(p('OCN 123A')), 'note.txt': Buffer.from('State: Utah') } },
      ['See', 'File form.docx', 'OCN 123A', 'File note.txt', 'State: Utah'],
    ],
    [
      'with a message inside, and a file in that',
      { body: 'FYI', files: { Fwd: { ...LETTER, files: { 'note.txt': Buffer.from('State: Utah') } } } },
      ['FYI', 'File Fwd', ...HEAD, ...WORDS, 'File note.txt', 'State: Utah'],
    ],
    ['with a name that has a path', { files: { '../../a.txt': Buffer.from('x') } }, ['File a.txt', 'x']],
  ])('%s', async (_what, item, expected) => {
    const found = await read(outlookItem(item), { filename: 'fwd.msg' })
    expect(lines(found)).toEqual(expected)
    expect(found.problems).toEqual([])
  })

  test('a locked file in it is told, the others are read', async () => {
    const item = { files: { 'form.docx': lockedOffice(), 'note.txt': Buffer.from('State: Utah') } }
    const found = await read(outlookItem(item), { filename: 'fwd.msg' })
    expect(found.text).toContain('State: Utah')
    expect(found.problems).toEqual([{ code: 'encrypted', detail: 'form.docx: a password is needed to open it' }])
  })

  test.each<[string, (bytes: Buffer) => void]>([
    ['a table whose chains are loops', (bytes) => bytes.fill(0, bytes.length - 512)],
    ['a directory that is its own child', (bytes) => bytes.writeUInt32LE(0, 512 + 76)],
    ['a stream of 4 GB', (bytes) => bytes.writeUInt32LE(0xffffffff, 512 + 128 * 7 + 120)],
    ['a list of tables that is its own end', (bytes) => bytes.writeUInt32LE(0, 68)],
  ])('%s: an answer within its limits', async (_what, harm) => {
    const bytes = outlookItem(LETTER)
    harm(bytes)
    expect((await read(bytes, { filename: 'fwd.msg' })).text.length).toBeLessThan(70_000)
  })
})

describe('a password is told', () => {
  test.each<[string, Buffer, string, string]>([
    ['a locked .docx file', lockedOffice(), 'form.docx', 'encrypted'],
    ['a locked .xlsx file', lockedOffice(), 'form.xlsx', 'encrypted'],
    ['a locked Word 97 file', word97(true), 'form.doc', 'encrypted'],
    ['an open Word 97 file', word97(false), 'form.doc', 'not-read'],
    ['a locked Excel 97 file', excel97(true), 'form.xls', 'encrypted'],
    ['an open Excel 97 file', excel97(false), 'form.xls', 'not-read'],
  ])('of %s', async (_what, bytes, filename, code) => {
    expect(codes(await read(bytes, { filename }))).toEqual([code])
  })
})
