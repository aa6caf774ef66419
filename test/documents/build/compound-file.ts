/** Compound files (MS-CFB, version 3), written in the simplest way: every chain in one piece, every tree a list. */
export interface Stored {
  readonly [name: string]: Buffer | Stored
}

interface Item {
  readonly name: string
  readonly content: Buffer | null
  right: number
  child: number
}

const SECTOR = 512
const SMALL = 64
const CUTOFF = 4096
const END = 0xfffffffe
const FREE = 0xffffffff
const FAT = 0xfffffffd

export function compoundFile(root: Stored): Buffer {
  const items: Item[] = [{ name: 'Root Entry', content: null, right: FREE, child: FREE }]
  const add = (stored: Stored): number => {
    let next = FREE
    for (const [name, content] of Object.entries(stored).reverse()) {
      const item = { name, content: Buffer.isBuffer(content) ? content : null, right: next, child: FREE }
      next = items.push(item) - 1
      if (!Buffer.isBuffer(content)) item.child = add(content)
    }
    return next
  }
  const top = add(root)
  items[0] = { name: 'Root Entry', content: null, right: FREE, child: top }

  const isSmall = ({ content }: Item) => content !== null && content.length > 0 && content.length < CUTOFF
  const smalls = items.filter(isSmall)
  const starts = new Map<Item, number>()
  const smallTable: number[] = []
  for (const item of smalls) starts.set(item, chained(smallTable, item.content?.length ?? 0, SMALL))
  const smallStream = Buffer.concat(smalls.map(({ content }) => padded(content ?? Buffer.alloc(0), SMALL)))

  const table: number[] = []
  const parts: Buffer[] = []
  const put = (bytes: Buffer): number => {
    if (bytes.length === 0) return END
    parts.push(padded(bytes, SECTOR))
    return chained(table, bytes.length, SECTOR)
  }
  const directoryStart = put(Buffer.alloc(items.length * 128))
  const smallTableStart = put(numbers(smallTable, FREE))
  const smallStart = put(smallStream)
  for (const item of items) if (item.content !== null && !isSmall(item)) starts.set(item, put(item.content))
  const fatSectors = Math.ceil((table.length + 1) / (SECTOR / 4 - 1))
  const fatStart = table.length
  for (let at = 0; at < fatSectors; at += 1) table.push(FAT)
  parts[0] = padded(
    Buffer.concat(
      items.map((item, at) =>
        at === 0 ? entry(item, 5, smallStart, smallStream.length) : entryOf(item, starts.get(item) ?? END),
      ),
    ),
    SECTOR,
  )

  const head = Buffer.alloc(SECTOR, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(head)
  head.fill(0, 8, 76)
  head.writeUInt16LE(0x3e, 24)
  head.writeUInt16LE(3, 26)
  head.writeUInt16LE(0xfffe, 28)
  head.writeUInt16LE(9, 30)
  head.writeUInt16LE(6, 32)
  head.writeUInt32LE(fatSectors, 44)
  head.writeUInt32LE(directoryStart, 48)
  head.writeUInt32LE(CUTOFF, 56)
  head.writeUInt32LE(smallTableStart, 60)
  head.writeUInt32LE(Math.ceil(smallTable.length / (SECTOR / 4)), 64)
  head.writeUInt32LE(END, 68)
  for (let at = 0; at < fatSectors; at += 1) head.writeUInt32LE(fatStart + at, 76 + 4 * at)
  return Buffer.concat([head, ...parts, numbers(table, FREE)])
}

function entryOf(item: Item, start: number): Buffer {
  return item.content === null ? entry(item, 1, 0, 0) : entry(item, 2, start, item.content.length)
}

function entry({ name, right, child }: Item, type: number, start: number, size: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeUInt16LE(2 * (name.length + 1), 64)
  bytes[66] = type
  bytes[67] = 1
  bytes.writeUInt32LE(FREE, 68)
  bytes.writeUInt32LE(right, 72)
  bytes.writeUInt32LE(child, 76)
  bytes.writeUInt32LE(start, 116)
  bytes.writeUInt32LE(size, 120)
  return bytes
}

/** Adds a chain to a table and returns where it begins. */
function chained(table: number[], bytes: number, size: number): number {
  const start = table.length
  const count = Math.ceil(bytes / size)
  for (let at = 1; at <= count; at += 1) table.push(at === count ? END : start + at)
  return start
}

function padded(bytes: Buffer, size: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((size - (bytes.length % size)) % size)])
}

function numbers(list: readonly number[], fill: number): Buffer {
  const length = Math.ceil(list.length / (SECTOR / 4)) * (SECTOR / 4)
  const bytes = Buffer.alloc(length * 4)
  for (let at = 0; at < length; at += 1) bytes.writeUInt32LE(list[at] ?? fill, 4 * at)
  return bytes
}
