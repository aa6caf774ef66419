/** Messages as Outlook saves them (MS-OXMSG), and Office files behind a password. */
import { compoundFile, type Stored } from './compound-file.ts'

export interface Item {
  readonly subject?: string
  readonly from?: readonly [name: string, address: string]
  readonly to?: string
  readonly at?: Date
  readonly body?: string
  readonly html?: string
  readonly rtf?: Buffer
  /** By name: bytes of a file, or a message. */
  readonly files?: Readonly<Record<string, Buffer | Item>>
  /** Text in the code page of whoever saved it instead of Unicode. */
  readonly isAnsi?: boolean
}

export function outlookItem(item: Item): Buffer {
  return compoundFile(stored(item, 32))
}

/** Streams of a file that Word or Excel locked (MS-OFFCRYPTO 2.3.4.4), with nothing readable in them. */
export function lockedOffice(): Buffer {
  return compoundFile({
    '\u0006DataSpaces': { Version: Buffer.alloc(76, 1) },
    EncryptedPackage: Buffer.alloc(6_000, 0x5a),
    EncryptionInfo: Buffer.from('<encryption keyBits="256"/>'),
  })
}

/** A Word 97 file; flags of its FIB say whether it is locked (MS-DOC 2.5.2). */
export function word97(isLocked: boolean): Buffer {
  const head = Buffer.alloc(5_000)
  head.writeUInt16LE(0xa5ec, 0)
  head.writeUInt16LE(isLocked ? 0x0100 : 0, 10)
  return compoundFile({ WordDocument: head, '1Table': Buffer.alloc(100) })
}

/** An Excel 97 file, with or without its record FilePass (MS-XLS 2.4.117). */
export function excel97(isLocked: boolean): Buffer {
  const record = (type: number, length: number) => {
    const bytes = Buffer.alloc(4 + length)
    bytes.writeUInt16LE(type, 0)
    bytes.writeUInt16LE(length, 2)
    return bytes
  }
  const records = [record(0x809, 16), ...(isLocked ? [record(0x2f, 54)] : []), record(0xe1, 2), record(0x0a, 0)]
  return compoundFile({ Workbook: Buffer.concat(records) })
}

function stored({ subject, from, to, at, body, html, rtf, files = {}, isAnsi = false }: Item, head: number): Stored {
  const text = (id: string, value: string | undefined): Stored =>
    value === undefined
      ? {}
      : isAnsi
        ? { [`__substg1.0_${id}001E`]: Buffer.from(value, 'latin1') }
        : { [`__substg1.0_${id}001F`]: Buffer.from(value, 'utf16le') }
  return {
    '__properties_version1.0': Buffer.concat([Buffer.alloc(head), ...(at === undefined ? [] : [submitted(at)])]),
    ...text('0037', subject),
    ...text('0C1A', from?.[0]),
    ...text('5D01', from?.[1]),
    ...text('0E04', to),
    ...text('1000', body),
    ...(html === undefined ? {} : { '__substg1.0_10130102': Buffer.from(html) }),
    ...(rtf === undefined ? {} : { '__substg1.0_10090102': rtf }),
    ...Object.fromEntries(
      Object.entries(files).map(([name, file], number) => [
        `__attach_version1.0_#${number.toString(16).toUpperCase().padStart(8, '0')}`,
        {
          '__properties_version1.0': Buffer.alloc(8),
          ...text('3707', name),
          ...(Buffer.isBuffer(file)
            ? { '__substg1.0_37010102': file }
            : { '__substg1.0_3701000D': stored({ isAnsi, ...file }, 24) }),
        },
      ]),
    ),
  }
}

/** When it was sent, among the fixed properties. */
function submitted(at: Date): Buffer {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt16LE(0x40, 0)
  bytes.writeUInt16LE(0x39, 2)
  bytes.writeBigUInt64LE(BigInt(at.getTime() + 11_644_473_600_000) * 10_000n, 8)
  return bytes
}
