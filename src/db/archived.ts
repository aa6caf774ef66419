/** Which files of the archive the ledger names. */
import { type Queryable, rows } from './pool.ts'

const PAGE = 5_000

export async function countNamed(db: Queryable, attachmentBytes: number): Promise<number> {
  const [row] = await rows<{ count: number }>(db, `select count(*) as count from (${named()}) n`, [attachmentBytes])
  return row?.count ?? 0
}

/**
 * Every SHA-256 that must lie in the archive, ascending, a page at a time; in one snapshot, in the caller's transaction.
 * Attachments above `attachmentBytes` are named and not stored by themselves.
 */
export async function* namedFiles(client: Queryable, attachmentBytes: number): AsyncGenerator<string> {
  await client.query(
    `declare named no scroll cursor for select sha256 from (${named()}) n order by sha256 collate "C"`,
    [attachmentBytes],
  )
  for (;;) {
    const page = await rows<{ sha256: string }>(client, `fetch ${PAGE} from named`)
    for (const { sha256 } of page) yield sha256
    if (page.length < PAGE) break
  }
  await client.query('close named')
}

function named(): string {
  return `select m.sha256 from message m left join message first on first.id = m.duplicate_of
    where m.sha256 is not null and m.erased_at is null and (first.erased_at is null or first.sha256 <> m.sha256)
    union select a.sha256 from attachment a join message m on m.id = a.message_id
    where a.bytes <= $1 and m.erased_at is null`
}
