/** Pictures of one and the same form, however it came onto the picture, are read to the same words. */
import { describe, expect, test, vi } from 'vitest'
import { turned } from '../../src/documents/picture/gray.ts'
import { bitsOf, faxStrip, fixture, formPicture, grayImage, jbig2, recognised, SHEET, scan } from './build/picture.ts'

/** Whoever asks for an agreement is known by these. */
const NEEDED = [
  'AGREEMENT REQUEST FORM',
  'Legal name: Juniper Hollow Communications, LLC',
  'States requested: Montana and Wyoming',
]
const ON_ITS_SIDE = '300 0 0 612 0 0'

const missing = (text: string) => NEEDED.filter((words) => !text.includes(words))

describe('picture files', () => {
  test.each([
    ['a screenshot', 'form.png'],
    ['in black and white', 'form.gif'],
    ['out of a web browser', 'form.webp'],
    ['a photograph: held upright, in bad light, from the side', 'photographed.jpg'],
  ])('%s: %s', async (_meaning, name) => {
    const { text, pages, problems } = await recognised(fixture(name))
    expect({ missing: missing(text), problems }).toEqual({ missing: [], problems: [] })
    expect(pages[0]?.confidence).toBeGreaterThan(0.85)
  })

  test('a fax of two sheets', async () => {
    const { pages, problems } = await recognised(fixture('fax-of-two-sheets.tif'))
    expect(problems).toEqual([])
    expect(pages.map(({ page, text }) => [page, text.split('\n')[0]])).toEqual([
      [1, NEEDED[0]],
      [2, 'SECOND SHEET OF THE FAX'],
    ])
  })

  test('one sort that the engine does not read is said', async () => {
    const header = Buffer.from(
      'II*\0\x08\0\0\0\x02\0\0\x01\x03\0\x01\0\0\0\x0a\0\0\0\x01\x01\x03\0\x01\0\0\0\x0a\0\0\0\0\0\0\0',
      'latin1',
    )
    expect((await recognised(header)).problems.map(({ code }) => code)).toEqual(['not-read'])
  })
})

describe('the page of a scanned PDF file', () => {
  test.each<readonly [string, () => Promise<Buffer>]>([
    ['one picture', async () => scan([[grayImage(await formPicture()), SHEET]])],
    ['on its head', async () => scan([[grayImage(turned(await formPicture(), 2)), SHEET]])],
    ['on its side', async () => scan([[grayImage(turned(await formPicture(), 3)), ON_ITS_SIDE]])],
    [
      'on its side, and the viewer is told to turn it',
      async () => scan([[grayImage(turned(await formPicture(), 3)), ON_ITS_SIDE]], { more: '/Rotate 90' }),
    ],
    [
      'with the number that the scanner stamps on it as text',
      async () =>
        scan([[grayImage(await formPicture()), SHEET]], { words: 'BT /F1 9 Tf 20 20 Td (Page 1 of 1) Tj ET' }),
    ],
    ['in two strips', strips],
    ['black letters as a mask over a gray ground', mask],
    [
      'as fax machines pack it',
      async () => fax('/CCITTFaxDecode', faxStrip(), '/DecodeParms << /K -1 /Columns 875 /Rows 521 >>'),
    ],
    ['as copiers pack it: JBIG2', async () => fax('/JBIG2Decode', jbig2(faxStrip(), 875, 521))],
  ])('%s', async (_meaning, file) => {
    const { text, problems } = await recognised(await file())
    expect({ missing: missing(text), problems }).toEqual({ missing: [], problems: [] })
  })

  test('a page with a logo is no scan, and loads no engine', async () => {
    const form = await formPicture()
    const engine = vi.fn()
    const logo = scan([[grayImage(form), '87 0 0 52 20 700']])
    const { recogniseFile } = await import('../../src/documents/picture/recognise-file.ts')
    const { PICTURE_LIMITS } = await import('../../src/documents/limits.ts')
    expect(await recogniseFile(logo, PICTURE_LIMITS, engine, () => {})).toEqual([])
    expect(engine).not.toHaveBeenCalled()
  })

  test('JPEG 2000 is not read, and said', async () => {
    const { text, problems } = await recognised(fax('/JPXDecode', Buffer.from('\0\0\0\x0cjP  \r\n\x87\n')))
    expect(text).toBe('')
    expect(problems.map(({ code }) => code)).toEqual(['not-read'])
  })
})

test('a picture of things has no text', async () => {
  const gray = new Uint8Array(600 * 400).map((_, at) => 128 + 100 * Math.sin(at / 977) * Math.cos(at / 71))
  const { text, problems } = await recognised(scan([[grayImage({ width: 600, height: 400, gray }), '600 0 0 700 0 0']]))
  expect({ text, problems }).toEqual({ text: '', problems: [] })
})

test('nothing is fetched', async () => {
  const never = () => {
    throw new Error('somebody asks the network')
  }
  vi.stubGlobal('fetch', never)
  const { Socket } = await import('node:net')
  const connect = vi.spyOn(Socket.prototype, 'connect').mockImplementation(never)
  vi.resetModules()
  const { loadEngine } = await import('../../src/documents/picture/engine.ts')
  expect((await loadEngine()).recognise(await formPicture()).length).toBeGreaterThan(20)
  expect(connect).not.toHaveBeenCalled()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** Cut where white is between two lines. */
async function strips(): Promise<Buffer> {
  const { width, height, gray } = await formPicture()
  const cut = height / 2
  const upper = { width, height: cut, gray: gray.slice(0, width * cut) }
  const lower = { width, height: height - cut, gray: gray.slice(width * cut) }
  return scan([
    [grayImage(upper), '612 0 0 150 0 550'],
    [grayImage(lower), '612 0 0 150 0 400'],
  ])
}

async function mask(): Promise<Buffer> {
  const form = await formPicture()
  const { width, height } = form
  const ground = grayImage({ width: 40, height: 30, gray: new Uint8Array(1200).fill(230) })
  const letters = { width, height, entries: '/ImageMask true /BitsPerComponent 1 /Decode [1 0]', data: bitsOf(form) }
  return scan([
    [ground, SHEET],
    [letters, SHEET],
  ])
}

function fax(filter: string, data: Buffer, more = ''): Buffer {
  const entries = `/ColorSpace /DeviceGray /BitsPerComponent 1 /Filter ${filter} ${more}`
  return scan([[{ width: 875, height: 521, entries, data }, '612 0 0 364 0 300']])
}
