/** Cases of which nothing may be erased. */
import { despiteDeadlocks, type Pool, type Queryable, rows } from './pool.ts'

export interface HoldLine {
  readonly ref: string
  readonly because: string
  readonly by: string
  readonly since: Date
}

export function listHolds(db: Queryable): Promise<HoldLine[]> {
  return rows(
    db,
    `select c.ref, h.because, h.by_whom as by, h.since from legal_hold h join casefile c on c.id = h.case_id order by h.since`,
  )
}

/** False when there is no such case. A hold that stands keeps its day, and gets the new reason. */
export async function setHold(pool: Pool, ref: string, because: string, by: string): Promise<boolean> {
  return (await despiteDeadlocks(() => rows(pool, SET, [ref, because, by]))).length > 0
}

const SET = `
with put as (
  insert into legal_hold (case_id, because, by_whom) select id, $2, $3 from casefile where ref = $1
  on conflict (case_id) do update set because = excluded.because returning case_id)
insert into timeline (at, actor, event, case_id, detail)
select now(), $3, 'hold-set', case_id, json_build_object('because', $2::text) from put returning id`

/** False when the case was under none. */
export async function releaseHold(pool: Pool, ref: string, by: string): Promise<boolean> {
  return (await despiteDeadlocks(() => rows(pool, RELEASE, [ref, by]))).length > 0
}

const RELEASE = `
with gone as (delete from legal_hold where case_id = (select id from casefile where ref = $1) returning case_id)
insert into timeline (at, actor, event, case_id, detail)
select now(), $2, 'hold-released', case_id, '{}' from gone returning id`
