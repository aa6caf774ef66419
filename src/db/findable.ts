/** Makes mails findable after they were read, a few at a time: no decision waits for it, and no start. */
import type { ReadMail } from '../domain/mail.ts'
import { findableWords } from '../domain/search/passages.ts'
import type { FindableStore } from '../ports/stores/findable.ts'
import { jsonText } from './json.ts'
import { type Pool, type Queryable, rows, sweeping } from './pool.ts'

/** The newest first: what came today is looked for sooner than what lay there before there was an index. */
const WORDLESS = `
select message_id as id, mail from reading where words is null order by message_id desc limit $1 for update skip locked`

const KEEP = `
update reading set words = to_tsvector('english', f.words)
from json_to_recordset($1) as f(id bigint, words text) where reading.message_id = f.id`

export function findableStore(pool: Pool): FindableStore {
  return {
    makeFindable: (most) =>
      sweeping(pool, async (client) => {
        const found = await rows<{ id: number; mail: ReadMail }>(client, WORDLESS, [most])
        if (found.length > 0)
          await client.query(KEEP, [jsonText(found.map(({ id, mail }) => ({ id, words: findableWords(mail) })))])
        return found.length
      }),
  }
}

/** How many mails are not in the index yet; counted up to `most`. */
export async function countWordless(db: Queryable, most: number): Promise<number> {
  const [row] = await rows<{ count: number }>(
    db,
    'select count(*)::int as count from (select from reading where words is null limit $1) as wordless',
    [most],
  )
  return row?.count ?? 0
}
