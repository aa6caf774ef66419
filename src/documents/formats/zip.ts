/** ZIP files: their list, and the text of the documents inside, one level deep. */
import { isProgram } from '../../domain/files/program.ts'
import { readInnerFile } from '../inner-file.ts'
import type { Job } from '../job.ts'
import { tidy } from '../text-sheet.ts'
import { openPackage, type Package } from '../zip.ts'

export async function readZip(job: Job): Promise<void> {
  const parts = await openPackage(job)
  job.sheet.block(`Files: ${parts.names.slice(0, 200).map(tidy).join('; ')}`)
  job.sheet.gap()
  if (parts.names.some(parts.isEncrypted)) job.note('encrypted', 'files inside are locked with a password')
  const program = parts.names.find((name) => isProgram('', name))
  if (program !== undefined) job.note('active-content', `a program inside (${tidy(program).slice(0, 100)})`)
  if (job.isInZip) return job.note('not-read', 'a ZIP file inside another one is not opened')
  const readable = parts.names.filter((name) => !parts.isEncrypted(name) && !isHousekeeping(name))
  for (const name of readable.slice(0, job.limits.innerFiles)) await readMember(parts, name, job)
  if (readable.length > job.limits.innerFiles) {
    job.note('part-limit', `${readable.length} files inside; ${job.limits.innerFiles} are read`)
  }
}

async function readMember(parts: Package, name: string, job: Job): Promise<void> {
  const bytes = await parts.read(name)
  if (bytes === null) return
  const filename = tidy(name.slice(name.lastIndexOf('/') + 1)).slice(0, 255)
  await readInnerFile({ bytes, mediaType: '', filename }, job, true)
}

/** What archivers of Apple and Microsoft add. */
function isHousekeeping(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._|Thumbs\.db$)/i.test(name)
}
