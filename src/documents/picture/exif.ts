/** How the camera was held: EXIF 2.3, tag Orientation of a JPEG file. */
import type { Turns } from './gray.ts'

const ORIENTATION = 0x0112
/** 3: upside down, 6: to be turned to the right, 8: to the left. Mirrored ones, which no camera writes, count as upright. */
const TURNS: Readonly<Record<number, Turns>> = { 3: 2, 6: 1, 8: 3 }

/** Quarter turns to the right that bring the photograph upright. */
export function exifTurns(file: Buffer): Turns {
  try {
    const at = exifAt(file)
    return at === null ? 0 : (TURNS[orientation(file.subarray(at))] ?? 0)
  } catch {
    return 0
  }
}

/** Where the EXIF data of the first segments begin. */
function exifAt(file: Buffer): number | null {
  for (let at = 2; at < file.length; at += 2 + file.readUInt16BE(at + 2)) {
    const marker = file.readUInt16BE(at)
    if (marker >> 8 !== 0xff || marker === 0xffda) return null
    if (marker === 0xffe1 && file.toString('latin1', at + 4, at + 10) === 'Exif\0\0') return at + 10
  }
  return null
}

/** EXIF data are a TIFF file of tags. */
function orientation(tiff: Buffer): number {
  const isLittle = tiff.readUInt8(0) === 0x49
  const u16 = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  for (let entry = 0; entry < u16(directory); entry += 1) {
    const at = directory + 2 + 12 * entry
    if (u16(at) === ORIENTATION) return u16(at + 8)
  }
  return 1
}
