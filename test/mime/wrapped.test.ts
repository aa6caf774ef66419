/** What is wrapped is read: signatures around mails, mails in mails, messages in winmail.dat. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { extractFiles } from '../../src/mime/extract.ts'
import { READER_LIMITS } from '../../src/mime/limits.ts'
import { readMail } from '../../src/mime/read-mail.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { signed, wrappedTimes } from '../documents/build/cms.ts'
import { docx, p } from '../documents/build/office.ts'
import { outlookItem } from '../documents/build/outlook.ts'
import { attribute, file, tnef } from '../documents/build/tnef.ts'
import { codes, type MailFile, mail, mailWithFiles, multipart, ORDINARY_HEADER, readBytes } from './mails.ts'

const reader = createMailReader({ workers: 1, archiveDirectory: null })
afterAll(() => reader.close())

async function readWhole(bytes: Buffer): Promise<ReadMail> {
  const outcome = await reader.read({ bytes })
  if (outcome.outcome !== 'read') throw new Error(`refused: ${outcome.detail}`)
  return outcome.mail
}

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\r\n')
const form = docx(p('State: Utah'))
const FORM = [
  'Content-Type: application/octet-stream; name="form.docx"',
  'Content-Transfer-Encoding: base64',
  '',
  base64(form),
]
const LETTER = ['Content-Type: text/plain', '', 'Please amend our agreement.']
const PAGE = ['Content-Type: text/html', '', '<p>Please amend it.</p>']
const ENTITY = mail(...multipart('mixed', 'i', LETTER, FORM))
const LARGE = mail(...multipart('mixed', 'i', LETTER, [...FORM.slice(0, 3), 'x'.repeat(9000)]))
const CUT = signed(ENTITY).subarray(0, signed(ENTITY).indexOf('agreement.') + 10)

function opaque(bytes: Buffer, type = 'application/pkcs7-mime; smime-type=signed-data; name=smime.p7m'): Buffer {
  return mail(...ORDINARY_HEADER, `Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', '', base64(bytes), '')
}

/** Text parts and files come to the number of parts, or a problem would say so. */
const filesOf = ({ attachments }: ReadMail) => attachments.map(({ filename, text }) => [filename, text])

