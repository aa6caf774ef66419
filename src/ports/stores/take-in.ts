import type { Chime } from '../bell.ts'

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
