/** winmail.dat files, attribute by attribute (MS-OXTNEF 2.1.3). */
export function tnef(...attributes: readonly Buffer[]): Buffer {
  return Buffer.concat([Buffer.from('789f3e220100', 'hex'), ...attributes])
}

export function attribute(id: number, data: Buffer | string, level = 1): Buffer {
  const bytes = Buffer.from(data as string, 'latin1')
  const head = Buffer.alloc(9)
  head[0] = level
  head.writeUInt16LE(id, 1)
  head.writeUInt32LE(bytes.length, 5)
  return Buffer.concat([head, bytes, Buffer.alloc(2)])
}

/** A file inside: its short name, its bytes, and its properties, the long name among them. */
export function file(name: string, content: Buffer | string, ...more: readonly Buffer[]): readonly Buffer[] {
  const named = properties([0x1f, 0x3707, Buffer.from(`${name}\0`, 'utf16le')])
  return [
    attribute(0x9002, '', 2),
    attribute(0x8010, 'SHORT~1.DOC\0', 2),
    attribute(0x800f, content, 2),
    attribute(0x9005, named, 2),
    ...more,
  ]
}

/** A message inside (MS-OXTNEF 3.3): an object among the properties, behind its interface identifier. */
export function messageInside(name: string, message: Buffer): readonly Buffer[] {
  const object = Buffer.concat([Buffer.from('0703020000000000c000000000000046', 'hex'), message])
  return [
    attribute(0x9002, '', 2),
    attribute(0x9005, properties([0x1f, 0x3001, Buffer.from(`${name}\0`, 'utf16le')], [0x0d, 0x3701, object]), 2),
  ]
}

/** MAPI properties of the sorts text (0x1f), bytes (0x102) and object (0x0d). */
export function properties(...list: readonly (readonly [type: number, id: number, value: Buffer])[]): Buffer {
  const count = Buffer.alloc(4)
  count.writeUInt32LE(list.length)
  return Buffer.concat([count, ...list.map(([type, id, value]) => property(type, id, value))])
}

function property(type: number, id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.writeUInt16LE(type, 0)
  head.writeUInt16LE(id, 2)
  head.writeUInt32LE(1, 4)
  head.writeUInt32LE(value.length, 8)
  return Buffer.concat([head, value, Buffer.alloc((4 - (value.length % 4)) % 4)])
}

/** RTF as Outlook packs it, without references (MS-OXRTFCP 3.2). */
export function packedRtf(rtf: string): Buffer {
  const head = Buffer.alloc(16)
  head.writeUInt32LE(rtf.length, 4)
  head.writeUInt32LE(0x75465a4c, 8)
  const runs = rtf.match(/[\s\S]{1,8}/g) ?? []
  return Buffer.concat([head, ...runs.flatMap((run) => [Buffer.from([0]), Buffer.from(run, 'latin1')])])
}
