/** What ended in front of a person: mails in quarantine, replies, copies and requests that are not tried any more. */
import { despiteDeadlocks, type Pool, type Queryable, rows, transaction } from './pool.ts'

export type PieceSort = 'reply' | 'copy' | 'request'

/** Work other than a mail's that was given up. */
export interface StoppedPiece {
  readonly sort: PieceSort
  /** Of the outbox row, or of the request. */
  readonly id: number
  readonly about: string
  readonly reason: string
  readonly attempts: number
  readonly at: Date
}

const STAGE_OF: Record<PieceSort, string> = { reply: 'send', copy: 'copy', request: 'time' }

/** A request leaves the list by itself once its moment is another one. */
const STOPPED = `
select case g.stage when 'send' then 'reply' when 'copy' then 'copy' else 'request' end as sort, g.ref as id,
  coalesce(o.recipient || ', ' || o.subject, (select min(ref) from casefile where request_id = g.ref), '') as about,
  g.reason, g.attempts, g.at
from given_up g left join outbox o on g.stage in ('send', 'copy') and o.id = g.ref
where g.stage <> 'time' or exists (
  select from stumble s where s.what = 'request ' || g.ref and s.next_at = 'infinity'
    and s.due_at = (select min(next_due_at) from casefile where request_id = g.ref))
order by g.at, g.stage, g.ref`

export function stoppedPieces(pool: Pool): Promise<StoppedPiece[]> {
  return rows<StoppedPiece>(pool, STOPPED)
}

export interface QuarantinedMail {
  readonly id: number
  readonly sha256: string | null
  /** As the mailbox told it; what is stored of a mail over the limit is less. */
  readonly bytes: number
  readonly receivedAt: Date
  readonly from: string | null
  readonly subject: string | null
  readonly code: string
  readonly detail: string
  readonly attempts: number
  readonly mailbox: string
  readonly uid: number
}

const MAIL = `
select m.id, m.sha256, m.bytes, m.received_at as "receivedAt", m.from_address as "from", m.subject, m.uid,
  m.quarantine_code as code, m.quarantine_detail as detail, b.account || '/' || b.name as mailbox,
  coalesce((select (t.detail ->> 'attempts')::int from timeline t
            where t.message_id = m.id and t.event = 'quarantined' order by t.id desc limit 1), 1) as attempts
from message m join mailbox b on b.id = m.mailbox_id where m.outcome = 'quarantined'`

export async function quarantinedMail(pool: Pool, id: number): Promise<QuarantinedMail | null> {
  const [row] = await rows<QuarantinedMail>(pool, `${MAIL} and m.id = $1`, [id])
  return row ?? null
}

/** All of them, or those of one reason. */
export async function quarantinedIds(pool: Pool, code: string | null): Promise<readonly number[]> {
  const found = await rows<{ id: number }>(
    pool,
    `select id from message where outcome = 'quarantined' and quarantine_code is not null
       and ($1::text is null or quarantine_code = $1) order by id`,
    [code],
  )
  return found.map((row) => row.id)
}

const CLOSED = `
closed as (
  update task set done_at = now(), done_by = $2
  where message_id in (select id from m) and sort = 'quarantine' and done_at is null),
told as (
  insert into timeline (at, actor, event, case_id, message_id, detail)
  select now(), $2, $3, $4, id, json_build_object('code', code, 'detail', detail) from m)`

/** The mail is read and decided from the start, with all its attempts before it. False: it is not in quarantine. */
export async function retryMail(pool: Pool, id: number, by: string): Promise<boolean> {
  return (await despiteDeadlocks(() => rows(pool, RETRY, [id, by, 'quarantine-retried', null]))).length > 0
}

const RETRY = `
with before as (
  select id, quarantine_code as code, quarantine_detail as detail from message
  where id = $1 and outcome = 'quarantined' and sha256 is not null for update),
unread as (delete from reading where message_id in (select id from before)),
unfiled as (delete from attachment where message_id in (select id from before)),
m as (
  update message set stage = 'taken', outcome = null, kind = null, content_id = null, quarantine_code = null,
    quarantine_detail = null
  from before where message.id = before.id returning message.id, before.code, before.detail),
rung as (
  insert into work (stage, ref, next_at) select 'read', id, now() from m
  on conflict (stage, ref) do update set next_at = now()),
${CLOSED} select id from m`

/**
 * Out of quarantine as it is: filed in a case for a person to deal with, or (null) as nothing that is ours. Its bytes
 * stay in the archive. False: it is not in quarantine.
 */
export async function settleMail(pool: Pool, id: number, caseId: number | null, by: string): Promise<boolean> {
  const values = [id, by, caseId === null ? 'quarantine-rejected' : 'quarantine-released', caseId]
  return (await despiteDeadlocks(() => rows(pool, SETTLE, values))).length > 0
}

const SETTLE = `
with before as (
  select id, quarantine_code as code, quarantine_detail as detail from message
  where id = $1 and outcome = 'quarantined' for update),
m as (
  update message set outcome = case when $4::bigint is null then 'unrelated' else 'filed' end,
    quarantine_code = null, quarantine_detail = null
  from before where message.id = before.id returning message.id, before.code, before.detail),
filed as (
  insert into case_message (case_id, message_id) select $4, id from m where $4::bigint is not null
  on conflict do nothing),
${CLOSED} select id from m`

/** Has it tried again from the start, or (`again` false) leaves it as it is for good; its task is done. */
export function settlePiece(pool: Pool, piece: Piece, again: boolean, by: string): Promise<boolean> {
  return despiteDeadlocks(() => transaction(pool, 'begin', (client) => settleWithin(client, piece, again, by)))
}

interface Piece {
  readonly sort: PieceSort
  readonly id: number
}

async function settleWithin(client: Queryable, { sort, id }: Piece, again: boolean, by: string): Promise<boolean> {
  const gone = 'delete from given_up where stage = $1 and ref = $2 returning ref'
  const found = await rows(client, gone, [STAGE_OF[sort], id])
  if (found.length === 0) return false
  const done =
    sort === 'request'
      ? `sort = 'failure' and case_id in (select id from casefile where request_id = $1)`
      : `sort = 'delivery' and outbox_id = $1`
  await client.query(`update task set done_at = now(), done_by = $2 where done_at is null and ${done}`, [id, by])
  await client.query(
    `insert into timeline (at, actor, event, case_id, outbox_id, detail)
     select now(), $2, $3, case when $4 then (select min(id) from casefile where request_id = $1)
       else (select case_id from outbox where id = $1) end, case when not $4 then $1 end, json_build_object('sort', $5::text)`,
    [id, by, again ? 'work-retried' : 'work-dropped', sort === 'request', sort],
  )
  if (again) for (const sql of AGAIN[sort]) await client.query(sql, [id])
  return true
}

const WORK = (stage: string) => `
insert into work (stage, ref, next_at) select '${stage}', id, now() from outbox where id = $1
on conflict (stage, ref) do update set next_at = now(), attempts = 0, begun = 0`

/** Whoever has a reply sent again whose fate is unknown has looked: it counts as never handed over. */
const AGAIN: Record<PieceSort, readonly string[]> = {
  reply: [
    `update outbox set state = 'queued', attempts = 0, handed = 0, in_doubt = false, not_before = null, claimed_by = null
     where id = $1 and state in ('refused', 'unsure')`,
    WORK('send'),
  ],
  copy: [WORK('copy')],
  request: [`delete from stumble where what = 'request ' || $1::bigint`],
}
