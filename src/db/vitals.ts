/** What the database knows of the installation's health, and what of it was told to whom. */
import { type AlertState, type Ending, QUIET, type StoredVitals } from '../domain/alerts.ts'
import { syncAges } from './health.ts'
import { jsonText } from './json.ts'
import { type Pool, rows } from './pool.ts'

const VITALS = `
select
  (select count(*)::int from task where done_at is null and sort = 'quarantine' and opened_at > now() - interval '1 hour')
    as "quarantinedLastHour",
  coalesce((select extract(epoch from now() - min(created_at)) from work where stage in ('read', 'decide')), 0)::float8
    as "oldestSeconds",
  exists (select from task where once = 'cap-total' and done_at is null) as "breakerOpen",
  u.unsure, u.seconds as "unsureSeconds"
from (
  select count(*)::int as unsure, coalesce(extract(epoch from now() - min(claimed_at)), 0)::float8 as seconds from outbox
  where state = 'unsure' and id in (
    select ref from work where stage = 'send' union all select ref from given_up where stage = 'send')) u`

export async function storedVitals(pool: Pool, mailboxes: readonly string[]): Promise<StoredVitals> {
  const [[row], syncs] = await Promise.all([rows<Omit<StoredVitals, 'syncs'>>(pool, VITALS), syncAges(pool, mailboxes)])
  return { ...(row as Omit<StoredVitals, 'syncs'>), syncs }
}

/** Logins whose refresh token has an end. */
export async function endingLogins(pool: Pool): Promise<readonly Ending[]> {
  return rows(
    pool,
    `select name, floor(extract(epoch from refresh_ends_at) * 1000)::float8 as at from login where refresh_ends_at is not null`,
  )
}

export async function loadAlertState(pool: Pool): Promise<AlertState> {
  const [row] = await rows<{ value: string }>(pool, `select value from setting where key = 'alerts'`)
  return row === undefined ? QUIET : (JSON.parse(row.value) as AlertState)
}

export async function saveAlertState(pool: Pool, state: AlertState): Promise<void> {
  await pool.query(
    `insert into setting (key, value) values ('alerts', $1) on conflict (key) do update set value = excluded.value`,
    [jsonText(state)],
  )
}
