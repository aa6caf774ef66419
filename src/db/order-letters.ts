/** The letters that tell carriers of the orders of one mail. */

import { beforeAll, type Trace } from '../domain/casework/undo.ts'
import { type Also, askedIn } from '../domain/orders/effects.ts'
import type { OrderStore } from '../ports/stores/orders.ts'
import { commitCasework } from './commit-casework.ts'
import { jsonText } from './json.ts'
import { casesOf, contactsOf, mailsOf } from './order-cases.ts'
import { type Pool, rows, transaction } from './pool.ts'

interface Ordered {
  readonly changes: readonly { readonly caseRef: string; readonly traces: readonly Trace[] }[]
  readonly also: readonly Also[]
  readonly undone: boolean
}

/** An undo tells nobody anything, and what was taken back asks for nothing. */
const ORDERED = `
select traces -> 'traces' as changes, traces -> 'also' as also, undone_by is not null as undone
from ordered where message_id = $1 and act ->> 'act' <> 'undo' order by id`

/** An order remembers its letters, its drafts among them; those of the mail have a key that says so. */
const KEYS = `
select key from outbox
where id in (select l::bigint from ordered, json_array_elements_text(traces -> 'letters') l where message_id = $1)
  and key like '% / orders of mail ' || $1::text`

/** Whoever takes an order back has to know that its letter has gone out. */
const REMEMBER = `
update ordered set traces = jsonb_set(traces::jsonb, '{letters}', (traces::jsonb -> 'letters') || $3::jsonb)::json
where message_id = $1 and act ->> 'act' <> 'undo'
  and exists (select from json_array_elements(traces -> 'traces') t where t ->> 'caseRef' = any($2))`

export function milestoneStore(pool: Pool): Pick<OrderStore, 'orderedIn' | 'tell'> {
  return {
    async orderedIn(messageId) {
      const ordered = await rows<Ordered>(pool, ORDERED, [messageId])
      const all = ordered.flatMap(({ changes }) => changes)
      const refs = [...new Set(all.map(({ caseRef }) => caseRef))]
      const cases = await casesOf(pool, refs)
      const contacts = await contactsOf(pool, cases, await mailsOf(pool, refs, false))
      const letters = await rows<{ key: string }>(pool, KEYS, [messageId])
      return {
        cases: [...cases.values()].map((after) => {
          const traces = all.filter(({ caseRef }) => caseRef === after.ref).map((one) => one.traces)
          const asks = ordered.flatMap(({ also, undone }) => (undone ? [] : askedIn(also, after.ref)))
          return { before: beforeAll(after, traces), after, contact: contacts.get(after.ref) ?? null, asks }
        }),
        letters: letters.map(({ key }) => key),
      }
    },
    tell: (work) =>
      transaction(pool, 'begin', async (client) => {
        const written = await commitCasework(client, work)
        if (written === null) return null
        await rows(client, REMEMBER, [work.messageId, work.caseRefs, jsonText(written.letters)])
        return written
      }),
  }
}
