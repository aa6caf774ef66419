/** Compound files (MS-CFB): Office 97 to 2003, Outlook items, and the wrapping of locked Office files. */
import type { Job } from '../job.ts'

/** Names of streams stand in the file in UTF-16. The directory comes early or late; either way it is near 512 bytes. */
const SORTS: readonly (readonly [stream: string, name: string])[] = [
  ['WordDocument', 'a Word 97-2003 file'],
  ['Workbook', 'an Excel 97-2003 file'],
  ['PowerPoint Document', 'a PowerPoint 97-2003 file'],
  ['__substg1.0_', 'an Outlook item'],
]
const MACROS = ['_VBA_PROJECT', 'Macros']

export async function readOle(job: Job): Promise<void> {
  const has = (stream: string) => job.bytes.includes(Buffer.from(stream, 'utf16le'))
  // MS-OFFCRYPTO 2.3: the package of a locked file lies in this stream.
  if (has('EncryptedPackage')) return job.note('encrypted', 'a password is needed to open it')
  const sort = SORTS.find(([stream]) => has(stream))?.[1] ?? 'an Office 97-2003 file'
  job.note('not-read', `${sort} is not read; it has to be opened by a person`)
  if (MACROS.some(has)) job.note('active-content', 'it holds macros')
}
