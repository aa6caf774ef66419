/** The ledger side of taking in: mailboxes, UIDVALIDITY epochs, and one statement that commits a batch of mails. */

import type { Epoch, EpochKey, TakenMail, WatchStore } from '../ports/stores/take-in.ts'
import { jsonText } from './json.ts'
import { isDeadlock, isUniqueViolation, type Pool, prepared, rows } from './pool.ts'
import { type ChimeRow, chimesOf, dueInTurn, presentTurn } from './work.ts'

/**
 * Rows whose bytes are in the ledger already become duplicates of the first; rows older than the start point (only
 * after a change of UIDVALIDITY) are explained by it; all others get work. The cursor moves in the same statement.
 * Of a mail over the limit the header is all we have: with the same size it is the same mail, else another one that
 * only points to the first, because bytes are unique among firsts.
 */
const TAKE = `
with mail as (
  select * from json_to_recordset($3) as m(
    uid bigint, sha256 text, bytes bigint, received_at timestamptz, older boolean, code text, detail text,
    lane text, thread text)),
judged as (
  select mail.*, first.id as first_id,
    case when first.id is not null and (mail.code is null or first.bytes = mail.bytes) then 'duplicate'
         when mail.older then 'before-start'
         -- A mail that is too large is read and decided by its header, once.
         when mail.code <> 'size-limit' or first.id is not null and mail.code is not null then 'quarantined' end as outcome
  from mail left join message first on first.sha256 = mail.sha256 and first.duplicate_of is null),
added as (
  insert into message (mailbox_id, uidvalidity, uid, sha256, bytes, received_at, stage, outcome, kind,
                       duplicate_of, quarantine_code, quarantine_detail)
  select $1, $2, uid, sha256, bytes, received_at, case when outcome is null then 'taken' else 'done' end, outcome, null,
         first_id, case when outcome = 'quarantined' then code end, case when outcome = 'quarantined' then detail end
  from judged order by uid
  on conflict (mailbox_id, uidvalidity, uid) do nothing
  returning id, uid, outcome, quarantine_detail),
asked as (
  insert into task (sort, sentence, message_id)
  select 'quarantine', 'Mail ' || id || ' could not be taken in whole: ' || quarantine_detail, id
  from added where outcome = 'quarantined'),
moved as (
  update mailbox_epoch set next_uid = greatest(next_uid, $4)
  where mailbox_id = $1 and uidvalidity = $2),
-- The n-th of a sender in this batch, behind those of the sender and of the thread that wait already.
ranked as (
  select added.id, mail.lane, mail.thread, coalesce(present.turn, 0) as present,
    row_number() over (partition by coalesce(mail.lane, mail.thread) order by added.id) - 1
      + greatest(coalesce(present.turn, 0),
          (select max(turn) + 1 from work where lane = mail.lane), (select max(turn) from work where thread = mail.thread)) as turn
  from added join mail on mail.uid = added.uid,
    (select least(${presentTurn('read')}, ${presentTurn('decide')}) as turn) present
  where added.outcome is null),
-- What joins a thread waits for what came before it in the same batch.
turned as (
  select id, lane, thread, present,
    greatest(turn, max(turn) over (partition by coalesce(thread, id::text) order by id)) as turn from ranked)
insert into work (stage, ref, next_at, lane, thread, turn)
select 'read', id, ${dueInTurn('turn', 'present')}, lane, thread, turn
from turned order by id
returning id, stage, rings, ref as mail, next_at > now() as rung`

