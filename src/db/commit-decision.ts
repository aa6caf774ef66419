/**
 * The one interpreter of decisions: changes, timeline, tasks, outbox rows and their work, in one statement of one
 * transaction. Nothing is sent from here; the sender claims what is committed.
 */
import { nameKey } from '../domain/casework/name-key.ts'
import type { Change, Decision } from '../domain/decision.ts'
import type { Reading } from '../ports/stores/read-mail.ts'
import type { ClaimedReply } from '../ports/stores/send-mail.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'
import { AWAITED } from './awaited.ts'
import { CASE_COLUMNS, caseRow, clecRow, INSERT_CASES, UPDATE_CASES } from './case-row.ts'
import type { Claims } from './claims.ts'
import { jsonText } from './json.ts'
import { OUTBOX_COLUMNS, outboxRow } from './outbox-row.ts'
import { OVERTAKEN } from './overtaken.ts'
import { prepared, type Queryable } from './pool.ts'
import { FILE_COLUMNS, READER_VERSION, READING_COLUMNS, readingRow } from './reading-row.ts'
import { settledTasks } from './settled-tasks.ts'
import { caseTimeline, timelineOf } from './timeline-entries.ts'
import { type ChimeRow, chimesOf, RING_LEASE } from './work.ts'

/** Stored with each decision; raised when a rule changes. */
export const RULES_VERSION = 'rules-2'

const NOW = 'to_timestamp($3::float8 / 1000)'

