export interface CopyStore {
  /** The reply to file; `again` when an earlier attempt may have filed it. Null when nothing is left to do. */
  toCopy(workId: string): Promise<{
    readonly outboxId: number
    readonly messageId: string
    readonly raw: Buffer
    readonly sentAt: Date
    readonly again: boolean
  } | null>
  copied(workId: string, outboxId: number): Promise<void>
}
