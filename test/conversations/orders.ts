/** Orders of people at the desk in memory: judged by the real rules, carried out on its lists. */
import { dayIn, instantOf } from '../../src/domain/calendar/zone.ts'
import { caseRef } from '../../src/domain/case.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import { tracesOf } from '../../src/domain/casework/undo.ts'
import { type OrderGiven, orderGiven } from '../../src/domain/decide/order-given.ts'
import type { ReplyWish } from '../../src/domain/decision.ts'
import type { Also } from '../../src/domain/orders/effects.ts'
import type { DraftView, OrderFacts, PastOrder, TaskView } from '../../src/domain/orders/order-facts.ts'
import { readOrders } from '../../src/domain/orders/read-orders.ts'
import { standingOf } from '../../src/domain/process/standing.ts'
import type { Settled } from './desk.ts'
import type { World } from './world.ts'

export interface OrderDone {
  /** What the person is told. */
  readonly sentence: string
  readonly letters: readonly ReplyWish[]
  readonly given: OrderGiven
}

/** What somebody of the desk says in plain words, order by order. */
export function ordersIn(words: string, by: string, world: World, { desk }: Settled): readonly (Act | string)[] {
  const staff = desk.staff.map((one) => ({ address: one.email, name: one.name }))
  const today = dayIn(world.now, desk.timeZone)
  const read = readOrders(words, { lines: new Map(), about: null, staff, by, today })
  return read.map((one) => ('order' in one ? one.order : one.problem))
}

export function factsOfOrder(world: World, by: string, { desk }: Settled): OrderFacts {
  const { timeZone } = desk
  const cases = new Map([...world.cases.values()].map(({ file }) => [file.ref, file]))
  return {
    ...{ number: world.orders.length + 1, by, now: world.now, today: dayIn(world.now, timeZone), standingOf, cases },
    staff: desk.staff.map((one) => ({ address: one.email, name: one.name })),
    zone: { dayOf: (at) => dayIn(at, timeZone), startOf: (day) => instantOf(day, '00:00', timeZone) },
    mails: new Map(),
    contacts: new Map(
      [...cases.values()].flatMap(({ ref, requestId }) => {
        const address = world.newest.get(requestId)?.from[0]?.address
        return address === undefined || world.blocked.has(address) ? [] : [[ref, address] as const]
      }),
    ),
    drafts: new Map(world.letters.map((_one, at) => [at + 1, draftView(world, at)])),
    tasks: new Map(world.tasks.map((_one, at) => [at + 1, taskView(world, at)])),
    orders: new Map(world.orders.map((one) => [one.number, one])),
    freshCase: { id: world.drawn + 1, ref: caseRef(2026, world.drawn + 1) },
  }
}

function draftView(world: World, at: number): DraftView {
  const letter = world.letters[at]
  const state = letter?.state === 'draft' ? 'draft' : 'sent'
  const ref = world.cases.get(letter?.reply.wish.caseId ?? 0)?.file.ref ?? null
  return { id: at + 1, caseRef: ref, to: letter?.to ?? '', state: world.dropped.has(at + 1) ? 'rejected' : state }
}

function taskView(world: World, at: number): TaskView {
  const task = world.tasks[at]
  return { id: at + 1, sort: task?.sort ?? '', caseRef: task?.caseRef ?? null, messageId: null, open: true }
}

/** Judges and records; the cases and letters are the caller's to write down. */
export function order(act: Act, by: string, world: World, settled: Settled): OrderDone {
  const facts = factsOfOrder(world, by, settled)
  const given = orderGiven(act, facts, settled)
  if (given.given === 'refused') return { sentence: given.sentence, letters: [], given }
  const traces = given.cases.flatMap(({ file, opened }) => {
    const before = facts.cases.get(file.ref)
    return opened || before === undefined ? [] : [{ caseRef: file.ref, traces: tracesOf(before, file) }]
  })
  const done: PastOrder = {
    ...{ number: facts.number, order: act, by, at: world.now, traces, also: given.also, letters: [] },
    undoneBy: null,
  }
  world.orders.push(done)
  if (act.act === 'undo')
    world.orders[act.order - 1] = { ...(world.orders[act.order - 1] as PastOrder), undoneBy: done.number }
  for (const one of given.also) carryOut(world, one)
  return { sentence: given.sentence, letters: given.letters, given }
}

function carryOut(world: World, one: Also): void {
  if (one.also === 'send-draft') {
    const letter = world.letters[one.draft - 1]
    if (letter) world.letters[one.draft - 1] = { ...letter, state: 'queued' }
  }
  if (one.also === 'drop-draft') world.dropped.add(one.draft)
}
