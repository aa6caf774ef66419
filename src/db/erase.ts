/**
 * Erasing mails: the bytes and the words go, the row in the ledger stays with its hash. Everything in the database in
 * the caller's transaction; the files are named in the erasure and deleted after it is committed.
 */
import type { RetentionCut } from '../domain/retention.ts'
import { type Pool, type Queryable, rows, transaction } from './pool.ts'

/** Mails of the classes from before their days, that belong to no case and wait for nothing; the oldest first. */
export async function outOfTime(db: Queryable, { of, before }: RetentionCut, most: number): Promise<readonly number[]> {
  const found = await rows<{ id: number }>(
    db,
    `select m.id from message m
     where m.erased_at is null and m.stage = 'done' and m.received_at < to_timestamp($2::float8 / 1000)
       and m.kind = $1 and m.outcome <> 'quarantined'
       and not exists (select from case_message cm where cm.message_id = m.id)
       and not exists (select from ordered o where o.message_id = m.id)
       and not exists (select from outbox o where o.answers = m.id and o.state in ('draft', 'queued', 'sending', 'retry', 'unsure'))
     order by m.id limit $3 for update skip locked`,
    [of, before, most],
  )
  return found.map((row) => row.id)
}

const ERASE = `
with ids as (
  select id from message where erased_at is null and (id = any($1) or duplicate_of = any($1))),
letters as (
  update outbox set recipient = 'erased', recipient_domain = 'erased', subject = 'erased', raw = '', sections = null, in_reply_to = null,
    last_error = null
  where (answers in (select id from ids) or id = any($2)) and state in ('sent', 'refused', 'rejected')
  returning id),
files as (
  select sha256 from message where id in (select id from ids) and sha256 is not null
  union select sha256 from attachment where message_id in (select id from ids)),
unread as (delete from reading where message_id in (select id from ids)),
bare as (delete from attachment where message_id in (select id from ids)),
undecided as (delete from decision where message_id in (select id from ids)),
unlearned as (delete from correction where message_id in (select id from ids)),
emptied as (
  update message set from_address = null, subject = null, message_id = null, sent_at = null, quarantine_detail = null,
    erased_at = now()
  where id in (select id from ids) returning id),
entries as (
  update timeline set detail = '{"erased":true}'
  where message_id in (select id from ids) or outbox_id in (select id from letters) returning id),
links as (update timeline_link set erased_at = now() where timeline_id in (select id from entries)),
tasks as (
  update task set sentence = 'erased', done_at = coalesce(done_at, now()), done_by = coalesce(done_by, 'erasure')
  where message_id in (select id from ids) or outbox_id in (select id from letters)),
told as (
  insert into timeline (at, actor, event, detail)
  select now(), $3, 'erased', json_build_object('why', $4::text, 'mails', (select json_agg(id order by id) from emptied))
  where exists (select from emptied))
insert into erasure (by_whom, why, messages, letters, files)
select $3, $4, (select array_agg(id order by id) from emptied), (select coalesce(array_agg(id), '{}') from letters),
  (select coalesce(array_agg(sha256), '{}') from files)
where exists (select from emptied)
returning id, cardinality(messages) as mails, cardinality(letters) as letters`

interface Erased {
  readonly mails: number
  readonly letters: number
}

/** `letters`: of ours, besides those that answer the mails. */
export async function eraseMails(
  client: Queryable,
  ids: readonly number[],
  letters: readonly number[],
  by: string,
  why: string,
): Promise<Erased> {
  const [row] = await rows<Erased>(client, ERASE, [ids, letters, by, why])
  return { mails: row?.mails ?? 0, letters: row?.letters ?? 0 }
}

const UNNAMED = `
select distinct f.sha256, e.id from erasure e, unnest(e.files) as f(sha256)
where e.files <> '{}'
  and not exists (select from message m left join message first on first.id = m.duplicate_of
    where m.sha256 = f.sha256 and m.erased_at is null and (first.erased_at is null or first.sha256 <> m.sha256))
  and not exists (select from attachment a where a.sha256 = f.sha256)`

/** The archive stands still for whoever compares it with the ledger. */
const STILL_LOCK = 7_000_004

/** Nothing is deleted from the archive while `work` is done; what is erased meanwhile goes at the next pass. */
export function whileArchiveIsStill<T>(pool: Pool, work: () => Promise<T>): Promise<T> {
  return transaction(pool, `begin; select pg_advisory_xact_lock_shared(${STILL_LOCK})`, work)
}

/**
 * Deletes what erasures left in the archive and nobody else names; after a crash again. `remove` says whether the file
 * is gone: what is too young is left for a later pass. Returns how many are gone.
 */
export async function deleteFiles(client: Queryable, remove: (sha256: string) => Promise<boolean>): Promise<number> {
  const pending = await rows<{ id: number }>(client, `select id from erasure where files <> '{}'`)
  if (pending.length === 0) return 0
  const [lock] = await rows<{ free: boolean }>(client, 'select pg_try_advisory_xact_lock($1) as free', [STILL_LOCK])
  if (!lock?.free) return 0
  const files = [...new Set((await rows<{ sha256: string }>(client, UNNAMED)).map((row) => row.sha256))]
  const [gone, left]: [string[], string[]] = [[], []]
  for (const sha256 of files) ((await remove(sha256)) ? gone : left).push(sha256)
  for (const table of ['recognised_text', 'scan'])
    await rows(client, `delete from ${table} where sha256 = any($1)`, [gone])
  await rows(
    client,
    `update erasure set files = array(select f from unnest(files) as f where f = any($2)) where id = any($1)`,
    [pending.map((row) => row.id), left],
  )
  return gone.length
}
