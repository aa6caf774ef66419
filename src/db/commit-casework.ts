/**
 * Casework that no mail caused: what people order and what time brings. Cases, letters, tasks and timeline in one
 * statement; a case that somebody else changed since it was read lets nothing be written.
 */
import type { Casework, WrittenCasework } from '../ports/stores/casework.ts'
import { CASE_COLUMNS, caseRow, INSERT_CASES, UPDATE_CASES } from './case-row.ts'
import { jsonText } from './json.ts'
import { OUTBOX_COLUMNS, outboxRow } from './outbox-row.ts'
import { prepared, type Queryable } from './pool.ts'
import { settledTasks } from './settled-tasks.ts'
import { caseTimeline } from './timeline-entries.ts'
import { type ChimeRow, chimesOf, RING_LEASE } from './work.ts'

const NOW = 'to_timestamp($2::float8 / 1000)'

/** The letters with each case of another request that they are about. */
const ALONG = `queued q join reply r on r.message_id = q.message_id cross join unnest(r.along) as a(case_id)`

const COMMIT = `
with u as (select * from json_to_recordset($1) as u(${CASE_COLUMNS})),
held as materialized (
  select id, version from casefile where id in (select id from u where not opened) order by id for update),
free as (
  select not exists (select from u left join held on held.id = u.id
                     where not u.opened and held.version is distinct from u.version - 1) as yes),
opened as (${INSERT_CASES.replace('$NOW', NOW)} from u, free where free.yes and u.opened),
changed as (${UPDATE_CASES} from u, free where free.yes and not u.opened and casefile.id = u.id),
reply as (select o.* from json_to_recordset($3) as o(${OUTBOX_COLUMNS}), free where free.yes),
queued as (
  insert into outbox (key, case_id, template, recipient, recipient_domain, subject, message_id, in_reply_to,
                      return_path, raw, plain_receipt, state, created_at, not_before, sections, asks, answers)
  select key, case_id, template, recipient, recipient_domain, subject, message_id, in_reply_to, return_path,
         decode(raw, 'base64'), plain_receipt, state, ${NOW}, case when delay > 0 then now() + make_interval(mins => delay) end,
         sections, asks, mail
  from reply on conflict (key) do nothing
  returning id, case_id, state, template, message_id, not_before),
threaded as (
  insert into case_thread (message_id, case_id) select message_id, case_id from queued where case_id is not null
  union select q.message_id, a.case_id from ${ALONG}
  on conflict do nothing),
along as (insert into outbox_along (outbox_id, case_id) select q.id, a.case_id from ${ALONG}),
told as (
  insert into timeline (at, actor, event, case_id, outbox_id, detail)
  select ${NOW}, $5, t.event, t.case_id, t.outbox_id, t.detail
  from json_to_recordset($4) as t(event text, case_id bigint, outbox_id bigint, detail json), free where free.yes
  union all
  select ${NOW}, 'system', 'reply-' || state, case_id, id, json_build_object('template', template) from queued),
asked as (
  insert into task (sort, sentence, case_id, opened_at, once)
  select q.sort, q.sentence, q."caseId", ${NOW}, q.once
  from json_to_recordset($6) as q(sort text, sentence text, "caseId" bigint, once text), free where free.yes
  on conflict (once) where once is not null and done_at is null do nothing),
${settledTasks(NOW, 'json_to_recordset($7) as q(once text, why text), free', 'free.yes and ', 'null::bigint')}
rung as (
  insert into work (stage, ref, next_at)
  select 'send', id, coalesce(not_before, now() + ${RING_LEASE}) from queued where state = 'queued'
  returning id, ref, stage, rings)
select free.yes, (select json_agg(id) from queued) as letters,
  (select json_agg(json_build_object('id', rung.id, 'stage', rung.stage, 'rings', rung.rings))
   from rung join queued on queued.id = rung.ref where queued.not_before is null) as chimes
from free`

/** Null: a case was changed by somebody else meanwhile, and nothing was written. */
export async function commitCasework(db: Queryable, work: Casework): Promise<WrittenCasework | null> {
  const [row] = await prepared<{ yes: boolean; letters: number[] | null; chimes: ChimeRow[] | null }>(
    db,
    'commit-casework',
    COMMIT,
    [
      jsonText(work.cases.map(caseRow)),
      work.now,
      jsonText(work.replies.map((reply) => outboxRow(reply, false))),
      jsonText(work.cases.flatMap(caseTimeline)),
      work.actor,
      jsonText(work.tasks),
      jsonText(work.settles ?? []),
    ],
  )
  if (!row?.yes) return null
  return { chimes: chimesOf(row.chimes ?? []), letters: row.letters ?? [] }
}
