/** What the commands list. Newest last, keyset-paged by id, so that a long table is never read whole. */
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { ClockLine } from '../domain/casework/outcome.ts'
import { OF_CASE } from './outbox-row.ts'
import { type Pool, rows } from './pool.ts'

export interface MessageLine {
  id: number
  mailbox: string
  uidvalidity: number
  uid: number
  sha256: string | null
  messageId: string | null
  receivedAt: Date
  from: string | null
  subject: string | null
  kind: string | null
  outcome: string | null
  caseRefs: string[]
  quarantine: { code: string; detail: string } | null
}

export interface CaseLine {
  ref: string
  company: string | null
  state: string | null
  ilec: string | null
  agreement: string | null
  path: string | null
  status: string
  openedAt: Date
  receivedAt: Date
  negotiator: string | null
  missing: string[]
  clocks: ClockLine[]
}

export interface OutboxLine {
  id: number
  caseRef: string | null
  template: string
  to: string
  subject: string
  messageId: string
  inReplyTo: string | null
  state: string
  key: string
  attempts: number
  createdAt: Date
  sentAt: Date | null
}

const MESSAGE = `
select m.id, b.account || '/' || b.name as mailbox, m.uidvalidity, m.uid, m.sha256, m.message_id as "messageId",
  m.received_at as "receivedAt", m.from_address as "from", m.subject, m.kind, m.outcome,
  (select coalesce(array_agg(c.ref order by c.id), '{}') from case_message cm join casefile c on c.id = cm.case_id
   where cm.message_id = m.id) as "caseRefs",
  case when m.quarantine_code is not null
    then json_build_object('code', m.quarantine_code, 'detail', m.quarantine_detail) end as quarantine
from message m join mailbox b on b.id = m.mailbox_id`

const CASE = `
select id, ref, company, nullif(array_to_string(states, ','), '') as state, ilec, agreement, path, status,
  opened_at as "openedAt", received_at as "receivedAt", negotiator, missing, clocks
from casefile`

const OUTBOX = `
select o.id, c.ref as "caseRef", o.template, o.recipient as "to", o.subject, o.message_id as "messageId",
  o.in_reply_to as "inReplyTo", o.state, o.key, o.attempts, o.created_at as "createdAt", o.sent_at as "sentAt"
from outbox o left join casefile c on c.id = o.case_id`

export interface Page {
  /** Rows with a larger id only. */
  readonly after: number
  readonly most: number
}

export function listMessages(pool: Pool, page: Page, onlyQuarantined = false): Promise<MessageLine[]> {
  const where = onlyQuarantined ? `m.quarantine_code is not null and m.id > $1` : 'm.id > $1'
  return rows<MessageLine>(pool, `${MESSAGE} where ${where} order by m.id limit $2`, [page.after, page.most])
}

export function listCases(pool: Pool, page: Page): Promise<(CaseLine & { id: number })[]> {
  return rows(pool, `${CASE} where id > $1 order by id limit $2`, [page.after, page.most])
}

export function listOutbox(pool: Pool, page: Page): Promise<OutboxLine[]> {
  return rows<OutboxLine>(pool, `${OUTBOX} where o.id > $1 order by o.id limit $2`, [page.after, page.most])
}

export type FoundCase = CaseLine & { readonly id: number; readonly file: CaseFile }

export async function findCase(pool: Pool, ref: string): Promise<FoundCase | null> {
  const [row] = await rows<FoundCase>(pool, `${CASE.replace('select id', 'select file, id')} where ref = upper($1)`, [
    ref,
  ])
  return row ?? null
}

export interface OrderLine {
  readonly id: number
  readonly at: Date
  readonly by: string
  readonly said: string
  readonly undoneBy: number | null
}

/** What people ordered in a case, oldest first. */
export function ordersOfCase(pool: Pool, ref: string): Promise<OrderLine[]> {
  return rows<OrderLine>(
    pool,
    `select id, at, by_whom as by, said, undone_by as "undoneBy" from ordered
     where upper(act ->> 'caseRef') = $1 or upper(act ->> 'into') = $1
       or exists (select from json_array_elements(traces -> 'traces') t where t ->> 'caseRef' = $1) order by id`,
    [ref],
  )
}

