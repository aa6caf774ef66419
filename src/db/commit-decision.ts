/**
 * The one interpreter of decisions: changes, timeline, tasks, outbox rows and their work, in one statement of one
 * transaction. Nothing is sent from here; the sender claims what is committed.
 */
import type { Change, Decision } from '../domain/decision.ts'
import { domainOf } from '../domain/thread.ts'
import type { ClaimedReply, Reading, WrittenReply } from '../stores.ts'
import type { Claims } from './claims.ts'
import { jsonText } from './json.ts'
import { prepared, type Queryable } from './pool.ts'
import { FILE_COLUMNS, READER_VERSION, READING_COLUMNS, readingRow } from './reading-row.ts'
import { type ChimeRow, chimesOf, RING_LEASE } from './work.ts'

/** Stored with each decision; raised when a rule changes. */
export const RULES_VERSION = 'rules-2'

/** Receipts that bind nobody: they may be sent a second time when it is unknown whether the first arrived. */
const PLAIN_RECEIPTS: ReadonlySet<string> = new Set(['acknowledgement', 'received-for-person'])

const COMMIT = `
with d as (
  select * from json_to_recordset($1) as d(work bigint, id bigint, domain text, version int, kind text, outcome text,
    stage text, ${READING_COLUMNS}, duplicate_of bigint, understanding json, because json, cases json, filed bigint[], outbox json, bounced json,
    timeline json, tasks json)),
turn as (
  insert into correspondent as c (domain, version) select domain, version + 1 from d order by domain
  on conflict (domain) do update set version = excluded.version where c.version = excluded.version - 1
  returning domain),
settled as (
  update message m set stage = 'done', kind = d.kind, outcome = d.outcome,
    duplicate_of = coalesce(d.duplicate_of, m.duplicate_of),
    content_id = coalesce(d.content_id, m.content_id), message_id = coalesce(d.message_id, m.message_id),
    from_address = coalesce(d.from_address, m.from_address), subject = coalesce(d.subject, m.subject),
    sent_at = coalesce(d.sent_at, m.sent_at)
  from d join turn on turn.domain = d.domain where m.id = d.id and m.stage = d.stage
  returning m.id, d.mail, d.milliseconds, d.files, m.received_at, m.message_id, m.from_address, d.kind, d.understanding, d.because, d.cases, d.filed,
    d.outbox, d.bounced, d.timeline, d.tasks),
stored as (
  insert into reading (message_id, reader, mail, milliseconds)
  select id, '${READER_VERSION}', mail, milliseconds from settled where mail is not null),
kept as (
  insert into attachment (message_id, ordinal, filename, media_type, declared_type, bytes, sha256, inline)
  select s.id, f.ordinal, f.filename, f."mediaType", f."declaredType", f.bytes, f.sha256, f.inline
  from settled s, json_to_recordset(s.files) as f(${FILE_COLUMNS}) where s.mail is not null),
decided as (
  insert into decision (message_id, rules, understanding, because, decided_at)
  select id, '${RULES_VERSION}', understanding, because, now() from settled),
opened as (
  insert into casefile (id, ref, company, states, agreement, path, intent, status, subject_stem, opened_at, received_at, last_mail_at)
  select c.id, c.ref, c.company, c.states, c.agreement, c.path, c.intent, c.status, c."subjectStem", now(),
         s.received_at, s.received_at
  from settled s, json_to_recordset(s.cases) as c(id bigint, ref text, company text, states text[], agreement text,
    path text, intent text, status text, "subjectStem" text)),
filing as (select s.id, s.received_at, s.message_id, s.from_address, s.kind, f as case_id from settled s, unnest(s.filed) f),
filed as (
  insert into case_message (case_id, message_id) select case_id, id from filing on conflict do nothing),
touched as (
  update casefile set last_mail_at = greatest(last_mail_at, filing.received_at)
  from filing where casefile.id = filing.case_id),
joined as (
  insert into case_participant (case_id, address) select case_id, from_address from filing
  where kind = 'human' and from_address is not null on conflict do nothing),
reply as (
  select o.*, s.id as answers from settled s, json_to_recordset(s.outbox) as o(key text, case_id bigint, template text,
    recipient text, recipient_domain text, subject text, message_id text, in_reply_to text, return_path text, raw text,
    plain_receipt boolean, state text, claimed boolean)),
threaded as (
  insert into case_thread (message_id, case_id)
  select message_id, case_id from filing where message_id is not null
  union select message_id, case_id from reply
  on conflict do nothing),
queued as (
  insert into outbox (key, case_id, answers, template, recipient, recipient_domain, subject, message_id, in_reply_to,
                      return_path, raw, plain_receipt, state, created_at, claimed_by, claimed_at, attempts)
  select key, case_id, answers, template, recipient, recipient_domain, subject, message_id, in_reply_to, return_path,
         decode(raw, 'base64'), plain_receipt, case when claimed then 'sending' else state end, now(),
         case when claimed then $2::bigint end, case when claimed then now() end, claimed::int from reply
  returning id, key, case_id, answers, case state when 'sending' then 'queued' else state end as state, template),
bounced as (
  update outbox set bounced_at = now() from settled s, json_to_recordset(s.bounced) as b(id bigint, permanent boolean)
  where outbox.id = b.id returning outbox.id, recipient, b.permanent),
blocked as (
  insert into blocked_address (address, because) select recipient, 'mail came back as undeliverable' from bounced
  where permanent on conflict do nothing),
told as (
  insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
  select now(), 'system', t.event, coalesce(t.case_id, o.case_id), s.id, t.outbox_id, t.detail
  from settled s cross join json_to_recordset(s.timeline) as t(event text, case_id bigint, outbox_id bigint, detail json)
    left join outbox o on o.id = t.outbox_id
  union all
  select now(), 'system', 'reply-' || state, case_id, answers, id, json_build_object('template', template) from queued),
asked as (
  insert into task (sort, sentence, case_id, message_id)
  select q.sort, q.sentence, q.case_id, s.id
  from settled s, json_to_recordset(s.tasks) as q(sort text, sentence text, case_id bigint)),
gone as (delete from work using d join turn on turn.domain = d.domain where work.id = d.work),
rung as (
  insert into work (stage, ref, next_at) select 'send', id, now() + ${RING_LEASE} from queued where state = 'queued'
  returning id, ref, stage, rings)
select d.id as "messageId", turn.domain is not null as turned,
  (select json_agg(json_build_object('id', rung.id, 'stage', rung.stage, 'rings', rung.rings,
     'key', queued.key, 'outboxId', queued.id, 'createdAt', now()))
   from rung join queued on queued.id = rung.ref where queued.answers = d.id) as chimes
from d left join turn on turn.domain = d.domain`

