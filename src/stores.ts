/**
 * What the flows keep in the database and ask of it, written by their user: the rows as they see them, and one store
 * per flow. `src/db` implements these; every method that changes something is one transaction.
 */
import type { ArrivalFacts, Configured } from './domain/decide/arrival.ts'
import type { Decision, LetterWish } from './domain/decision.ts'
import type { Scan } from './domain/files/scan.ts'
import type { Label } from './domain/learn/example.ts'
import type { ReadMail } from './domain/mail.ts'
import type { Recognised } from './domain/pictures.ts'
import type { Understanding } from './domain/understanding.ts'
import type { Chime, RefusalCode, Stage } from './ports.ts'

export type { ClaimedReply, CopyStore, SendStore, UnsureReply } from './outbox-stores.ts'

/** One holder at a time for a named thing, across all processes; lost at once when the holder dies. */
export interface Leases {
  /** This process's number; others can tell whether it lives. */
  readonly instance: number
  /** Waits for the lease, runs `work`, gives it back. `lost` fires when the lease is lost meanwhile. */
  hold<T>(key: string, signal: AbortSignal, work: (lost: AbortSignal) => Promise<T>): Promise<T | undefined>
  close(): Promise<void>
}

/** A UIDVALIDITY of a mailbox and how far we are in it. */
export interface Epoch {
  readonly mailboxId: number
  readonly uidValidity: number
  /** UIDs below lie before the start point and are explained by it. */
  readonly startUid: number
  /** All UIDs below have a ledger row or lie before the start. */
  readonly nextUid: number
  /** This UIDVALIDITY replaced another: what we already have is a duplicate, what is older than the start is not ours. */
  readonly byContent: boolean
  /** UIDs below lay there when this was first seen, and may be old; 0 in the first one: they are answered as new mail. */
  readonly oldBelow: number
  readonly startAt: Date
}

export type EpochKey = Pick<Epoch, 'mailboxId' | 'uidValidity'>

export interface EpochStore {
  epochs(mailboxId: number): Promise<readonly Epoch[]>
  openEpoch(epoch: Omit<Epoch, 'startAt'>): Promise<void>
}

/** A ledger row to be written. */
export interface TakenMail {
  readonly uid: number
  /** null only for a mail whose bytes could not be had. */
  readonly sha256: string | null
  readonly bytes: number
  readonly receivedAt: Date
  /** Older than the start point; matters only after a change of UIDVALIDITY. */
  readonly older: boolean
  /** From whom it is and to which thread it belongs, as its header says; only for the order of work. */
  readonly lane: string | null
  readonly thread: string | null
  readonly quarantine: { readonly code: string; readonly detail: string } | null
}

export interface TakeInStore {
  /** One transaction: ledger rows, their work, the cursor. Rows that are there already stay as they are. */
  take(
    epoch: EpochKey,
    mails: readonly TakenMail[],
    nextUid: number,
  ): Promise<{
    readonly chimes: readonly Chime[]
    /** Those that got work, by their numbers in the ledger. */
    readonly mails: readonly number[]
  }>
  /** UIDs of the epoch that have a ledger row. */
  takenUids(epoch: EpochKey): Promise<ReadonlySet<number>>
  synced(epoch: EpochKey, inMailbox: number | null): Promise<void>
}

export interface WatchStore extends TakeInStore, EpochStore {
  openMailbox(
    place: { readonly account: string; readonly mailbox: string },
    start: { readonly rule: string; readonly at: Date },
  ): Promise<{ readonly id: number; readonly rule: string; readonly startAt: Date }>
}

export interface WorkStore {
  /** Notes a failed attempt, sets the next one (2 s, doubling, at most 5 min) and returns how many there were. */
  failed(workId: string, error: string, now: Date): Promise<number>
  /** Notes that something outside was away, sets the next attempt; true: it has waited for days and must end. */
  postponed(workId: string, error: string, now: Date): Promise<boolean>
  /** Ends work that cannot be done: quarantines its mail, or parks its reply, with a task for a person. */
  giveUp(workId: string, error: string): Promise<void>
}

