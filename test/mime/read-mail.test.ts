import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { codes, mail, multipart, ORDINARY_HEADER, readBytes } from './mails.ts'

const PLAIN = ['Content-Type: text/plain; charset=utf-8', '', 'plain words']
const HTML = ['Content-Type: text/html; charset=utf-8', '', '<p>html <b>words</b></p>']
const PDF_BYTES = Buffer.from('%PDF-1.7\n1 0 obj\n')
const PDF = [
  'Content-Type: application/octet-stream; name="form.pdf"',
  'Content-Disposition: attachment; filename="form.pdf"',
  'Content-Transfer-Encoding: base64',
  '',
  PDF_BYTES.toString('base64'),
]

const wrapped = (...body: string[]) => mail(...ORDINARY_HEADER, ...body)

describe('text', () => {
  it.each([
    ['one part', wrapped('', 'hello', 'there'), 'hello\nthere', 'plain'],
    ['alternatives', wrapped(...multipart('alternative', 'b', PLAIN, HTML)), 'plain words', 'plain'],
    ['alternatives, HTML first', wrapped(...multipart('alternative', 'b', HTML, PLAIN)), 'plain words', 'plain'],
    ['HTML only, beside a file', wrapped(...multipart('mixed', 'b', HTML, PDF)), 'html words', 'html'],
    ['empty plain alternative', wrapped(...multipart('alternative', 'b', ['', ' '], HTML)), 'html words', 'html'],
    ['two bodies', wrapped(...multipart('mixed', 'b', PLAIN, HTML)), 'plain words\n\nhtml words', 'plain'],
    ['a file only', wrapped(...multipart('mixed', 'b', PDF)), '', 'none'],
    ['a named text as the only text', wrapped('Content-Type: text/plain; name=a.txt', '', 'in a'), 'in a', 'plain'],
    [
      'quoted-printable in latin-1',
      wrapped(
        'Content-Type: text/plain; charset=iso-8859-1',
        'Content-Transfer-Encoding: quoted-printable',
        '',
        'Gr=FCn',
      ),
      'Grün',
      'plain',
    ],
    ['broken base64', wrapped('Content-Transfer-Encoding: base64', '', 'aGVs!!bG8', '='), 'hello', 'plain'],
    [
      'format=flowed',
      wrapped('Content-Type: text/plain; format=flowed', '', 'one ', 'line', '> q ', '> r'),
      'one line\n> q r',
      'plain',
    ],
  ])('%s', async (_name, bytes, text, textFrom) => {
    const read = await readBytes(bytes)
    expect({ text: read.text, textFrom: read.textFrom }).toEqual({ text, textFrom })
  })
})

describe('attachments', () => {
  it('tells type by the bytes and hashes what is inside', async () => {
    const read = await readBytes(wrapped(...multipart('mixed', 'b', PLAIN, PDF)))
    expect(read.attachments).toEqual([
      {
        filename: 'form.pdf',
        mediaType: 'application/pdf',
        declaredType: 'application/octet-stream',
        bytes: 17,
        sha256: createHash('sha256').update(PDF_BYTES).digest('hex'),
        inline: false,
        contentId: null,
        text: null,
      },
    ])
  })

  it.each([
    ['plain', 'attachment; filename="form.pdf"', 'form.pdf'],
    ['RFC 2231', "attachment; filename*=utf-8''%C3%9Cber%20uns.pdf", 'Über uns.pdf'],
    ['RFC 2231 in pieces', "attachment; filename*0*=utf-8''%C3%9C; filename*1=ber.pdf", 'Über.pdf'],
    ['RFC 2047', 'attachment; filename="=?utf-8?Q?=C3=9Cber.pdf?="', 'Über.pdf'],
    ['a path', 'attachment; filename="../../etc/passwd"', 'passwd'],
    ['a Windows path', 'attachment; filename="C:\\\\dir\\\\a.doc"', 'a.doc'],
    ['a reversed extension', "attachment; filename*=utf-8''a%E2%80%AEfdp.exe", 'afdp.exe'],
    ['only dots', 'attachment; filename=".."', ''],
    ['too long', `attachment; filename="${'x'.repeat(400)}.pdf"`, `${'x'.repeat(251)}.pdf`],
  ])('name: %s', async (_name, disposition, filename) => {
    const part = ['Content-Type: application/x-unknown', `Content-Disposition: ${disposition}`, '', 'x']
    const read = await readBytes(wrapped(...multipart('mixed', 'b', part)))
    expect(read.attachments.map((attachment) => attachment.filename)).toEqual([filename])
  })

  it('finds a file inside an alternative, and pictures of a page as inline', async () => {
    const picture = ['Content-Type: image/png', 'Content-ID: <p1>', '', 'x']
    const related = multipart('related', 'r', HTML, picture)
    const read = await readBytes(wrapped(...multipart('alternative', 'b', PLAIN, related, PDF)))
    expect(read.attachments.map(({ filename, inline, contentId }) => [filename, inline, contentId])).toEqual([
      ['', true, '<p1>'],
      ['form.pdf', false, null],
    ])
    expect(read.parts).toBe(4)
  })

  it('takes an attached mail as one file and shows its header and text', async () => {
    const inner = [
      'Content-Type: message/rfc822',
      '',
      'Subject: inside',
      'X-Trace: 1',
      ...multipart('mixed', 'i', PLAIN, PDF),
    ]
    const read = await readBytes(wrapped(...multipart('mixed', 'b', PLAIN, inner)))
    expect(read.attachments.map(({ mediaType, text }) => [mediaType, text])).toEqual([
      ['message/rfc822', 'Subject: inside\n\nplain words\n\nFile form.pdf'],
    ])
    expect([read.parts, read.text, read.problems]).toEqual([2, 'plain words', []])
  })

  it('keeps the text of text files', async () => {
    const csv = [
      'Content-Type: text/csv; charset=windows-1252',
      'Content-Disposition: attachment; filename=a.csv',
      '',
      'a;\xe9',
    ]
    const read = await readBytes(wrapped(...multipart('mixed', 'b', csv)))
    expect(read.attachments[0]?.text).toBe('a;é')
  })
})

