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
