/**
 * Makes a desk of some hundred mails one of very many, by SQL: everything is copied again and again under new numbers,
 * each copy with companies, addresses and Message-IDs of its own.
 */
import type { Pool } from '../../src/db/pool.ts'

/** Copies in one statement. */
const AT_ONCE = 25
/** Times of the copies lie an hour after one another, up to now: lists by time see old and new. */
const FROM = `timestamptz '2026-03-02' - make_interval(hours => $3::int - c)`

/** `$1` to `$2`: which copies; `$3`: of how many. `m` and `k`: how far numbers of mails and cases are moved in a copy. */
const HEAD = `
with copy as (select c, c * m as m, c * k as k, c * o as o, c * e as e from seed_step, generate_series($1::int, $2::int) c)`

/** Letters that stand for a copy: a word of its own, as companies have them. */
const NAME = `initcap(translate(left(md5(c::text), 7), '0123456789', 'ghijklmnop'))`
/** In a copy the companies, addresses and Message-IDs are others. */
const other = (text: string) =>
  `replace(replace(replace(${text}, 'seed-', 'c' || c || 'x'), ' Fiber, LLC', ' Fiber ' || c || ', LLC'), 'Juniper', ${NAME})`
/** The same in the words of the index. */
const otherWords = (text: string) =>
  `replace(replace(replace(${text}, ' seed ', ' c' || c || 'x'), ' Fiber LLC', ' Fiber ' || c || ' LLC'), 'Juniper', ${NAME})`

/** What is older is over: so many copies are still open. */
const OPEN_COPIES = 20
const OLD = `$3::int - c > ${OPEN_COPIES}`
const CLOSED = `case when ${OLD} then '{"closed":{"reason":"completed","at":0,"into":null}}' else '{}' end::jsonb`

const REF = `'CLEC-2026-' || lpad((id + k)::text, greatest(5, length((id + k)::text)), '0')`

const STATEMENTS = [
  `insert into message (id, mailbox_id, uidvalidity, uid, sha256, bytes, received_at, taken_at, stage, content_id, message_id,
     from_address, subject, sent_at, kind, outcome)
   overriding system value
   select id + m, mailbox_id, uidvalidity, 1000000 + uid + m, md5(sha256 || c) || md5(c || sha256), bytes, ${FROM}, ${FROM}, stage,
     md5(content_id || c), ${other('message_id')}, ${other('from_address')}, ${other('subject')}, ${FROM}, kind, outcome
   from copy, seed_message`,
  `insert into reading (message_id, reader, mail, milliseconds, read_at, words)
   select message_id + m, reader, ${other('mail::text')}::json, milliseconds, ${FROM},
     to_tsvector('english', ${otherWords('w.words')})
   from copy, seed_reading join seed_words w using (message_id)`,
  `insert into attachment select message_id + m, ordinal, filename, media_type, declared_type, bytes, md5(sha256 || c), inline
   from copy, seed_attachment`,
  `insert into decision select message_id + m, rules, ${other('understanding::text')}::json, because, ${FROM}
   from copy, seed_decision`,
  `insert into clec select id + e, ${other('legal_name')}, name_key || ' ' || c,
     (${other('file::text')}::jsonb || jsonb_build_object('id', id + e))::json, version
   from copy, seed_clec`,
  `insert into casefile (id, ref, request_id, clec_id, company, company_key, states, ilec, agreement, path, intent, status,
     subject_stem, negotiator, opened_at, received_at, last_mail_at, file, version, missing, clocks, next_due_at, tracking,
     early_order)
   select id + k, ${REF}, request_id + k, clec_id + e, ${other('company')},
     company_key || ' ' || c, states, ilec, agreement, path, intent, case when ${OLD} then 'closed' else status end,
     subject_stem, negotiator, ${FROM}, ${FROM}, ${FROM},
     (${other('file::text')}::jsonb || ${CLOSED} || jsonb_build_object('id', id + k, 'requestId', request_id + k,
       'clecId', clec_id + e, 'ref', ${REF}))::json,
     version, missing, clocks, timestamptz '2126-01-01', tracking, early_order
   from copy, seed_casefile`,
  'insert into case_message select case_id + k, message_id + m from copy, seed_case_message',
  `insert into case_participant select case_id + k, ${other('address')} from copy, seed_case_participant on conflict do nothing`,
  `insert into case_thread select ${other('message_id')} || case when message_id like '%seed-%' then '' else c::text end, case_id + k
   from copy, seed_case_thread on conflict do nothing`,
  `insert into outbox (id, key, case_id, answers, template, recipient, recipient_domain, subject, message_id, in_reply_to,
     return_path, raw, plain_receipt, state, attempts, created_at, sent_at)
   overriding system value
   select id + o, key || ' ' || c, case_id + k, answers + m, template, ${other('recipient')}, ${other('recipient_domain')},
     ${other('subject')}, message_id || c, ${other('in_reply_to')}, return_path || c, raw, plain_receipt, 'sent', 1, ${FROM}, ${FROM}
   from copy, seed_outbox`,
  `insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
   select ${FROM}, actor, event, case_id + k, message_id + m, outbox_id + o, detail from copy, seed_timeline`,
  `insert into correspondent select ${other('domain')}, version from copy, seed_correspondent on conflict do nothing`,
] as const

