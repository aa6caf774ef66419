/** Rows of work: what remains to be done, rung by id. */

import { STAGES, type Stage } from '../ports/bell.ts'
import { plainText } from './json.ts'
import { type Pool, prepared, rows } from './pool.ts'

/** How long a ring has, as SQL interval, until the sweep rings again. Longer than any handler normally takes. */
export const RING_LEASE = `interval '20 seconds'`

/** How long work waits for something outside that is away, as SQL interval (RFC 5321 4.5.4.1: four to five days). */
export const LONGEST_WAIT = `interval '5 days'`

/** Work that was rung again so often may be what ends the process. */
const SUSPICIOUS_RINGS = 3

/** Column of work `w`: how often it was begun and never ended, null where nothing speaks against it. */
export const BEGUN = `case when w.rings >= ${SUSPICIOUS_RINGS} then w.begun end as begun`

/**
 * So many mails of one sender are under way at once, fewer than the mails that a reader has in hand: a storm, whose
 * mails are decided one after the other, leaves room for everybody else. The others are due and wait for the sweep.
 */
export const AT_ONCE = 16

/** The turn that a stage works on; null when nothing waits there. */
export function presentTurn(stage: 'read' | 'decide'): string {
  return `(select turn from work where stage = '${stage}' order by turn limit 1)`
}

/** When work of a turn is due: it is rung now and by the sweep only after the lease, or by the sweep in its turn. */
export function dueInTurn(turn: string, present: string): string {
  return `now() + case when ${turn} - ${present} < ${AT_ONCE} then ${RING_LEASE} else interval '0' end`
}

export interface ChimeRow {
  id: number
  stage: Stage
  rings: number
}

export function chimesOf(found: readonly ChimeRow[]) {
  return found.map((row) => ({ stage: row.stage, workId: String(row.id), rings: row.rings }))
}

/** The row of each piece of work, in their order. Work that is asked for twice in one batch is handed out once. */
export function handedOut<Row extends { readonly work: number }>(
  works: readonly string[],
  found: readonly Row[],
): readonly (Row | null)[] {
  const byWork = new Map(found.map((row) => [String(row.work), row]))
  return works.map((work) => {
    const row = byWork.get(work) ?? null
    byWork.delete(work)
    return row
  })
}

/**
 * In the order of turns, and of one sender only what comes soon after the first of its mails: who has more waits. What
 * fails and is put off, or has its pictures recognised, holds up nothing behind it.
 */
const DUE = `
with first as materialized (
  select id, lane, turn, next_at from work where next_at <= now() and stage = any($2)
  order by turn, next_at limit 4 * $1),
fair as materialized (
  select id from first
  where lane is null or turn < ${AT_ONCE} + coalesce(
    (select l.turn from work l where l.lane = first.lane and l.attempts = 0 and l.stage <> 'ocr' order by l.turn limit 1), turn)
  order by turn, next_at limit $1),
rung as (
  update work set rings = rings + 1, next_at = now() + ${RING_LEASE}
  where id in (select id from work where id in (select id from fair) and next_at <= now() for update skip locked)
  returning id, stage, rings, turn)
select id, stage, rings from rung order by turn, id`

/**
 * A mail ends in quarantine, a reply in front of a person; both with a task that says why. A mail whose pictures cannot be
 * recognised is decided without their text.
 */
