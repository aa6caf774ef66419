/**
 * What a restored database must not do. Between the snapshot and the restore the program went on and sent letters of
 * which this database knows nothing: whoever takes its rows at their word sends them twice.
 *
 * - What was on its way at the snapshot (`sending`, `unsure`) is `unsure`, and never sent again by itself: it is looked
 *   up in Sent, else a person decides. What waited (`queued`, `retry`) is a draft, and a person looks in Sent; so does
 *   whoever approves what was a draft already: it may have been approved in the lost time.
 *   Nothing of it leaves without a yes when it is written anew.
 * - A letter that answers a mail received before the restore is a draft: that mail was taken again, and may have been
 *   answered in the lost time. So is the first letter that nothing but time causes in a case of before the restore.
 * - No number that may have been given away in the lost time is given again: every sequence leaps. A reference or a
 *   return path of the lost time then belongs to nothing, and to nobody else.
 */

import { type Queryable, rows } from './pool.ts'
import type { Sequence } from './snapshot.ts'

/** Far more than can be used up between two backups; references keep their five digits. */
const LEAPS: Readonly<Record<string, number>> = { case_number: 1_000, clec_number: 1_000 }
const USUAL_LEAP = 1_000_000

export async function leap(client: Queryable, sequences: readonly Sequence[]): Promise<void> {
  for (const { name, last } of sequences)
    await client.query('select setval($1::regclass, $2)', [name, last + (LEAPS[name] ?? USUAL_LEAP)])
}

const SETTLE = `
with doubtful as (
  update outbox set state = 'unsure', handed = greatest(handed, 2), in_doubt = false, claimed_by = null, claimed_at = null
  where state in ('sending', 'unsure') returning id, case_id, answers, 'reply-unsure' as event),
waiting as (
  update outbox set state = 'draft', not_before = null, claimed_by = null, claimed_at = null
  where state in ('queued', 'retry') returning id, case_id, answers, recipient, 'draft-held' as event),
unparted as (update outbox set parted = false where state = 'draft' and parted),
drafts as (select id, case_id, answers, recipient, 'draft-held' as event from outbox where state = 'draft'),
unsent as (delete from work where stage = 'send' and ref in (select id from waiting)),
-- The bell may remember the rings of the lost time; a copy may lie in Sent already.
rung as (
  update work set rings = rings + 1000, next_at = now(), attempts = case stage when 'copy' then greatest(attempts, 1) else 0 end
  where stage <> 'send' or ref not in (select id from waiting)),
asked as (
  insert into task (sort, sentence, case_id, outbox_id)
  select 'delivery', 'Letter ' || id || ' to ' || recipient || ' waited to be sent when the backup was taken, and may have been sent since. Look in Sent, then approve or reject it.', case_id, id
  from waiting
  union all
  select 'delivery', 'Letter ' || id || ' to ' || recipient || ' was a draft when the backup was taken, and may have been approved and sent since. Look in Sent, then approve or reject it.', case_id, id
  from drafts),
told as (
  insert into timeline (at, actor, event, case_id, message_id, outbox_id, detail)
  select now(), 'system', event, case_id, answers, id, json_build_object('why', 'restored from a backup')
  from (select id, case_id, answers, event from doubtful union all select id, case_id, answers, event from waiting
    union all select id, case_id, answers, event from drafts) held
  union all
  select now(), $1, 'restored', null, null, null, json_build_object('snapshot', $2::text))
select (select count(*)::int from doubtful) as unsure,
  (select count(*)::int from waiting) + (select count(*)::int from drafts) as held`

const WHY = 'may have been sent already, in the time between the backup and the restore'

const HOLD = `
create function hold_after_restore() returns trigger language plpgsql as $hold$
declare
  doubtful boolean;
begin
  if new.answers is not null then
    doubtful := exists (select from message where id = new.answers and received_at <= $RESTORED);
  else
    doubtful := exists (select from casefile where id = new.case_id and opened_at <= $RESTORED)
      and not exists (select from outbox where case_id = new.case_id and created_at > $RESTORED);
  end if;
  if doubtful then
    new.state := 'draft';
    new.claimed_by := null;
    new.claimed_at := null;
    new.attempts := 0;
    new.not_before := null;
    new.last_error := '${WHY}';
  end if;
  return new;
end $hold$;
create trigger outbox_held before insert on outbox for each row when (new.state in ('draft', 'queued', 'sending'))
  execute function hold_after_restore();
-- After the statement: the case that the task names may be opened by the same one.
create function ask_after_restore() returns trigger language plpgsql as $ask$
begin
  insert into task (sort, sentence, case_id, outbox_id)
  values ('delivery', 'Letter ' || new.id || ' to ' || new.recipient || ' ${WHY}. Look in Sent, then approve or reject it.', new.case_id, new.id);
  return null;
end $ask$;
create trigger outbox_asked after insert on outbox for each row when (new.last_error = '${WHY}')
  execute function ask_after_restore();
-- It is the first one in a case of another request that it is about: known once the statement that wrote it is over.
create function hold_along_after_restore() returns trigger language plpgsql as $along$
begin
  if exists (select from casefile where id = new.case_id and opened_at <= $RESTORED)
    and not exists (
      select from outbox where case_id = new.case_id and created_at > $RESTORED
      union all select from outbox_along a join outbox o on o.id = a.outbox_id
      where a.case_id = new.case_id and a.outbox_id <> new.outbox_id and o.created_at > $RESTORED) then
    update outbox set state = 'draft', not_before = null, last_error = '${WHY}' where id = new.outbox_id and state = 'queued';
    if found then
      delete from work where stage = 'send' and ref = new.outbox_id;
      insert into timeline (at, actor, event, case_id, outbox_id, detail)
      select now(), 'system', 'draft-held', case_id, id, json_build_object('why', '${WHY}') from outbox where id = new.outbox_id;
      insert into task (sort, sentence, case_id, outbox_id)
      select 'delivery', 'Letter ' || id || ' to ' || recipient || ' ${WHY}. Look in Sent, then approve or reject it.', case_id, id
      from outbox where id = new.outbox_id;
    end if;
  end if;
  return null;
end $along$;
create trigger outbox_along_held after insert on outbox_along for each row
  execute function hold_along_after_restore()`

/** After the rows are in, in the same transaction. */
export async function settleRestored(client: Queryable, by: string, snapshot: string, restoredAt: Date) {
  const [row] = await rows<{ unsure: number; held: number }>(client, SETTLE, [by, snapshot])
  await client.query(HOLD.replaceAll('$RESTORED', `timestamptz '${restoredAt.toISOString()}'`))
  return { unsure: row?.unsure ?? 0, held: row?.held ?? 0 }
}
