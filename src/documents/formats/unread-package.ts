/** Office packages of which nobody here reads the text: slides, binary workbooks, Pages. */
import type { Job } from '../job.ts'

export async function readUnreadPackage(job: Job): Promise<void> {
  job.note('not-read', 'slides and binary sheets are not read')
}
