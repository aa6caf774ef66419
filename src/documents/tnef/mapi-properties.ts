import type { Job } from '../job.ts'

/** A property of a message or file whose value is text or bytes; the first value where there are several. */
export interface MapiProperty {
  readonly id: number
  readonly isUnicode: boolean
  /** An object: an interface identifier of 16 bytes stands before its bytes (MS-OXTNEF 2.1.3.4). */
  readonly isObject: boolean
  readonly data: Buffer
}

/** Sizes of values that say none, by type (MS-OXCDATA 2.11.1), filled up to four bytes. */
const FIXED: Readonly<Record<number, number>> = {
  2: 4,
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 4,
  20: 8,
  64: 8,
  72: 16,
}
const MULTIPLE = 0x1000
const OBJECT = 0x0d
const UNICODE = 0x1f
const MAX_PROPERTIES = 2_000

/** The sized properties (MS-OXTNEF 2.1.3.4). Stops without a word at what it cannot follow. */
export function mapiProperties(data: Buffer, job: Job): readonly MapiProperty[] {
  const found: MapiProperty[] = []
  const reader = new Reader(data)
  const count = Math.min(reader.number(), MAX_PROPERTIES)
  for (let at = 0; at < count && !reader.isAtEnd; at += 1) {
    job.checkTime()
    const type = reader.short()
    const id = reader.short()
    if (id >= 0x8000) skipName(reader)
    const property = readValue(reader, type, id)
    if (property === 'lost') break
    if (property !== null) found.push(property)
  }
  return found
}

/** Named properties carry a GUID and a number or a name. */
function skipName(reader: Reader): void {
  reader.bytes(16)
  if (reader.number() === 0) reader.number()
  else reader.padded(reader.number())
}

function readValue(reader: Reader, type: number, id: number): MapiProperty | null | 'lost' {
  const single = type & ~MULTIPLE
  const fixed = FIXED[single]
  const isSized = fixed === undefined
  if (isSized && ![OBJECT, 0x1e, UNICODE, 0x102].includes(single)) return 'lost'
  const values = isSized || type !== single ? reader.number() : 1
  let first: Buffer | null = null
  for (let at = 0; at < values; at += 1) {
    if (reader.isAtEnd) return 'lost'
    const value = isSized ? reader.padded(reader.number()) : reader.bytes(fixed)
    first ??= value
  }
  return isSized && first !== null
    ? { id, isUnicode: single === UNICODE, isObject: single === OBJECT, data: first }
    : null
}

class Reader {
  private readonly data: Buffer
  private at = 0

  constructor(data: Buffer) {
    this.data = data
  }

  get isAtEnd(): boolean {
    return this.at >= this.data.length
  }

  short(): number {
    const bytes = this.bytes(2)
    return bytes.length < 2 ? 0 : bytes.readUInt16LE(0)
  }

  number(): number {
    const bytes = this.bytes(4)
    return bytes.length < 4 ? 0 : bytes.readUInt32LE(0)
  }

  bytes(count: number): Buffer {
    const from = this.at
    this.at += count
    return this.data.subarray(from, this.at)
  }

  /** Values are filled up to four bytes. */
  padded(count: number): Buffer {
    const value = this.bytes(count)
    this.at += (4 - (count % 4)) % 4
    return value
  }
}
