/**
 * What the first bytes of a picture tell, before anybody unpacks it: its sort and its size. A file of a hundred bytes
 * may claim to be a billion pixels.
 */
import { tiffSize } from './tiff.ts'

export const PICTURE_SORTS = ['jpeg', 'png', 'gif', 'webp', 'bmp', 'tiff'] as const
export type PictureSort = (typeof PICTURE_SORTS)[number]

export interface PictureHeader {
  readonly sort: PictureSort
  readonly width: number
  readonly height: number
  /** Bytes of one pixel once it is unpacked: 1 for gray and palettes, 4 for colour; less for black and white. */
  readonly pixelBytes: number
  /** Of a JPEG file: gray, red to blue, or the four inks of a print shop. */
  readonly colours?: number
}

/** The start of a frame of a JPEG file stands behind its EXIF data and colour profile: up to 64 KB each, rarely more. */
export const PICTURE_HEAD_BYTES = 256 * 1024

/** Null when it is no picture that can be read, or its size does not stand in `head`. */
export function pictureHeader(head: Buffer): PictureHeader | null {
  try {
    return jpeg(head) ?? png(head) ?? gif(head) ?? webp(head) ?? bmp(head) ?? tiff(head)
  } catch {
    // It ends within its header.
    return null
  }
}

function jpeg(head: Buffer): PictureHeader | null {
  if (head.readUInt16BE(0) !== 0xffd8) return null
  for (let at = 2; at < head.length; ) {
    const marker = head.readUInt16BE(at)
    if (marker >> 8 !== 0xff) return null
    // SOF0 to SOF15 without the three that are tables (ITU-T T.81, B.1.1.3).
    const isFrame = marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
    if (isFrame) {
      const [height, width, colours] = [head.readUInt16BE(at + 5), head.readUInt16BE(at + 7), head.readUInt8(at + 9)]
      return { sort: 'jpeg', width, height, pixelBytes: colours === 1 ? 1 : 4, colours }
    }
    at += marker === 0xffff ? 1 : 2 + head.readUInt16BE(at + 2)
  }
  return null
}

function png(head: Buffer): PictureHeader | null {
  if (head.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') return null
  // Bit 1 of the colour type: true colour; 3 is a palette (PNG 1.2, 4.1.1), which is unpacked to colour too.
  const pixelBytes = [2, 3, 6].includes(head.readUInt8(25)) ? 4 : 1
  return { sort: 'png', width: head.readUInt32BE(16), height: head.readUInt32BE(20), pixelBytes }
}

function gif(head: Buffer): PictureHeader | null {
  if (!/^GIF8[79]a$/.test(head.toString('latin1', 0, 6))) return null
  return { sort: 'gif', width: head.readUInt16LE(6), height: head.readUInt16LE(8), pixelBytes: 4 }
}

function webp(head: Buffer): PictureHeader | null {
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WEBP') return null
  const size = (width: number, height: number) => ({ sort: 'webp', width, height, pixelBytes: 4 }) as const
  const chunk = head.toString('latin1', 12, 16)
  if (chunk === 'VP8X') return size(head.readUIntLE(24, 3) + 1, head.readUIntLE(27, 3) + 1)
  if (chunk === 'VP8 ') return size(head.readUInt16LE(26) & 0x3fff, head.readUInt16LE(28) & 0x3fff)
  if (chunk !== 'VP8L') return null
  const bits = head.readUInt32LE(21)
  return size((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1)
}

function bmp(head: Buffer): PictureHeader | null {
  if (head.toString('latin1', 0, 2) !== 'BM' || head.readUInt32LE(14) < 40) return null
  const pixelBytes = head.readUInt16LE(28) > 8 ? 4 : 1
  return { sort: 'bmp', width: head.readInt32LE(18), height: Math.abs(head.readInt32LE(22)), pixelBytes }
}

function tiff(head: Buffer): PictureHeader | null {
  const size = tiffSize(head)
  return size && { sort: 'tiff', ...size }
}
