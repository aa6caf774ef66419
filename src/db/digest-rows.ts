/** The rows behind the digest, one question per statement; the longest lists are cut where nobody would read on. */
import type { CaseFile } from '../domain/casework/case-file.ts'
import type { Understood } from '../domain/digest/quotes.ts'
import { type Queryable, rows } from './pool.ts'

/** Rows of a list that are counted at all. */
const MOST = 20_000

/** Milliseconds since the epoch. */
function ms(column: string): string {
  return `floor(extract(epoch from ${column}) * 1000)::float8`
}

export interface TaskRow {
  readonly taskId: number
  readonly sort: string
  readonly sentence: string
  readonly caseRef: string | null
  readonly messageId: number | null
  readonly outboxId: number | null
  readonly openedAt: number
}

/** Legal notices first, then the oldest. */
export function openTaskRows(db: Queryable): Promise<TaskRow[]> {
  return rows(
    db,
    `select t.id as "taskId", t.sort, t.sentence, c.ref as "caseRef", t.message_id as "messageId",
       t.outbox_id as "outboxId", ${ms('t.opened_at')} as "openedAt"
     from task t left join casefile c on c.id = t.case_id where t.done_at is null
     order by t.sort = 'legal' desc, t.id limit ${MOST}`,
  )
}

export interface BounceRow {
  readonly outboxId: number
  /** The mail by which we heard of it. */
  readonly messageId: number | null
  readonly detail: string
}

/** Of mails that came back: those that somebody still has to look at, and those of late that are only held up. */
export function bouncesOf(db: Queryable, tasks: readonly TaskRow[], since: number): Promise<BounceRow[]> {
  const told = tasks.flatMap(({ sort, messageId }) => (sort === 'bounce' && messageId !== null ? [messageId] : []))
  return rows(
    db,
    `select t.outbox_id as "outboxId", t.message_id as "messageId", coalesce(t.detail ->> 'detail', '') as detail
     from timeline t where t.event = 'reply-bounced' and t.message_id = any($1)
     union all
     select o.id, null, coalesce(
       (select t.detail ->> 'detail' from timeline t where t.event = 'reply-bounced' and t.case_id = o.case_id
          and t.outbox_id = o.id order by t.id desc limit 1), '')
     from outbox o where o.bounced_at > to_timestamp($2::float8 / 1000)
       and not exists (select from blocked_address b where b.address = o.recipient)
     limit ${MOST}`,
    [told, since],
  )
}

export interface LetterRow {
  readonly id: number
  readonly caseRef: string | null
  /** The mail that it answers. */
  readonly messageId: number | null
  readonly to: string
  readonly subject: string
  readonly state: string
  readonly createdAt: number
  readonly bouncedAt: number | null
  readonly lastError: string | null
}

/** Drafts, and what tasks and bounces speak of; the oldest first. */
export function letters(db: Queryable, tasks: readonly TaskRow[], bounces: readonly BounceRow[]): Promise<LetterRow[]> {
  const spokenOf = [...tasks, ...bounces].flatMap(({ outboxId }) => (outboxId === null ? [] : [outboxId]))
  return rows(
    db,
    `select o.id, c.ref as "caseRef", o.answers as "messageId", o.recipient as "to", o.subject, o.state,
       ${ms('o.created_at')} as "createdAt", ${ms('o.bounced_at')} as "bouncedAt", o.last_error as "lastError"
     from outbox o left join casefile c on c.id = o.case_id
     where o.state = 'draft' or o.id = any($1) order by o.id limit ${2 * MOST}`,
    [[...new Set(spokenOf)]],
  )
}

export interface MailRow {
  readonly id: number
  readonly from: string | null
  readonly subject: string | null
  readonly receivedAt: number
  readonly understanding: Understood | null
}

export async function mailsOf(db: Queryable, ids: readonly (number | null)[]): Promise<ReadonlyMap<number, MailRow>> {
  const found = await rows<MailRow>(
    db,
    `select m.id, m.from_address as "from", m.subject, ${ms('m.received_at')} as "receivedAt",
       case when d.message_id is not null then json_build_object('intents', d.understanding -> 'intents',
         'likeliest', coalesce(d.understanding -> 'likeliest', '[]'), 'evidence', d.understanding -> 'evidence')
       end as understanding
     from message m left join decision d on d.message_id = m.id where m.id = any($1)`,
    [[...new Set(ids.filter((id) => id !== null))]],
  )
  return new Map(found.map((row) => [row.id, row]))
}

/** Of each case the first mail of a person. */
export async function firstMails(db: Queryable, caseIds: readonly number[]): Promise<ReadonlyMap<number, number>> {
  const found = await rows<{ caseId: number; messageId: number }>(
    db,
    `select distinct on (cm.case_id) cm.case_id as "caseId", m.id as "messageId"
     from case_message cm join message m on m.id = cm.message_id
     where cm.case_id = any($1) and m.kind = 'human' order by cm.case_id, m.received_at, m.id`,
    [caseIds],
  )
  return new Map(found.map((row) => [row.caseId, row.messageId]))
}

export interface ReminderRow {
  readonly caseRef: string
  readonly to: string
  /** `CLEC-2026-00042 / reminder 2 / asked ...`. */
  readonly key: string
  readonly at: number
}

/** Only those that went out or will: a draft stands among the drafts. One about several requests stands once for each. */
export function remindersSince(db: Queryable, files: readonly CaseFile[], since: number): Promise<ReminderRow[]> {
  const reminded = files.filter(({ chase }) => chase?.reminded.some((at) => at > since))
  return rows(
    db,
    `with about as (
       select id, case_id from outbox where case_id = any($1)
       union select outbox_id, case_id from outbox_along where case_id = any($1))
     select distinct on (o.id, c.request_id) c.ref as "caseRef", o.recipient as "to", o.key, ${ms('o.created_at')} as at
     from about a join outbox o on o.id = a.id join casefile c on c.id = a.case_id
     where o.template = 'reminder' and o.state not in ('draft', 'rejected')
       and o.created_at > to_timestamp($2::float8 / 1000)
     order by o.id, c.request_id, c.id = o.case_id desc, c.id limit ${MOST}`,
    [[...new Set(reminded.flatMap(({ id, requestId }) => [id, requestId]))], since],
  )
}
