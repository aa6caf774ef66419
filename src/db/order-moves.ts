/** What an order does besides changing cases: drafts, tasks, corrections, mails that move. One statement each. */

import type { Also } from '../domain/orders/effects.ts'
import type { Chime } from '../ports/bell.ts'
import type { CarriedOut } from '../ports/stores/orders.ts'
import { joinAffiliates, partAffiliates } from './affiliations.ts'
import { type Queryable, rows } from './pool.ts'
import { type ChimeRow, chimesOf } from './work.ts'

/** Somebody else was first, and what was to be confirmed is not so: nothing of the order may be written. */
export class OrderOvertaken extends Error {}

export function some<Row>(found: readonly Row[]): readonly Row[] {
  if (found.length === 0) throw new OrderOvertaken()
  return found
}

export async function carryOut(client: Queryable, work: CarriedOut): Promise<readonly Chime[]> {
  const chimes: Chime[] = []
  for (const one of work.also) chimes.push(...(await move(client, one, work)))
  for (const { file } of work.cases)
    if (work.order.act === 'split' && !work.before.has(file.ref)) await rows(client, PARTICIPANTS, [file.id])
  return chimes
}

const SEND = `
with moved as (
  update outbox set state = 'queued', not_before = null where id = $1 and state = 'draft' returning id, case_id, answers),
told as (
  insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
  select to_timestamp($2::float8 / 1000), $3, 'draft-approved', case_id, answers, id, '{}' from moved)
insert into work (stage, ref, next_at) select 'send', id, now() from moved
-- Of an earlier yes that was taken back in the moment in which it was given.
on conflict (stage, ref) do update set next_at = excluded.next_at, created_at = excluded.created_at
returning id, stage, rings`

/** Only what has not begun to leave. */
const STATE = `
with moved as (
  update outbox set state = $4 where id = $1 and state = any($5) returning id, case_id, answers),
told as (
  insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
  select to_timestamp($2::float8 / 1000), $3, $6, case_id, answers, id, '{}' from moved),
gone as (delete from work where stage = 'send' and ref in (select id from moved))
select id from moved`

const TASK = `update task set done_at = case when $2 then to_timestamp($3::float8 / 1000) end, done_by = $4 where id = $1`

const MOVE_MAILS = `
with ids as (
  select (select id from casefile where ref = $1) as from_case, (select id from casefile where ref = $2) as into_case),
moved as (
  insert into case_message (case_id, message_id) select into_case, unnest($3::bigint[]) from ids on conflict do nothing),
threads as (
  insert into case_thread (message_id, case_id)
  select m.message_id, ids.into_case from ids, message m where m.id = any($3) and m.message_id is not null
  on conflict do nothing),
gone_threads as (
  delete from case_thread t using ids, message m
  where t.case_id = ids.from_case and m.id = any($3) and t.message_id = m.message_id),
awaited as (
  insert into awaited_messages (message_id, case_id, named_by)
  select a.message_id, ids.into_case, a.named_by from ids, awaited_messages a
  where a.case_id = ids.from_case and a.named_by = any($3) on conflict do nothing),
gone_awaited as (
  delete from awaited_messages a using ids where a.case_id = ids.from_case and a.named_by = any($3)),
-- Who was introduced may write and takes no part by it, or the whole domain would.
guest as (
  select unnest(regexp_split_to_array(lower(c.file #>> '{items,introduced,value}'), '[,; ]+')) as address
  from ids, casefile c where c.id in (ids.from_case, ids.into_case) and c.file #>> '{items,introduced,state}' = 'met'),
joined as (
  insert into case_participant (case_id, address)
  select distinct ids.into_case, m.from_address from ids, message m
  where m.id = any($3) and m.kind = 'human' and m.from_address is not null
    and not exists (select from guest where address = lower(m.from_address)) on conflict do nothing),
-- Who has no mail left in a case that goes on takes part in it no more; a merged one still knows its people.
left_it as (
  delete from case_participant p using ids, casefile c
  where p.case_id = ids.from_case and c.id = ids.from_case and c.status <> 'closed'
    and p.address in (select from_address from message where id = any($3))
    and not exists (
      select from case_message cm join message m on m.id = cm.message_id
      where cm.case_id = ids.from_case and m.from_address = p.address and cm.message_id <> all($3)))
delete from case_message c using ids where c.case_id = ids.from_case and c.message_id = any($3)`

const PARTICIPANTS = `
insert into case_participant (case_id, address)
select distinct $1::bigint, m.from_address from case_message cm join message m on m.id = cm.message_id
where cm.case_id = $1 and m.kind = 'human' and m.from_address is not null on conflict do nothing`

async function move(client: Queryable, one: Also, { now, actor }: CarriedOut): Promise<readonly Chime[]> {
  const state = async (draft: number, to: string, from: readonly string[], event: string) =>
    some(await rows(client, STATE, [draft, now, actor, to, from, event]))
  switch (one.also) {
    case 'send-draft':
      return chimesOf(some(await rows<ChimeRow>(client, SEND, [one.draft, now, actor])))
    case 'hold-draft':
      await state(one.draft, 'draft', ['queued', 'retry'], 'draft-held')
      return []
    case 'drop-draft':
      await state(one.draft, 'rejected', ['draft', 'queued', 'retry'], 'draft-rejected')
      return []
    case 'restore-draft':
      await state(one.draft, 'draft', ['rejected'], 'draft-restored')
      return []
    case 'close-task':
    case 'open-task':
      await rows(client, TASK, [one.task, one.also === 'close-task', now, actor])
      return []
    case 'move-mails':
      await rows(client, MOVE_MAILS, [one.from, one.into, one.messageIds])
      return []
    case 'join-affiliates':
      some(await joinAffiliates(client, one, now, actor))
      return []
    case 'part-affiliates':
      some(await partAffiliates(client, one))
      return []
    // Written by others: the cases, the letters, the corrections.
    case 'open-case':
    case 'ask-letter':
    case 'correct':
    case 'withdraw-correction':
      return []
  }
}
