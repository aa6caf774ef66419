/**
 * S/MIME in one part (RFC 8551 3.4, 3.5) and files inside a signature (CAdES, `contract.pdf.p7m`): tells whether it is
 * locked or only wrapped, and reads the file inside. A mail inside is opened by the reader of mails, before this.
 */
import { isMimeEntity, openCms } from '../cms.ts'
import { readInnerFile } from '../inner-file.ts'
import type { Job } from '../job.ts'

export async function readSmime(job: Job): Promise<void> {
  const cms = openCms(job.bytes)
  if (cms.kind === 'encrypted') return job.note('encrypted', 'an S/MIME message, locked')
  if (cms.kind === 'compressed') return job.note('not-read', 'an S/MIME message, compressed')
  if (cms.kind === 'none') return job.note('damaged-file', 'it is no S/MIME message')
  job.note('signed', 'by S/MIME; the signature is not checked')
  if (!cms.isWhole) job.note('damaged-file', 'its end is missing')
  if (cms.content === null || cms.content.length === 0) return
  if (isMimeEntity(cms.content)) return job.note('not-read', 'a mail inside a signature inside a file is not opened')
  const filename = job.filename.replace(/\.p7m$/i, '') || 'signed file'
  // Signed again: its bytes alone would not tell the format.
  const mediaType = openCms(cms.content).kind === 'none' ? '' : 'application/pkcs7-mime'
  await readInnerFile({ bytes: cms.content, mediaType, filename }, job)
}
