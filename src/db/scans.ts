/** What the virus scanner said of files, by their SHA-256: the same file in another mail is not asked about again. */
import type { Scan } from '../domain/files/scan.ts'
import type { ScanStore } from '../ports/stores/scans.ts'
import { plainText } from './json.ts'
import { despiteDeadlocks, type Pool, rows } from './pool.ts'

interface ScanRow {
  sha256: string
  verdict: Scan['scan']
  detail: string
  again: boolean
}

/** A minute, doubling, at most an hour. */
const LATER = `now() + least(interval '1 minute' * power(2, least(scan.attempts, 6)), interval '1 hour')`

/** In every mail that has the file. */
const INFECTED = `
with held as (
  select distinct on (a.message_id) a.message_id, a.filename from attachment a
  where a.sha256 = $1 order by a.message_id, a.ordinal),
told as (
  insert into timeline (at, actor, event, message_id, detail)
  select now(), 'system', 'infected', message_id, json_build_object('file', filename, 'name', $2::text) from held)
insert into task (sort, sentence, message_id, case_id)
select 'virus', 'Mail ' || h.message_id || ': the virus scanner, which could not be asked before, says that '
    || coalesce(nullif(h.filename, ''), 'a file without a name') || ' is infected (' || $2
    || '). Do not open it, and look whether it was used in the case.',
  h.message_id, (select min(case_id) from case_message c where c.message_id = h.message_id)
from held h`

export function scanStore(pool: Pool): ScanStore {
  return {
    known: (sha256s) => scansOf(pool, sha256s),

    async keep(sha256, scan) {
      const detail = scan.scan === 'infected' ? scan.name : scan.scan === 'not-scanned' ? scan.why : ''
      const again = scan.scan === 'not-scanned' && scan.again
      await pool.query(
        `insert into scan (sha256, verdict, detail, next_at)
         values ($1, $2, $3, case when $4 then now() + interval '1 minute' end)
         on conflict (sha256) do update set verdict = excluded.verdict, detail = excluded.detail, scanned_at = now(),
           attempts = scan.attempts + 1, next_at = case when $4 then ${LATER} end`,
        [sha256, scan.scan, plainText(detail), again],
      )
    },

    async due(most) {
      const found = await rows<{ sha256: string }>(
        pool,
        `update scan set next_at = now() + interval '5 minutes'
         where sha256 in (select sha256 from scan where next_at <= now() order by next_at limit $1 for update skip locked)
         returning sha256`,
        [most],
      )
      return found.map(({ sha256 }) => sha256)
    },

    async tellInfected(sha256, name) {
      await despiteDeadlocks(() => pool.query(INFECTED, [sha256, plainText(name)]))
    },
  }
}

/** Files of which nothing is known are missing. */
export async function scansOf(pool: Pool, sha256s: readonly string[]): Promise<ReadonlyMap<string, Scan>> {
  if (sha256s.length === 0) return new Map()
  const found = await rows<ScanRow>(
    pool,
    `select sha256, verdict, detail, next_at is not null as again from scan where sha256 = any($1)`,
    [sha256s],
  )
  return new Map(found.map((row) => [row.sha256, scanOf(row)]))
}

function scanOf({ verdict, detail, again }: ScanRow): Scan {
  switch (verdict) {
    case 'clean':
      return { scan: 'clean' }
    case 'infected':
      return { scan: 'infected', name: detail }
    case 'not-scanned':
      return { scan: 'not-scanned', why: detail, again }
  }
}

/** Files that are never opened. */
export async function infectedFiles(pool: Pool): Promise<readonly string[]> {
  const found = await rows<{ sha256: string }>(pool, `select sha256 from scan where verdict = 'infected'`, [])
  return found.map(({ sha256 }) => sha256)
}
