import type { Scan } from '../../domain/files/scan.ts'

/** What the virus scanner said of files, by their SHA-256. */
export interface ScanStore {
  /** Files that nobody asked about are missing. */
  known(sha256s: readonly string[]): Promise<ReadonlyMap<string, Scan>>
  keep(sha256: string, scan: Scan): Promise<void>
  /** Files to ask about again now; for a while nobody else gets them. */
  due(most: number): Promise<readonly string[]>
  /** A task for each mail that has the file, which was not known to be infected when the mail was read. */
  tellInfected(sha256: string, name: string): Promise<void>
}
