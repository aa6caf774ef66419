/**
 * Mails of the desk that order something. Each order is carried out once, however often the mail is decided: what was
 * done before a crash is known by the mail and the place of the order in it.
 */

import { dayIn } from '../domain/calendar/zone.ts'
import type { ArrivalFacts, ArrivedMail } from '../domain/decide/arrival.ts'
import {
  type Answered,
  confirmTo,
  isStaff,
  refusalTo,
  type StaffMail,
  staffDecision,
  staffMail,
} from '../domain/decide/staff-mail.ts'
import type { Decision, LetterWish } from '../domain/decision.ts'
import { type OrderToken, orderTokenIn, orderTokenKey } from '../domain/link-token.ts'
import type { ReadOrder } from '../domain/orders/order-context.ts'
import type { StaffMailStore } from '../ports/stores/staff-mail.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'
import { giveOrder, type OrderParts } from './give-order.ts'
import { tellMilestones } from './tell-milestones.ts'

export interface StaffMailParts {
  readonly orders: OrderParts
  readonly store: StaffMailStore
  readonly holds: (text: string, token: string) => boolean
  readonly write: (arrived: ArrivedMail, wish: LetterWish, answers: readonly Answered[]) => Promise<WrittenReply>
}

export interface StaffMailDone {
  readonly decision: Decision
  readonly replies: readonly WrittenReply[]
}

/** Null: the mail is no order, and is decided as any other. */
export async function answerStaff(
  parts: StaffMailParts,
  arrived: ArrivedMail,
  facts: ArrivalFacts,
  messageIds: readonly string[],
): Promise<StaffMailDone | null> {
  const by = arrived.mail.from[0]?.address ?? ''
  if (arrived.understanding.kind !== 'human' || !isStaff(by, facts) || facts.earlierDelivery !== null) return null
  const token = orderTokenIn(arrived.mail.subject)
  const digest = await parts.store.digest(messageIds, token?.digestId ?? null)
  const confirmation = await parts.store.confirmed(messageIds, by)
  const given = await parts.store.given(messageIds, by)
  const today = dayIn(arrived.receivedAt, facts.desk.timeZone)
  const read = staffMail(arrived, facts, { digest, confirmation, given, today, holds: parts.holds })
  if (read.staff === 'plain') return null
  const to = facts.isOld ? null : confirmTo(arrived, facts)
  if (read.staff === 'refused') {
    const told = refusalTo(arrived, read, facts)
    const replies =
      to === null || told === null ? [] : [await parts.write(arrived, wishTo(told.to, arrived.id), [told.answer])]
    return { decision: staffDecision(arrived, read), replies }
  }
  const answers = await carryOut(parts, arrived, read, by)
  const replies = to === null ? [] : [await parts.write(arrived, wishTo(to, arrived.id), answers)]
  return { decision: staffDecision(arrived, read), replies }
}

async function carryOut(
  parts: StaffMailParts,
  arrived: ArrivedMail,
  { orders, link }: Extract<StaffMail, { readonly staff: 'orders' }>,
  by: string,
): Promise<readonly Answered[]> {
  const done = await parts.store.carriedOut(arrived.id)
  const used = link !== null && done.size === 0 && (await parts.store.linkIsUsed(orderTokenKey(link)))
  if (used) return [{ said: arrived.mail.subject, done: false, answer: 'This link was used before; each works once.' }]
  const answers: Answered[] = []
  for (const [place, order] of orders.entries())
    answers.push(await give(parts, arrived, { order, place, by, link, done }))
  if (answers.some((one) => one.done)) await tellMilestones(parts.orders, arrived.id)
  return answers
}

interface Given {
  readonly order: ReadOrder
  readonly place: number
  readonly by: string
  readonly link: OrderToken | null
  readonly done: ReadonlyMap<number, string>
}

async function give(parts: StaffMailParts, arrived: ArrivedMail, given: Given): Promise<Answered> {
  const { order, place, by, link, done } = given
  const before = done.get(place)
  if (before !== undefined) return { said: order.line, done: true, answer: before }
  if ('problem' in order) return { said: order.line, done: false, answer: order.problem }
  const answer = await giveOrder(parts.orders, order.order, {
    ...{ by, via: link === null ? 'mail' : 'link', messageId: arrived.id, place },
    link: link === null ? null : orderTokenKey(link),
  })
  return { said: order.line, done: answer.done, answer: answer.sentence }
}

/** What stands in Message-IDs of mails that belong to no case. */
const NO_CASE = 'DESK-0000-00000'

function wishTo(to: LetterWish['to'], mailId: number): LetterWish {
  return {
    key: `mail ${mailId} / order-answer`,
    template: 'order-answer',
    ...{ caseId: null, caseRef: NO_CASE, to },
    // Of ours to ours: it waits for nobody.
    ...{ state: 'queued', delayMinutes: 0 },
  }
}
