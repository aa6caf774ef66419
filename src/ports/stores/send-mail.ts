import type { Chime } from '../bell.ts'

export interface ClaimedReply {
  readonly outboxId: number
  /** Number of the mail that it answers. */
  readonly answers: number | null
  readonly recipient: string
  readonly returnPath: string
  readonly messageId: string
  readonly raw: Buffer
  /** This attempt included. */
  readonly attempts: number
  readonly createdAt: Date
  /** How long it is to be sent already; a draft waits for a person first. */
  readonly waitedMs: number
}

export interface UnsureReply extends ClaimedReply {
  /** Binds nobody: a receipt that may arrive twice. */
  readonly plainReceipt: boolean
  /** How often all its bytes were handed over without a known outcome: 1, or 2 when the second try was made. */
  readonly handed: number
}

export interface SendStore {
  /** queued or retry -> sending, by this process; null when the row is in no state to be sent. */
  claim(workId: string): Promise<ClaimedReply | null>
  /** sending -> unsure where this process claimed the row and does not know of it; mostly nothing. */
  forgotten(workId: string): Promise<void>
  /** The row of this work when it is unsure. */
  unsure(workId: string): Promise<UnsureReply | null>
  /** Work of a letter that nobody wants to leave any more ends; mostly nothing. */
  needless(workId: string): Promise<void>
  /** unsure -> sending for the one second try. */
  claimAgain(workId: string): Promise<ClaimedReply | null>
  /**
   * Marks that the final dot may leave from now on; rejects when the row is not ours any more. What a process leaves
   * in `sending` without this mark was certainly not delivered and is simply sent.
   */
  beforeDot(outboxId: number): Promise<void>
  /** sending or unsure -> sent, with the work of filing a copy. */
  sent(
    workId: string,
    outboxId: number,
    response: string,
    reply: Pick<ClaimedReply, 'messageId' | 'raw'>,
  ): Promise<readonly Chime[]>
  /** sending -> retry at a time. An attempt in which the server was away does not count against the reply. */
  retry(workId: string, outboxId: number, why: string, at: Date, counts: boolean): Promise<void>
  /** sending -> refused, with a task for a person. */
  refused(workId: string, outboxId: number, why: string): Promise<void>
  /** sending -> unsure; the work goes on with looking it up. */
  becameUnsure(workId: string, outboxId: number, why: string): Promise<readonly Chime[]>
  /** unsure stays; a person gets a task. */
  askPerson(workId: string, outboxId: number, why: string): Promise<void>
}