const COMMIT = `
with d as (
  select * from json_to_recordset($1) as d(work bigint, id bigint, domain text, version int, kind text, outcome text,
    stage text, ${READING_COLUMNS}, duplicate_of bigint, understanding json, because json, cases json, clec json, filed bigint[], guest boolean, refers_to text[], outbox json, bounced json,
    timeline json, tasks json, settles json)),
touching as materialized (
  select d.domain, u.id, u.version - 1 as seen
  from d, json_to_recordset(d.cases) as u(id bigint, opened boolean, version int) where not u.opened),
-- Held until the end, and read as they are now: nobody else changes them meanwhile.
held as materialized (
  select id, version from casefile where id in (select id from touching) order by id for update),
naming as materialized (
  select d.domain, c.name_key, c.version - 1 as seen
  from d, json_to_recordset(d.clec) as c(name_key text, version int)),
known as materialized (
  select name_key, version from clec where name_key in (select name_key from naming) order by name_key for update),
turn as (
  insert into correspondent as c (domain, version) select domain, version + 1 from d
  where domain not in (
    select t.domain from touching t left join held on held.id = t.id where held.version is distinct from t.seen)
  and domain not in (
    select n.domain from naming n left join known k on k.name_key = n.name_key where coalesce(k.version, 0) <> n.seen)
  order by domain
  on conflict (domain) do update set version = excluded.version where c.version = excluded.version - 1
  returning domain),
settled as (
  update message m set stage = 'done', kind = d.kind, outcome = d.outcome,
    duplicate_of = coalesce(d.duplicate_of, m.duplicate_of),
    content_id = coalesce(d.content_id, m.content_id), message_id = coalesce(d.message_id, m.message_id),
    from_address = coalesce(d.from_address, m.from_address), subject = coalesce(d.subject, m.subject),
    sent_at = coalesce(d.sent_at, m.sent_at)
  from d join turn on turn.domain = d.domain where m.id = d.id and m.stage = d.stage
  returning m.id, d.mail, d.milliseconds, d.files, m.received_at, m.message_id, m.from_address, d.kind, d.understanding, d.because, d.cases, d.clec, d.filed, d.guest, d.refers_to,
    d.outbox, d.bounced, d.timeline, d.tasks, d.settles),
stored as (
  insert into reading (message_id, reader, mail, milliseconds)
  select id, '${READER_VERSION}', mail, milliseconds from settled where mail is not null),
kept as (
  insert into attachment (message_id, ordinal, filename, media_type, declared_type, bytes, sha256, inline)
  select s.id, f.ordinal, f.filename, f."mediaType", f."declaredType", f.bytes, f.sha256, f.inline
  from settled s, json_to_recordset(s.files) as f(${FILE_COLUMNS}) where s.mail is not null),
decided as (
  insert into decision (message_id, rules, understanding, because, decided_at)
  select id, '${RULES_VERSION}', understanding, because, ${NOW} from settled),
opened as (${INSERT_CASES.replace('$NOW', NOW)}
  from settled s, json_to_recordset(s.cases) as u(${CASE_COLUMNS}) where u.opened),
changed as (${UPDATE_CASES}
  from settled s, json_to_recordset(s.cases) as u(${CASE_COLUMNS}) where not u.opened and casefile.id = u.id),
entity as (
  insert into clec (id, legal_name, name_key, file, version)
  select c.id, c.legal_name, c.name_key, c.file, c.version
  from settled s, json_to_recordset(s.clec) as c(id bigint, legal_name text, name_key text, file json, version int)
  order by c.name_key
  -- Somebody else named it first in this very moment: the null is refused, and the mail is decided again.
  on conflict (name_key) do update set file = excluded.file,
    version = case when clec.version = excluded.version - 1 then excluded.version end),
filing as (select s.id, s.received_at, s.message_id, s.from_address, s.kind, s.guest, s.refers_to, f as case_id from settled s, unnest(s.filed) f),
filed as (
  insert into case_message (case_id, message_id) select case_id, id from filing on conflict do nothing),
joined as (
  insert into case_participant (case_id, address) select case_id, from_address from filing
  where kind = 'human' and not guest and from_address is not null on conflict do nothing),
reply as (
  select o.*, s.id as answers from settled s, json_to_recordset(s.outbox) as o(${OUTBOX_COLUMNS})),
${OVERTAKEN}
threaded as (
  insert into case_thread (message_id, case_id)
  select message_id, case_id from filing where message_id is not null
  union select message_id, case_id from reply where case_id is not null
  on conflict do nothing),
${AWAITED}
queued as (
  insert into outbox (key, case_id, answers, template, recipient, recipient_domain, subject, message_id, in_reply_to,
                      return_path, raw, plain_receipt, state, created_at, claimed_by, claimed_at, attempts, not_before, sections, asks)
  select key, case_id, answers, template, recipient, recipient_domain, subject, message_id, in_reply_to, return_path,
         decode(raw, 'base64'), plain_receipt, case when claimed then 'sending' else state end, ${NOW},
         case when claimed then $2::bigint end, case when claimed then now() end, claimed::int,
         case when delay > 0 then now() + make_interval(mins => delay) end, sections, asks from reply
  returning id, key, case_id, answers, case state when 'sending' then 'queued' else state end as state, template, not_before),
bounced as (
  update outbox set bounced_at = ${NOW} from settled s, json_to_recordset(s.bounced) as b(id bigint, permanent boolean)
  where outbox.id = b.id returning outbox.id, recipient, b.permanent),
blocked as (
  insert into blocked_address (address, because) select recipient, 'mail came back as undeliverable' from bounced
  where permanent on conflict do nothing),
told as (
  insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
  select ${NOW}, 'system', t.event, coalesce(t.case_id, o.case_id), s.id, t.outbox_id, t.detail
  from settled s cross join json_to_recordset(s.timeline) as t(event text, case_id bigint, outbox_id bigint, detail json)
    left join outbox o on o.id = t.outbox_id
  union all
  select ${NOW}, 'system', 'draft-rejected', case_id, null, id, json_build_object('why', 'an answer came') from overtaken
  union all
  select ${NOW}, 'system', 'reply-' || state, case_id, answers, id, json_build_object('template', template) from queued),
asked as (
  insert into task (sort, sentence, case_id, message_id, opened_at, once)
  select q.sort, q.sentence, q.case_id, s.id, ${NOW}, q.once
  from settled s, json_to_recordset(s.tasks) as q(sort text, sentence text, case_id bigint, once text)
  on conflict (once) where once is not null and done_at is null do nothing),
shown as (
  update task set message_id = s.id from settled s, json_to_recordset(s.tasks) as q(once text)
  where task.once = q.once and task.sort = 'entity' and task.done_at is null),
${settledTasks(NOW, 'settled s, json_to_recordset(s.settles) as q(once text, why text)', '', 's.id')}
gone as (delete from work using d join turn on turn.domain = d.domain where work.id = d.work),
rung as (
  insert into work (stage, ref, next_at) select 'send', id, coalesce(not_before, now() + ${RING_LEASE}) from queued where state = 'queued'
  returning id, ref, stage, rings)
select d.id as "messageId", turn.domain is not null as turned,
  (select json_agg(json_build_object('id', rung.id, 'stage', rung.stage, 'rings', rung.rings,
     'key', queued.key, 'outboxId', queued.id, 'createdAt', ${NOW}))
   from rung join queued on queued.id = rung.ref where queued.answers = d.id and queued.not_before is null) as chimes
from d left join turn on turn.domain = d.domain`

