/** Makes folder entries durable: a rename survives a power cut only after an fsync of its folder (POSIX fsync). */
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'

export interface FolderSync {
  /** Creates the folder below the root, durably. */
  make(folder: string): Promise<void>
  /** Notes that an entry of the folder changed. */
  touch(folder: string): void
  /** Resolves when every change noted before the call, in these folders, is durable. */
  settle(folders: readonly string[]): Promise<void>
}

/** Waiters that come while an fsync of the same folder is about to start share it; folders not touched cost nothing. */
export function createFolderSync(root: string): FolderSync {
  const touched = new Set<string>()
  const running = new Map<string, Promise<void>>()

  async function settleOne(folder: string): Promise<void> {
    while (touched.has(folder) || running.has(folder)) {
      const before = running.get(folder)
      // One that began before our change does not cover it: wait, then look again.
      if (before && touched.has(folder)) await before.catch(() => undefined)
      else await (before ?? start(folder))
    }
  }

  function start(folder: string): Promise<void> {
    touched.delete(folder)
    const run = syncFolder(join(root, folder))
      .catch((error) => {
        touched.add(folder)
        throw error
      })
      .finally(() => running.delete(folder))
    running.set(folder, run)
    return run
  }

  return {
    async make(folder) {
      await mkdir(join(root, folder), { recursive: true, mode: 0o700 })
      await syncFolder(root)
    },
    touch: (folder) => void touched.add(folder),
    settle: async (folders) => void (await Promise.all([...new Set(folders)].map(settleOne))),
  }
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder for fsync; NTFS journals its entries by itself.
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
