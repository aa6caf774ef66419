import type { Chime } from '../bell.ts'
import type { EpochKey, EpochStore } from './epochs.ts'

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
