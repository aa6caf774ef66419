/** Rows of work: what remains to be done, rung by id. */

import { plainText } from './json.ts'
import { type Pool, prepared, rows } from './pool.ts'

/** How long a ring has, as SQL interval, until the sweep rings again. Longer than any handler normally takes. */
export const RING_LEASE = `interval '20 seconds'`

const STAGES = ['read', 'ocr', 'decide', 'send', 'copy'] as const
export type WorkStage = (typeof STAGES)[number]

export interface ChimeRow {
  id: number
  stage: WorkStage
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
     * A mail ends in quarantine, a reply in front of a person; both with a task that says why. A mail whose pictures
     * cannot be recognised is decided without their text.
     */
    async giveUp(workId: string, error: string): Promise<void> {
      await pool.query(
        `with gone as (delete from work where id = $1 returning stage, ref),
         onward as (
           insert into work (stage, ref, next_at) select 'decide', ref, now() from gone where stage = 'ocr'),
         mail as (
           update message set stage = 'done', outcome = 'quarantined', quarantine_code = 'processing-failed',
             quarantine_detail = left($2, 2000)
           where id in (select ref from gone where stage in ('read', 'decide')) and outcome is null returning id),
         reply as (
           update outbox set state = case when state in ('sending', 'unsure') then 'unsure' else 'refused' end, last_error = left($2, 2000)
           where id in (select ref from gone where stage = 'send') and state in ('queued', 'retry', 'sending', 'unsure') returning id)
         insert into task (sort, sentence, message_id, outbox_id)
         select 'quarantine', 'Mail ' || id || ' could not be processed: ' || left($2, 500), id, null from mail
         union all select 'delivery', 'Reply ' || id || ' could not be processed: ' || left($2, 500), null, id from reply
         union all select 'delivery', 'The copy of reply ' || ref || ' could not be filed in Sent: ' || left($2, 500), null, ref
           from gone where stage = 'copy'`,
        [workId, plainText(error)],
      )
    },

    async due(most: number, stages: readonly WorkStage[] = STAGES) {
      const found = await prepared<ChimeRow>(
        pool,
        'work-due',
        `update work set rings = rings + 1, next_at = now() + ${RING_LEASE}
         where id in (select id from work where next_at <= now() and stage = any($2) order by next_at limit $1 for update skip locked)
         returning id, stage, rings`,
        [most, stages],
      )
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

    /** For a program that knows it is alone (embedded): what its predecessor left is due at once. */
    async allDue(): Promise<void> {
      await pool.query("update work set next_at = now() where next_at < now() + interval '1 minute'")
    },

    /** Every stage, with 0 where nothing is left: silence must not look like rest. */
    async pending(): Promise<readonly { stage: WorkStage; count: number; oldestSeconds: number }[]> {
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
