import type { Readable } from 'node:stream'

/** Where a mail lies: RFC 3501 2.3.1.1. Numbers fit in 32 bits; UIDVALIDITY 0 is legal. */
export interface MailboxState {
  readonly uidValidity: number
  readonly uidNext: number
  readonly exists: number
}

/** What is known of a mail before its body is fetched. */
export interface MailListing {
  readonly uid: number
  readonly size: number
  /** INTERNALDATE: when the server received it. */
  readonly internalDate: Date
}

/** One IMAP mailbox, opened read-only. Every call has a deadline; a rejected call leaves the session unusable. */
export interface MailboxSession {
  readonly state: MailboxState
  /** UID, size and INTERNALDATE of all mails with `from <= uid`, in UID order. */
  list(from: number): Promise<readonly MailListing[]>
  /** All UIDs, ascending. */
  uids(): Promise<readonly number[]>
  /** The smallest UID whose INTERNALDATE is on or after the day, or null. */
  firstUidSince(day: Date): Promise<number | null>
  /** Raw bytes of several mails; a UID that is gone is missing in the answer. */
  fetch(uids: readonly number[]): Promise<ReadonlyMap<number, Buffer>>
  /** Raw bytes of one large mail as a stream, or null when it is gone. */
  download(uid: number): Promise<Readable | null>
  /** The header block only, or null when the mail is gone. */
  fetchHeader(uid: number): Promise<Buffer | null>
  /** Waits in IDLE until the server tells of a change, or `ms` are over. */
  waitForChange(ms: number, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export interface MailboxAddress {
  /** `user@host:port`: what tells accounts apart, without the password. */
  readonly account: string
  readonly mailbox: string
}

/** Opens one mailbox. Rejects with `IntakeError mailbox` when it cannot. */
export interface MailboxSource extends MailboxAddress {
  open(): Promise<MailboxSession>
}
