/**
 * A person orders something, by the command line, a mail or a link: load -> decide -> commit, and again on fresh facts
 * when somebody else changed the case meanwhile. The sentence that comes back is what the person is told.
 */

import type { Autonomy } from '../domain/autonomy.ts'
import { dayIn, instantOf } from '../domain/calendar/zone.ts'
import type { Act } from '../domain/casework/act.ts'
import type { DeskSettings } from '../domain/casework/desk-settings.ts'
import { orderGiven } from '../domain/decide/order-given.ts'
import type { ReplyWish } from '../domain/decision.ts'
import type { Speech } from '../domain/orders/how-to.ts'
import { standingOf } from '../domain/process/standing.ts'
import type { Answered } from '../domain/reply.ts'
import type { Bell } from '../ports/bell.ts'
import type { Clock } from '../ports/clock.ts'
import type { DrawnNumbers, OrderStore, OrderVia } from '../ports/stores/orders.ts'
import type { WrittenReply } from '../ports/stores/written-reply.ts'

export interface OrderParts {
  readonly store: OrderStore
  readonly bell: Pick<Bell, 'ring'>
  readonly clock: Clock
  readonly desk: DeskSettings
  readonly autonomy: () => Autonomy
  readonly write: (wish: ReplyWish, original: Answered | null, number: number) => Promise<WrittenReply>
  readonly onOrder: (act: Act['act'], done: boolean) => void
}

export interface Orderer {
  /** Address, or `person NAME` on the command line. */
  readonly by: string
  readonly via: OrderVia
  readonly messageId: number | null
  /** Which of the mail's orders; null outside of mails. */
  readonly place: number | null
  /** Key of the signed link that gives it. */
  readonly link: string | null
}

export interface OrderAnswer {
  readonly done: boolean
  readonly sentence: string
  /** Null when nothing was done. */
  readonly number: number | null
}

const MOST_TURNS = 10

export async function giveOrder(parts: OrderParts, order: Act, orderer: Orderer): Promise<OrderAnswer> {
  const numbers = drawnOnce(() => parts.store.draw(order, parts.clock().getTime()))
  for (let turn = 1; turn <= MOST_TURNS; turn += 1) {
    const answer = await tryOrder(parts, order, orderer, numbers)
    if (answer === null) continue
    parts.onOrder(order.act, answer.done)
    return answer
  }
  return { done: false, number: null, sentence: 'The case is being changed by somebody else all the time; try again.' }
}

type Numbers = () => Promise<DrawnNumbers>

function drawnOnce(draw: Numbers): Numbers {
  let drawn: Promise<DrawnNumbers> | null = null
  return () => {
    drawn ??= draw()
    return drawn
  }
}

/** Judged with these first: only an order that will be carried out takes numbers. */
const NOT_DRAWN: DrawnNumbers = { number: 0, freshCase: { id: 0, ref: '' } }

async function tryOrder(
  parts: OrderParts,
  order: Act,
  orderer: Orderer,
  numbers: Numbers,
): Promise<OrderAnswer | null> {
  const { store, desk, clock } = parts
  const now = clock().getTime()
  const { timeZone } = desk
  const loaded = {
    ...(await store.facts(order)),
    ...{ by: orderer.by, speech: speechOf(orderer), now, today: dayIn(now, timeZone), standingOf },
    territory: desk.territory,
    staff: [...desk.staff.map((one) => ({ address: one.email, name: one.name })), ...operator(orderer)],
    zone: { dayOf: (at: number) => dayIn(at, timeZone), startOf: (day: string) => instantOf(day, '00:00', timeZone) },
  }
  const settled = { desk, autonomy: parts.autonomy(), isToldLater: orderer.place !== null }
  const judged = orderGiven(order, { ...loaded, ...NOT_DRAWN }, settled)
  if (judged.given === 'refused') return { done: false, number: null, sentence: judged.sentence }
  const facts = { ...loaded, ...(await numbers()) }
  const given = orderGiven(order, facts, settled)
  if (given.given === 'refused') return { done: false, number: null, sentence: given.sentence }
  const replies = await Promise.all(
    given.letters.map(async (wish, at) => {
      const file = [...facts.cases.values()].find((one) => one.id === wish.caseId)
      return parts.write(wish, file ? await store.newestMail(file.requestId) : null, now + at)
    }),
  )
  const written = await store.commit({
    ...{ now, actor: orderer.by, cases: given.cases, replies, tasks: given.asks },
    ...{ number: facts.number, order, via: orderer.via, messageId: orderer.messageId },
    ...{ place: orderer.place, link: orderer.link },
    ...{ before: given.before, also: given.also, sentence: given.sentence },
  })
  if (written === null) return null
  await parts.bell.ring(written.chimes).catch(() => undefined) // the sweep rings again
  return { done: true, number: facts.number, sentence: given.sentence }
}

function speechOf({ via }: Orderer): Speech {
  return via === 'cli' ? 'terminal' : 'mail'
}

/** Who orders what no person does: the timeline tells it by that name. */
export const SYSTEM = 'system'

/** Whoever can run commands on the machine may order, and so may a rule of ours; no mail comes from an address like that. */
function operator({ by, via }: Orderer): readonly { readonly address: string; readonly name: string }[] {
  return via === 'cli' || by === SYSTEM ? [{ address: by, name: by }] : []
}
