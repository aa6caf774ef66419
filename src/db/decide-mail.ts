/** The transaction in which one mail is decided: the sender's lock, the facts, the commit. */
import { createHash } from 'node:crypto'
import type { ReadMail } from '../domain/mail.ts'
import { commitDecision, type DecidedReply } from './commit-decision.ts'
import { type FactKeys, loadFacts } from './load-facts.ts'
import { type Pool, prepared, transaction } from './pool.ts'
import type { WorkStage } from './work.ts'

interface Todo {
  readonly messageId: number
  readonly receivedAt: Date
  readonly mail: ReadMail
}
interface Chimed {
  readonly stage: WorkStage
  readonly workId: string
  readonly rings: number
}
type Commit = Parameters<typeof commitDecision>[3]

export interface Session {
  facts(todo: Todo, keys: FactKeys): ReturnType<typeof loadFacts>
  commit(todo: Todo, decision: Commit, replies: readonly DecidedReply[]): Promise<readonly Chimed[]>
}

const TO_DECIDE = `
select m.id as "messageId", m.received_at as "receivedAt", m.from_address as sender, r.mail
from work w join message m on m.id = w.ref join reading r on r.message_id = m.id
where w.id = $1 and w.stage = 'decide' and m.stage = 'read'`

/** First half of the two-part advisory lock under which mails of one sender's domain are decided one by one. */
const SENDER_SPACE = 7_000_003

export function decideStore(pool: Pool, zoneYear: (at: Date) => number) {
  return {
    async decide(
      workId: string,
      work: (todo: Todo, session: Session) => Promise<readonly Chimed[]>,
    ): Promise<readonly Chimed[]> {
      const [todo] = await prepared<Todo & { sender: string | null }>(pool, 'to-decide', TO_DECIDE, [workId])
      if (!todo) return []
      const begin = `begin; select pg_advisory_xact_lock(${SENDER_SPACE}, ${lockKey(todo.sender)})`
      return transaction(pool, begin, (client) =>
        work(todo, {
          facts: (one, keys) => loadFacts(client, one, keys, zoneYear(one.receivedAt)),
          commit: (one, decision, replies) => commitDecision(client, workId, one.messageId, decision, replies),
        }),
      )
    },
  }
}

function lockKey(sender: string | null): number {
  const domain = (sender ?? '').slice((sender ?? '').lastIndexOf('@') + 1)
  return createHash('sha256').update(domain).digest().readUInt32BE(0) >>> 1
}
