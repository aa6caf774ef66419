/** Intents that people corrected too often lately: what the system does by itself with them is held back. */
import type { Intent } from '../domain/labels.ts'
import { type Pool, prepared } from './pool.ts'

export interface DemotionRule {
  /** Never for fewer corrections. */
  readonly corrections: number
  /** Of the mails that were acted on. */
  readonly percent: number
  readonly days: number
}

const DEMOTED = `
with acted as (
  select d.understanding -> 'intents' -> 0 ->> 'intent' as intent, c.label -> 'intents' ->> 0 as corrected
  from decision d left join correction c on c.message_id = d.message_id and c.withdrawn_at is null
  where d.decided_at > to_timestamp($1::float8 / 1000) - make_interval(days => $2)
    and d.understanding ->> 'kind' = 'human' and (d.understanding ->> 'abstained')::boolean is not true)
select intent from acted where intent is not null group by intent
having count(*) filter (where corrected is not null and corrected <> intent) >= $3
   and 100.0 * count(*) filter (where corrected is not null and corrected <> intent) / count(*) >= $4`

/** What was acted on and turned out to be something else, as a share of all that was acted on. */
export async function demotedIntents(pool: Pool, rule: DemotionRule, now: number): Promise<readonly Intent[]> {
  const values = [now, rule.days, rule.corrections, rule.percent]
  const found = await prepared<{ intent: Intent }>(pool, 'demoted-intents', DEMOTED, values)
  return found.map((row) => row.intent)
}
