import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { PostOffice } from './store/post-office.ts'
import { DESK } from './users.ts'

/** The sample mails are written to this address; ours takes its place when they are delivered. */
export const SEED_ADDRESS = 'intagree@example.com'

export interface Seed {
  /** File name without its ending. */
  readonly name: string
  readonly raw: Buffer
}

/** The sample mails in the order in which they arrive. */
export function readSeeds(): readonly Seed[] {
  const folder = join(packageRoot(), 'src', 'sandbox', 'seeds')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .map((file) => ({ name: file.slice(0, -'.eml'.length), raw: withCrlf(readFileSync(join(folder, file))) }))
    .sort((a, b) => sentAt(a) - sentAt(b))
}

/** Mail has CRLF, whatever line ends a checkout made of it. */
function withCrlf(raw: Buffer): Buffer {
  return Buffer.from(raw.toString('latin1').replace(/\r?\n/g, '\r\n'), 'latin1')
}

function sentAt({ raw }: Seed): number {
  return Date.parse(/^Date: (.+)$/m.exec(raw.toString('latin1'))?.[1] ?? '') || 0
}

/**
 * Delivers the sample mails to the desk, once in the life of the store. The log line that makes a mail arrive also says
 * which sample it was, so a seeding that was killed goes on where it stopped.
 */
export function deliverSeeds(office: PostOffice, seeds: readonly Seed[], address: string): void {
  const inbox = office.account(DESK)?.mailbox('INBOX')
  if (!inbox || inbox.seeded) return
  for (const { name, raw } of seeds) {
    if (!inbox.hadSeed(name)) office.deliver(DESK, addressedTo(raw, address), name)
  }
  inbox.markSeeded()
}

function addressedTo(raw: Buffer, address: string): Buffer {
  return Buffer.from(raw.toString('latin1').replaceAll(SEED_ADDRESS, address), 'latin1')
}

/** Compiled code runs from `dist/`, and the mails lie in `src/` only. */
function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder)) throw new Error('no folder above this file holds a package.json')
  }
}
