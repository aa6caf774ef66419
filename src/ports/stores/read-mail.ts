import type { ReadMail } from '../../domain/mail.ts'
import type { Chime } from '../bell.ts'
import type { RefusalCode } from '../mail-reader.ts'

export interface Reading {
  readonly messageId: number
  readonly receivedAt: Date
  readonly mail: ReadMail
  readonly milliseconds: number
}

export interface MailToRead {
  readonly messageId: number
  /** How often it was begun and never ended, each time the process may have died of it; null: nothing speaks against it. */
  readonly begun: number | null
  readonly sha256: string
  /** As the mailbox told it: of a mail that is too large less is stored. */
  readonly bytes: number
  readonly receivedAt: Date
  /** How often reading it failed. */
  readonly attempts: number
}

export interface ReadStore {
  /** The mail to read, or null when the work is done already. */
  toRead(workId: string): Promise<MailToRead | null>
  /**
   * One transaction: reading, attachments, next work (`ocr` when pictures wait, else `decide`). A mail whose content is
   * known becomes a duplicate: no chime.
   */
  recordReading(workId: string, reading: Reading): Promise<readonly Chime[]>
  quarantine(workId: string, refused: { code: RefusalCode; detail: string; mail: ReadMail | null }): Promise<void>
}
