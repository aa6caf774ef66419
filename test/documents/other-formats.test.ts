import { describe, expect, test } from 'vitest'
import { signed, wrappedTimes } from './build/cms.ts'
import { docx, odt, p } from './build/office.ts'
import { codes, lines, read } from './build/read.ts'
import { zip } from './build/zip.ts'

describe('OpenDocument', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'paragraphs',
      '<text:h>Title</text:h><text:p>one<text:s text:c="2"/>two<text:line-break/>three</text:p>',
      ['Title', 'one two', 'three'],
    ],
    [
      'a form',
      '<table:table-row><table:table-cell><text:p>State</text:p></table:table-cell><table:table-cell><text:p>Utah</text:p></table:table-cell></table:table-row>',
      ['State: Utah'],
    ],
    [
      'a redline',
      '<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p>new</text:p>',
      ['Tracked changes (redlined version): 1', 'new'],
    ],
    ['a blank that says it is a million', '<text:p>a<text:s text:c="1000000"/>b</text:p>', ['a b']],
  ])('%s', async (_name, body, expected) => {
    const found = await read(odt(body))
    expect(lines(found)).toEqual(expected)
    expect(found.problems).toEqual([])
  })

  test('locked and with macros', async () => {
    const manifest = { name: 'META-INF/manifest.xml', content: '<m:manifest><m:encryption-data/></m:manifest>' }
    expect(codes(await read(odt('<text:p>x</text:p>', [manifest])))).toEqual(['encrypted'])
    expect(codes(await read(odt('', [{ name: 'Basic/Standard/Module1.xml', content: '<x/>' }])))).toEqual([
      'active-content',
    ])
  })
})

describe('ZIP', () => {
  test('the list, and the documents inside', async () => {
    const bytes = zip([
      { name: 'papers/form.docx', content: docx(p('State: Utah')) },
      { name: 'notes.txt', content: 'a note' },
      { name: '__MACOSX/._notes.txt', content: 'x' },
      { name: 'photo.png', content: '\x89PNG' },
    ])
    expect(lines(await read(bytes))).toEqual([
      'Files: papers/form.docx; notes.txt; __MACOSX/._notes.txt; photo.png',
      'File form.docx',
      'State: Utah',
      'File notes.txt',
      'a note',
      'File photo.png',
    ])
  })

  test('a ZIP file inside is listed, not opened', async () => {
    const found = await read(zip([{ name: 'inner.zip', content: zip([{ name: 'deep.txt', content: 'deep' }]) }]))
    expect(lines(found)).toEqual(['Files: inner.zip', 'File inner.zip', 'Files: deep.txt'])
    expect(found.problems).toEqual([
      { code: 'not-read', detail: 'inner.zip: a ZIP file inside another one is not opened' },
    ])
  })

  test('problems inside carry the name', async () => {
    const found = await read(zip([{ name: 'broken.pdf', content: '%PDF-1.7 nothing' }]))
    expect(found.problems.every(({ detail }) => detail.startsWith('broken.pdf: '))).toBe(true)
  })

  test('locked files are listed', async () => {
    const found = await read(zip([{ name: 'form.docx', content: 'x', isEncrypted: true }]))
    expect(lines(found)).toEqual(['Files: form.docx'])
    expect(codes(found)).toEqual(['encrypted'])
  })

  test('more files than are read', async () => {
    const found = await read(
      zip(Array.from({ length: 4 }, (_, at) => ({ name: `${at}.txt`, content: `text ${at}` }))),
      { limits: { innerFiles: 2 } },
    )
    expect(lines(found)).toEqual(['Files: 0.txt; 1.txt; 2.txt; 3.txt', 'File 0.txt', 'text 0', 'File 1.txt', 'text 1'])
    expect(codes(found)).toEqual(['part-limit'])
  })
})