export interface SweepStore {
  /** Takes due work of the stages, pushes its next time by the lease, and returns it with its new number of rings. */
  due(most: number, stages: readonly Stage[]): Promise<readonly Chime[]>
  /** Replies found in `sending` whose process is dead become queued, or unsure when the dot may have left. Returns how many. */
  adoptOrphans(): Promise<number>
}

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

export interface FindableStore {
  /** Puts the words of some mails that were read into the index; returns how many. */
  makeFindable(most: number): Promise<number>
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

export interface MailToRecognise {
  readonly messageId: number
  readonly mail: ReadMail
  /** How often it was begun, this time included. */
  readonly attempts: number
}

export type Recognition = Pick<MailToRecognise, 'messageId' | 'mail'>

export interface OcrStore {
  /** Takes the work for a while and counts the attempt; null when it is done already. */
  toRecognise(workId: string): Promise<MailToRecognise | null>
  /** What is known of a file; also keeps the work ours for another while. */
  recognised(workId: string, sha256: string): Promise<Recognised | null>
  keepRecognised(sha256: string, found: Recognised, milliseconds: number): Promise<void>
  /** One transaction: the reading with the text, the work of deciding. */
  recordRecognised(workId: string, recognition: Recognition): Promise<readonly Chime[]>
}

export interface MailToDecide {
  readonly messageId: number
  readonly receivedAt: Date
  readonly mail: ReadMail
  /** Somebody said that a person wrote it, and what it wants; null: it is as it is understood. */
  readonly corrected: Label | null
  /** As in `MailToRead`. */
  readonly begun: number | null
}

/** The keys by which facts are looked up. */
export interface FactKeys {
  readonly sender: string
  readonly recipient: string
  readonly messageIds: readonly string[]
  /** Message-IDs of ours that it refers to; their signatures hold. */
  readonly ownIds: readonly string[]
  /** Case references out of them. */
  readonly tokenRefs: readonly string[]
  readonly subjectRefs: readonly string[]
  /** Message-IDs and return-path keys of ours that a bounce is about. */
  readonly bounced: readonly string[]
  /** How many cases the mail may open. */
  readonly wantsCases: number
  /** The company it names, in a form for searching. */
  readonly companyKey: string | null
  readonly states: readonly string[]
  /** Our numbers of agreements that it names (CDS-...). */
  readonly tracking: readonly string[]
  /** It may ask for its place in the early ordering queue. */
  readonly wantsQueue: boolean
}

/** Facts as the store knows them; what configuration knows is added here. */
export type StoredFacts = Omit<ArrivalFacts, 'now' | 'autonomy' | Configured>

/** A reply as it will go over the wire, fixed before it is committed. */
export interface WrittenReply {
  readonly wish: LetterWish
  readonly messageId: string
  readonly returnPath: string
  readonly inReplyTo: string | null
  readonly subject: string
  readonly raw: Buffer
}

/** Mails that a mail names as those it answers: texts of theirs, and letters of ours as they were sent. */
export interface OlderMails {
  readonly texts: readonly string[]
  readonly letters: readonly Buffer[]
}

export interface DecideSession {
  /** Asked only of mails that may answer within what they quote. */
  older(messageIds: readonly string[]): Promise<OlderMails>
  /** `now` in milliseconds: what counts as the last hour. */
  facts(todo: MailToDecide, keys: FactKeys, now: number): Promise<StoredFacts>
  commit(
    todo: MailToDecide,
    decision: Decision,
    replies: readonly WrittenReply[],
    now: number,
  ): Promise<readonly Chime[]>
}

export interface DecideStore {
  /**
   * Runs `work` for the mail, one mail of a sender's domain after the other, and again on fresh facts when another
   * process decided about the same domain meanwhile. No chimes when there is nothing left to decide.
   */
  decide(workId: string, work: DecideWork): Promise<readonly Chime[]>
  /** The same for a mail that was read just now, under the work of reading it: one transaction records both. */
  decideReading(workId: string, reading: Reading, work: DecideWork): Promise<readonly Chime[]>
}

export type DecideWork = (todo: MailToDecide, session: DecideSession) => Promise<readonly Chime[]>

/** A mail with what was understood of it when it was decided. */
export interface PastDecision {
  readonly id: number
  readonly sha256: string
  readonly subject: string | null
  readonly caseRefs: readonly string[]
  readonly understanding: Understanding
}
