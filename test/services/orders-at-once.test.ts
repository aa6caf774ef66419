/** Two orders about the same draft at once: what is confirmed is what was done. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderStore } from '../../src/db/orders.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import type { Also } from '../../src/domain/orders/effects.ts'
import type { CarriedOut } from '../../src/ports/stores/orders.ts'
import { DESK_SETTINGS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter, repliesTo } from '../support/letters.ts'

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger('orders-at-once')
})
afterAll(() => ledger?.stop())

async function draft(): Promise<number> {
  const { mail, sender } = letter()
  await decider(ledger, { mode: 'draft' }).receive(mail)
  const [reply] = await repliesTo(ledger, sender)
  return reply?.id ?? 0
}

async function carryOut(order: Act, also: readonly Also[]) {
  const store = orderStore(ledger.pool, () => 2026, DESK_SETTINGS)
  const { number } = await store.draw(order, Date.now())
  const work: CarriedOut = {
    ...{ now: Date.now(), actor: 'anna@carrier.example', cases: [], replies: [], tasks: [], number, order, via: 'cli' },
    ...{ messageId: null, place: null, link: null, before: new Map(), also, sentence: 'Done.' },
  }
  return { number, written: await store.commit(work) }
}

function stateOf(id: number) {
  return ledger.value<string>('select state from outbox where id = $1', id)
}

test('what was dropped meanwhile is not said to be sent', async () => {
  const id = await draft()
  const drop = await carryOut({ act: 'reject', draft: id }, [{ also: 'drop-draft', draft: id }])
  const send = await carryOut({ act: 'approve', draft: id }, [{ also: 'send-draft', draft: id }])
  expect([drop.written !== null, send.written]).toEqual([true, null])
  expect(await stateOf(id)).toBe('rejected')
  expect(await ledger.value('select count(*)::int from ordered where id = $1', send.number)).toBe(0)
})

test('what has begun to leave meanwhile is not said to be held', async () => {
  const id = await draft()
  const { number } = await carryOut({ act: 'approve', draft: id }, [{ also: 'send-draft', draft: id }])
  await ledger.rows(`update outbox set state = 'sending' where id = $1`, id)
  const back = await carryOut({ act: 'undo', order: number }, [{ also: 'hold-draft', draft: id }])
  expect(back.written).toBeNull()
  expect(await ledger.value('select undone_by from ordered where id = $1', number)).toBeNull()
})

test('an order is taken back once', async () => {
  const id = await draft()
  const { number } = await carryOut({ act: 'reject', draft: id }, [{ also: 'drop-draft', draft: id }])
  const undo: Act = { act: 'undo', order: number }
  const first = await carryOut(undo, [{ also: 'restore-draft', draft: id }])
  const second = await carryOut(undo, [])
  expect([first.written !== null, second.written]).toEqual([true, null])
  expect(await ledger.value('select undone_by from ordered where id = $1', number)).toBe(first.number)
})

test('a yes that was taken back in the moment in which it was given can be given again', async () => {
  const id = await draft()
  await ledger.rows(`insert into work (stage, ref, next_at) values ('send', $1, now() + interval '1 hour')`, id)
  const { written } = await carryOut({ act: 'approve', draft: id }, [{ also: 'send-draft', draft: id }])
  expect(written?.chimes).toMatchObject([{ stage: 'send' }])
  expect(await ledger.value(`select count(*)::int from work where stage = 'send' and ref = $1`, id)).toBe(1)
})
