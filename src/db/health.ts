import { type Pool, rows } from './pool.ts'

export interface SyncAge {
  readonly mailbox: string
  /** Seconds since the last completed pass; null before the first. */
  readonly seconds: number | null
}

/** How long ago each of these mailboxes (`account/name`) was last passed over completely, by any process. */
export function syncAges(pool: Pool, mailboxes: readonly string[]): Promise<SyncAge[]> {
  return rows<SyncAge>(
    pool,
    `select wanted as mailbox, extract(epoch from now() - max(e.synced_at))::float as seconds
     from unnest($1::text[]) wanted left join mailbox b on b.account || '/' || b.name = wanted
     left join mailbox_epoch e on e.mailbox_id = b.id group by wanted order by wanted`,
    [mailboxes],
  )
}

export async function pingDatabase(pool: Pool): Promise<void> {
  await pool.query('select 1')
}

export async function tokenSecret(pool: Pool): Promise<string> {
  const [row] = await rows<{ value: string }>(pool, `select value from setting where key = 'token-secret'`)
  return row?.value as string
}
