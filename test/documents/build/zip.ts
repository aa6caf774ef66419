import { crc32, deflateRawSync } from 'node:zlib'

export interface Member {
  readonly name: string
  readonly content: string | Buffer
  /** Flag bit 0 of its header: locked with a password. */
  readonly isEncrypted?: boolean
  /** As if it had been packed from other bytes. */
  readonly crc?: number
}

/** A ZIP file (APPNOTE 4.3), every member deflated. */
export function zip(members: readonly Member[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const member of members) {
    const { local, central } = headersOf(member, offset)
    locals.push(local)
    directory.push(central)
    offset += local.length
  }
  const central = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, central, end])
}

function headersOf(member: Member, offset: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(member.content)
  const packed = deflateRawSync(content, { level: 9 })
  const name = Buffer.from(member.name)
  const shared = Buffer.alloc(26)
  shared.writeUInt16LE(20, 0)
  shared.writeUInt16LE(member.isEncrypted === true ? 1 : 0, 2)
  shared.writeUInt16LE(8, 4)
  shared.writeUInt32LE(member.crc ?? crc32(content), 10)
  shared.writeUInt32LE(packed.length, 14)
  shared.writeUInt32LE(content.length, 18)
  shared.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed])
  const more = Buffer.alloc(14)
  more.writeUInt32LE(offset, 10)
  return { local, central: Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), shared, more, name]) }
}
