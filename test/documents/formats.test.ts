import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { FORMATS } from '../../src/documents/formats/index.ts'
import type { DocumentLimits } from '../../src/documents/limits.ts'
import { docx, odt, p, xlsx } from './build/office.ts'
import { type Item, lockedOffice, outlookItem, word97 } from './build/outlook.ts'
import { deflated, pdf } from './build/pdf.ts'
import { codes, read } from './build/read.ts'
import { attribute, tnef } from './build/tnef.ts'
import { zip } from './build/zip.ts'

const folder = resolve(import.meta.dirname, '../../src/documents/formats')
const MB = 1024 * 1024

interface Bomb {
  readonly bytes: Buffer
  /** What has to be said of it. */
  readonly code: string
  readonly limits?: Partial<DocumentLimits>
}

interface Contract {
  readonly filename: string
  readonly good: Buffer
  /** Words of it that have to come out. */
  readonly says: string
  readonly locked: Buffer | null
  readonly bombs: Readonly<Record<string, Bomb>>
}

const ENTITIES = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
const FETCHED = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
const lockedPackage = zip([{ name: 'word/document.xml', content: 'x', isEncrypted: true }])
const lockedOle = lockedOffice()

function nested(levels: number): Item {
  return { body: 'x', ...(levels === 0 ? {} : { files: { fwd: nested(levels - 1) } }) }
}