/** Those of old cases somebody has done. */
const TASKS = `
insert into task (sort, sentence, case_id, message_id, opened_at, done_at, done_by)
select sort, sentence, case_id + k, message_id + m, ${FROM}, case when ${OLD} then now() end, 'person dana'
from copy, seed_task`

const TABLES = [
  ...[
    'message',
    'reading',
    'attachment',
    'decision',
    'clec',
    'casefile',
    'case_message',
    'case_participant',
    'case_thread',
  ],
  ...['outbox', 'timeline', 'correspondent', 'task'],
] as const

/** What is to be copied, as it is now; `words`: what the index is told of each mail. */
export async function keepSeeds(pool: Pool, words: ReadonlyMap<number, string>): Promise<void> {
  for (const table of TABLES) await pool.query(`create table seed_${table} as table ${table}`)
  await pool.query('create table seed_words (message_id bigint primary key, words text)')
  await pool.query('insert into seed_words select * from unnest($1::bigint[], $2::text[])', [
    [...words.keys()],
    [...words.values()],
  ])
}

/** Puts so many copies of it beside what is there. */
export async function multiply(pool: Pool, copies: number): Promise<void> {
  // Numbers of a copy lie behind all that there are now.
  await pool.query(`create table seed_step as select (select max(id) from message) as m, (select max(id) from casefile) as k,
    (select max(id) from outbox) as o, (select max(id) from clec) as e`)
  await pool.query('analyze')
  // Built at the end, as one does who loads much.
  await pool.query('drop index reading_words')
  for (let from = 1; from <= copies; from += AT_ONCE) {
    const range = [from, Math.min(from + AT_ONCE - 1, copies), copies]
    for (const statement of [...STATEMENTS, TASKS])
      await pool.query(HEAD + statement, padded(statement, range) as number[])
  }
  await pool.query('create index reading_words on reading using gin (words)')
  for (const table of TABLES) await pool.query(`drop table seed_${table}`)
  await pool.query('drop table seed_words, seed_step')
  for (const [table, column] of [
    ['message', 'id'],
    ['outbox', 'id'],
  ])
    await pool.query(
      `select setval(pg_get_serial_sequence('${table}', '${column}'), (select max(${column}) from ${table}))`,
    )
  for (const sequence of ['case_number', 'clec_number'])
    await pool.query(
      `select setval('${sequence}', (select max(id) from ${sequence === 'case_number' ? 'casefile' : 'clec'}))`,
    )
  await pool.query('vacuum analyze')
}

/** PostgreSQL wants no more values than the statement names. */
function padded(statement: string, range: readonly number[]): readonly number[] {
  return statement.includes('$3') ? range : range.slice(0, 2)
}
