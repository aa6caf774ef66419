/** Reads the sorts of PNG file that the recogniser writes: gray or a palette, not interlaced (PNG 1.2). */
import { inflateSync } from 'node:zlib'
import type { GrayPicture } from './gray.ts'

const GRAY = 0
const PALETTE = 3

export function readGrayPng(file: Buffer): GrayPicture {
  const [width, height, depth, colours] = [file.readUInt32BE(16), file.readUInt32BE(20), file[24] ?? 0, file[25]]
  if (![1, 2, 4, 8].includes(depth) || (colours !== GRAY && colours !== PALETTE)) throw new Error('not a gray picture')
  const rowBytes = Math.ceil((width * depth) / 8)
  const rows = inflateSync(chunks(file, 'IDAT'), { maxOutputLength: (rowBytes + 1) * height })
  const packed = new Uint8Array(rowBytes * height)
  for (let y = 0; y < height; y += 1) unfilter(rows, y * (rowBytes + 1), packed, y * rowBytes, rowBytes)
  const shades = colours === GRAY ? grays(depth) : palette(chunks(file, 'PLTE'))
  return { width, height, gray: unpack(packed, width, height, depth, shades) }
}

/** Black to white in even steps. */
function grays(depth: number): readonly number[] {
  const count = 2 ** depth
  return Array.from({ length: count }, (_, at) => (at * 255) / (count - 1))
}

function palette(colours: Buffer): readonly number[] {
  const gray = (at: number) => 0.299 * colours[at]! + 0.587 * colours[at + 1]! + 0.114 * colours[at + 2]!
  return Array.from({ length: Math.floor(colours.length / 3) }, (_, at) => gray(3 * at))
}

/** Several pixels stand in a byte, the first in its highest bits. */
function unpack(packed: Uint8Array, width: number, height: number, depth: number, shades: readonly number[]) {
  const gray = new Uint8Array(width * height)
  const [perByte, mask, rowBytes] = [8 / depth, 2 ** depth - 1, packed.length / height]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const byte = packed[y * rowBytes + Math.floor(x / perByte)]!
      gray[y * width + x] = shades[(byte >> (8 - depth * ((x % perByte) + 1))) & mask] ?? 255
    }
  }
  return gray
}

/** The content of all chunks of a name. */
function chunks(file: Buffer, name: string): Buffer {
  const data: Buffer[] = []
  for (let at = 8; at + 8 <= file.length; at += 12 + file.readUInt32BE(at)) {
    if (file.toString('latin1', at + 4, at + 8) === name)
      data.push(file.subarray(at + 8, at + 8 + file.readUInt32BE(at)))
  }
  return Buffer.concat(data)
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