describe('a mail inside an S/MIME signature', () => {
  test.each<[string, Buffer]>([
    ['in DER', opaque(signed(ENTITY))],
    ['in endless pieces', opaque(signed(ENTITY, 'endless'))],
    ['without the word signed-data', opaque(signed(ENTITY), 'application/x-pkcs7-mime; name=smime.p7m')],
    ['told by its name only', opaque(signed(ENTITY), 'application/octet-stream; name=smime.p7m')],
    ['signed twice', opaque(signed(Buffer.concat([opaque(signed(ENTITY))])))],
  ])('%s', async (name, bytes) => {
    const read = await readWhole(bytes)
    const wrappings = name === 'signed twice' ? 2 : 1
    expect([read.text, read.textFrom]).toEqual(['Please amend our agreement.', 'plain'])
    expect(filesOf(read)).toEqual([
      ...Array.from({ length: wrappings }, () => ['smime.p7m', null]),
      ['form.docx', 'State: Utah'],
    ])
    expect(read.parts).toBe(2 + wrappings)
    expect(read.problems).toEqual([{ code: 'signed', detail: 'smime.p7m: by S/MIME; the signature is not checked' }])
  })

  test('as an attached file beside a footer of a list', async () => {
    const part = [
      'Content-Type: application/pkcs7-mime; smime-type=signed-data',
      'Content-Transfer-Encoding: base64',
      '',
    ]
    const footer = ['Content-Type: text/plain', '', 'You are on this list.']
    const read = await readBytes(
      mail(...ORDINARY_HEADER, ...multipart('mixed', 'b', [...part, base64(signed(ENTITY))], footer)),
    )
    expect(read.text).toBe('Please amend our agreement.\n\nYou are on this list.')
    expect(read.parts).toBe(4)
  })

  test.each<[string, Buffer, readonly string[], string]>([
    ['locked inside', opaque(signed(opaque(Buffer.alloc(9), 'application/pkcs7-mime'))), ['encrypted', 'signed'], ''],
    ['an end that is missing', opaque(CUT), ['malformed', 'signed'], 'Please amend our agreement.'],
    ['larger than is read', opaque(signed(LARGE)), ['signed', 'size-limit'], 'Please amend our agreement.'],
    [
      'signatures in signatures',
      opaque(Array.from({ length: 6 }).reduce<Buffer>((inner) => signed(opaque(inner)), signed(ENTITY))),
      ['depth-limit', 'signed'],
      '',
    ],
    ['signatures in signatures without mails between', opaque(wrappedTimes(50, ENTITY)), [], ''],
    ['random bytes', opaque(Buffer.alloc(999, 0x30)), [], ''],
    [
      'a thousand parts',
      opaque(signed(mail(...multipart('mixed', 'i', ...Array(1500).fill(LETTER))))),
      ['part-limit', 'signed'],
      '',
    ],
  ])('%s', async (name, bytes, problems, text) => {
    const read = await readBytes(bytes, name === 'larger than is read' ? { signedBytes: 300 } : {})
    expect(codes(read)).toEqual(problems)
    if (name !== 'a thousand parts') expect(read.text).toBe(text)
  })

  test('as a program really writes it, around the mail and beside it', async () => {
    const opened = await readWhole(readFileSync(join(import.meta.dirname, 'signed', 'opaque.eml')))
    expect([opened.text, opened.parts, codes(opened)]).toEqual([
      'Please amend our agreement.',
      2,
      ['no-date', 'signed'],
    ])
    const beside = await readWhole(readFileSync(join(import.meta.dirname, 'signed', 'detached.eml')))
    expect([beside.text, filesOf(beside)]).toEqual(['Please amend our agreement.', [['smime.p7s', null]]])
  })

  test('its files are stored like any others, those of attached mails are not', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'wrapped-'))
    try {
      const archive = fileArchive(directory)
      const read = await readMail([opaque(signed(ENTITY))], { limits: READER_LIMITS, archive, documents: null })
      const stored = await Promise.all(read.attachments.map(({ sha256 }) => archive.has(sha256)))
      expect(stored).toEqual([true, true])
      expect(await archive.get(sha256Of(form))).toEqual(form)
      const other = docx(p('State: Ohio'))
      const inside = [
        'Content-Type: message/rfc822',
        '',
        ...multipart('mixed', 'i', LETTER, [...FORM.slice(0, 3), base64(other)]),
      ]
      const outer = mail(...ORDINARY_HEADER, ...multipart('mixed', 'b', inside))
      await readMail([outer], { limits: READER_LIMITS, archive, documents: null })
      expect(await archive.has(sha256Of(other))).toBe(false)
    } finally {
      rmSync(directory, { recursive: true })
    }
  })

  test('a file inside can be fetched again for its picture', async () => {
    const sha256 = sha256Of(form)
    const found = await extractFiles([opaque(signed(ENTITY))], READER_LIMITS, [sha256], 1_000_000)
    expect([...found.keys()]).toEqual([sha256])
  })
})

