/** A file inside another one: its text goes onto the same page, under its name. */
import { mayHoldText } from '../domain/pictures.ts'
import type { DocumentRequest } from './document.ts'
import type { Job } from './job.ts'
import { pictureHeader } from './picture/header.ts'
import { readInto } from './read-document.ts'

export async function readInnerFile(file: Omit<DocumentRequest, 'limits'>, job: Job, isInZip = false): Promise<void> {
  if (!job.mayOpen(file.filename)) return
  job.sheet.block(`File ${file.filename}`)
  const inner = job.inner(file, isInZip)
  const size = pictureHeader(file.bytes)
  if (size !== null && mayHoldText(size, false)) inner.note('picture', 'a picture, for a person to read')
  await readInto(inner)
  job.sheet.gap()
}
