import { batched } from '../foundation/batched.ts'
import { type Pool, prepared } from './pool.ts'
import type { Copies, Copy } from './reply-moves.ts'
import { handedOut } from './work.ts'

const TO_COPY = `
update work w set attempts = w.attempts + 1 from outbox o
where w.id = any($1) and w.stage = 'copy' and o.id = w.ref and o.copied_at is null
returning w.id as work, o.id as "outboxId", o.message_id as "messageId", o.raw, o.sent_at as "sentAt", w.attempts > 1 as again`

const COPIED = `
with gone as (delete from work where id = any($1))
update outbox set copied_at = now() where id = any($2)`

const MOST = 32
/** Copies are filed one after the other and wait for no rush: they would wait for the gathering more than for the mailbox. */
const GATHER = { gatherMs: 5 }

/** `copies`: what the sender of this process begins for us, where it stands beside us. */
export function copyStore(pool: Pool, copies: Copies | null = null) {
  const copied = batched(
    MOST,
    async (items: readonly { work: string; id: number }[]) => {
      await prepared(pool, 'copied', COPIED, [items.map((item) => item.work), items.map((item) => item.id)])
      return items.map(() => undefined)
    },
    GATHER,
  )
  const toCopy = batched(
    MOST,
    async (works: readonly string[]): Promise<readonly (Copy | null)[]> => {
      return handedOut(works, await prepared<Copy & { work: number }>(pool, 'to-copy', TO_COPY, [works]))
    },
    GATHER,
  )
  return {
    /** Counts the attempt before it is made: a second one then knows that a first may have succeeded. */
    toCopy: async (workId: string): Promise<Copy | null> => copies?.take(workId) ?? toCopy(workId),

    copied: (workId: string, outboxId: number): Promise<void> => copied({ work: workId, id: outboxId }),
  }
}