describe('text that PGP signed', () => {
  const BEGIN = ['-----BEGIN PGP SIGNED MESSAGE-----', 'Hash: SHA256', '']
  const END = ['-----BEGIN PGP SIGNATURE-----', '', 'iQEzBAEBCAAdFiEE', '=abcd', '-----END PGP SIGNATURE-----']
  const html = (lines: readonly string[]) => ['Content-Type: text/html', '', `<pre>${lines.join('\n')}</pre>`]

  test.each<[string, readonly string[], string, readonly string[]]>([
    ['alone', ['', ...BEGIN, 'Dear all', '', '- -- ', 'Ida', ...END], 'Dear all\n\n-- \nIda', ['signed']],
    ['in HTML', html([...BEGIN, 'Dear all', ...END]), 'Dear all', ['signed']],
    ['between other words', ['', 'Hi', ...BEGIN, 'Dear all', ...END, 'A footer'], 'Hi\nDear all\nA footer', ['signed']],
    ['twice', ['', ...BEGIN, 'one', ...END, ...BEGIN, 'two', ...END], 'one\ntwo', ['signed']],
    ['without the empty line', ['', ...BEGIN.slice(0, 2), 'Dear all', ...END], 'Dear all', ['signed']],
    ['without a signature', ['', ...BEGIN, 'Dear all', 'Ida'], 'Dear all\nIda', ['signed']],
    [
      'a signature without end hides nothing',
      ['', ...BEGIN, 'Dear all', ...END.slice(0, 3), 'More words.'],
      'Dear all\nMore words.',
      ['signed'],
    ],
    [
      'quoted',
      ['', '> -----BEGIN PGP SIGNED MESSAGE-----', '> - x'],
      '> -----BEGIN PGP SIGNED MESSAGE-----\n> - x',
      [],
    ],
    ['a dash elsewhere', ['', '- one', '- two'], '- one\n- two', []],
    [
      'locked',
      ['', '-----BEGIN PGP MESSAGE-----', '', 'hQEM', '-----END PGP MESSAGE-----'],
      '-----BEGIN PGP MESSAGE-----\n\nhQEM\n-----END PGP MESSAGE-----',
      ['encrypted'],
    ],
  ])('%s', async (_name, body, text, problems) => {
    const read = await readBytes(mail(...ORDINARY_HEADER, ...body))
    expect(read.text).toBe(text)
    expect(codes(read)).toEqual(problems)
  })
})

describe('an attached mail', () => {
  const attached = (...lines: readonly string[]): MailFile => ({
    name: 'forwarded.eml',
    type: 'message/rfc822',
    bytes: mail('From: ida@alderfork.example', 'Subject: form', ...lines),
  })
  const nested = (levels: number): Buffer =>
    levels === 0
      ? mail('Subject: deepest', ...LETTER)
      : mail(
          `Subject: level ${levels}`,
          ...multipart('mixed', `n${levels}`, [
            'Content-Type: message/rfc822',
            '',
            nested(levels - 1).toString('latin1'),
          ]),
        )

  test('shows the text of its files under their names', async () => {
    const read = await readWhole(mailWithFiles(attached(...multipart('mixed', 'i', LETTER, FORM))))
    expect(filesOf(read)).toEqual([
      [
        'forwarded.eml',
        'From: ida@alderfork.example\nSubject: form\n\nPlease amend our agreement.\n\nFile form.docx\nState: Utah',
      ],
    ])
    expect([read.parts, read.text, read.problems]).toEqual([2, 'See attached.', []])
  })

  test('with a form larger than a few kilobytes', async () => {
    const large = docx(p('State: Utah'), [{ name: 'word/media/noise.bin', content: noise(3_000_000) }])
    const part = [...FORM.slice(0, 3), base64(large)]
    const [[, text] = []] = filesOf(await readWhole(mailWithFiles(attached(...multipart('mixed', 'i', LETTER, part)))))
    expect(text).toMatch(/State: Utah$/)
  })

  test('says what is odd about its files, with both names, and nothing about its header', async () => {
    const broken = ['Content-Type: application/pdf; name="broken.pdf"', '', '%PDF-1.7 nothing']
    const read = await readWhole(mailWithFiles(attached(...multipart('mixed', 'i', LETTER, broken))))
    expect(new Set(read.problems.map(({ code, detail }) => `${code} ${detail.slice(0, 25)}`))).toEqual(
      new Set(['damaged-file forwarded.eml: broken.pdf']),
    )
  })

  test('that is signed is unwrapped', async () => {
    const read = await readWhole(mailWithFiles({ ...attached(), bytes: opaque(signed(ENTITY)) }))
    expect(read.attachments[0]?.text).toMatch(/Please amend our agreement\.[\s\S]*File form\.docx\nState: Utah$/)
    expect(codes(read)).toEqual(['signed'])
  })

  test('in attached mails is read down to the limit', async () => {
    const shown = async (levels: number) => {
      const read = await readBytes(mailWithFiles({ ...attached(), bytes: nested(levels) }))
      return [read.attachments[0]?.text?.includes('Please amend'), codes(read)]
    }
    expect(await shown(2)).toEqual([true, []])
    expect(await shown(3)).toEqual([false, ['depth-limit']])
    expect(await shown(20)).toEqual([false, ['depth-limit']])
  })

  test('larger than is read is read to there, and said', async () => {
    const bytes = mailWithFiles(attached(...LETTER, 'x'.repeat(5000)))
    const read = await readBytes(bytes, { innerMailBytes: 200 })
    expect([read.attachments[0]?.text?.includes('Please amend'), codes(read)]).toEqual([true, ['size-limit']])
  })
})