describe('whatever the bytes are, a mail comes with problems', () => {
  const boundaryless = wrapped('Content-Type: multipart/mixed', '', 'still here')
  const undelimited = wrapped('Content-Type: multipart/mixed; boundary=b', '', 'still here', '--x', 'too')
  it.each([
    ['no bytes', mail(''), ['empty'], ''],
    ['only NULs', Buffer.alloc(5000), ['no-date', 'no-header'], ''],
    ['no header', mail('just words, no colon', 'more'), ['no-date', 'no-header'], 'just words, no colon\nmore'],
    [
      'binary',
      Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 10, 1, 2]),
      ['charset', 'no-date', 'no-header'],
      'ÿØÿàJ',
    ],
    ['header only', mail(...ORDINARY_HEADER), [], ''],
    ['no boundary parameter', boundaryless, ['malformed'], 'still here'],
    ['boundary never comes', undelimited, ['malformed'], 'still here\n--x\ntoo'],
    ['no closing boundary', wrapped(...multipart('mixed', 'b', PLAIN).slice(0, -2)), [], 'plain words'],
    ['no empty line', mail(...ORDINARY_HEADER, 'Dear all', 'we ask'), [], 'Dear all\nwe ask'],
    ['one broken header line', mail('Subject: a', 'broken', ...ORDINARY_HEADER.slice(3), '', 'x'), ['malformed'], 'x'],
    ['mbox line', mail('From ann Mon Mar  2', ...ORDINARY_HEADER, '', 'x'), [], 'x'],
    ['unknown charset', wrapped('Content-Type: text/plain; charset=x-none', '', 'Gr\xfcn'), ['charset'], 'Grün'],
    ['latin-1 called UTF-8', wrapped('Content-Type: text/plain; charset=utf-8', '', 'Gr\xfcn'), ['charset'], 'Grün'],
    [
      'UTF-8 called latin-1',
      wrapped('Content-Type: text/plain; charset=iso-8859-1', '', 'Gr\xc3\xbcn'),
      ['charset'],
      'Grün',
    ],
    ['NULs in the text', wrapped('', 'a\0b'), [], 'ab'],
    ['two From', mail('From: x@y.test', ...ORDINARY_HEADER, '', 'x'), ['repeated-header'], 'x'],
    ['S/MIME, certificates', wrapped('Content-Type: application/pkcs7-mime; smime-type=certs-only', '', 'x'), [], ''],
    ['S/MIME', wrapped('Content-Type: application/pkcs7-mime; smime-type=enveloped-data', '', 'x'), ['encrypted'], ''],
  ])('%s', async (_name, bytes, problems, text) => {
    for (const step of [1, 7, 65_536]) {
      const read = await readBytes(bytes, {}, step)
      expect({ step, problems: codes(read), text: read.text }).toEqual({ step, problems, text })
      expect(JSON.stringify(read)).not.toMatch(/\\u0000|\\ud[89a-f]/)
    }
  })
})

describe('identity', () => {
  it('is the same for two deliveries and differs with the words', async () => {
    const body = ['', 'words  ']
    const first = await readBytes(mail('Received: from a', ...ORDINARY_HEADER, ...body))
    const again = await readBytes(mail('Received: from b', 'X-Spam: no', ...ORDINARY_HEADER, '', 'words', ''))
    const other = await readBytes(mail('Received: from a', ...ORDINARY_HEADER, '', 'other words'))
    expect(again.contentId).toBe(first.contentId)
    expect(other.contentId).not.toBe(first.contentId)
  })
})
