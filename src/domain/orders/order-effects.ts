/**
 * What an order does, as changes of cases and a sentence that confirms it, or the sentence that refuses it. Pure; the
 * caller stores all of it in one transaction, keeps `tracesOf(before, after)` of every case and `also` as the order's
 * past, and then confirms. No order accepts, agrees or waives anything toward the CLEC: `approve` sends a draft that
 * exists, `ask` asks, and all else is our own bookkeeping (domain T4).
 */
import type { Act } from '../casework/act.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import { affiliated } from './affiliate-effects.ts'
import { refused } from './answer.ts'
import { assigned, closed, extended, goneOn, noted, reopened, routed } from './case-effects.ts'
import { notApproved } from './commission-effects.ts'
import { described } from './describe-effects.ts'
import { finished, judged, relabelled } from './draft-effects.ts'
import type { Effects } from './effects.ts'
import { howTo } from './how-to.ts'
import { asked, ticked, unticked, waived } from './item-effects.ts'
import { joined } from './join-effects.ts'
import { merged, split } from './merge-effects.ts'
import type { OrderFacts } from './order-facts.ts'
import { rested } from './rest-effects.ts'
import { undoneOrder } from './undo-effects.ts'
import { quoted } from './words.ts'

export function effectsOf(order: Act, facts: OrderFacts): Effects {
  if (!facts.staff.some((one) => one.address === facts.by.toLowerCase()))
    return refused('Orders are taken from known addresses of ours only.')
  switch (order.act) {
    case 'approve':
    case 'reject':
      return judged(order, facts)
    case 'done':
      return finished(order, facts)
    case 'relabel':
      return relabelled(order, facts)
    case 'undo':
      return undoneOrder(order.order, facts)
    default:
      return onCase(order, facts)
  }
}

type CaseAct = Extract<Act, { readonly caseRef: string }>

function onCase(said: CaseAct, facts: OrderFacts): Effects {
  const file = facts.cases.get(said.caseRef)
  if (file === undefined) return unknown(said.caseRef)
  const order = ofFamily(said, file)
  if (order.act === 'note') return noted(order, file, facts)
  if (order.act === 'reopen') return reopened(file, facts)
  if (order.act === 'goes-on') return goneOn(file, facts)
  if (file.closed !== null) return refused(closedSentence(file, facts))
  switch (order.act) {
    case 'assign':
      return assigned(order, file, facts)
    case 'tick':
      return ticked(order, file, facts)
    case 'untick':
      return unticked(order, file, facts)
    case 'waive':
      return waived(order, file, facts)
    case 'not-approved':
      return notApproved(order, file, facts)
    case 'route':
      return routed(order, file, facts)
    case 'describe':
      return described(order, file, facts)
    case 'ask':
      return asked(order, file, facts)
    case 'rest':
      return rested(order, file, facts)
    case 'extend':
      return extended(order, file, facts)
    case 'close':
      return closed(order, file, facts)
    case 'merge': {
      const into = facts.cases.get(order.into)
      if (into === undefined) return unknown(order.into)
      const { introduced } = order
      return introduced === undefined ? merged(file, into, facts) : joined({ ...order, introduced }, file, into, facts)
    }
    case 'affiliate':
      return affiliated(order, file, facts)
    case 'split':
      return split(order, file, facts)
  }
}

/** Papers of one name on both sides of the house (domain 1.1): which is meant the case tells. */
const TWINS = [
  ['questionnaire-credit', 'start-up-credit'],
  ['questionnaire-authorization', 'start-up-authorization'],
] as const satisfies readonly (readonly [ItemId, ItemId])[]

function ofFamily(order: CaseAct, { family }: CaseFile): CaseAct {
  const own = (item: ItemId): ItemId => {
    const twins = TWINS.find((pair) => (pair as readonly ItemId[]).includes(item))
    return twins === undefined || family === null ? item : twins[family === 'qc' ? 0 : 1]
  }
  if (order.act === 'ask') return { ...order, items: order.items.map(own) }
  return order.act === 'tick' || order.act === 'untick' || order.act === 'waive'
    ? { ...order, item: own(order.item) }
    : order
}

function unknown(ref: string): Effects {
  return refused(`There is no case ${quoted(ref)}.`)
}

function closedSentence({ ref, closed: end }: CaseFile, { speech }: OrderFacts): string {
  return end?.into == null
    ? `${ref} is closed (${end?.reason}): ${howTo({ to: 'reopen', ref }, speech)} first.`
    : `${ref} was merged into ${end.into}: give the order for ${end.into}.`
}
