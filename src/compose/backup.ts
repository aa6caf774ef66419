/**
 * A backup beside the running program: the database in one snapshot, then the files that it names. A file of the archive
 * is written before its row and never changes, so that what the snapshot names is there. `src/backup/manifest.ts` shows
 * the folder.
 */
import { accessSync, constants, createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { copyFiles } from '../archive/copy-files.ts'
import {
  fileLine,
  type Manifest,
  snapshotName,
  syncFile,
  UNFINISHED,
  unfinishedIn,
  writeDurably,
  writeSums,
} from '../backup/manifest.ts'
import { namedFiles } from '../db/archived.ts'
import { whileArchiveIsStill } from '../db/erase.ts'
import { type Pool, reporting } from '../db/pool.ts'
import { columnsOf, copyOut, snapshotHead, tablesThere, takeBackupLock } from '../db/snapshot.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { makeFolder } from '../foundation/make-folder.ts'
import { READER_LIMITS } from '../mime/limits.ts'

export interface BackedUp {
  readonly snapshot: string
  readonly rows: number
  readonly files: number
  /** Of them, copied now; the others lay there from an earlier backup. */
  readonly copied: number
  readonly damaged: readonly string[]
}

type OnStep = (what: string, done: number, of: number) => void

export async function backup(pool: Pool, home: string, directory: string, onStep: OnStep): Promise<BackedUp> {
  const giveBack = await takeBackupLock(pool)
  try {
    return await whileArchiveIsStill(pool, () => backupAlone(pool, home, directory, onStep))
  } finally {
    giveBack()
  }
}

async function backupAlone(pool: Pool, home: string, directory: string, onStep: OnStep): Promise<BackedUp> {
  makeBackupFolder(directory)
  for (const name of await unfinishedIn(directory)) await rm(join(directory, name), { recursive: true })
  const { folder, ...head } = await databaseInto(pool, directory, onStep)
  const seen = (count: number) => onStep('copying the archive', count, head.files)
  const [from, to, list] = [join(home, 'archive'), join(directory, 'archive'), join(folder, 'files.sha256')]
  const { copied, damaged } = await copyFiles(from, to, list, seen)
  await writeDurably(join(folder, 'manifest.json'), `${JSON.stringify({ ...head, damaged }, null, 1)}\n`)
  await writeSums(folder)
  const snapshot = folder.slice(0, -UNFINISHED.length)
  await rename(folder, snapshot)
  await syncFile(directory)
  const rows = head.tables.reduce((sum, table) => sum + table.rows, 0)
  return { snapshot, rows, files: head.files, copied, damaged }
}

/** Throws `usage`. */
function makeBackupFolder(directory: string): void {
  try {
    makeFolder(join(directory, 'archive'), 0o700)
    accessSync(directory, constants.W_OK)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new IntakeError('usage', `${directory} cannot be written (${why}); give a folder for backups that can.`)
  }
}

async function databaseInto(pool: Pool, directory: string, onStep: OnStep) {
  return reporting(pool, async (client) => {
    const { at, migrations, sequences } = await snapshotHead(client)
    const folder = join(directory, `${snapshotName(at)}${UNFINISHED}`)
    await mkdir(folder, { mode: 0o700 })
    const names = await tablesThere(client)
    const tables: Manifest['tables'] = []
    for (const [number, name] of names.entries()) {
      onStep('copying the database', number, names.length)
      const columns = [...(await columnsOf(client, name))]
      const into = createWriteStream(join(folder, `${name}.copy.gz`), { mode: 0o600 })
      tables.push({ name, columns, rows: await copyOut(client, name, [createGzip(), into]) })
    }
    const list = createWriteStream(join(folder, 'files.sha256'), { mode: 0o600 })
    let files = 0
    async function* lines() {
      for await (const sha256 of namedFiles(client, READER_LIMITS.attachmentBytes)) {
        files += 1
        yield fileLine(sha256)
      }
    }
    await pipeline(Readable.from(lines()), list)
    const head = { format: 1, snapshotAt: at.toISOString(), migrations, sequences, tables, files } as const
    return { folder, ...head }
  })
}
