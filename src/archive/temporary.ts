/** Files on their way into the archive: in the same file system, so that rename is atomic. */
import { randomUUID } from 'node:crypto'
import { type FileHandle, open, readdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { makeFolder } from '../foundation/make-folder.ts'

const FOLDER = 'tmp'

/** Readable by the service's own user only: mails are private. */
const MODE = 0o600

export interface Temporary {
  readonly path: string
  write(bytes: Uint8Array): Promise<void>
  /** The bytes are on the disk when it resolves. */
  finish(): Promise<void>
  /** Removes the file; to be called at most when `finish` was not followed by a rename. Never rejects. */
  discard(): Promise<void>
}

export async function openTemporary(directory: string): Promise<Temporary> {
  const path = join(directory, FOLDER, randomUUID())
  const file = await openNew(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    makeFolder(join(directory, FOLDER), 0o700)
    return openNew(path)
  })
  let isOpen = true
  const close = async () => {
    if (!isOpen) return
    isOpen = false
    await file.close()
  }
  return {
    path,
    write: (bytes) => writeAll(file, bytes),
    async finish() {
      await file.sync()
      await close()
    },
    async discard() {
      await close().catch(() => undefined)
      await unlink(path).catch(() => undefined)
    },
  }
}

/** Removes what a killed process left behind before `olderThan`. Returns how many. */
export async function sweepTemporary(directory: string, olderThan: Date): Promise<number> {
  const names = await readdir(join(directory, FOLDER)).catch(() => [])
  let removed = 0
  for (const name of names) {
    const path = join(directory, FOLDER, name)
    const found = await stat(path).catch(() => null)
    if (found === null || found.mtimeMs >= olderThan.getTime()) continue
    await unlink(path).catch(() => undefined)
    removed += 1
  }
  return removed
}

function openNew(path: string): Promise<FileHandle> {
  return open(path, 'wx', MODE)
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.byteLength; ) {
    at += (await file.write(bytes, at, bytes.byteLength - at)).bytesWritten
  }
}
