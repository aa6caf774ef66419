/** The pages of a TIFF file (TIFF 6.0, section 2): faxes come as one file of many pages. */

interface Entries {
  /** First value of a tag, if it is a number that stands in the entry itself. */
  readonly value: (tag: number) => number | null
  /** Where the next page stands; 0: this is the last. */
  readonly next: number
}

const WIDTH = 256
const HEIGHT = 257
const BITS = 258
const SAMPLES = 277

/** Size of the first page; null when it is no TIFF file. May throw where the file ends too early. */
export function tiffSize(head: Buffer): { width: number; height: number; pixelBytes: number } | null {
  if (!isTiff(head)) return null
  // A file written in one go has its directory at the end: the size is then not known from the beginning.
  const first = entriesAt(head, readers(head).u32(4))
  const [width, height] = [first?.value(WIDTH), first?.value(HEIGHT)]
  if (!first || !width || !height) return null
  const isBlackAndWhite = (first.value(BITS) ?? 1) === 1 && (first.value(SAMPLES) ?? 1) === 1
  return { width, height, pixelBytes: isBlackAndWhite ? 1 / 8 : (first.value(SAMPLES) ?? 1) > 1 ? 4 : 1 }
}

export function isTiff(head: Buffer): boolean {
  return ['II*\0', 'MM\0*'].includes(head.toString('latin1', 0, 4))
}

/** The file once for each page, made to begin with it: readers that know of one page only take the first. */
export function* tiffPages(file: Buffer, most: number): Generator<Buffer> {
  const { u32, put32 } = readers(file)
  const seen = new Set<number>()
  let at = u32(4)
  while (at !== 0 && !seen.has(at) && seen.size < most) {
    seen.add(at)
    const entries = entriesAt(file, at)
    if (entries === null) return
    put32(at, 4)
    yield file
    at = entries.next
  }
}

/** How many pages there are, counted up to `most`. */
export function tiffPageCount(file: Buffer, most: number): number {
  const seen = new Set<number>()
  for (let at = readers(file).u32(4); at !== 0 && !seen.has(at) && seen.size < most; ) {
    seen.add(at)
    at = entriesAt(file, at)?.next ?? 0
  }
  return seen.size
}

function entriesAt(file: Buffer, at: number): Entries | null {
  const { u16, u32 } = readers(file)
  if (at < 8 || at + 2 > file.length) return null
  const count = u16(at)
  if (at + 2 + 12 * count + 4 > file.length) return null
  const value = (tag: number) => {
    for (let entry = at + 2; entry < at + 2 + 12 * count; entry += 12) {
      if (u16(entry) !== tag) continue
      // Type 3 is a short, 4 a long; several values of one tag stand elsewhere and are alike for colours.
      const isShort = u16(entry + 2) === 3
      if (u32(entry + 4) > (isShort ? 2 : 1)) return 8
      return isShort ? u16(entry + 8) : u32(entry + 8)
    }
    return null
  }
  return { value, next: u32(at + 2 + 12 * count) }
}

function readers(file: Buffer) {
  const isLittle = file.readUInt8(0) === 0x49
  return {
    u16: (at: number) => (isLittle ? file.readUInt16LE(at) : file.readUInt16BE(at)),
    u32: (at: number) => (isLittle ? file.readUInt32LE(at) : file.readUInt32BE(at)),
    put32: (value: number, at: number) => (isLittle ? file.writeUInt32LE(value, at) : file.writeUInt32BE(value, at)),
  }
}