const CONTRACTS: Readonly<Record<string, Contract>> = {
  pdf: {
    filename: 'form.pdf',
    good: pdf([{ words: [[50, 700, 'Alder Fork Telephone']] }, { words: [[50, 700, 'State of Utah']] }]),
    says: 'Alder Fork Telephone',
    locked: pdf([{}], {
      trailer: `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> >>`,
    }),
    bombs: {
      'a page that unpacks to 100 MB': { bytes: pdf([deflated(Buffer.alloc(100 * MB, 0x20))]), code: 'size-limit' },
      'packed twice': {
        bytes: pdf([
          {
            content: deflated(deflated(Buffer.alloc(100 * MB)).content!).content!,
            filter: '[/FlateDecode /FlateDecode]',
          },
        ]),
        code: 'size-limit',
      },
      'a page of a million words': {
        bytes: pdf([deflated('BT /F1 9 Tf (word) Tj ET\n'.repeat(300_000))]),
        code: 'text-limit',
        limits: { ms: 10_000 },
      },
      'a page that is its own parent': {
        bytes: Buffer.from(pdf([{}]).toString('latin1').replace('/Kids [5 0 R]', '/Kids [2 0 R]'), 'latin1'),
        code: 'damaged-file',
      },
    },
  },
  docx: {
    filename: 'form.docx',
    good: docx(p('Alder Fork Telephone') + p('State of Utah')),
    says: 'Alder Fork Telephone',
    locked: lockedOle,
    bombs: {
      'a body that unpacks to 30 MB': { bytes: docx(' '.repeat(30 * MB)), code: 'size-limit' },
      'words without end': { bytes: docx(p('word '.repeat(30_000))), code: 'text-limit' },
      'elements in each other': { bytes: docx('<w:tbl>'.repeat(5_000)), code: 'depth-limit' },
      'entities of entities': {
        bytes: zip([{ name: 'word/document.xml', content: `${ENTITIES}<w>&b;</w>` }]),
        code: 'damaged-file',
      },
      'entities from files': {
        bytes: zip([{ name: 'word/document.xml', content: `${FETCHED}<w:p><w:t>&x;</w:t></w:p>` }]),
        code: 'damaged-file',
      },
      'a million members': {
        bytes: docx(
          p('x'),
          Array.from({ length: 3_000 }, (_, at) => ({ name: `m${at}`, content: '' })),
        ),
        code: 'part-limit',
      },
    },
  },
  xlsx: {
    filename: 'form.xlsx',
    good: xlsx([{ name: 'Sheet1', rows: '<row><c t="s"><v>0</v></c></row>' }], ['<t>Alder Fork Telephone</t>']),
    says: 'Alder Fork Telephone',
    locked: lockedOle,
    bombs: {
      'strings that unpack to 30 MB': { bytes: xlsx([], ['a'.repeat(30 * MB)]), code: 'size-limit' },
      'rows without end': {
        bytes: xlsx([{ name: 'Sheet1', rows: '<row><c><v>12345</v></c></row>'.repeat(20_000) }]),
        code: 'text-limit',
      },
    },
  },
  odt: {
    filename: 'form.odt',
    good: odt('<text:p>Alder Fork Telephone</text:p>'),
    says: 'Alder Fork Telephone',
    locked: odt('', [{ name: 'META-INF/manifest.xml', content: '<m><encryption-data/></m>' }]),
    bombs: { 'a body that unpacks to 30 MB': { bytes: odt(' '.repeat(30 * MB)), code: 'size-limit' } },
  },
  zip: {
    filename: 'papers.zip',
    good: zip([{ name: 'letter.txt', content: 'Alder Fork Telephone' }]),
    says: 'Alder Fork Telephone',
    locked: zip([{ name: 'letter.txt', content: 'x', isEncrypted: true }]),
    bombs: {
      'a file of 30 MB': { bytes: zip([{ name: 'a.txt', content: Buffer.alloc(30 * MB) }]), code: 'size-limit' },
      'files of 100 MB together': {
        bytes: zip(Array.from({ length: 10 }, (_, at) => ({ name: `${at}.png`, content: noise(at, 10 * MB) }))),
        code: 'size-limit',
      },
    },
  },
  rtf: {
    filename: 'letter.rtf',
    good: Buffer.from('{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}Alder Fork Telephone\\par State of Utah}'),
    says: 'Alder Fork Telephone',
    locked: null,
    bombs: {
      'groups in each other': { bytes: Buffer.from(`{\\rtf1 ${'{'.repeat(100_000)}`), code: 'depth-limit' },
      'words without end': { bytes: Buffer.from(`{\\rtf1 ${'word\\par '.repeat(20_000)}}`), code: 'text-limit' },
      'raw bytes behind its end': { bytes: Buffer.from('{\\rtf1 x\\bin2147483647 '), code: 'damaged-file' },
    },
  },
  tnef: {
    filename: 'winmail.dat',
    good: tnef(attribute(0x800c, 'Alder Fork Telephone\0')),
    says: 'Alder Fork Telephone',
    locked: null,
    bombs: {
      'an attribute that says it has 4 GB': {
        bytes: tnef(Buffer.from('010c800200ffffffff', 'hex')),
        code: 'damaged-file',
      },
      'packed text that says it has 4 GB': {
        bytes: tnef(
          attribute(
            0x9003,
            Buffer.from(`0100000002010910010000001c000000ffffffffffffffff4c5a467500000000${'00'.repeat(12)}`, 'hex'),
          ),
        ),
        code: '',
      },
    },
  },
  ole: {
    filename: 'fwd.msg',
    good: outlookItem({ subject: 'x', body: 'Alder Fork Telephone', files: { 'a.txt': Buffer.from('State of Utah') } }),
    says: 'Alder Fork Telephone',
    locked: word97(true),
    bombs: {
      'words without end': { bytes: outlookItem({ body: 'word\n'.repeat(30_000) }), code: 'text-limit' },
      'messages in each other': { bytes: outlookItem(nested(6)), code: 'depth-limit' },
    },
  },
  html: {
    filename: 'page.html',
    good: Buffer.from('<html><body><p>Alder Fork Telephone</p></body></html>'),
    says: 'Alder Fork Telephone',
    locked: null,
    bombs: { 'words without end': { bytes: Buffer.from(`<html>${'<p>word</p>'.repeat(30_000)}`), code: 'text-limit' } },
  },
  plain: {
    filename: 'letter.txt',
    good: Buffer.from('Alder Fork Telephone\nState of Utah'),
    says: 'Alder Fork Telephone',
    locked: null,
    bombs: { 'lines without end': { bytes: Buffer.from('word\n'.repeat(30_000)), code: 'text-limit' } },
  },
}

