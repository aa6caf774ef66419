import type { ReadMail } from '../domain/mail.ts'

/** The outcome of reading one mail: read (perhaps with problems) or refused with a reason. */
export type ReadOutcome =
  | { readonly outcome: 'read'; readonly mail: ReadMail }
  | { readonly outcome: 'refused'; readonly code: RefusalCode; readonly detail: string; readonly mail: ReadMail | null }

/** Why a mail could not be read whole. `mail` then holds its header fields where those could be read. */
export type RefusalCode = 'time-limit' | 'memory-limit' | 'size-limit' | 'crashed'

/** The raw bytes of a mail, or the file that they are in. */
export type MailBytes = { readonly path: string } | { readonly bytes: Uint8Array }

/** Reads raw RFC 5322 bytes in a bounded child. Never throws because of the bytes. */
export interface MailReader {
  /** `closed`: files, by SHA-256, that are stored and not looked into; or all. `begin`: called when its turn has come. */
  read(source: MailBytes, closed?: readonly string[] | 'all', begin?: () => Promise<void>): Promise<ReadOutcome>
  /** Files of a mail by their SHA-256, read once more; those that are not there, or too large, are missing. */
  extract(source: MailBytes, wanted: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>
  close(): Promise<void>
}
