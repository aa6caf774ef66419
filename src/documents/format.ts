/** A file format: how its files are told, and who reads them. */
import type { Job } from './job.ts'

/** What the formats are told apart by. */
export interface Sample {
  readonly bytes: Buffer
  readonly mediaType: string
  /** In lower case, without dot. */
  readonly extension: string
  /** Names in a ZIP package; null when it is none or cannot be opened. */
  readonly members: ReadonlySet<string> | null
}

/** One file format. Bytes are asked first, the type next, the extension last. */
export interface Format {
  readonly name: string
  /** Whether the first bytes, 1 KB at least where there are as many, are of this format. */
  readonly begins: (head: Buffer) => boolean
  /** For formats that are ZIP packages: whether these are its members. */
  readonly holds?: (members: ReadonlySet<string>) => boolean
  readonly types: RegExp
  readonly extensions: readonly string[]
  /** Loads the reader, with the library it needs. */
  readonly load: () => Promise<ReadFormat>
}

/**
 * Writes the text to the job's page and notes what is odd. Throws `Refusal` at a limit, what the library throws at
 * damaged bytes; the text written until then counts.
 */
export type ReadFormat = (job: Job) => Promise<void>
