/**
 * The database side of deciding. Mails of one sender's domain are decided one after the other: within this process by
 * a queue per domain, across processes by a version of the domain that the commit must find as the facts saw it.
 */

import { domainOf } from '../domain/thread.ts'
import { batched } from '../foundation/batched.ts'
import type { Chime } from '../ports/bell.ts'
import type { DecideSession, DecideStore, DecideWork, MailToDecide } from '../ports/stores/decide-mail.ts'
import type { Reading } from '../ports/stores/read-mail.ts'
import type { Claims } from './claims.ts'
import { commitDecisions, isOvertakenEntity } from './commit-decision.ts'
import { plainText } from './json.ts'
import { loadFacts } from './load-facts.ts'
import { olderMails } from './older-mails.ts'
import { type Pool, prepared } from './pool.ts'
import { BEGUN, handedOut } from './work.ts'

const TO_DECIDE = `
select w.id as work, m.id as "messageId", m.received_at as "receivedAt", m.from_address as sender, r.mail,
  ${BEGUN},
  (select label from correction c
   where c.message_id = m.id and c.withdrawn_at is null and c.label ->> 'kind' = 'human') as corrected
from work w join message m on m.id = w.ref join reading r on r.message_id = m.id
where w.id = any($1) and w.stage = 'decide' and m.stage = 'read'`

const MOST = 16
/** Another process decided a mail of the same domain meanwhile: load the facts again, so often at most. */
const MOST_TURNS = 60

class Overtaken extends Error {}

/** `claims`: of the sender of this process, where it has one. */
export function decideStore(pool: Pool, zoneYear: (at: Date) => number, claims: Claims | null = null): DecideStore {
  const oneByOne = queuePerKey()
  const toDecide = batched(MOST, async (works: readonly string[]) => {
    type Row = MailToDecide & { work: number; sender: string | null }
    return handedOut(works, await prepared<Row>(pool, 'to-decide', TO_DECIDE, [works]))
  })
  const facts = batched(MOST, (items: Parameters<typeof loadFacts>[1]) => loadFacts(pool, items))
  const commit = batched(MOST, (items: Parameters<typeof commitDecisions>[2]) => commitDecisions(pool, claims, items))

  return {
    async decide(workId: string, work: DecideWork): Promise<readonly Chime[]> {
      const todo = await toDecide(workId)
      return todo === null ? [] : decideOne(workId, todo, todo.sender ?? '', null, work)
    },

    decideReading(workId: string, reading: Reading, work: DecideWork): Promise<readonly Chime[]> {
      return decideOne(
        workId,
        { ...reading, begun: null, corrected: null },
        reading.mail.from[0]?.address ?? '',
        reading,
        work,
      )
    },
  }

  function decideOne(
    workId: string,
    todo: MailToDecide,
    sender: string,
    reading: Reading | null,
    work: DecideWork,
  ): Promise<readonly Chime[]> {
    const domain = domainOf(plainText(sender))
    return oneByOne(domain, () => inTurn(() => work(todo, session(workId, domain, reading))))
  }

  function session(workId: string, domain: string, reading: Reading | null): DecideSession {
    let version = 0
    let refersTo: readonly string[] = []
    return {
      older: (messageIds) => olderMails(pool, messageIds),
      async facts(todo, keys, now) {
        const year = zoneYear(todo.receivedAt)
        const loaded = await facts({ messageId: todo.messageId, mail: todo.mail, domain, keys, year, now })
        version = loaded.version
        refersTo = keys.messageIds
        return loaded.facts
      },
      async commit(todo, decision, replies, now) {
        const { messageId } = todo
        const committing = commit({ workId, messageId, reading, domain, version, refersTo, decision, replies, now })
        const chimes = await committing.catch((error) => {
          if (isOvertakenEntity(error)) return null
          throw error
        })
        if (chimes === null) throw new Overtaken(domain)
        return chimes
      },
    }
  }
}

async function inTurn<T>(decide: () => Promise<T>): Promise<T> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await decide()
    } catch (error) {
      if (!(error instanceof Overtaken) || turn >= MOST_TURNS) throw error
    }
  }
}

/** Runs what has the same key one after the other. */
function queuePerKey(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return async (key, work) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.then(work, work)
    const settled = mine.catch(() => undefined)
    last.set(key, settled)
    try {
      return await mine
    } finally {
      if (last.get(key) === settled) last.delete(key)
    }
  }
}
