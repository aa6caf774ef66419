/** Pictures for tests: the fixtures of `test/documents/pictures`, and other files made out of them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { PICTURE_LIMITS, type PictureLimits } from '../../../src/documents/limits.ts'
import { type Engine, loadEngine } from '../../../src/documents/picture/engine.ts'
import type { GrayPicture } from '../../../src/documents/picture/gray.ts'
import type { PageText } from '../../../src/documents/picture/protocol.ts'
import { recogniseFile } from '../../../src/documents/picture/recognise-file.ts'
import { pdf } from './pdf.ts'

export function fixture(name: string): Buffer {
  return readFileSync(join('test', 'documents', 'pictures', name))
}

let loaded: Promise<Engine> | undefined
export function engine(): Promise<Engine> {
  loaded ??= loadEngine()
  return loaded
}

/** What is recognised in a file. */
export async function recognised(bytes: Buffer, limits: Partial<PictureLimits> = {}) {
  const pages: PageText[] = []
  const problems = await recogniseFile(bytes, { ...PICTURE_LIMITS, ...limits }, engine, (page) => void pages.push(page))
  return { text: pages.map(({ text }) => text).join('\n'), pages, problems }
}

/** The first four lines of the form, unpacked: enough to be known by, and quickly read. */
export async function formPicture(): Promise<GrayPicture> {
  const picture = (await engine()).unpack(fixture('form.png'))
  if (picture === null) throw new Error('the form cannot be unpacked')
  return { ...picture, height: 270, gray: picture.gray.slice(0, picture.width * 270) }
}

/** Where that stands on a page of letter size: over its whole width, and near enough to its own shape. */
export const SHEET = '612 0 0 300 0 400'

/** An image in a PDF file. */
export interface Image {
  readonly width: number
  readonly height: number
  /** Entries of its dictionary that say how it is packed. */
  readonly entries: string
  readonly data: Buffer
}

export function grayImage({ width, height, gray }: GrayPicture): Image {
  const entries = '/ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode'
  return { width, height, entries, data: deflateSync(gray) }
}

/** One bit a pixel, 1 where it is dark. */
export function bitsOf({ width, height, gray }: GrayPicture): Buffer {
  const rowBytes = Math.ceil(width / 8)
  const bits = Buffer.alloc(rowBytes * height)
  for (const [at, shade] of gray.entries()) {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (shade < 128) bits[y * rowBytes + (x >> 3)]! |= 0x80 >> (x & 7)
  }
  return bits
}

/** A scan: a page that shows images, each where its matrix puts the unit square. */
export function scan(
  images: readonly (readonly [Image, string])[],
  { more = '', words = '' }: { readonly more?: string; readonly words?: string } = {},
): Buffer {
  const shown = images.map(([, matrix], at) => `q ${matrix} cm /Im${at} Do Q`).join('\n')
  return pdf([{ content: Buffer.from(`${shown}\n${words}`), images: images.map(([image]) => image), more }])
}

/** A scan of so many sheets, each a picture across the page. */
export function scanOfPages(images: readonly Image[]): Buffer {
  const content = Buffer.from(`q ${SHEET} cm /Im0 Do Q`)
  return pdf(images.map((image) => ({ content, images: [image] })))
}

/** What a fax machine sends, as it lies in a TIFF file of one strip (T.6). */
export function faxStrip(): Buffer {
  const file = fixture('fax-of-two-sheets.tif')
  const [directory, entry] = [file.readUInt32LE(4), 12]
  const value = (tag: number) => {
    for (let at = directory + 2; ; at += entry) if (file.readUInt16LE(at) === tag) return file.readUInt32LE(at + 8)
  }
  return file.subarray(value(273), value(273) + value(279))
}

/** JBIG2 (ITU-T T.88) around a T.6 strip: a page and one region. */
export function jbig2(strip: Buffer, width: number, height: number): Buffer {
  const size = Buffer.alloc(8)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  const page = Buffer.concat([size, Buffer.alloc(8), Buffer.from([0, 0, 0])])
  const region = Buffer.concat([size, Buffer.alloc(8), Buffer.from([0, 1]), strip])
  return Buffer.concat([segment(0, 48, page), segment(1, 38, region)])
}

function segment(number: number, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(11)
  head.writeUInt32BE(number, 0)
  head[4] = type
  head[6] = 1
  head.writeUInt32BE(data.length, 7)
  return Buffer.concat([head, data])
}
