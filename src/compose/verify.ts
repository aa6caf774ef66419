/** Whether what is kept is what was written: the archive against the ledger, and the chains of the timeline. */
import { join } from 'node:path'
import { checkArchive, type FileFlaw } from '../archive/check-archive.ts'
import { countNamed, namedFiles } from '../db/archived.ts'
import { type ChainFlaw, chainFlaws, countEntries } from '../db/chain.ts'
import { whileArchiveIsStill } from '../db/erase.ts'
import { type Pool, reporting } from '../db/pool.ts'
import { READER_LIMITS } from '../mime/limits.ts'

export interface Verified {
  readonly files: number
  readonly entries: number
  readonly flaws: number
  readonly surplus: number
}

type Found = { readonly what: 'file' } & FileFlaw
export type Flawed = Found | ({ readonly what: 'entry' } & ChainFlaw)

export interface VerifyTold {
  readonly onFlaw: (flaw: Flawed) => Promise<void>
  readonly onStep: (what: string, done: number, of: number) => void
}

export async function verify(pool: Pool, home: string, now: Date, told: VerifyTold): Promise<Verified> {
  return whileArchiveIsStill(pool, () => verifyStill(pool, home, now, told))
}

async function verifyStill(pool: Pool, home: string, now: Date, { onFlaw, onStep }: VerifyTold): Promise<Verified> {
  // The ledger is read first: a file it names has been written before.
  return reporting(pool, async (client) => {
    const files = await countNamed(client, READER_LIMITS.attachmentBytes)
    const entries = await countEntries(client)
    let [flaws, surplus] = [0, 0]
    for await (const flaw of chainFlaws(client, (seen) => onStep('checking the timeline', seen, entries))) {
      flaws += 1
      await onFlaw({ what: 'entry', ...flaw })
    }
    const named = namedFiles(client, READER_LIMITS.attachmentBytes)
    const step = (seen: number) => onStep('checking the archive', seen, files)
    for await (const flaw of checkArchive(join(home, 'archive'), named, now, step)) {
      if (flaw.flaw === 'surplus') surplus += 1
      else flaws += 1
      await onFlaw({ what: 'file', ...flaw })
    }
    return { files, entries, flaws, surplus }
  })
}
