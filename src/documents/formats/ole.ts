/** Compound files (MS-CFB): Office 97 to 2003, Outlook's messages, and the wrapping of locked Office files. */
import type { Job } from '../job.ts'
import { compoundFile, type Storage } from '../office/compound-file.ts'
import { isOutlookItem, readItem } from '../outlook/item.ts'

/** Names of streams stand in the file in UTF-16, also in one that is damaged. */
const SORTS: readonly (readonly [stream: string, name: string])[] = [
  ['WordDocument', 'a Word 97-2003 file'],
  ['Workbook', 'an Excel 97-2003 file'],
  ['PowerPoint Document', 'a PowerPoint 97-2003 file'],
  ['__substg1.0_', 'an Outlook item'],
]
const MACROS = ['_VBA_PROJECT', 'Macros']

export async function readOle(job: Job): Promise<void> {
  const has = (stream: string) => job.bytes.includes(Buffer.from(stream, 'utf16le'))
  const file = opened(job)
  if (file !== null && isOutlookItem(file)) return readItem(file, job)
  // MS-OFFCRYPTO 2.3: the package of a locked file lies in this stream.
  if (has('EncryptedPackage')) return noteLocked(job)
  if (file !== null && (isLockedWord(file) || isLockedExcel(file))) return noteLocked(job)
  const sort = SORTS.find(([stream]) => has(stream))?.[1] ?? 'an Office 97-2003 file'
  job.note('not-read', `${sort} is not read; it has to be opened by a person`)
  if (MACROS.some(has)) job.note('active-content', 'it holds macros')
}

function noteLocked(job: Job): void {
  job.note('encrypted', 'a password is needed to open it')
}

/** Null where it is damaged: a person has to open it anyway. */
function opened(job: Job): Storage | null {
  try {
    return compoundFile(job)
  } catch {
    return null
  }
}

/** fEncrypted of the FIB (MS-DOC 2.5.2). */
function isLockedWord(file: Storage): boolean {
  const head = file.read('WordDocument')
  return head !== null && head.length > 12 && head.readUInt16LE(0) === 0xa5ec && (head.readUInt16LE(10) & 0x100) !== 0
}

/** A record FilePass among the first ones (MS-XLS 2.4.117). */
function isLockedExcel(file: Storage): boolean {
  const records = file.read('Workbook') ?? file.read('Book') ?? Buffer.alloc(0)
  for (let at = 0, count = 0; at + 4 <= records.length && count < 20; count += 1) {
    if (records.readUInt16LE(at) === 0x2f) return true
    at += 4 + records.readUInt16LE(at + 2)
  }
  return false
}
