/** Asks again about files of which the scanner could not be asked, for as long as it takes. */
import type { Archive } from '../ports/archive.ts'
import type { Scanner } from '../ports/scanner.ts'
import type { ScanStore } from '../ports/stores/scans.ts'
import { scanFile } from './scan-files.ts'

export interface RescanParts {
  readonly scanner: Scanner
  readonly archive: Archive
  readonly store: ScanStore
  readonly onTrouble: (error: Error) => void
}

const MOST = 20

/** One round; returns how many files have their verdict now. Never rejects. */
export async function rescan(parts: RescanParts): Promise<number> {
  let settled = 0
  try {
    for (const sha256 of await parts.store.due(MOST)) {
      const scan = await scanFile(sha256, parts)
      // Still silent: the others can wait for the next round.
      if (scan.scan === 'not-scanned' && scan.again) break
      if (scan.scan === 'infected') await parts.store.tellInfected(sha256, scan.name)
      settled += 1
    }
  } catch (error) {
    parts.onTrouble(error as Error)
  }
  return settled
}
