import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes a folder and those above it; whether it was made. Level by level: with `recursive` Node's own never comes back where
 * a file system says ENOENT to whatever is made in it, as /proc does. Throws what the system says.
 */
export function makeFolder(path: string, mode?: number): boolean {
  if (isFolder(path)) return false
  makeFolder(dirname(path), mode)
  try {
    mkdirSync(path, mode)
    return true
  } catch (error) {
    // Somebody else made it in this moment; a file of that name stays an error.
    if (isFolder(path)) return false
    throw error
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
}
