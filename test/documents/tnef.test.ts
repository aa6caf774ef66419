/** winmail.dat of Outlook: its message and the files inside. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { docx, p } from './build/office.ts'
import { pdf } from './build/pdf.ts'
import { codes, lines, read } from './build/read.ts'
import { attribute, file, messageInside, packedRtf, properties, tnef } from './build/tnef.ts'
import { zip } from './build/zip.ts'

const text = (value: string) => Buffer.from(`${value}\0`, 'utf16le')
const form = docx(p('State: Utah'))
const winmail = (bytes: Buffer, limits = {}) => read(bytes, { filename: 'winmail.dat', limits })

describe('the message', () => {
  test.each<[string, Buffer, readonly string[], 'plain' | 'html']>([
    ['plain', tnef(attribute(0x800c, 'Dear all\r\nplease see\0')), ['Dear all', 'please see'], 'plain'],
    [
      'plain, among the properties',
      tnef(attribute(0x9003, properties([0x1f, 0x1000, text('please see')]))),
      ['please see'],
      'plain',
    ],
    [
      'HTML',
      tnef(attribute(0x9003, properties([0x102, 0x1013, Buffer.from('<html><p>please see</p>')]))),
      ['please see'],
      'html',
    ],
    [
      'packed RTF',
      tnef(attribute(0x9003, properties([0x102, 0x1009, packedRtf('{\\rtf1 please see\\par now}')]))),
      ['please see', 'now'],
      'html',
    ],
  ])('%s', async (_name, bytes, expected, from) => {
    const found = await winmail(bytes)
    expect(lines(found)).toEqual(expected)
    expect(found.body).toEqual({ text: expected.join('\n'), from })
  })
})

describe('the files inside', () => {
  test.each<[string, readonly Buffer[], readonly string[], readonly string[]]>([
    [
      'are read, each under its long name',
      [attribute(0x800c, 'see\0'), ...file('Request form.docx', form), ...file('notes.txt', 'a note')],
      [
        'Files: Request form.docx; notes.txt',
        'see',
        'File Request form.docx',
        'State: Utah',
        'File notes.txt',
        'a note',
      ],
      [],
    ],
    [
      'without an attribute that begins the first',
      file('notes.txt', 'a note').slice(1),
      ['Files: notes.txt', 'File notes.txt', 'a note'],
      [],
    ],
    [
      'with a path for a name, or none',
      [...file('C:\\dir\\notes.txt', 'a note'), attribute(0x9002, '', 2), attribute(0x800f, '%PDF', 2)],
      ['Files: notes.txt; attachment 2', 'File notes.txt', 'a note', 'File attachment 2'],
      [],
    ],
    [
      'in a ZIP file',
      file('papers.zip', zip([{ name: 'form.docx', content: form }])),
      ['Files: papers.zip', 'File papers.zip', 'Files: form.docx', 'File form.docx', 'State: Utah'],
      [],
    ],
    [
      'of a message inside',
      messageInside('Re: form', tnef(attribute(0x800c, 'as asked\0'), ...file('form.docx', form))),
      ['Files: Re: form', 'File Re: form', 'Files: form.docx', 'as asked', 'File form.docx', 'State: Utah'],
      [],
    ],
    [
      'behind a message that cannot be read',
      [attribute(0x9003, properties([0x102, 0x1009, Buffer.from('?')])), ...file('form.docx', form)],
      ['Files: form.docx', 'File form.docx', 'State: Utah'],
      ['damaged-file'],
    ],
    ['that are scans', file('scan.pdf', pdf([{}])), ['Files: scan.pdf', 'File scan.pdf'], ['picture']],
  ])('%s', async (_name, attributes, expected, problems) => {
    const found = await winmail(tnef(...attributes))
    expect(lines(found)).toEqual(expected)
    expect(codes(found)).toEqual(problems)
  })

  test('are no part of the message', async () => {
    const found = await winmail(tnef(attribute(0x800c, 'see\0'), ...file('notes.txt', 'a note')))
    expect(found.body?.text).toBe('see')
  })
})

describe('hostile', () => {
  const nested = (levels: number): Buffer =>
    levels === 0 ? tnef(attribute(0x800c, 'deep\0')) : tnef(...messageInside(`level ${levels}`, nested(levels - 1)))
  const bomb = zip([{ name: 'a.txt', content: Buffer.alloc(2_000_000) }])
  const many = Array.from({ length: 30 }, (_, at) => file(`${at}.txt`, 'x')).flat()

  test.each<[string, Buffer, readonly string[]]>([
    ['messages in messages', nested(20), ['depth-limit']],
    ['files in all messages together', tnef(...many, ...messageInside('m', tnef(...many))), ['part-limit']],
    [
      'a million files of nothing',
      tnef(Buffer.alloc(1_100_000, attribute(0x9002, '', 2))),
      ['damaged-file', 'part-limit'],
    ],
    ['a bomb inside', tnef(...file('a.zip', bomb)), ['size-limit']],
    ['an end that is missing', tnef(...file('form.docx', form)).subarray(0, 400), ['damaged-file']],
    ['a length without end', Buffer.concat([tnef(), Buffer.from('020f800600ffffffff', 'hex')]), ['damaged-file']],
    ['an object of nothing', tnef(attribute(0x9005, properties([0x0d, 0x3701, Buffer.alloc(3)]), 2)), ['damaged-file']],
  ])('%s', async (_name, bytes, problems) => {
    expect(codes(await winmail(bytes))).toEqual(problems)
  })

  test('messages are opened down to the limit', async () => {
    expect(lines(await winmail(nested(3)))).toContain('deep')
    expect(lines(await winmail(nested(4)))).not.toContain('deep')
  })
})

/** A folder of files that mail programs really wrote, and of lists of what another program found inside (MimeKit). */
const REAL = process.env.TNEF_FILES ?? ''
/** Made by that program out of the message itself. */
const BODIES = ['body.rtf', 'body.html']
const listed = (name: string) => readFileSync(join(REAL, name.replace('.tnef', '.list')), 'utf8').split(/\r?\n/)

describe.skipIf(!existsSync(REAL))('files of TNEF_FILES, which are not part of the project', () => {
  const names = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.tnef')) : []
  test.each(names)('%s', async (name) => {
    const found = await read(readFileSync(join(REAL, name)), { filename: 'winmail.dat', limits: { ms: 15_000 } })
    const headings = lines(found).flatMap((line) =>
      line.startsWith('File ') ? [line.slice(5).replace(/ /g, '_')] : [],
    )
    const expected = listed(name).filter((each) => each !== '' && !BODIES.includes(each))
    expect(headings).toEqual(expect.arrayContaining(expected.map((each) => each.replace(/ /g, '_'))))
    if (BODIES.some((body) => listed(name).includes(body))) expect(found.body?.text).not.toBe('')
  })
})