describe('winmail.dat', () => {
  const winmail = (...attributes: readonly Buffer[]) => ({
    name: 'winmail.dat',
    type: 'application/ms-tnef',
    bytes: tnef(...attributes),
  })
  const packed = winmail(attribute(0x800c, 'Please amend it.\0'), ...file('form.docx', form))
  const alone = (...more: readonly (readonly string[])[]) =>
    mail(
      ...ORDINARY_HEADER,
      ...multipart('mixed', 'b', ...more, [
        'Content-Type: application/ms-tnef; name=winmail.dat',
        'Content-Transfer-Encoding: base64',
        '',
        base64(packed.bytes),
      ]),
    )

  test.each<[string, Buffer, string, string]>([
    ['beside the text', mailWithFiles(packed), 'See attached.', 'plain'],
    ['alone', alone(), 'Please amend it.', 'plain'],
    ['beside an empty text', alone(['Content-Type: text/plain', '', ' ']), 'Please amend it.', 'plain'],
    ['beside a text file', alone(['Content-Type: text/plain; name=a.txt', '', 'a file']), 'Please amend it.', 'plain'],
    ['beside a page', alone(PAGE), 'Please amend it.', 'html'],
  ])('%s: the text of the mail', async (_name, bytes, text, textFrom) => {
    const read = await readWhole(bytes)
    expect([read.text, read.textFrom, read.problems]).toEqual([text, textFrom, []])
    expect(read.attachments.at(-1)?.text).toBe('Files: form.docx\n\nPlease amend it.\n\nFile form.docx\nState: Utah')
  })
})

/** Bytes that do not pack. */
function noise(length: number): Buffer {
  const out = Buffer.alloc(length)
  for (let at = 0, seed = 1; at < length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    out[at] = seed >> 16
  }
  return out
}

test.each(['application/vnd.ms-outlook', 'application/octet-stream'])(
  'a mail that Outlook saved (%s) is shown as an attached mail is, and its words are not those of the letter',
  async (type) => {
    const saved = outlookItem({
      ...{ subject: 'Utah', from: ['Ida Moss', 'ida@alderfork.example'], body: 'We ask for an agreement.' },
      files: { 'form.docx': form },
    })
    const read = await readWhole(mailWithFiles({ name: 'Utah.msg', type, bytes: saved }))
    expect(read.text).not.toContain('We ask')
    expect(read.attachments).toMatchObject([
      {
        mediaType: 'application/vnd.ms-outlook',
        text: 'From: Ida Moss <ida@alderfork.example>\nSubject: Utah\n\nWe ask for an agreement.\n\nFile form.docx\nState: Utah',
      },
    ])
    expect(read.problems).toEqual([])
  },
)
