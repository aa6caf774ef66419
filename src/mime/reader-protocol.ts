/** What parent and child say to each other; structured clones. */
import type { ReadMail } from '../domain/mail.ts'
import type { IntakeErrorCode } from '../foundation/intake-error.ts'
import type { MailBytes } from '../ports/mail-reader.ts'
import type { ReaderLimits } from './limits.ts'

/** Given to the child when it starts. */
export interface ChildData {
  readonly limits: ReaderLimits
  readonly archiveDirectory: string | null
}

export type Job = MailBytes & {
  /** Files to be handed out, by SHA-256, instead of reading the mail. */
  readonly extract?: readonly string[]
  /** Files that are stored and not looked into, by SHA-256. */
  readonly closed?: readonly string[] | 'all'
}

/**
 * `unreadable`: the file of the mail cannot be opened. `failed`: another part of our own side, not the mail; `code` apart,
 * for a clone of an error has none.
 */
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly mail: ReadMail }
  | { readonly kind: 'extracted'; readonly files: ReadonlyMap<string, Uint8Array> }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'unreadable'; readonly path: string; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: unknown; readonly code: IntakeErrorCode | null }
