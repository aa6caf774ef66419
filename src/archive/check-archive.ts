/** The archive against the names that must lie in it: each file is read whole and hashed. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'

export interface FileFlaw {
  readonly file: string
  readonly flaw: 'missing' | 'changed' | 'surplus'
}

/** A mail is archived before its row is committed: what nobody names may be on its way there. */
const YOUNG_MS = 60 * 60_000
const FOLDERS = Array.from({ length: 256 }, (_, number) => number.toString(16).padStart(2, '0'))

/** `named`: ascending SHA-256. The names of one of the 256 folders are held at a time. */
export async function* checkArchive(
  directory: string,
  named: AsyncIterable<string>,
  now: Date,
  onSeen: (count: number) => void,
): AsyncGenerator<FileFlaw> {
  const names = named[Symbol.asyncIterator]()
  let next = await names.next()
  let seen = 0
  for (const folder of FOLDERS) {
    const there = new Set(await namesIn(join(directory, folder)))
    for (; !next.done && next.value.slice(0, 2) <= folder; next = await names.next()) {
      const flaw = await flawOf(join(directory, folder, next.value), next.value)
      there.delete(next.value)
      onSeen(++seen)
      if (flaw !== null) yield { file: `${folder}/${next.value}`, flaw }
    }
    for (const name of there)
      if (await isOld(join(directory, folder, name), now)) yield { file: `${folder}/${name}`, flaw: 'surplus' }
  }
  const known = new Set([...FOLDERS, 'tmp'])
  for (const name of await namesIn(directory)) if (!known.has(name)) yield { file: name, flaw: 'surplus' }
}

async function flawOf(path: string, sha256: string): Promise<'missing' | 'changed' | null> {
  const found = await sha256OfFile(path)
  if (found === null) return 'missing'
  return found === sha256 ? null : 'changed'
}

/** null where there is no such file. */
export async function sha256OfFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path), hash)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
  return hash.digest('hex')
}

async function isOld(path: string, now: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && now.getTime() - found.mtimeMs > YOUNG_MS
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
