/** Where an export is written: a folder, or one zip file. It has its name when it is whole. */
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import yazl from 'yazl'
import { IntakeError } from '../foundation/intake-error.ts'
import { makeFolder } from '../foundation/make-folder.ts'

export interface ExportTarget {
  /** `path`: relative, with slashes. */
  add(path: string, content: string | Buffer): Promise<void>
  finish(): Promise<void>
  discard(): Promise<void>
}

/** A zip where the name ends so, else a folder. Refuses what is there already. */
export async function openTarget(path: string): Promise<ExportTarget> {
  if ((await stat(path).catch(() => null)) !== null)
    throw new IntakeError('usage', `${path} is there already; name another with --out.`)
  makeParent(path)
  const draft = `${path}.unfinished`
  await rm(draft, { recursive: true, force: true })
  return path.toLowerCase().endsWith('.zip') ? zipTarget(path, draft) : folderTarget(path, draft)
}

function makeParent(path: string): void {
  try {
    makeFolder(dirname(path))
  } catch (error) {
    throw new IntakeError('usage', `${path} cannot be written (${(error as Error).message}); choose another --out.`)
  }
}

async function folderTarget(path: string, draft: string): Promise<ExportTarget> {
  await mkdir(draft, { mode: 0o700 })
  return {
    async add(name, content) {
      const to = join(draft, name)
      await mkdir(dirname(to), { recursive: true, mode: 0o700 })
      await writeFile(to, content, { flag: 'wx', mode: 0o600 })
    },
    finish: () => rename(draft, path),
    discard: () => rm(draft, { recursive: true, force: true }),
  }
}

function zipTarget(path: string, draft: string): ExportTarget {
  const zip = new yazl.ZipFile()
  const written = pipeline(zip.outputStream, createWriteStream(draft, { mode: 0o600 }))
  written.catch(() => undefined)
  return {
    async add(name, content) {
      zip.addBuffer(Buffer.from(content), name)
    },
    async finish() {
      zip.end()
      await written
      await rename(draft, path)
    },
    async discard() {
      await rm(draft, { force: true })
    },
  }
}
