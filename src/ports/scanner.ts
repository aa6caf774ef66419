import type { Readable } from 'node:stream'
import type { Scan } from '../domain/files/scan.ts'

export interface Scanner {
  /** Reads the file to its end or gives it up, perhaps more than once. Never rejects: whoever cannot be asked has not scanned. */
  scan(open: () => Readable): Promise<Scan>
  /** Program and signatures. Throws `IntakeError scanner` with what to do. */
  version(): Promise<string>
}
