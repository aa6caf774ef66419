/** A storm of one sender is worked through in its turns: nobody else waits behind it. Told by the order of deciding. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Chime } from '../../src/ports/bell.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'

let ledger: Ledger
beforeEach(async () => {
  ledger = await openLedger('fair_turns')
})
afterEach(() => ledger?.stop())

const of = (lane: string, count = 1, thread: string | null = null) =>
  Array.from({ length: count }, () => ({ lane, thread }))

/** Reads and decides what was rung, then what the sweep rings, until nothing waits. Senders in the order of deciding. */
async function work(rung: readonly Chime[], atOnce = 16): Promise<readonly string[]> {
  const lanes = new Map(
    (await ledger.rows<{ id: number; lane: string }>(`select id, lane from work where stage = 'read'`)).map((row) => [
      String(row.id),
      row.lane,
    ]),
  )
  const decided: string[] = []
  const desk = decider(ledger)
  for (let due = rung; due.length > 0; due = await ledger.work.due(atOnce))
    for (const chime of due) {
      const todo = chime.stage === 'read' ? await ledger.reading.toRead(chime.workId) : null
      if (todo === null) continue
      const lane = lanes.get(chime.workId) ?? ''
      const { mail } = letter({ from: lane })
      const reading = { messageId: todo.messageId, receivedAt: todo.receivedAt, mail, milliseconds: 1 }
      await desk.decideReading(chime.workId, { ...reading, mail: { ...mail, contentId: chime.workId } })
      decided.push(lane)
    }
  return decided
}

test('a mail that comes behind a storm is decided behind what was rung, not behind the storm', async () => {
  const storm = await ledger.takeFrom(of('storm@flood.example', 200))
  expect(storm).toHaveLength(16)
  const late = await ledger.takeFrom(of('paula@acmefiber.example'))
  const order = await work([...storm, ...late])
  expect(order).toHaveLength(201)
  expect(order.indexOf('paula@acmefiber.example')).toBe(16)
})

test('when every ring was lost, it is still decided at once: the sweep rings in the order of turns', async () => {
  await ledger.takeFrom(of('storm@flood.example', 100))
  await ledger.takeFrom(of('paula@acmefiber.example'))
  await ledger.work.allDue()
  expect((await work(await ledger.work.due(16))).indexOf('paula@acmefiber.example')).toBeLessThanOrEqual(1)
})

test('two storms share: each has every second turn', async () => {
  await ledger.takeFrom(of('one@flood.example', 40))
  await ledger.takeFrom(of('two@flood.example', 40))
  await ledger.work.allDue()
  const first = (await work(await ledger.work.due(16))).slice(0, 40)
  expect(first.filter((lane) => lane === 'two@flood.example')).toHaveLength(20)
})

test('mails of one thread stay in order, whoever wrote them', async () => {
  await ledger.takeFrom([...of('storm@flood.example', 30), ...of('storm@flood.example', 1, '<talk@flood.example>')])
  await ledger.takeFrom(of('lawyer@firm.example', 1, '<talk@flood.example>'))
  await ledger.takeFrom(of('paula@acmefiber.example'))
  await ledger.work.allDue()
  const order = await work(await ledger.work.due(16))
  expect(order.at(-1)).toBe('lawyer@firm.example')
  expect(order.indexOf('paula@acmefiber.example')).toBeLessThanOrEqual(1)
})

test('a reader does not read ahead of the decider: of one sender only so much is under way', async () => {
  await ledger.takeFrom(of('storm@flood.example', 60))
  await ledger.work.allDue()
  const rung: Chime[] = []
  const read = async () => {
    for (const { workId } of await ledger.work.due(100, ['read'])) {
      const todo = await ledger.reading.toRead(workId)
      const mail = { ...letter().mail, contentId: workId }
      const reading = { messageId: todo?.messageId ?? 0, receivedAt: new Date(), mail, milliseconds: 1 }
      rung.push(...(await ledger.reading.recordReading(workId, reading)))
    }
  }
  await read()
  expect(rung).toHaveLength(16)
  await ledger.takeFrom(of('paula@acmefiber.example'))
  await ledger.work.allDue()
  await read()
  expect(rung.length).toBe(17)
})
