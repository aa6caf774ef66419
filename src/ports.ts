/**
 * What the flows need from outside, written by their user. Adapters implement these; flows import nothing else.
 */
import type { Readable } from 'node:stream'
import type { AccessToken } from './domain/access-token.ts'
import type { Notice } from './domain/alerts.ts'
import type { Scan } from './domain/files/scan.ts'
import type { LetterHead, Section } from './domain/letter/section.ts'
import type { ReadMail } from './domain/mail.ts'
import type { Recognised } from './domain/pictures.ts'

/** The clock is an argument everywhere below the flows; only the composition root knows the real one. */
export type Clock = () => Date

// ---------------------------------------------------------------- archive

/** A content-addressed store: the key is the SHA-256 of the bytes in lower-case hex. */
export interface Archive {
  /** Durable when it resolves: written to a temporary file, fsynced, renamed. Storing the same bytes twice is free. */
  put(bytes: Uint8Array | Readable): Promise<Stored>
  /** Several small blobs at once, each as durable as with `put`. */
  putAll(blobs: readonly Uint8Array[]): Promise<readonly Stored[]>
  get(sha256: string): Promise<Buffer>
  open(sha256: string): Readable
  has(sha256: string): Promise<boolean>
  /** 0 when it is not there. */
  bytesOf(sha256: string): Promise<number>
  /** Where the bytes lie, for children that read by themselves. */
  pathOf(sha256: string): string
}

export interface Stored {
  readonly sha256: string
  readonly bytes: number
}

// ---------------------------------------------------------------- mailbox

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

/** Opens one mailbox. Rejects with `MailError` when it cannot. */
export interface MailboxSource extends MailboxAddress {
  open(): Promise<MailboxSession>
}

/** The Sent mailbox (RFC 6154 \Sent). */
export interface SentMailbox {
  /** True when a mail with this Message-ID lies there. */
  has(messageId: string): Promise<boolean>
  append(raw: Uint8Array, at: Date): Promise<void>
}

// ---------------------------------------------------------------- login

/** Access tokens (RFC 6749) in place of a password. */
export interface AccessTokens {
  /**
   * A token to log in as this user. `refused`: the one that the mail server has just turned down, which is not given
   * again. Rejects with `IntakeError login`.
   */
  token(user: string, refused: string | null): Promise<string>
}

/** What is kept of a login from process to process; its secrets are sealed where they are stored. */
export interface KeptLogin {
  /** Null where the application logs in by itself. */
  readonly refreshToken: string | null
  /** When somebody last said yes (`intagree login`). */
  readonly loggedInAt: Date | null
  /** When the provider last took the refresh token, or gave it. */
  readonly refreshedAt: Date | null
  /** When the refresh token ends, where the provider says so. */
  readonly refreshEndsAt: Date | null
  readonly access: AccessToken | null
}

export interface LoginStore {
  /** Rejects with `IntakeError login` when it was sealed with a key that is not there any more. */
  look(name: string): Promise<KeptLogin | null>
  /** Puts a login in the place of whatever was there. */
  put(name: string, login: KeptLogin): Promise<void>
  /**
   * Runs the work while nobody else in any process does for this login, and has committed what it returns when it
   * resolves. Null: nothing is to change.
   */
  change(name: string, work: (kept: KeptLogin | null) => Promise<KeptLogin | null>): Promise<void>
}

// ---------------------------------------------------------------- reader

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

export interface SenderChecker {
  /** `raw`: its bytes, given up afterwards; null where it bears no signature. `at`: when it arrived. Never rejects. */
  check(raw: Readable | null, author: string, at: Date): Promise<NonNullable<ReadMail['checked']>>
}

// ---------------------------------------------------------------- scanner

export interface Scanner {
  /** Reads the file to its end or gives it up, perhaps more than once. Never rejects: whoever cannot be asked has not scanned. */
  scan(open: () => Readable): Promise<Scan>
  /** Program and signatures. Throws `IntakeError scanner` with what to do. */
  version(): Promise<string>
}

export type PictureSource = { readonly path: string } | { readonly bytes: Uint8Array }

/** Recognises text in a bounded child. Never rejects because of the bytes, only when the child does not even start. */
export interface PictureReader {
  /** One file at a time, others wait. `ms`: less time than a file usually has. */
  recognise(source: PictureSource, ms?: number): Promise<Recognised>
  close(): Promise<void>
}

// ---------------------------------------------------------------- courier

export interface Parcel {
  /** SMTP envelope, RFC 5321. */
  readonly from: string
  readonly to: readonly string[]
  /** The exact bytes; dot-stuffing is the courier's. */
  readonly raw: Uint8Array
  /**
   * Awaited when every byte was handed over and the final dot was not: the last moment at which the mail can still be
   * kept from being delivered. A rejection abandons it (`not-sent`).
   */
  readonly beforeDot: () => Promise<void>
}

/**
 * What became of one SMTP transaction. `not-sent`: the server never had the whole mail. `unsure`: the connection was
 * lost after the final dot and before the answer (RFC 5321 6.1), so it may have been delivered.
 */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly response: string }
  | { readonly outcome: 'deferred'; readonly why: string }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'not-sent'; readonly why: string }
  | { readonly outcome: 'unsure'; readonly why: string }

export interface Courier {
  send(parcel: Parcel): Promise<SendOutcome>
  close(): Promise<void>
}

// ---------------------------------------------------------------- bell

/** The stages of work that are rung; also the names of the queues. */
export const STAGES = ['read', 'ocr', 'decide', 'send', 'copy'] as const
export type Stage = (typeof STAGES)[number]

/** Something to do: a row of `work`. `rings` counts how often it was rung, so that a lost job never blocks a new one. */
export interface Chime {
  readonly stage: Stage
  readonly workId: string
  readonly rings: number
  /** This process has begun it already, so nobody else can go on with it. */
  readonly here?: boolean
}

/** The doorbell. Losing every ring loses nothing: the sweep rings again. */
export interface Bell {
  ring(chimes: readonly Chime[]): Promise<void>
  /** Calls the handler with the work id; a throw is logged and the sweep rings again. */
  answer(stage: Stage, concurrency: number, handler: (workId: string) => Promise<void>): Promise<void>
  /** Jobs that wait to be answered; rejects when the queue does not answer. */
  waiting(stage: Stage): Promise<number>
  /** Whether the queue answers. */
  ping(): Promise<void>
  /** Stops taking rings and waits for those under way, at most `ms`. */
  close(ms?: number): Promise<void>
}

// ---------------------------------------------------------------- alerts

/** A way to somebody that does not lead through the mailbox. Rejects when nobody took the message. */
export interface AlertChannel {
  tell(notices: readonly Notice[]): Promise<void>
}

// ---------------------------------------------------------------- rendering

export interface Rendered {
  readonly subject: string
  readonly text: string
  readonly html: string
}

export interface Renderer {
  /** Throws `IntakeError template` when a model does not fit: a bug or a broken custom template, never the mail's fault. */
  render(letter: { readonly head: LetterHead; readonly sections: readonly [Section, ...Section[]] }): Rendered
}
