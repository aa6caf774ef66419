/** Cases in which time alone may cause something, request by request. */

import type { CaseFile } from '../domain/casework/case-file.ts'
import { DIFFERENCE } from '../domain/casework/proofs/entities.ts'
import { MAIL_QUESTIONS } from '../domain/reminders/waiting-mail.ts'
import type { Answered } from '../domain/reply.ts'
import type { TimeStore } from '../ports/stores/due-cases.ts'
import { commitCasework } from './commit-casework.ts'
import { type Pool, prepared, type Queryable } from './pool.ts'
import { giveUpRequest, stumbleStore } from './stumbles.ts'

const DUE = `
select d.request_id as "requestId" from (
  select request_id, min(next_due_at) as due from casefile where next_due_at <= to_timestamp($1::float8 / 1000)
  group by request_id) d
left join stumble s on s.what = 'request ' || d.request_id and s.due_at = d.due
where s.what is null or s.next_at <= to_timestamp($1::float8 / 1000)
order by d.due limit $2`

const OPEN = `select file from casefile where request_id = $1 and status <> 'closed' order by id`

const BLOCKED = `select address from blocked_address where address = any($1)`

/** Who wrote a mail is known once it is read. Where a person dropped the draft that asked, nobody was asked. */
const WAITS = `
select exists (
    select from work w join message m on m.id = w.ref
    where w.stage in ('read', 'ocr', 'decide') and (m.from_address is null or m.from_address = any($2)))
  or exists (
    select from casefile c join outbox o on o.case_id = c.id
    where c.request_id = $1 and o.state in ('draft', 'queued', 'retry', 'sending', 'unsure'))
  or exists (
    select from casefile c join outbox_along a on a.case_id = c.id join outbox o on o.id = a.outbox_id
    where c.request_id = $1 and o.state in ('draft', 'queued', 'retry', 'sending', 'unsure'))
  or not exists (
    select from casefile c join outbox o on o.case_id = c.id where c.request_id = $1 and o.state = 'sent') as waits`

/** That a paper names another company is one question in all cases of the request. */
const UNANSWERED = `
select distinct c.id from casefile c join case_message cm on cm.case_id = c.id
join message m on m.id = cm.message_id join task t on t.message_id = m.id
where c.request_id = $1 and t.done_at is null and t.sort = any($2) and m.kind = 'human'
  and m.received_at > to_timestamp((c.file ->> 'receivedAt')::float8 / 1000)
union
select c.id from casefile c join casefile o on o.request_id = c.request_id
  join task t on t.case_id = o.id and starts_with(t.once, '${DIFFERENCE}') join message m on m.id = t.message_id
where c.request_id = $1 and t.done_at is null and m.kind = 'human'
  and m.received_at > to_timestamp((c.file ->> 'receivedAt')::float8 / 1000)`

const BESIDES = `
select distinct o.request_id as "requestId" from casefile c join casefile o on o.company_key = c.company_key
where c.request_id = $1 and o.request_id <> $1 and o.status <> 'closed' and o.file #>> '{chase,to}' = any($2)
order by 1 limit 20`

const LAST_HOUR = `
select count(*)::int as count from outbox
where created_at > to_timestamp($1::float8 / 1000) - interval '1 hour' and state not in ('draft', 'rejected')`

/** The newest mail of theirs in a case of the request: what our letter continues. */
const NEWEST = `
select r.mail ->> 'messageId' as "messageId", r.mail -> 'references' as "references", r.mail -> 'inReplyTo' as "inReplyTo",
  r.mail ->> 'subject' as subject
from case_message cm join message m on m.id = cm.message_id join reading r on r.message_id = m.id
join casefile c on c.id = cm.case_id
where c.request_id = $1 and m.kind = 'human' order by m.received_at desc, m.id desc limit 1`

export function timeStore(pool: Pool): TimeStore {
  return {
    stumbles: stumbleStore(pool),
    giveUp: (requestId, error) => giveUpRequest(pool, requestId, error),
    async dueRequests(now, most) {
      const found = await prepared<{ requestId: number }>(pool, 'due-requests', DUE, [now, most])
      return found.map((row) => row.requestId)
    },
    async openCases(requestId) {
      const found = await prepared<{ file: CaseFile }>(pool, 'open-cases', OPEN, [requestId])
      return found.map((row) => row.file)
    },
    async besides(requestId, addresses) {
      const found = await prepared<{ requestId: number }>(pool, 'besides', BESIDES, [requestId, addresses])
      return found.map((row) => row.requestId)
    },
    blocked: (addresses) => blockedAmong(pool, addresses),
    async waits(requestId, addresses) {
      const [row] = await prepared<{ waits: boolean }>(pool, 'reminders-wait', WAITS, [requestId, addresses])
      return row?.waits ?? false
    },
    async unanswered(requestId) {
      const found = await prepared<{ id: number }>(pool, 'unanswered', UNANSWERED, [requestId, MAIL_QUESTIONS])
      return found.map((row) => row.id)
    },
    async repliesLastHour(now) {
      const [row] = await prepared<{ count: number }>(pool, 'replies-last-hour', LAST_HOUR, [now])
      return row?.count ?? 0
    },
    newestMail: (requestId) => newestMail(pool, requestId),
    commit: (work) => commitCasework(pool, work),
  }
}

export async function newestMail(pool: Pool, requestId: number): Promise<Answered | null> {
  const [row] = await prepared<Answered>(pool, 'newest-mail', NEWEST, [requestId])
  return row ?? null
}

/** Those of the addresses to which nothing more is sent. */
export async function blockedAmong(db: Queryable, addresses: readonly string[]): Promise<readonly string[]> {
  const found = await prepared<{ address: string }>(db, 'blocked', BLOCKED, [addresses])
  return found.map((row) => row.address)
}