describe('what only a person can read is said', () => {
  const ole = (...streams: readonly string[]) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(600),
      ...streams.map((name) => Buffer.from(name, 'utf16le')),
    ])
  const endless = (oid: string) => Buffer.from(`3080${oid}a080`, 'hex')

  test.each<[string, Buffer, string, readonly string[]]>([
    ['Word 97', ole('WordDocument'), 'a.doc', ['not-read']],
    ['Excel 97 with macros', ole('Workbook', '_VBA_PROJECT_CUR'), 'a.xls', ['active-content', 'not-read']],
    ['a locked Word file', ole('EncryptedPackage'), 'a.docx', ['encrypted']],
    ['S/MIME, locked', endless('06092a864886f70d010703'), 'smime.p7m', ['encrypted']],
    ['S/MIME, locked by newer means', endless('060b2a864886f70d0109100117'), 'smime.p7m', ['encrypted']],
    ['S/MIME, compressed', endless('060b2a864886f70d0109100109'), 'smime.p7m', ['not-read']],
    ['S/MIME, a signature alone', signed(null), 'smime.p7m', ['signed']],
    ['S/MIME, cut before anything', endless('06092a864886f70d010702'), 'smime.p7m', ['damaged-file', 'signed']],
    ['no S/MIME', Buffer.from('0\x80nothing', 'latin1'), 'smime.p7m', ['damaged-file']],
    ['PGP, armoured', Buffer.from('-----BEGIN PGP MESSAGE-----\n\nabc'), 'a.asc', ['encrypted']],
    ['PGP, binary', Buffer.from([0x84, 0x5e, 3]), 'form.pdf.pgp', ['encrypted']],
    ['a PGP signature beside something', Buffer.from('-----BEGIN PGP SIGNATURE-----\n\nabc'), 'a.asc', []],
    ['PowerPoint', zip([{ name: 'ppt/presentation.xml', content: '<x/>' }]), 'a.pptx', ['not-read']],
    ['RAR', Buffer.from('Rar!\x1a\x07\x01\x00rest', 'latin1'), 'a.rar', ['not-read']],
    ['a file of nobody knows what', Buffer.from('MZ\x90'), 'a.bin', []],
  ])('%s', async (_name, bytes, filename, expected) => {
    const found = await read(bytes, { filename })
    expect(codes(found)).toEqual(expected)
    expect(found.text).toBe('')
  })
})

describe('a file inside an S/MIME signature', () => {
  const note = Buffer.from('State: Utah')

  test.each<[string, Buffer]>([
    ['in DER', signed(note)],
    ['in pieces', signed(note, 'pieces')],
    ['in endless pieces', signed(note, 'endless')],
    ['in base64', Buffer.from(signed(note).toString('base64'))],
    ['in PEM', Buffer.from(`-----BEGIN PKCS7-----\n${signed(note).toString('base64')}\n-----END PKCS7-----\n`)],
  ])('%s', async (_name, bytes) => {
    const found = await read(bytes, { filename: 'note.txt.p7m' })
    expect(lines(found)).toEqual(['File note.txt', 'State: Utah'])
    expect(found.problems).toEqual([{ code: 'signed', detail: 'by S/MIME; the signature is not checked' }])
  })

  test.each<[string, Buffer, readonly string[], readonly string[]]>([
    ['an end that is missing', signed(note).subarray(0, -5), ['File note.txt', 'State:'], ['damaged-file', 'signed']],
    [
      'a piece that is missing',
      signed(note, 'endless').subarray(0, -16),
      ['File note.txt', 'State: Ut'],
      ['damaged-file', 'signed'],
    ],
    [
      'signatures in signatures',
      wrappedTimes(20, note),
      ['File note.txt', 'File note.txt', 'File note.txt'],
      ['depth-limit', 'signed'],
    ],
  ])('%s', async (_name, bytes, expected, problems) => {
    const found = await read(bytes, { filename: 'note.txt.p7m' })
    expect(lines(found)).toEqual(expected)
    expect(codes(found)).toEqual(problems)
  })

  test('whatever its bytes are, it is read or told', async () => {
    const whole = signed(note, 'endless')
    for (let at = 0; at < whole.length; at += 1) {
      for (const value of [0, 0x24, 0x7f, 0x80, 0x84, 0xff]) {
        const bytes = Buffer.from(whole)
        bytes[at] = value
        expect((await read(bytes, { filename: 'note.txt.p7m' })).problems).not.toEqual([])
      }
    }
  })
})

describe('text', () => {
  test('signed by PGP: the text without the armour', async () => {
    const bytes =
      '-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nhello\n- -- dash\n-----BEGIN PGP SIGNATURE-----\nabc'
    const found = await read(bytes, { filename: 'a.asc' })
    expect(lines(found)).toEqual(['hello', '-- dash'])
    expect(codes(found)).toEqual(['signed'])
  })

  test.each<[string, Buffer | string, string, string]>([
    ['windows-1252', Buffer.from('caf\xe9 au lait', 'latin1'), 'a.txt', 'caf\u00e9 au lait'],
    ['UTF-16', Buffer.from('\ufeffState: Utah', 'utf16le'), 'a.txt', 'State: Utah'],
    ['values', 'Legal name,Alder Fork\r\nState,Utah', 'a.csv', 'Legal name,Alder Fork\nState,Utah'],
    [
      'a page under the name of a document',
      '<html><table><tr><td>State</td><td>Utah</td></tr></table>',
      'a.doc',
      'State: Utah',
    ],
    ['marks that hide or turn text', 'a\u202eb\u200bc', 'a.txt', 'abc'],
  ])('%s', async (_name, bytes, filename, expected) => {
    const whole = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
    expect((await read(whole, { filename })).text).toBe(expected)
  })
})
