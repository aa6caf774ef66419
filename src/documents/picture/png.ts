/** Reads the sorts of PNG file that the recogniser writes: gray, one byte or one bit a pixel, not interlaced (PNG 1.2). */
import { inflateSync } from 'node:zlib'
import type { GrayPicture } from './gray.ts'

export function readGrayPng(file: Buffer): GrayPicture {
  const [width, height, format] = [file.readUInt32BE(16), file.readUInt32BE(20), file.readUInt32BE(24)]
  if (format !== BYTES && format !== BITS) throw new Error('not a gray picture')
  const rowBytes = format === BITS ? Math.ceil(width / 8) : width
  const rows = inflateSync(Buffer.concat(dataOf(file)), { maxOutputLength: (rowBytes + 1) * height })
  const gray = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y += 1) unfilter(rows, y * (rowBytes + 1), gray, y * rowBytes, rowBytes)
  return { width, height, gray: format === BITS ? bytesOf(gray, width, height) : gray }
}

/** Bit depth, colour type, compression, filter: gray. */
const BYTES = 0x08000000
const BITS = 0x01000000

function bytesOf(bits: Uint8Array, width: number, height: number): Uint8Array {
  const gray = new Uint8Array(width * height)
  const rowBytes = Math.ceil(width / 8)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1)
      gray[y * width + x] = bits[y * rowBytes + (x >> 3)]! & (0x80 >> (x & 7)) ? 255 : 0
  }
  return gray
}

function dataOf(file: Buffer): Buffer[] {
  const data: Buffer[] = []
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  return data
}

/** A row is written as differences to its neighbours, in one of five ways (section 6). */
function unfilter(rows: Buffer, from: number, gray: Uint8Array, to: number, width: number): void {
  const way = rows[from]
  for (let x = 0; x < width; x += 1) {
    const left = x > 0 ? gray[to + x - 1]! : 0
    const above = to > 0 ? gray[to - width + x]! : 0
    const corner = x > 0 && to > 0 ? gray[to - width + x - 1]! : 0
    gray[to + x] = rows[from + 1 + x]! + guess(way ?? 0, left, above, corner)
  }
}

function guess(way: number, left: number, above: number, corner: number): number {
  if (way === 1) return left
  if (way === 2) return above
  if (way === 3) return (left + above) >> 1
  return way === 4 ? nearest(left, above, corner) : 0
}

/** Paeth: of three neighbours the one nearest to what their slope foretells. */
function nearest(left: number, above: number, corner: number): number {
  const foretold = left + above - corner
  const [a, b, c] = [Math.abs(foretold - left), Math.abs(foretold - above), Math.abs(foretold - corner)]
  if (a <= b && a <= c) return left
  return b <= c ? above : corner
}
