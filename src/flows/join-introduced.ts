/**
 * Somebody was introduced who wrote before: a decision of its own, on facts of its own, behind that about the mail which
 * introduces them. Where a process dies between the two, the question where their case belongs stays with a person.
 */

import { joinsOf } from '../domain/decide/joins.ts'
import type { AskWish, Introducing } from '../domain/decision.ts'
import type { JoinStore } from '../ports/stores/joins.ts'
import { giveOrder, type OrderParts, SYSTEM } from './give-order.ts'

export interface JoinParts {
  readonly orders: OrderParts
  readonly store: JoinStore
}

export async function joinIntroduced(parts: JoinParts, messageId: number, introduces: Introducing): Promise<void> {
  const facts = await parts.store.apart(introduces)
  const { orders, asks } = joinsOf(introduces, messageId, facts)
  const refused: AskWish[] = []
  for (const order of orders) {
    const orderer = { by: SYSTEM, via: 'mail', messageId, place: null, link: null } as const
    const { done, sentence } = await giveOrder(parts.orders, order, orderer)
    const other = facts.others.find(({ file }) => file.ref === order.caseRef)
    if (!done && other?.asked === false)
      refused.push({
        wish: 'ask-human',
        sort: 'account',
        caseId: other.file.id,
        sentence,
        once: `not joined ${order.caseRef}`,
      })
  }
  const tasks = [...asks, ...refused]
  if (tasks.length > 0) await parts.store.ask(tasks, parts.orders.clock().getTime())
}