const GIVE_UP = `
with gone as (delete from work where id = $1 returning stage, ref, greatest(attempts, begun) as attempts),
noted as (
  insert into given_up (stage, ref, attempts, reason)
  select stage, ref, attempts, left($2, 2000) from gone where stage in ('send', 'copy')
  on conflict (stage, ref) do update set attempts = excluded.attempts, reason = excluded.reason, at = now()),
onward as (
  insert into work (stage, ref, next_at) select 'decide', ref, now() from gone where stage = 'ocr'),
mail as (
  update message set stage = 'done', outcome = 'quarantined', quarantine_code = 'processing-failed',
    quarantine_detail = left($2, 2000)
  where id in (select ref from gone where stage in ('read', 'decide')) and outcome is null returning id),
told as (
  insert into timeline (at, actor, event, message_id, detail)
  select now(), 'system', 'quarantined', mail.id, json_build_object('code', 'processing-failed',
    'detail', left($2, 2000), 'stage', gone.stage, 'attempts', gone.attempts) from mail join gone on gone.ref = mail.id),
reply as (
  update outbox set state = case when state in ('sending', 'unsure') then 'unsure' else 'refused' end, last_error = left($2, 2000)
  where id in (select ref from gone where stage = 'send') and state in ('queued', 'retry', 'sending', 'unsure') returning id)
insert into task (sort, sentence, message_id, outbox_id)
select 'quarantine', 'Mail ' || id || ' could not be processed: ' || left($2, 500)
  || ' (intagree quarantine retry ' || id || ')', id, null from mail
union all select 'delivery', 'Reply ' || id || ' could not be processed: ' || left($2, 500)
  || ' (intagree quarantine retry reply-' || id || ')', null, id from reply
union all select 'delivery', 'The copy of reply ' || ref || ' could not be filed in Sent: ' || left($2, 500)
  || ' (intagree quarantine retry copy-' || ref || ')', null, ref
  from gone where stage = 'copy'`

export function workStore(pool: Pool) {
  return {
    /** 2 s, doubling, at most 5 min. */
    async failed(workId: string, error: string, now: Date): Promise<number> {
      const [row] = await rows<{ attempts: number }>(
        pool,
        `update work set attempts = attempts + 1, last_error = left($2, 2000),
           next_at = $3::timestamptz + least(interval '2 seconds' * power(2, least(attempts, 10)), interval '5 minutes')
         where id = $1 returning attempts`,
        [workId, plainText(error), now],
      )
      return row?.attempts ?? 0
    },

    /**
     * Something outside was away. The next attempt waits for a tenth of the time that the work has waited, and nothing
     * counts against it; true: it has waited so long that it must end.
     */
    async postponed(workId: string, error: string, now: Date): Promise<boolean> {
      const [row] = await rows<{ over: boolean }>(
        pool,
        `update work set last_error = left($2, 2000),
           next_at = $3::timestamptz + greatest(${RING_LEASE}, least((now() - created_at) / 10,
             case stage when 'copy' then interval '15 minutes' else interval '1 minute' end))
         where id = $1 returning created_at < now() - ${LONGEST_WAIT} as over`,
        [workId, plainText(error), now],
      )
      return row?.over ?? false
    },

    async underWay(workId: string, by: 1 | -1): Promise<number> {
      const [row] = await rows<{ begun: number }>(
        pool,
        'update work set begun = greatest(begun + $2, 0) where id = $1 returning begun',
        [workId, by],
      )
      return row?.begun ?? 0
    },

    async giveUp(workId: string, error: string): Promise<void> {
      await pool.query(GIVE_UP, [workId, plainText(error)])
    },

    async due(most: number, stages: readonly Stage[] = STAGES) {
      const found = await prepared<ChimeRow>(pool, 'work-due', DUE, [most, stages])
      return chimesOf(found)
    },

    /** Mails that wait to be read or decided for longer than that; pictures, which are slow, for six times as long. */
    async olderThan(minutes: number): Promise<number> {
      const [row] = await rows<{ count: number }>(
        pool,
        `select count(*)::int as count from work
         where stage in ('read', 'ocr', 'decide')
           and created_at < now() - make_interval(mins => $1 * case stage when 'ocr' then 6 else 1 end)`,
        [minutes],
      )
      return row?.count ?? 0
    },

    /** For a program that knows it is alone: what its predecessor left is due at once. What is locked is under way. */
    async allDue(): Promise<void> {
      await pool.query(
        `update work set next_at = now() where id in (
           select id from work where next_at < now() + interval '1 minute' for update skip locked)`,
      )
    },

    /** Every stage, with 0 where nothing is left: silence must not look like rest. */
    async pending(): Promise<readonly { stage: Stage; count: number; oldestSeconds: number }[]> {
      return rows(
        pool,
        `select stage, count(id)::int as count,
           coalesce(extract(epoch from now() - min(created_at)), 0)::float as "oldestSeconds"
         from unnest($1::text[]) stage left join work using (stage) group by stage order by stage`,
        [STAGES],
      )
    },
  }
}
