/**
 * A folder of backups:
 *
 *   archive/ab/abcd…            mails and attachments by their SHA-256, shared by all snapshots: each is copied once
 *   2026-03-05T16-00-00Z/       one snapshot; named `….unfinished` until it is whole
 *     manifest.json             what it holds
 *     files.sha256              the archive files that belong to it
 *     <table>.copy.gz           the rows, in PostgreSQL's COPY text format
 *     SHA256SUMS                of all these: `sha256sum -c SHA256SUMS files.sha256` checks the backup without us
 */
import { open, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { sha256OfFile } from '../archive/check-archive.ts'
import { IntakeError } from '../foundation/intake-error.ts'

export const Manifest = z.object({
  format: z.literal(1),
  /** When the snapshot of the database was taken. */
  snapshotAt: z.iso.datetime(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string().regex(/^[a-z_]+$/),
      columns: z.array(z.string().regex(/^[a-z0-9_]+$/)),
      rows: z.number(),
    }),
  ),
  sequences: z.array(z.object({ name: z.string().regex(/^[a-z_]+$/), last: z.number() })),
  files: z.number(),
  /** Files of the archive that were gone or not what was written when the backup was taken. */
  damaged: z.array(z.string()),
})
export type Manifest = z.output<typeof Manifest>

export const UNFINISHED = '.unfinished'
const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/

export function snapshotName(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(':', '-')}Z`
}

/** The whole snapshots of a folder, oldest first. */
export async function snapshotsIn(directory: string): Promise<readonly string[]> {
  return (await namesIn(directory)).filter((name) => NAME.test(name)).toSorted()
}

/** What an interrupted backup left: its archive files are used, its snapshot is taken anew. */
export async function unfinishedIn(directory: string): Promise<readonly string[]> {
  const isOurs = (name: string) => name.endsWith(UNFINISHED) && NAME.test(name.slice(0, -UNFINISHED.length))
  return (await namesIn(directory)).filter(isOurs)
}

async function namesIn(directory: string): Promise<readonly string[]> {
  return readdir(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new IntakeError('usage', `${directory} cannot be read (${error.code}); give a folder for backups.`)
  })
}

/** Checks every file of the snapshot against SHA256SUMS. */
export async function readManifest(snapshot: string): Promise<Manifest> {
  const sums = await readFile(join(snapshot, 'SHA256SUMS'), 'utf8').catch(() =>
    damaged(snapshot, 'SHA256SUMS is missing'),
  )
  for (const line of sums.split('\n').filter((one) => one !== '')) {
    const [sha256 = '', name = ''] = line.split('  ')
    if (!/^[a-z_0-9.]+$/i.test(name)) damaged(snapshot, `SHA256SUMS names "${name}"`)
    const found = await sha256OfFile(join(snapshot, name))
    if (found === null) damaged(snapshot, `${name} is missing`)
    if (found !== sha256) damaged(snapshot, `${name} is not what was written`)
  }
  const manifest = Manifest.safeParse(JSON.parse(await readFile(join(snapshot, 'manifest.json'), 'utf8')))
  return manifest.success ? manifest.data : damaged(snapshot, 'manifest.json is of another version')
}

function damaged(snapshot: string, why: string): never {
  throw new IntakeError('not-found', `${snapshot} is no whole backup: ${why}. Take another snapshot.`)
}

export async function writeSums(snapshot: string): Promise<void> {
  const names = (await readdir(snapshot)).filter((name) => name !== 'SHA256SUMS').toSorted()
  const lines = await Promise.all(names.map(async (name) => `${await sha256OfFile(join(snapshot, name))}  ${name}\n`))
  await writeDurably(join(snapshot, 'SHA256SUMS'), lines.join(''))
  for (const name of names) await syncFile(join(snapshot, name))
  await syncFile(snapshot)
}

export async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A line of `files.sha256`. */
export function fileLine(sha256: string): string {
  return `${sha256}  ../archive/${sha256.slice(0, 2)}/${sha256}\n`
}
