/** What a person does with a draft. */
import { type Pool, rows } from './pool.ts'
import { type ChimeRow, chimesOf } from './work.ts'

/** draft -> queued, with its work due now, told in the timeline. Null: no such draft. */
export async function approveDraft(pool: Pool, outboxId: number, actor: string) {
  const found = await rows<ChimeRow>(
    pool,
    `with approved as (update outbox set state = 'queued' where id = $1 and state = 'draft' returning id, case_id, answers),
     told as (
       insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
       select now(), $2, 'draft-approved', case_id, answers, id, '{}' from approved)
     insert into work (stage, ref, next_at) select 'send', id, now() from approved returning id, stage, rings`,
    [outboxId, actor],
  )
  return found.length === 0 ? null : chimesOf(found)
}

/** draft -> rejected: it is never sent. False: no such draft. */
export async function rejectDraft(pool: Pool, outboxId: number, actor: string): Promise<boolean> {
  const found = await rows(
    pool,
    `with rejected as (update outbox set state = 'rejected' where id = $1 and state = 'draft' returning id, case_id, answers)
     insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
     select now(), $2, 'draft-rejected', case_id, answers, id, '{}' from rejected returning id`,
    [outboxId, actor],
  )
  return found.length > 0
}

export async function stateOfReply(pool: Pool, outboxId: number): Promise<string | null> {
  const [row] = await rows<{ state: string }>(pool, 'select state from outbox where id = $1', [outboxId])
  return row?.state ?? null
}
