/** What was decided, for looking at it again. */
import type { PastDecision } from '../stores.ts'
import { type Pool, rows } from './pool.ts'

/** Decided mails with a larger id, oldest first. Readings of an earlier program may lack fields that were added since. */
export function pastDecisions(
  pool: Pool,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<PastDecision[]> {
  return rows<PastDecision>(
    pool,
    `select m.id, m.sha256, m.subject, d.understanding, r.mail->'checked' as checked,
       (select coalesce(array_agg(c.ref order by c.id), '{}') from case_message cm join casefile c on c.id = cm.case_id
        where cm.message_id = m.id) as "caseRefs"
     from decision d join message m on m.id = d.message_id left join reading r on r.message_id = m.id
     where m.sha256 is not null and m.id > $1 order by m.id limit $2`,
    [after, most],
  )
}

export async function countDecisions(pool: Pool): Promise<number> {
  const [row] = await rows<{ count: number }>(pool, 'select count(*) as count from decision')
  return row?.count ?? 0
}
