import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it; whether it was made. Level by level: with `recursive` Node's own never comes back where
 * a file system says ENOENT to whatever is made in it, as /proc does. Throws what the system says.
 */
export function makeFolder(path: string, mode?: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory()) return false
  if (found !== undefined) throw new Error(`${path} is a file`)
  makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, mode)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}
