/**
 * The archive as plain files: `<first two hex digits>/<sha256>` below one directory.
 *
 * One level of 256 folders: ten million mails make 40,000 names per folder, which ext4, XFS and APFS look up by tree;
 * a second level would make nearly every new mail create a folder and fsync its parent too.
 *
 * A file is written under `tmp/`, fsynced, renamed to its hash, and the folder fsynced: after a power cut the name
 * either holds all bytes or does not exist. Renaming over an equal file is harmless, so processes need no lock.
 */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile, rename, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { IntakeError } from '../foundation/intake-error.ts'
import type { Archive, Stored } from '../ports/archive.ts'
import { eachBounded } from './each-bounded.ts'
import { createFolderSync, type FolderSync } from './folder-sync.ts'
import { openTemporary, type Temporary } from './temporary.ts'

/** Blobs written at the same time by one `putAll`; libuv runs four, the rest keeps its queue full. */
const AT_ONCE = 16

/** A file this young may have been renamed by a neighbour that has not fsynced the folder yet. */
const YOUNG_MS = 10_000

/** The archive below `directory`, which is created when first needed. */
export function fileArchive(directory: string): Archive {
  const folders = createFolderSync(directory)
  const writing = <T>(work: Promise<T>) => work.catch((error) => Promise.reject(unwritable(directory, error)))

  async function storeAll(blobs: readonly Uint8Array[]): Promise<readonly Stored[]> {
    const stored = blobs.map((bytes) => ({ sha256: sha256Of(bytes), bytes: bytes.byteLength }))
    const distinct = new Map(stored.map((item, at) => [item.sha256, blobs[at]!]))
    await eachBounded([...distinct], AT_ONCE, ([sha256, bytes]) => putBytes(directory, folders, sha256, bytes))
    await folders.settle([...distinct.keys()].map(folderOf))
    return stored
  }

  return {
    async put(source) {
      if (!(source instanceof Uint8Array)) return writing(putStream(directory, folders, source))
      return (await writing(storeAll([source])))[0]!
    },
    putAll: (blobs) => writing(storeAll(blobs)),
    async get(sha256) {
      return readFile(pathIn(directory, sha256)).catch((cause) => missing(sha256, cause))
    },
    open: (sha256) => createReadStream(pathIn(directory, sha256)),
    has: async (sha256) => (await sizeAndAge(pathIn(directory, sha256))) !== null,
    bytesOf: async (sha256) => (await sizeAndAge(pathIn(directory, sha256)))?.bytes ?? 0,
    pathOf: (sha256) => pathIn(directory, sha256),
  }
}

/** Writes and renames; the folder is fsynced by the caller, once for all files in it. */
async function putBytes(directory: string, folders: FolderSync, sha256: string, bytes: Uint8Array): Promise<void> {
  if (await isStored(directory, folders, sha256, bytes.byteLength)) return
  const temporary = await openTemporary(directory)
  try {
    await temporary.write(bytes)
    await moveIn(directory, folders, temporary, sha256)
  } catch (error) {
    await temporary.discard()
    throw error
  }
}

async function putStream(directory: string, folders: FolderSync, source: Readable): Promise<Stored> {
  const temporary = await openTemporary(directory)
  try {
    const { sha256, bytes } = await writeHashing(temporary, source)
    if (await isStored(directory, folders, sha256, bytes)) await temporary.discard()
    else await moveIn(directory, folders, temporary, sha256)
    await folders.settle([folderOf(sha256)])
    return { sha256, bytes }
  } catch (error) {
    await temporary.discard()
    throw error
  }
}

async function writeHashing(temporary: Temporary, source: Readable): Promise<Stored> {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source) {
    const piece: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    hash.update(piece)
    bytes += piece.byteLength
    await temporary.write(piece)
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function moveIn(directory: string, folders: FolderSync, temporary: Temporary, sha256: string): Promise<void> {
  await temporary.finish()
  const to = pathIn(directory, sha256)
  try {
    await rename(temporary.path, to)
  } catch (error) {
    if (!isMissing(error)) throw error
    await folders.make(folderOf(sha256))
    await rename(temporary.path, to)
  }
  folders.touch(folderOf(sha256))
}

/**
 * A file of another length under this name was damaged from outside: it counts as not stored and is replaced. The time
 * of one that is there is renewed: an erasure deletes no young file (`discard.ts`).
 */
async function isStored(directory: string, folders: FolderSync, sha256: string, bytes: number): Promise<boolean> {
  const path = pathIn(directory, sha256)
  const found = await sizeAndAge(path)
  if (found === null || found.bytes !== bytes) return false
  if (found.ageMs < YOUNG_MS) folders.touch(folderOf(sha256))
  const now = new Date()
  try {
    await utimes(path, now, now)
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

async function sizeAndAge(path: string): Promise<{ bytes: number; ageMs: number } | null> {
  try {
    const found = await stat(path)
    return { bytes: found.size, ageMs: Date.now() - found.ctimeMs }
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function pathIn(directory: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError(`not a SHA-256 in lower-case hex: ${sha256.slice(0, 80)}`)
  return join(directory, folderOf(sha256), sha256)
}

function folderOf(sha256: string): string {
  return sha256.slice(0, 2)
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function missing(sha256: string, cause: unknown): never {
  if (!isMissing(cause)) throw cause
  throw new IntakeError(
    'not-found',
    `The archive holds no file ${sha256}. If it was moved or cleaned, restore it from a backup into the same folder.`,
    { cause },
  )
}

/** The disk is full, over its quota, read-only, broken or away: trouble of ours, and of no mail. */
const DISK_TROUBLE = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO', 'EMFILE', 'ENFILE', 'ESTALE', 'EACCES', 'EPERM'])

function unwritable(directory: string, error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException
  if (!DISK_TROUBLE.has(code)) return error
  return new IntakeError(
    'archive',
    `The archive ${directory} cannot be written: ${message}. Free space there, or mend its permissions; mail waits meanwhile.`,
    { cause: error },
  )
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}
