/** What an order that takes another back leaves besides the cases as they were. */
import type { CarriedOut } from '../ports/stores/orders.ts'
import { some } from './order-moves.ts'
import { type Queryable, rows } from './pool.ts'

const UNDONE = 'update ordered set undone_by = $1 where id = $2 and undone_by is null returning id'

const TELL = `
insert into timeline (at, actor, event, case_id, detail)
select to_timestamp($1::float8 / 1000), $2, 'order-undone', id, json_build_object('order', $3::int)
from casefile where ref = any($4) order by id`

/** Drafts are held against what their cases are again. */
const LOOK_AGAIN = `
update outbox set looked_at = to_timestamp(0) where state = 'draft' and case_id in (
  select other.id from casefile own join casefile other on other.request_id = own.request_id where own.ref = any($1))`

/** Rejects when somebody else has taken it back meanwhile. */
export async function recordUndone(client: Queryable, work: CarriedOut, order: number): Promise<void> {
  some(await rows(client, UNDONE, [work.number, order]))
  const refs = work.cases.map(({ file }) => file.ref)
  await rows(client, TELL, [work.now, work.actor, order, refs])
  await rows(client, LOOK_AGAIN, [refs])
}
