/** The rows of work: tried again with growing pauses, given up in front of a person, rung again by the sweep. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sendStore } from '../../src/db/send-mail.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { aMail } from '../support/mail-builder.ts'
import { type QueuedReply, queuedReply, toldOf } from '../support/queued-reply.ts'

let ledger: Ledger

beforeAll(async () => {
  ledger = await openLedger('work')
})
afterAll(() => ledger?.stop())

const told = (reply: QueuedReply) => toldOf(ledger, reply)

describe('work that fails', () => {
  test.each([
    [0, 2],
    [1, 4],
    [2, 8],
    [6, 128],
    [7, 256],
    [8, 300],
    [50, 300],
  ])('after %i failures waits %i s', async (before, seconds) => {
    const { workId } = await ledger.take()
    await ledger.rows('update work set attempts = $2 where id = $1', workId, before)
    const now = new Date('2026-03-02T16:00:00Z')
    expect(await ledger.work.failed(workId, 'disk full', now)).toBe(before + 1)
    const next = await ledger.value<Date>('select next_at from work where id = $1', workId)
    expect((next.getTime() - now.getTime()) / 1000).toBe(seconds)
  })

  test('work that is done already has not failed', async () => {
    expect(await ledger.work.failed('999999999', 'disk full', new Date())).toBe(0)
  })
})

describe('work that is given up ends in front of a person', () => {
  test.each(['take', 'arrive'] as const)('a mail (%s): quarantined', async (stage) => {
    const { messageId, workId } = stage === 'take' ? await ledger.take() : await ledger.arrive(aMail())
    await ledger.work.giveUp(workId, 'always the same bug')
    const [row] = await ledger.rows(
      `select m.stage, m.outcome, m.quarantine_code, m.quarantine_detail, t.sort from message m
       left join task t on t.message_id = m.id where m.id = $1`,
      messageId,
    )
    expect(row).toEqual({
      stage: 'done',
      outcome: 'quarantined',
      quarantine_code: 'processing-failed',
      quarantine_detail: 'always the same bug',
      sort: 'quarantine',
    })
    expect(await ledger.value('select count(*)::int from work where id = $1', workId)).toBe(0)
  })

  test.each([
    ['queued', 'refused'],
    ['retry', 'refused'],
    ['sending', 'unsure'],
    ['unsure', 'unsure'],
  ])('a reply that is %s: %s', async (state, end) => {
    const reply = await queuedReply(ledger)
    await ledger.rows('update outbox set state = $2 where id = $1', reply.outboxId, state)
    await ledger.work.giveUp(reply.workId, 'always the same bug')
    expect(await told(reply)).toEqual([`${end} 0`, 'task: delivery'])
  })

  test('a copy: the reply stays sent', async () => {
    const reply = await queuedReply(ledger)
    const sending = sendStore(ledger.pool, 900_001, true)
    await sending.claim(reply.workId)
    const [chime] = await sending.sent(reply.workId, reply.outboxId, '250 kept')
    await ledger.work.giveUp(chime?.workId ?? '', 'always the same bug')
    expect(await told(reply)).toEqual(['sent 1', 'task: delivery'])
  })

  test('twice asks once', async () => {
    const reply = await queuedReply(ledger)
    await Promise.all([ledger.work.giveUp(reply.workId, 'bug'), ledger.work.giveUp(reply.workId, 'bug')])
    expect(await told(reply)).toEqual(['refused 0', 'task: delivery'])
  })
})

describe('the sweep', () => {
  test('takes what is due, one sweep each, and leaves it alone for the lease', async () => {
    const works = await Promise.all([ledger.take(), ledger.take(), ledger.take()])
    const ids = works.map((work) => work.workId)
    await ledger.rows(`update work set next_at = now() - interval '1 second' where id = any($1)`, ids)
    const found = (await Promise.all([ledger.work.due(500), ledger.work.due(500)])).flat()
    const mine = found.filter((chime) => ids.includes(chime.workId))
    expect(mine.map((chime) => chime.workId).sort()).toEqual([...ids].sort())
    expect(mine.every((chime) => chime.stage === 'read' && chime.rings === 1)).toBe(true)
    expect((await ledger.work.due(500)).filter((chime) => ids.includes(chime.workId))).toEqual([])
    const waits = await ledger.rows<{ s: number }>(
      'select extract(epoch from next_at - now())::float as s from work where id = any($1)',
      ids,
    )
    for (const { s } of waits) expect(s).toBeGreaterThan(10)
  })

  test('what has just begun is rung by its own transaction, not by the sweep', async () => {
    const { workId } = await ledger.take()
    expect((await ledger.work.due(500)).map((chime) => chime.workId)).not.toContain(workId)
  })

  test('alone, all that a predecessor left is due at once, but no retry of tomorrow', async () => {
    const [soon, tomorrow] = [await ledger.take(), await ledger.take()]
    await ledger.rows(`update work set next_at = now() + interval '1 day' where id = $1`, tomorrow.workId)
    await ledger.work.allDue()
    const due = (await ledger.work.due(5_000)).map((chime) => chime.workId)
    expect(due).toContain(soon.workId)
    expect(due).not.toContain(tomorrow.workId)
  })
})
