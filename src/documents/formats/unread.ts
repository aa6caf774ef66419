/** Files that people send and nobody here can read: said so, instead of silence. */
import type { Job } from '../job.ts'

export async function readUnread(job: Job): Promise<void> {
  job.note('not-read', 'this sort of file is not read')
}
