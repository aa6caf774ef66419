import { type Pool, prepared } from './pool.ts'

interface Copy {
  outboxId: number
  messageId: string
  raw: Buffer
  sentAt: Date
  again: boolean
}

export function copyStore(pool: Pool) {
  return {
    /** Counts the attempt before it is made: a second one then knows that a first may have succeeded. */
    async toCopy(workId: string): Promise<Copy | null> {
      const [row] = await prepared<Copy>(
        pool,
        'to-copy',
        `update work w set attempts = w.attempts + 1 from outbox o
         where w.id = $1 and w.stage = 'copy' and o.id = w.ref and o.copied_at is null
         returning o.id as "outboxId", o.message_id as "messageId", o.raw, o.sent_at as "sentAt", w.attempts > 1 as again`,
        [workId],
      )
      return row ?? null
    },

    async copied(workId: string, outboxId: number): Promise<void> {
      await prepared(
        pool,
        'copied',
        'with gone as (delete from work where id = $1) update outbox set copied_at = now() where id = $2',
        [workId, outboxId],
      )
    },
  }
}
