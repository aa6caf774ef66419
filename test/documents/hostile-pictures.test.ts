/** Pictures made to hurt: each costs its own text, at most the thread, and never more than its share of time and memory. */
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, test } from 'vitest'
import { createPictureReader } from '../../src/documents/picture/picture-reader.ts'
import { fixture, scan } from './build/picture.ts'

const reader = createPictureReader({})
afterAll(() => reader.close())

const codes = async (bytes: Buffer) => {
  const { text, problems } = await reader.recognise({ bytes: Uint8Array.from(bytes) })
  return [text, ...problems.map(({ code }) => code)]
}

describe('an answer, never a throw', () => {
  test.each<readonly [string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'not-read'],
    ['noise', Buffer.from('neither fish nor flesh'.repeat(100)), 'not-read'],
    ['a PNG file of no size', png(0, 0), 'damaged-file'],
    ['a PNG file of four billion pixels', png(65_535, 65_535), 'size-limit'],
    ['a PNG file that unpacks to more than it says', png(2_000, 2_000, Buffer.alloc(60_000_000)), 'not-read'],
    ['a PNG file cut in its header', fixture('form.png').subarray(0, 20), 'not-read'],
    ['a JPEG file that says it is 65,500 by 65,500', resized(fixture('photographed.jpg'), 65_500), 'size-limit'],
    ['a JPEG file of no size', resized(fixture('photographed.jpg'), 0), 'damaged-file'],
    ['a GIF file of no size', gif(0, 0), 'damaged-file'],
    ['a GIF file without pixels', gif(60_000, 60_000), 'size-limit'],
    ['a TIFF file whose directory is the header', tiff(4), 'not-read'],
    ['a TIFF file whose directory lies behind its end', tiff(9_999), 'not-read'],
    ['a PDF file cut in half', scan([[bomb(1_000, 1_000), '612 0 0 792 0 0']]).subarray(0, 500), 'damaged-file'],
  ])('%s', async (_meaning, bytes, code) => {
    expect(await codes(bytes)).toEqual(['', code])
  })

  test('a picture in a PDF file of a billion pixels is left out: its mail goes on saying that it is a scan', async () => {
    expect(await codes(scan([[bomb(32_000, 32_000), '612 0 0 792 0 0']]))).toEqual([''])
  })

  test('a PNG file cut in the middle', async () => {
    const [, ...problems] = await codes(fixture('form.png').subarray(0, 9_000))
    expect(problems.every((code) => ['not-read', 'damaged-file'].includes(code))).toBe(true)
  })

  test('a photograph cut in the middle is read until there', async () => {
    const { text } = await reader.recognise({ bytes: Uint8Array.from(fixture('photographed.jpg').subarray(0, 40_000)) })
    expect(text).toEqual(expect.any(String))
  })

  test('a TIFF file whose pages lead back to the first', async () => {
    const bytes = Buffer.from(fixture('fax-of-two-sheets.tif'))
    const first = bytes.readUInt32LE(4)
    bytes.writeUInt32LE(first, first + 2 + 12 * bytes.readUInt16LE(first))
    const { text, problems } = await reader.recognise({ bytes: Uint8Array.from(bytes) })
    expect({ sheets: text.match(/REQUEST FORM/g)?.length, problems }).toEqual({ sheets: 1, problems: [] })
  })
})

describe('limits', () => {
  test('time: the sheets that were ready count', async () => {
    const hasty = createPictureReader({})
    const { text, problems } = await hasty.recognise({ bytes: Uint8Array.from(fixture('form.png')) }, 1)
    expect(text === '' ? problems.map(({ code }) => code) : ['time-limit']).toEqual(['time-limit'])
    await hasty.close()
  })

  test('memory: the thread ends, and the next file has a new one', async () => {
    const small = createPictureReader({ limits: { growthMb: 1 } })
    const first = await small.recognise({ bytes: Uint8Array.from(fixture('form.png')) })
    expect(first.problems.map(({ code }) => code)).toEqual(['memory-limit'])
    await small.close()
    expect((await codes(gif(0, 0)))[1]).toBe('damaged-file')
  })

  test('pages', async () => {
    const one = createPictureReader({ limits: { pages: 1 } })
    const { text, problems } = await one.recognise({ bytes: Uint8Array.from(fixture('fax-of-two-sheets.tif')) })
    expect(text).not.toContain('SECOND')
    expect(problems).toEqual([{ code: 'part-limit', detail: '2 pages; the first 1 are recognised' }])
    await one.close()
  })

  test("who closes it does not wait, and a file under way is nobody's fault", async () => {
    const closed = createPictureReader({})
    const under = closed.recognise({ bytes: Uint8Array.from(fixture('form.png')) })
    const rejection = expect(under).rejects.toThrow('The text recogniser is closed.')
    await closed.close()
    await rejection
  })
})

function png(width: number, height: number, pixels: Buffer = Buffer.alloc(0)): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const chunk = (name: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const header = chunk('IHDR', Buffer.concat([size, Buffer.from([8, 0, 0, 0, 0])]))
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    header,
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function gif(width: number, height: number): Buffer {
  const header = Buffer.from('GIF89a\0\0\0\0\0\0\0', 'latin1')
  header.writeUInt16LE(width, 6)
  header.writeUInt16LE(height, 8)
  return header
}

function tiff(directory: number): Buffer {
  const header = Buffer.from('II*\0\0\0\0\0\0\0\0\0', 'latin1')
  header.writeUInt32LE(directory, 4)
  return header
}

function resized(jpeg: Buffer, side: number): Buffer {
  const bytes = Buffer.from(jpeg)
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes.writeUInt16BE(side, frame + 5)
  bytes.writeUInt16BE(side, frame + 7)
  return bytes
}

function bomb(width: number, height: number) {
  const entries = '/ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /FlateDecode'
  return { width, height, entries, data: deflateSync(Buffer.alloc(10_000_000)) }
}