export function takeInStore(pool: Pool): WatchStore {
  async function takeOnce(epoch: EpochKey, mails: readonly TakenMail[], nextUid: number) {
    const json = jsonText(mails.map(rowOf))
    type Row = ChimeRow & { rung: boolean; mail: number }
    const found = await prepared<Row>(pool, 'take', TAKE, [epoch.mailboxId, epoch.uidValidity, json, nextUid])
    return { chimes: chimesOf(found.filter((row) => row.rung)), mails: found.map(({ mail }) => mail) }
  }

  /** Somebody else may take the same bytes at this very moment; the second try finds them. */
  async function takeAlone(epoch: EpochKey, mail: TakenMail) {
    try {
      return await takeOnce(epoch, [mail], mail.uid + 1)
    } catch (error) {
      if (!isCollision(error)) throw error
      return takeOnce(epoch, [mail], mail.uid + 1)
    }
  }

  return {
    async openMailbox(
      place: { readonly account: string; readonly mailbox: string },
      start: { readonly rule: string; readonly at: Date },
    ) {
      const [row] = await rows<{ id: number; rule: string; startAt: Date }>(
        pool,
        `insert into mailbox (account, name, start_rule, start_at) values ($1, $2, $3, $4)
         on conflict (account, name) do update set name = excluded.name
         returning id, start_rule as rule, start_at as "startAt"`,
        [place.account, place.mailbox, start.rule, start.at],
      )
      return row as { id: number; rule: string; startAt: Date }
    },

    epochs(mailboxId: number): Promise<Epoch[]> {
      return rows<Epoch>(
        pool,
        `select e.mailbox_id as "mailboxId", e.uidvalidity as "uidValidity", e.start_uid as "startUid",
                e.next_uid as "nextUid", e.by_content as "byContent", e.old_below as "oldBelow", m.start_at as "startAt"
         from mailbox_epoch e join mailbox m on m.id = e.mailbox_id where e.mailbox_id = $1 order by e.opened_at`,
        [mailboxId],
      )
    },

    async openEpoch(epoch: Omit<Epoch, 'startAt'>): Promise<void> {
      await pool.query(
        `insert into mailbox_epoch (mailbox_id, uidvalidity, start_uid, next_uid, by_content, old_below, opened_at)
         values ($1, $2, $3, $4, $5, $6, now()) on conflict do nothing`,
        [epoch.mailboxId, epoch.uidValidity, epoch.startUid, epoch.nextUid, epoch.byContent, epoch.oldBelow],
      )
    },

    /** Equal bytes twice in one batch, or taken by two mailboxes at once, collide; one by one they find each other. */
    async take(epoch: EpochKey, mails: readonly TakenMail[], nextUid: number) {
      try {
        return await takeOnce(epoch, mails, nextUid)
      } catch (error) {
        if (!isCollision(error)) throw error
        const alone = []
        for (const mail of mails) alone.push(await takeAlone(epoch, mail))
        return { chimes: alone.flatMap((one) => one.chimes), mails: alone.flatMap((one) => one.mails) }
      }
    },

    async takenUids(epoch): Promise<ReadonlySet<number>> {
      const found = await rows<{ uid: number }>(
        pool,
        'select uid from message where mailbox_id = $1 and uidvalidity = $2',
        [epoch.mailboxId, epoch.uidValidity],
      )
      return new Set(found.map((row) => row.uid))
    },

    async synced(epoch: EpochKey, inMailbox: number | null): Promise<void> {
      await prepared(
        pool,
        'synced',
        `update mailbox_epoch set synced_at = now(), in_mailbox = coalesce($3, in_mailbox),
           audited_at = case when $3::int is null then audited_at else now() end
         where mailbox_id = $1 and uidvalidity = $2`,
        [epoch.mailboxId, epoch.uidValidity, inMailbox],
      )
    },
  }
}

/** Equal bytes taken by two at once; if in another order, each may wait for what the other has written. */
function isCollision(error: unknown): boolean {
  return isUniqueViolation(error) || isDeadlock(error)
}

function rowOf(mail: TakenMail) {
  return {
    uid: mail.uid,
    sha256: mail.sha256,
    bytes: mail.bytes,
    received_at: mail.receivedAt,
    older: mail.older,
    code: mail.quarantine?.code ?? null,
    detail: mail.quarantine?.detail ?? null,
    ...{ lane: mail.lane, thread: mail.thread },
  }
}
