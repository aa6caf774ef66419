import { clamdScanner } from '../clamd/clamd-scanner.ts'
import { scanStore } from '../db/scans.ts'
import type { ScanParts } from '../flows/scan-files.ts'
import type { Base } from './base.ts'

/** Null: no scanner is configured. */
export function scanningOf({ config, archive, pool }: Pick<Base, 'config' | 'archive' | 'pool'>): ScanParts | null {
  if (config.clamdUrl === null) return null
  return { scanner: clamdScanner({ url: config.clamdUrl }), archive, store: scanStore(pool) }
}