export interface Committed {
  readonly workId: string
  /** Set when the mail was read just now and its reading is not recorded yet. */
  readonly reading: Reading | null
  readonly messageId: number
  /** The sender's domain and its version as the facts were seen. */
  readonly domain: string
  readonly version: number
  readonly decision: Decision
  readonly replies: readonly WrittenReply[]
}

type ReplyChime = ChimeRow & { key: string; outboxId: number; createdAt: string }

/**
 * One answer per decision, in their order: the work to ring, or null when another decision about the same domain came
 * first and nothing was recorded. A mail that is decided already stays as it is. Domains must differ from each other.
 */
export async function commitDecisions(db: Queryable, claims: Claims | null, items: readonly Committed[]) {
  type Row = { messageId: number; turned: boolean; chimes: ReplyChime[] | null }
  const claimed = claims?.hasRoom() ?? false
  const values = [jsonText(items.map((item) => rowOf(item, claimed))), claims?.instance ?? null]
  const found = await prepared<Row>(db, 'commit-decisions', COMMIT, values)
  const byMessage = new Map(found.map((row) => [row.messageId, row]))
  return items.map((item) => {
    const row = byMessage.get(item.messageId)
    if (!row?.turned) return null
    const chimes = row.chimes ?? []
    if (!claimed || claims === null) return chimesOf(chimes)
    for (const chime of chimes) claims.hold(String(chime.id), claimedReply(item.replies, chime))
    return chimesOf(chimes).map((chime) => ({ ...chime, here: true }))
  })
}

/** As the sender would read it from the row. */
function claimedReply(replies: readonly WrittenReply[], { key, outboxId, createdAt }: ReplyChime): ClaimedReply {
  const { wish, returnPath, messageId, raw } = replies.find((reply) => reply.wish.key === key) as WrittenReply
  return {
    ...{ outboxId, returnPath, messageId, raw, recipient: wish.to.address },
    attempts: 1,
    createdAt: new Date(createdAt),
  }
}

function rowOf({ workId, messageId, reading, domain, version, decision, replies }: Committed, claimed: boolean) {
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
    cases: only(changes, 'case-opened').map((change) => change.case),
    filed: only(changes, 'mail-filed').map((change) => change.caseId),
    outbox: replies.map((reply) => outboxRow(reply, claimed)),
    bounced: only(changes, 'reply-bounced').map((change) => ({ id: change.outboxId, permanent: change.permanent })),
    timeline: changes.map(timelineOf),
    tasks: asks.map((wish) => ({ sort: wish.sort, sentence: wish.sentence, case_id: wish.caseId })),
  }
}

function only<Word extends Change['change']>(changes: readonly Change[], word: Word) {
  return changes.filter((change): change is Extract<Change, { change: Word }> => change.change === word)
}

function outboxRow(reply: WrittenReply, claimed: boolean) {
  return {
    key: reply.wish.key,
    case_id: reply.wish.caseId,
    template: reply.wish.template,
    recipient: reply.wish.to.address,
    recipient_domain: domainOf(reply.wish.to.address),
    subject: reply.subject,
    message_id: reply.messageId,
    in_reply_to: reply.inReplyTo,
    return_path: reply.returnPath,
    raw: reply.raw.toString('base64'),
    plain_receipt: PLAIN_RECEIPTS.has(reply.wish.template),
    state: reply.wish.state,
    claimed: claimed && reply.wish.state === 'queued',
  }
}

interface TimelineEntry {
  readonly event: string
  readonly case_id: number | null
  readonly outbox_id: number | null
  readonly detail: Record<string, unknown>
}

/** How each change reads in the timeline; what is written elsewhere in full is only named. */
function timelineOf(change: Change): TimelineEntry {
  switch (change.change) {
    case 'case-opened':
      return entry('case-opened', change.case.id, { company: change.case.company, states: change.case.states })
    case 'mail-filed':
      return entry('mail-filed', change.caseId, { how: change.how })
    case 'mail-settled':
      return entry('mail-settled', null, { kind: change.kind, outcome: change.outcome })
    case 'reply-withheld':
      return entry('reply-withheld', change.caseId, { rule: change.rule, why: change.why })
    case 'reply-bounced':
      return { ...entry('reply-bounced', null, { detail: change.detail }), outbox_id: change.outboxId }
  }
}

function entry(event: string, caseId: number | null, detail: Record<string, unknown>): TimelineEntry {
  return { event, case_id: caseId, outbox_id: null, detail }
}
