import type { OlderMails } from '../ports/stores/decide-mail.ts'
import { type Pool, prepared } from './pool.ts'

const MOST = 10

const OLDER = `
select left(r.mail ->> 'text', 65536) as text, null as raw
from message m join reading r on r.message_id = m.id where m.message_id = any($1)
union all
select null, raw from outbox where message_id = any($1) and raw <> ''
limit ${MOST}`

/** By Message-ID; a wrong one among them only adds words that the mail does not quote. */
export async function olderMails(pool: Pool, messageIds: readonly string[]): Promise<OlderMails> {
  const found = await prepared<{ text: string | null; raw: Buffer | null }>(pool, 'older-mails', OLDER, [messageIds])
  return {
    texts: found.flatMap(({ text }) => text ?? []),
    letters: found.flatMap(({ raw }) => raw ?? []),
  }
}
