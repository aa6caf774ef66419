/**
 * Compound files (MS-CFB): a file system within a file, of storages and streams, in sectors that are chained by a table.
 * Nothing that it says of itself is believed: a chain ends where it comes twice, and a stream is never longer than its
 * sectors.
 */
import type { Job } from '../job.ts'
import { Refusal } from '../refusal.ts'

export interface Storage {
  /** The names of its streams. */
  readonly streams: ReadonlySet<string>
  /** By name, those within it. */
  readonly storages: ReadonlyMap<string, Storage>
  /** Null when there is none of this name. Throws `Refusal`. */
  read(stream: string): Buffer | null
}

interface Entry {
  readonly name: string
  readonly type: number
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** A mail with many files and recipients has some thousands. */
const MAX_ENTRIES = 50_000
const ENTRY_BYTES = 128
const STORAGE = 1
const STREAM = 2
/** Sector numbers from here on are marks (MS-CFB 2.1). */
const MAX_SECTOR = 0xfffffffa
const NO_ENTRY = 0xffffffff

/** Throws `Refusal` when it cannot be read. */
export function compoundFile(job: Job): Storage {
  const file = job.bytes
  if (file.length < 512) throw new Refusal('damaged-file', 'its head is cut')
  const big = sectors(file, file.readUInt16LE(30) === 12 ? 4096 : 512, 1)
  const fat = big.numbersOf(fatSectors(file, big))
  const entries = entriesOf(big.bytesOf(chain(file.readUInt32LE(48), fat)))
  const root = entries[0]
  if (root === undefined) throw new Refusal('damaged-file', 'its directory is missing')
  const small = sectors(big.bytesOf(chain(root.start, fat)), 64, 0)
  const smallFat = big.numbersOf(chain(file.readUInt32LE(60), fat))
  const cutoff = file.readUInt32LE(56)

  function contentOf({ start, size }: Entry): Buffer {
    job.checkTime()
    const isSmall = size < cutoff
    const { bytesOf, size: one } = isSmall ? small : big
    const bytes = bytesOf(chain(start, isSmall ? smallFat : fat, Math.ceil(size / one))).subarray(0, size)
    job.countInflated(bytes.length)
    if (bytes.length < size) job.note('damaged-file', 'it is cut, or its sectors are mixed up')
    return bytes
  }

  const seen = new Set<number>([0])

  /** The entries of a storage are a tree of their own (MS-CFB 2.6.4); its order is of no interest here. */
  function storageOf(parent: Entry, depth: number): Storage {
    if (depth > job.limits.depth) throw new Refusal('depth-limit', `storages more than ${job.limits.depth} deep`)
    const streams = new Map<string, Entry>()
    const storages = new Map<string, Storage>()
    const open = [parent.child]
    while (open.length > 0) {
      const at = open.pop() ?? NO_ENTRY
      const entry = entries[at]
      if (entry === undefined || seen.has(at)) continue
      seen.add(at)
      open.push(entry.left, entry.right)
      if (entry.type === STREAM) streams.set(entry.name, entry)
      if (entry.type === STORAGE) storages.set(entry.name, storageOf(entry, depth + 1))
    }
    return {
      streams: new Set(streams.keys()),
      storages,
      read(name) {
        const entry = streams.get(name)
        return entry === undefined ? null : contentOf(entry)
      },
    }
  }

  return storageOf(root, 0)
}

interface Sectors {
  /** Of one of them. */
  readonly size: number
  bytesOf(numbers: readonly number[]): Buffer
  numbersOf(numbers: readonly number[]): Uint32Array
}

/** `head`: how many sectors lie before number 0. */
function sectors(bytes: Buffer, size: number, head: number): Sectors {
  const one = (number: number) => bytes.subarray((number + head) * size, (number + head + 1) * size)
  return {
    size,
    bytesOf: (numbers) => Buffer.concat(numbers.map(one)),
    numbersOf(numbers) {
      const joined = Buffer.concat(numbers.map(one))
      return Uint32Array.from({ length: joined.length >> 2 }, (_, at) => joined.readUInt32LE(at * 4))
    },
  }
}

/** The first 109 sectors of the table stand in the head, the others in a chain of lists (MS-CFB 2.5). */
function fatSectors(file: Buffer, big: Sectors): readonly number[] {
  const found: number[] = []
  const most = Math.min(file.readUInt32LE(44), Math.ceil(file.length / 512))
  for (let at = 0; at < 109; at += 1) found.push(file.readUInt32LE(76 + 4 * at))
  let next = file.readUInt32LE(68)
  for (const seen = new Set<number>(); next < MAX_SECTOR && !seen.has(next) && found.length < most; ) {
    seen.add(next)
    const numbers = [...big.numbersOf([next])]
    next = numbers.pop() ?? NO_ENTRY
    found.push(...numbers)
  }
  return found.filter((number) => number < MAX_SECTOR).slice(0, most)
}

/** Ends at a mark, at what the table does not know, and where it would begin anew; no longer than `most` sectors. */
function chain(start: number, table: Uint32Array, most = table.length): readonly number[] {
  const found: number[] = []
  const seen = new Set<number>()
  for (let at = start; at < table.length && !seen.has(at) && found.length < most; at = table[at] ?? NO_ENTRY) {
    seen.add(at)
    found.push(at)
  }
  return found
}

function entriesOf(directory: Buffer): readonly Entry[] {
  const count = Math.min(Math.floor(directory.length / ENTRY_BYTES), MAX_ENTRIES)
  return Array.from({ length: count }, (_, at) => entryAt(directory, at * ENTRY_BYTES))
}

function entryAt(directory: Buffer, at: number): Entry {
  const nameBytes = Math.min(directory.readUInt16LE(at + 64), 64)
  return {
    name: directory.toString('utf16le', at, at + Math.max(0, nameBytes - 2)),
    type: directory[at + 66] ?? 0,
    left: directory.readUInt32LE(at + 68),
    right: directory.readUInt32LE(at + 72),
    child: directory.readUInt32LE(at + 76),
    start: directory.readUInt32LE(at + 116),
    size: directory.readUInt32LE(at + 120),
  }
}
