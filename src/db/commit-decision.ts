/**
 * The one interpreter of decisions: changes, timeline, tasks, outbox rows and their work, in one statement of one
 * transaction. Nothing is sent from here; the sender claims what is committed.
 */
import type { Change, Decision, Wish } from '../domain/decision.ts'
import { domainOf } from '../domain/thread.ts'
import { prepared, type Queryable } from './pool.ts'
import { type ChimeRow, chimesOf, RING_LEASE } from './work.ts'

/** Stored with each decision; raised when a rule changes. */
export const RULES_VERSION = 'rules-1'

export interface DecidedReply {
  readonly wish: Extract<Wish, { wish: 'send-reply' }>
  readonly messageId: string
  readonly returnPath: string
  readonly inReplyTo: string | null
  readonly subject: string
  readonly raw: Buffer
}

/** Receipts that bind nobody: they may be sent a second time when it is unknown whether the first arrived. */
const PLAIN_RECEIPTS: ReadonlySet<string> = new Set(['acknowledgement', 'received-for-person'])

const COMMIT = `
with settled as (
  update message set stage = 'done', kind = $3, outcome = $4,
    duplicate_of = case when $4 = 'duplicate' then coalesce($13, duplicate_of) else duplicate_of end
  where id = $2 and stage = 'read' returning id, received_at, message_id, from_address),
decided as (
  insert into decision (message_id, rules, understanding, because, decided_at)
  select id, '${RULES_VERSION}', $5::json, $6::json, now() from settled),
opened as (
  insert into casefile (id, ref, company, states, agreement, path, intent, status, subject_stem, opened_at, received_at, last_mail_at)
  select c.id, c.ref, c.company, array(select json_array_elements_text(c.states)), c.agreement, c.path, c.intent, c.status,
         c."subjectStem", now(), settled.received_at, settled.received_at
  from settled, json_to_recordset($7) as c(id bigint, ref text, company text, states json, agreement text, path text,
                                           intent text, status text, "subjectStem" text)),
filed as (
  insert into case_message (case_id, message_id) select f, settled.id from settled, unnest($8::bigint[]) f
  on conflict do nothing),
touched as (
  update casefile set last_mail_at = greatest(last_mail_at, settled.received_at)
  from settled where casefile.id = any($8)),
joined as (
  insert into case_participant (case_id, address) select f, settled.from_address
  from settled, unnest($8::bigint[]) f where $3 = 'human' and settled.from_address is not null on conflict do nothing),
threaded as (
  insert into case_thread (message_id, case_id)
  select settled.message_id, f from settled, unnest($8::bigint[]) f where settled.message_id is not null
  union select o.message_id, o.case_id from settled, json_to_recordset($9) as o(message_id text, case_id bigint)
  on conflict do nothing),
queued as (
  insert into outbox (key, case_id, answers, template, recipient, recipient_domain, subject, message_id, in_reply_to,
                      return_path, raw, plain_receipt, state, created_at)
  select o.key, o.case_id, settled.id, o.template, o.recipient, o.recipient_domain, o.subject, o.message_id,
         o.in_reply_to, o.return_path, decode(o.raw, 'base64'), o.plain_receipt, o.state, now()
  from settled, json_to_recordset($9) as o(key text, case_id bigint, template text, recipient text, recipient_domain text,
    subject text, message_id text, in_reply_to text, return_path text, raw text, plain_receipt boolean, state text)
  returning id, case_id, state, template),
bounced as (
  update outbox set bounced_at = now() from settled, json_to_recordset($10) as b(id bigint)
  where outbox.id = b.id returning outbox.id, recipient),
blocked as (
  insert into blocked_address (address, because) select recipient, 'mail came back as undeliverable'
  from bounced join json_to_recordset($10) as b(id bigint, permanent boolean) using (id) where b.permanent
  on conflict do nothing),
told as (
  insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
  select now(), 'system', t.event, t.case_id, settled.id, t.outbox_id, t.detail
  from settled, json_to_recordset($11) as t(event text, case_id bigint, outbox_id bigint, detail json)
  union all
  select now(), 'system', 'reply-' || queued.state, queued.case_id, settled.id, queued.id,
         json_build_object('template', queued.template) from settled, queued),
asked as (
  insert into task (sort, sentence, case_id, message_id)
  select q.sort, q.sentence, q.case_id, settled.id
  from settled, json_to_recordset($12) as q(sort text, sentence text, case_id bigint)),
gone as (delete from work where id = $1)
insert into work (stage, ref, next_at) select 'send', id, now() + ${RING_LEASE} from queued where state = 'queued'
returning id, stage, rings`

export async function commitDecision(
  db: Queryable,
  workId: string,
  messageId: number,
  decision: Decision,
  replies: readonly DecidedReply[],
) {
  const settled = only(decision.changes, 'mail-settled')[0]
  if (!settled) throw new Error('a decision about a mail must settle it')
  const bounces = only(decision.changes, 'reply-bounced')
  const asks = decision.wishes.filter((wish) => wish.wish === 'ask-human')
  const found = await prepared<ChimeRow>(db, 'commit-decision', COMMIT, [
    workId,
    messageId,
    settled.kind,
    settled.outcome,
    JSON.stringify(decision.understanding),
    JSON.stringify(decision.because),
    JSON.stringify(only(decision.changes, 'case-opened').map((change) => change.case)),
    only(decision.changes, 'mail-filed').map((change) => change.caseId),
    JSON.stringify(replies.map(outboxRow)),
    JSON.stringify(bounces.map((change) => ({ id: change.outboxId, permanent: change.permanent }))),
    JSON.stringify(decision.changes.map(timelineOf)),
    JSON.stringify(asks.map((wish) => ({ sort: wish.sort, sentence: wish.sentence, case_id: wish.caseId }))),
    settled.duplicateOf ?? null,
  ])
  return chimesOf(found)
}

function only<Word extends Change['change']>(changes: readonly Change[], word: Word) {
  return changes.filter((change): change is Extract<Change, { change: Word }> => change.change === word)
}

function outboxRow(reply: DecidedReply) {
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
