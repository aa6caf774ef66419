/**
 * A backup back into a database and an archive: the files first, then the database in one transaction, so that an
 * interrupted restore has changed nothing and goes on where it was. `src/db/restored.ts` says what happens to letters.
 */
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { copyFiles } from '../archive/copy-files.ts'
import { type Manifest, readManifest, snapshotsIn } from '../backup/manifest.ts'
import { migrate } from '../db/migrate.ts'
import { type Pool, type Queryable, rows, transaction } from '../db/pool.ts'
import { leap, settleRestored } from '../db/restored.ts'
import { columnsOf, copyIn, isEmpty, programsAtWork, recreateSchema } from '../db/snapshot.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import { type Verified, type VerifyTold, verify } from './verify.ts'

/** A backup that is whole: every file of the snapshot is what was written. */
export interface Backup {
  readonly directory: string
  /** Path of the snapshot in it. */
  readonly snapshot: string
  readonly manifest: Manifest
}

export interface RestoreOrder {
  readonly backup: Backup
  readonly home: string
  /** Whether what is in the database now may be thrown away. */
  readonly replace: boolean
  readonly by: string
}

export interface Restored {
  readonly snapshot: string
  readonly snapshotAt: string
  readonly rows: number
  readonly files: number
  readonly damaged: readonly string[]
  /** Letters that nobody knows the fate of, and letters that wait for a person. */
  readonly unsure: number
  readonly held: number
  readonly verified: Verified
}

export async function restore(pool: Pool, order: RestoreOrder, now: () => Date, told: VerifyTold): Promise<Restored> {
  await refuseTarget(pool, order)
  const { directory, snapshot, manifest } = order.backup
  const seen = (count: number) => told.onStep('copying the archive', count, manifest.files)
  const [from, to] = [join(directory, 'archive'), join(order.home, 'archive')]
  const { damaged } = await copyFiles(from, to, join(snapshot, 'files.sha256'), seen)
  const lost = damaged.filter((sha256) => !manifest.damaged.includes(sha256))
  if (lost.length > 0 && !order.replace) refuseDamaged(lost)
  const settled = await load(pool, snapshot, manifest, { order, now, onStep: told.onStep })
  await migrate(pool)
  const verified = await verify(pool, order.home, now(), told)
  const count = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  const { snapshotAt, files } = manifest
  return { snapshot, snapshotAt, rows: count, files, damaged, ...settled, verified }
}

async function refuseTarget(db: Queryable, { replace }: RestoreOrder): Promise<void> {
  if ((await programsAtWork(db)) > 0)
    throw new IntakeError('database', 'A program works on this database. Stop it first, on every machine.')
  if (!replace && !(await isEmpty(db)))
    throw new IntakeError(
      'database',
      'This database is not empty. Point DATABASE_URL or INTAGREE_HOME to a new one; --replace throws away what is in it.',
    )
}

/** `snapshot`: its name; null: the newest. To be asked before anything is made for it. Throws `not-found` and `usage`. */
export async function openBackup(directory: string, snapshot: string | null): Promise<Backup> {
  const path = join(directory, await chosen(directory, snapshot))
  return { directory, snapshot: path, manifest: await readManifest(path) }
}

async function chosen(directory: string, snapshot: string | null): Promise<string> {
  const there = await snapshotsIn(directory)
  const name = snapshot ?? there.at(-1)
  if (name !== undefined && there.includes(name)) return name
  throw new IntakeError(
    'not-found',
    there.length === 0
      ? `There is no whole backup in ${directory}. Name the folder that was given to "intagree backup".`
      : `${directory} has no snapshot ${snapshot}. It holds ${there.join(', ')}.`,
  )
}

function refuseDamaged(lost: readonly string[]): never {
  throw new IntakeError(
    'not-found',
    `${lost.length} files of the backup are gone or damaged (${lost.slice(0, 3).join(', ')}…). Nothing was restored. Copy them from another backup, or say --replace to go on without them.`,
  )
}

interface Loading {
  readonly order: RestoreOrder
  readonly now: () => Date
  readonly onStep: VerifyTold['onStep']
}

function load(pool: Pool, snapshot: string, manifest: Manifest, { order, now, onStep }: Loading) {
  return transaction(pool, 'begin', async (client) => {
    // Copying the files took its time: somebody may have started the program meanwhile.
    await refuseTarget(client, order)
    await recreateSchema(client, manifest.migrations)
    const triggers = manifest.tables.some((table) => table.name === 'timeline_link')
    // The links come with the rows.
    if (triggers) await client.query('alter table timeline disable trigger timeline_chained')
    for (const [number, { name, columns, rows: expected }] of manifest.tables.entries()) {
      onStep('filling the database', number, manifest.tables.length)
      const there = new Set(await columnsOf(client, name))
      if (columns.some((column) => !there.has(column))) throw new IntakeError('database', `${name} has other columns.`)
      const file: readonly [Readable, ...Writable[]] = [
        createReadStream(join(snapshot, `${name}.copy.gz`)),
        createGunzip(),
      ]
      const filled = await copyIn(client, name, columns, file)
      if (filled !== expected) throw new IntakeError('database', `${name}: ${filled} rows instead of ${expected}.`)
    }
    if (triggers) await client.query('alter table timeline enable trigger timeline_chained')
    await leap(client, manifest.sequences)
    await rows(client, 'update mailbox_epoch set synced_at = null, audited_at = null')
    return settleRestored(client, order.by, snapshot.slice(snapshot.lastIndexOf('/') + 1), now())
  })
}
