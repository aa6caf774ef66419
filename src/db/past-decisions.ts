/** What was decided, for looking at it again. */
import type { SenderCheck } from '../domain/sender-check.ts'
import type { PastDecision } from '../ports/stores/past-decisions.ts'
import { type Pool, rows } from './pool.ts'

/** Decided mails with a larger id, oldest first. Readings of an earlier program may lack fields that were added since. */
export function pastDecisions(
  pool: Pool,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<PastDecision[]> {
  return rows<PastDecision>(
    pool,
    `select m.id, m.sha256, m.subject, d.understanding,
       (select coalesce(array_agg(c.ref order by c.id), '{}') from case_message cm join casefile c on c.id = cm.case_id
        where cm.message_id = m.id) as "caseRefs"
     from decision d join message m on m.id = d.message_id
     where m.sha256 is not null and m.id > $1 order by m.id limit $2`,
    [after, most],
  )
}

/** As it was found when the mail was read: the DNS of today says nothing of that. Null: it was not checked by us. */
export async function senderCheckOf(pool: Pool, messageId: number): Promise<SenderCheck | null> {
  const found = await rows<{ checked: SenderCheck | null }>(
    pool,
    `select mail -> 'checked' as checked from reading where message_id = $1`,
    [messageId],
  )
  return found[0]?.checked ?? null
}

export async function countDecisions(pool: Pool): Promise<number> {
  const [row] = await rows<{ count: number }>(pool, 'select count(*) as count from decision')
  return row?.count ?? 0
}
