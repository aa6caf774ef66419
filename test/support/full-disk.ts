/** A small file system of its own, which can be filled to the last byte. Needs Linux and root. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'

export interface Disk {
  /** Not a byte can be written any more. */
  fill(): Promise<void>
  empty(): Promise<void>
}

const MEGABYTES = 64
const FILLER = 'filler'

/** Why there can be none here, or null. */
export function noDiskBecause(): string | null {
  if (process.platform !== 'linux') return 'needs Linux (a tmpfs of its own)'
  return process.getuid?.() === 0 ? null : 'needs root (a tmpfs of its own)'
}

/** Mounts a tmpfs on the folder; `over` unmounts it, also when this process just ends. */
export async function mountDisk(folder: string, over: (cleanup: () => Promise<void>) => void): Promise<Disk> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=0700`, 'intagree-faults', folder])
  const unmount = () => void spawnSync('umount', ['-l', folder])
  process.once('exit', unmount)
  over(async () => {
    process.off('exit', unmount)
    unmount()
  })
  const filler = join(folder, FILLER)
  return {
    async fill() {
      const file = await open(filler, 'w')
      try {
        for (const bytes of [2 ** 20, 2 ** 12]) await untilFull(() => file.write(Buffer.alloc(bytes)))
      } finally {
        await file.close()
      }
    },
    empty: () => rm(filler),
  }
}

async function untilFull(write: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await write()
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return
      throw error
    }
  }
}
