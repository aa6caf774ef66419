/** Pieces of the scheduler's work that failed: when each is tried again, and what a person is told in the end. */
import type { StumbleStore } from '../ports/stores/stumbles.ts'
import { plainText } from './json.ts'
import { type Pool, rows } from './pool.ts'

/** 1 min, doubling, at most 1 h; in the time by which cases live. */
const WAIT = `interval '1 minute' * least(power(2, least(stumble.attempts, 10)), 60)`
const NOW = 'to_timestamp($3::float8 / 1000)'

/** When a request's moment came, for its key; null for everything else. */
const MOMENT = `(select min(next_due_at) from casefile where 'request ' || request_id = $1)`

const STUMBLED = `
insert into stumble (what, due_at, attempts, next_at, last_error)
values ($1, ${MOMENT}, 1, ${NOW} + interval '1 minute', left($2, 2000))
on conflict (what) do update set last_error = excluded.last_error, due_at = excluded.due_at,
  attempts = case when stumble.due_at is not distinct from excluded.due_at then stumble.attempts + 1 else 1 end,
  next_at = ${NOW} + case when stumble.due_at is not distinct from excluded.due_at then ${WAIT} else interval '1 minute' end
returning attempts`

/** A request that was given up waits until its moment is another one, or a person has it tried again. */
const GIVE_UP_REQUEST = `
with ended as (
  update stumble set next_at = 'infinity' where what = 'request ' || $1 returning attempts),
noted as (
  insert into given_up (stage, ref, attempts, reason) select 'time', $1::bigint, attempts, left($2, 2000) from ended
  on conflict (stage, ref) do update set attempts = excluded.attempts, reason = excluded.reason, at = now())
insert into task (sort, sentence, case_id)
select 'failure', 'Reminders and clocks of ' || c.ref || ' cannot be worked out: ' || left($2, 500)
  || ' (intagree quarantine retry request-' || c.request_id || ')', c.id
from casefile c, ended where c.request_id = $1::bigint order by c.id limit 1`

export function stumbleStore(pool: Pool): StumbleStore {
  return {
    async putOff(what, now) {
      const found = await rows<{ what: string }>(
        pool,
        'select what from stumble where what = any($1) and next_at > to_timestamp($2::float8 / 1000)',
        [what, now],
      )
      return new Set(found.map((row) => row.what))
    },
    async stumbled(what, error, now) {
      const [row] = await rows<{ attempts: number }>(pool, STUMBLED, [what, plainText(error), now])
      return row?.attempts ?? 0
    },
    async ask(sentence) {
      await pool.query(`insert into task (sort, sentence) values ('failure', $1)`, [plainText(sentence)])
    },
  }
}

export async function giveUpRequest(pool: Pool, requestId: number, error: string): Promise<void> {
  await pool.query(GIVE_UP_REQUEST, [String(requestId), plainText(error)])
}