export interface Committed {
  readonly workId: string
  /** Set when the mail was read just now and its reading is not recorded yet. */
  readonly reading: Reading | null
  readonly messageId: number
  /** The sender's domain and its version as the facts were seen. */
  readonly domain: string
  readonly version: number
  /** Message-IDs that the mail names. */
  readonly refersTo: readonly string[]
  readonly decision: Decision
  readonly replies: readonly WrittenReply[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

type ReplyChime = ChimeRow & { key: string; outboxId: number; createdAt: string }

/**
 * One answer per decision, in their order: the work to ring, or null when another decision about the same domain came
 * first and nothing was recorded. A mail that is decided already stays as it is. Domains must differ from each other.
 */
export async function commitDecisions(db: Queryable, claims: Claims | null, items: readonly Committed[]) {
  type Row = { messageId: number; turned: boolean; chimes: ReplyChime[] | null }
  const claimed = claims?.hasRoom() ?? false
  const together = withoutClashes(items)
  const now = Math.max(...items.map((item) => item.now))
  const values = [jsonText(together.map((item) => rowOf(item, claimed))), claims?.instance ?? null, now]
  const found = await prepared<Row>(db, 'commit-decisions', COMMIT, values)
  const byMessage = new Map(found.map((row) => [row.messageId, row]))
  return items.map((item) => {
    const row = byMessage.get(item.messageId)
    if (!row?.turned) return null
    const chimes = row.chimes ?? []
    if (!claimed || claims === null) return chimesOf(chimes)
    for (const chime of chimes) claims.hold(String(chime.id), claimedReply(item, chime))
    return chimesOf(chimes).map((chime) => ({ ...chime, here: true }))
  })
}

/** Whether it is the refusal of an entity that was changed since the facts were loaded. */
export function isOvertakenEntity(error: unknown): boolean {
  const { code, table, column } = error as { code?: string; table?: string; column?: string }
  return code === NOT_NULL_VIOLATION && table === 'clec' && column === 'version'
}

const NOT_NULL_VIOLATION = '23502'

/** Of decisions about the same case or entity only the first: the others have not seen what it does, and come again. */
function withoutClashes(items: readonly Committed[]): readonly Committed[] {
  const taken = new Set<number | string>()
  return items.filter(({ decision }) => {
    const entity = decision.clec === null ? [] : [nameKey(decision.clec.legalName)]
    const ids = [...decision.cases.map(({ file }) => file.id), ...entity]
    const free = ids.every((id) => !taken.has(id))
    if (free) for (const id of ids) taken.add(id)
    return free
  })
}

/** As the sender would read it from the row. */
function claimedReply(item: Committed, { key, outboxId, createdAt }: ReplyChime): ClaimedReply {
  const { wish, returnPath, messageId, raw } = item.replies.find((reply) => reply.wish.key === key) as WrittenReply
  return {
    ...{ outboxId, returnPath, messageId, raw, recipient: wish.to.address, answers: item.messageId },
    attempts: 1,
    createdAt: new Date(createdAt),
    waitedMs: 0,
  }
}

function rowOf(
  { workId, messageId, reading, domain, version, refersTo, decision, replies }: Committed,
  claimed: boolean,
) {
  const { changes, wishes } = decision
  const settled = only(changes, 'mail-settled')[0]
  if (!settled) throw new Error('a decision about a mail must settle it')
  const asks = wishes.filter((wish) => wish.wish === 'ask-human')
  return {
    ...{ work: workId, id: messageId, domain, version, kind: settled.kind, outcome: settled.outcome },
    ...(reading === null ? { stage: 'read' } : { stage: 'taken', ...readingRow(reading) }),
    duplicate_of: settled.duplicateOf,
    understanding: decision.understanding,
    because: decision.because,
    cases: decision.cases.map(caseRow),
    clec: decision.clec === null ? [] : [clecRow(decision.clec)],
    filed: only(changes, 'mail-filed').map((change) => change.caseId),
    guest: only(changes, 'mail-filed').some((change) => change.asGuest === true),
    settles: decision.settles ?? [],
    refers_to: refersTo,
    outbox: replies.map((reply) => outboxRow(reply, claimed)),
    bounced: only(changes, 'reply-bounced').map((change) => ({ id: change.outboxId, permanent: change.permanent })),
    timeline: [...changes.map(timelineOf), ...decision.cases.flatMap(caseTimeline)],
    tasks: asks.map((wish) => ({
      sort: wish.sort,
      sentence: wish.sentence,
      case_id: wish.caseId,
      once: wish.once ?? null,
    })),
  }
}

function only<Word extends Change['change']>(changes: readonly Change[], word: Word) {
  return changes.filter((change): change is Extract<Change, { change: Word }> => change.change === word)
}
