/** A case as a program reads it, and its head as its page shows it. */
import type { ChainEntry } from '../db/chain.ts'
import { decisionsOfCase, type FoundCase, messagesOfCase, openTasks, ordersOfCase, outboxOfCase } from '../db/lists.ts'
import type { Pool } from '../db/pool.ts'

export function factsOf(found: FoundCase): readonly (readonly [string, string])[] {
  const { company, state, ilec, agreement, path, status, negotiator, openedAt, missing, clocks } = found
  const facts: readonly (readonly [string, string | null])[] = [
    ['company', company],
    ['state', state],
    ['our company', ilec],
    ['agreement', [agreement, path].filter((word) => word !== null).join(', ')],
    ['status', status],
    ['negotiator', negotiator],
    ['opened', openedAt.toISOString()],
    ['missing', missing.join(', ')],
    ...clocks.map(({ title, due, state: standing }): readonly [string, string] => [
      'clock',
      `${title}: ${due}, ${standing}`,
    ]),
  ]
  return facts.filter((fact): fact is readonly [string, string] => fact[1] !== null && fact[1] !== '')
}

export async function caseJson(pool: Pool, { id, ...head }: FoundCase, chain: readonly ChainEntry[]) {
  const [orders, messages, outbox, tasks, decisions] = await Promise.all([
    ordersOfCase(pool, head.ref),
    messagesOfCase(pool, id),
    outboxOfCase(pool, id),
    openTasks(pool, id),
    decisionsOfCase(pool, id),
  ])
  const timeline = chain.map(({ detail, ...entry }) => ({ ...entry, detail: JSON.parse(detail) as unknown }))
  return { ...head, messages, outbox, tasks, orders, decisions, timeline }
}
