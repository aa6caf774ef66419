/** Deleting from the archive beside programs that put into it. */
import { rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileArchive } from './file-archive.ts'

/** A mail is archived before its row is committed: what was put within the hour may be named in a moment. */
const YOUNG_MS = 60 * 60_000

/**
 * Deletes the file unless it was put, or put again, within the hour before `now`. True when it is gone.
 *
 * It is moved away before its time is looked at a second time: whoever puts the same bytes meanwhile finds none and
 * writes them anew, and whoever put them just before has renewed the time, so that the file goes back.
 */
export async function discardOld(directory: string, sha256: string, now: Date): Promise<boolean> {
  const path = fileArchive(directory).pathOf(sha256)
  const isOld = async (at: string) => now.getTime() - (await stat(at)).mtimeMs > YOUNG_MS
  const aside = join(directory, 'tmp', `discarded-${sha256}`)
  try {
    if (!(await isOld(path))) return false
    await rename(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return true
    throw error
  }
  if (await isOld(aside)) {
    await rm(aside)
    return true
  }
  await rename(aside, path)
  return false
}