export function messagesOfCase(pool: Pool, caseId: number): Promise<MessageLine[]> {
  return rows<MessageLine>(
    pool,
    `${MESSAGE} where m.id in (select message_id from case_message where case_id = $1) order by m.received_at, m.id`,
    [caseId],
  )
}

export function outboxOfCase(pool: Pool, caseId: number): Promise<OutboxLine[]> {
  return rows<OutboxLine>(pool, `${OUTBOX} where o.id in ${OF_CASE} order by o.id`, [caseId])
}

export interface TimelineLine {
  at: Date
  actor: string
  event: string
  messageId: number | null
  outboxId: number | null
  detail: Record<string, unknown>
}

export function timelineOfCase(pool: Pool, caseId: number): Promise<TimelineLine[]> {
  return rows<TimelineLine>(
    pool,
    `select at, actor, event, message_id as "messageId", outbox_id as "outboxId", detail
     from timeline where case_id = $1 order by id`,
    [caseId],
  )
}

export interface TaskLine {
  id: number
  sort: string
  sentence: string
  caseRef: string | null
  messageId: number | null
  openedAt: Date
}

export function openTasks(pool: Pool, caseId: number | null): Promise<TaskLine[]> {
  return rows<TaskLine>(
    pool,
    `select t.id, t.sort, t.sentence, c.ref as "caseRef", t.message_id as "messageId", t.opened_at as "openedAt"
     from task t left join casefile c on c.id = t.case_id
     where t.done_at is null and ($1::bigint is null or t.case_id = $1) order by t.id`,
    [caseId],
  )
}

/** What waits for a person, of one case or of all. */
export function listTasks(pool: Pool, page: Page, caseRef: string | null): Promise<TaskLine[]> {
  return rows<TaskLine>(
    pool,
    `select t.id, t.sort, t.sentence, c.ref as "caseRef", t.message_id as "messageId", t.opened_at as "openedAt"
     from task t left join casefile c on c.id = t.case_id
     where t.done_at is null and t.id > $1 and ($3::text is null or c.ref = $3) order by t.id limit $2`,
    [page.after, page.most, caseRef],
  )
}

/** Addresses to which nothing is sent any more, with the day since when. */
export function blockedOf(pool: Pool, addresses: readonly string[]): Promise<{ address: string; since: Date }[]> {
  return rows(pool, 'select address, since from blocked_address where address = any($1) order by address', [addresses])
}

/** Evidence of the decisions about a case's mails. */
export function decisionsOfCase(
  pool: Pool,
  caseId: number,
): Promise<{ messageId: number; because: { rule: string; saw: string }[]; understanding: Record<string, unknown> }[]> {
  return rows(
    pool,
    `select d.message_id as "messageId", d.because, d.understanding from decision d
     join case_message cm on cm.message_id = d.message_id where cm.case_id = $1 order by d.message_id`,
    [caseId],
  )
}

export interface ClecLine {
  readonly id: number
  readonly legalName: string
  readonly otherNames: readonly string[]
  readonly ocn: readonly string[]
  readonly acna: string | null
  readonly contacts: readonly { readonly address: string; readonly name: string; readonly role: string }[]
  /** As a person recorded them. */
  readonly affiliates: readonly string[]
  readonly caseRefs: readonly string[]
}

/** The legal entities that wrote, or for which somebody wrote. */
export function listClecs(pool: Pool, page: Page): Promise<ClecLine[]> {
  return rows<ClecLine>(
    pool,
    `select id, legal_name as "legalName", file -> 'otherNames' as "otherNames", file -> 'identifiers' -> 'ocn' as ocn,
       file -> 'identifiers' ->> 'acna' as acna, file -> 'contacts' as contacts,
       (select coalesce(array_agg(case when one_key = name_key then other_name else one_name end order by at), '{}')
        from affiliation where name_key in (one_key, other_key)) as affiliates,
       (select coalesce(array_agg(ref order by c.id), '{}') from casefile c where c.clec_id = clec.id) as "caseRefs"
     from clec where id > $1 order by id limit $2`,
    [page.after, page.most],
  )
}