/** Formats whose readers say one word and read nothing. */
const SAID_ONLY = ['smime', 'pgp', 'unread', 'unread-package']

test('every format has its file, its line in the list and its contract here', () => {
  const files = readdirSync(folder).filter((name) => name !== 'index.ts')
  const names = FORMATS.map(({ name }) => name)
  expect(names.map((name) => `${name}.ts`).sort()).toEqual(files.sort())
  expect([...Object.keys(CONTRACTS), ...SAID_ONLY].sort()).toEqual([...names].sort())
  expect(readdirSync(join(folder, '..'))).toContain('limits.ts')
})

describe.each(Object.entries(CONTRACTS))('%s', (_name, { filename, good, says, bombs }) => {
  test('a good one, told by its bytes or by its name', async () => {
    const found = await read(good, { filename })
    expect(found.text).toContain(says)
    expect(found.problems).toEqual([])
  })

  test('an empty one', async () => {
    expect(await read('', { filename })).toEqual({
      text: '',
      problems: [{ code: 'damaged-file', detail: 'it is empty' }],
    })
  })

  test('a larger one than is read', async () => {
    const found = await read(good, { filename, limits: { bytes: 10 } })
    expect({ text: found.text, codes: codes(found) }).toEqual({ text: '', codes: ['size-limit'] })
  })

  test('cut anywhere: an answer, never a throw', async () => {
    for (let step = 1; step < 12; step += 1) {
      const found = await read(good.subarray(0, Math.floor((good.length * step) / 12)), { filename })
      if (/\.(?:pdf|docx|xlsx|odt|zip|rtf)$/.test(filename)) expect(codes(found)).toContain('damaged-file')
    }
  })

  test('with a bit flipped anywhere: an answer, never a throw', async () => {
    for (let at = 0; at < good.length; at += Math.max(1, Math.floor(good.length / 60))) {
      const bytes = Buffer.from(good)
      bytes[at] = bytes[at]! ^ (1 << (at % 8))
      expect(await read(bytes, { filename })).toMatchObject({ text: expect.any(String), problems: expect.any(Array) })
    }
  })

  test.each(Object.entries(bombs))('%s', async (_what, { bytes, code, limits }) => {
    const began = performance.now()
    const found = await read(bytes, { filename, ...(limits === undefined ? {} : { limits }) })
    expect(found.text.length).toBeLessThanOrEqual(65_536)
    if (code !== '') expect(codes(found)).toContain(code)
    expect(performance.now() - began).toBeLessThan(10_000)
  })
})

test.each(
  Object.entries(CONTRACTS).flatMap(([name, { filename, locked }]) =>
    locked === null ? [] : [{ name, filename, locked }],
  ),
)('a locked $name', async ({ filename, locked }) => {
  expect(codes(await read(locked, { filename }))).toEqual(['encrypted'])
})

test('a Word file whose members are locked one by one', async () => {
  expect(codes(await read(lockedPackage, { filename: 'form.docx' }))).toEqual(['encrypted'])
})

test('nothing is fetched: what an entity names does not come out', async () => {
  const found = await read(CONTRACTS.docx!.bombs['entities from files']!.bytes, { filename: 'form.docx' })
  expect(found.text).toBe('')
})

test('what takes too long ends with what was read until then', async () => {
  const found = await read(pdf(Array.from({ length: 50 }, () => ({ words: [[50, 700, 'word']] as const }))), {
    limits: { ms: 0 },
  })
  expect(codes(found)).toEqual(['time-limit'])
})

/** Bytes that do not pack, so that no ratio tells. */
function noise(seed: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  let state = seed + 1
  for (let at = 0; at < length; at += 4) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    bytes.writeUInt32LE(state, at)
  }
  return bytes
}
