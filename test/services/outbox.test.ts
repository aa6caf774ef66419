/** The outbox: one sender at a time, every outcome recorded once, no reply forgotten in the middle. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { copyStore } from '../../src/db/copy-sent.ts'
import { type PostgresLeases, postgresLeases } from '../../src/db/leases.ts'
import { sendStore } from '../../src/db/send-mail.ts'
import { type Child, startChild } from '../support/child.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { type QueuedReply, queuedReply, toldOf } from '../support/queued-reply.ts'
import { until } from '../support/until.ts'

/** Numbers of processes that never lived; a lease on such a number can be had by everybody. */
const [HERE, THERE] = [900_001, 900_002]

let ledger: Ledger
let children: Child[] = []

beforeAll(async () => {
  ledger = await openLedger('outbox')
})
afterEach(async () => {
  await Promise.all(children.map((child) => child.kill9()))
  children = []
})
afterAll(() => ledger?.stop())

const queued = () => queuedReply(ledger)
const told = (reply: QueuedReply) => toldOf(ledger, reply)

function store(instance = HERE, copies = true) {
  return sendStore(ledger.pool, instance, copies)
}

/** As if the reply had been claimed so long ago. */
async function claimedAgo(reply: QueuedReply, seconds: number): Promise<void> {
  await ledger.rows(
    `update outbox set claimed_at = now() - $2 * interval '1 second' where id = $1`,
    reply.outboxId,
    seconds,
  )
}

async function claimed(): Promise<QueuedReply> {
  const reply = await queued()
  await store().claim(reply.workId)
  return reply
}

describe('a claim', () => {
  test.each([
    ['by two processes', () => [store(HERE), store(THERE)] as const],
    [
      'by one process that was rung twice',
      () => {
        const one = store()
        return [one, one] as const
      },
    ],
  ])('%s at the same time has one winner', async (_who, stores) => {
    const reply = await queued()
    const claims = await Promise.all(stores().map((sending) => sending.claim(reply.workId)))
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1)
    expect(await told(reply)).toEqual(['sending 1', 'work: send'])
  })

  test('gives what goes over the wire, fixed when it was decided', async () => {
    const reply = await queued()
    const claim = await store().claim(reply.workId)
    const [row] = await ledger.rows<{ message_id: string; raw: Buffer; return_path: string; recipient: string }>(
      'select * from outbox where id = $1',
      reply.outboxId,
    )
    expect(claim).toMatchObject({
      outboxId: reply.outboxId,
      messageId: row?.message_id,
      raw: row?.raw,
      returnPath: row?.return_path,
      recipient: row?.recipient,
      attempts: 1,
    })
  })

  test('of work that is done, or of another stage, is nothing', async () => {
    const { workId } = await ledger.take()
    expect(await store().claim(workId)).toBeNull()
    expect(await store().claim('999999999')).toBeNull()
  })
})

describe('an outcome', () => {
  test('sent: its work is done, and a copy is to be filed', async () => {
    const reply = await claimed()
    const chimes = await store().sent(reply.workId, reply.outboxId, '250 kept')
    expect(chimes).toEqual([{ stage: 'copy', workId: expect.any(String), rings: 0 }])
    expect(await told(reply)).toEqual(['sent 1', 'work: copy'])
    expect(await store().sent(reply.workId, reply.outboxId, '250 again')).toEqual([])
  })

  test('sent, where no copies are wanted', async () => {
    const reply = await claimed()
    expect(await store(HERE, false).sent(reply.workId, reply.outboxId, '250 kept')).toEqual([])
    expect(await told(reply)).toEqual(['sent 1'])
  })

  test.each([
    ['put off by the server: it counts', true, 1],
    ['the server was away: it does not count', false, 0],
  ])('%s', async (_what, counts, attempts) => {
    const reply = await claimed()
    const at = new Date(Date.now() + 3_600_000)
    await store().retry(reply.workId, reply.outboxId, '451 later', at, counts)
    expect(await told(reply)).toEqual([`retry ${attempts}`, 'work: send'])
    expect(await ledger.value('select next_at from work where id = $1', reply.workId)).toEqual(at)
    // A ring before the time is not answered, whoever rings.
    expect(await store().claim(reply.workId)).toBeNull()
    await ledger.rows(`update outbox set not_before = now() - interval '1 second' where id = $1`, reply.outboxId)
    expect(await store().claim(reply.workId)).toMatchObject({ attempts: attempts + 1 })
  })

  test('refused: a person hears of it', async () => {
    const reply = await claimed()
    await store().refused(reply.workId, reply.outboxId, '550 no such user')
    expect(await told(reply)).toEqual(['refused 1', 'task: delivery'])
  })

  test('unsure: looked up, sent once more, and then a person decides', async () => {
    const reply = await claimed()
    const sending = store()
    await sending.beforeDot(reply.outboxId)
    const [chime] = await sending.becameUnsure(reply.workId, reply.outboxId, 'lost after the final dot')
    expect(chime).toEqual({ stage: 'send', workId: reply.workId, rings: 1 })
    expect(await sending.claim(reply.workId)).toBeNull()
    expect(await sending.unsure(reply.workId)).toMatchObject({ plainReceipt: true, handed: 1 })
    const again = await Promise.all([sending.claimAgain(reply.workId), store(THERE).claimAgain(reply.workId)])
    expect(again.filter((claim) => claim !== null)).toHaveLength(1)
    await (again[0] ? sending : store(THERE)).beforeDot(reply.outboxId)
    await sending.becameUnsure(reply.workId, reply.outboxId, 'lost again')
    expect(await sending.claimAgain(reply.workId)).toBeNull()
    expect(await sending.unsure(reply.workId)).toMatchObject({ handed: 2 })
    await sending.askPerson(reply.workId, reply.outboxId, 'unsure again')
    expect(await told(reply)).toEqual(['unsure 2', 'task: delivery'])
  })

  test('a copy is made by one of two who are rung at once; a second attempt knows of the first', async () => {
    const reply = await claimed()
    const [chime] = await store().sent(reply.workId, reply.outboxId, '250 kept')
    const copying = copyStore(ledger.pool)
    const both = await Promise.all([copying.toCopy(chime?.workId ?? ''), copying.toCopy(chime?.workId ?? '')])
    expect(both.filter((copy) => copy !== null)).toHaveLength(1)
    expect(await copying.toCopy(chime?.workId ?? '')).toMatchObject({ again: true, outboxId: reply.outboxId })
    await copying.copied(chime?.workId ?? '', reply.outboxId)
    expect(await told(reply)).toEqual(['sent 1'])
  })
})

describe('a reply found in sending', () => {
  let living: PostgresLeases
  beforeAll(async () => {
    living = await postgresLeases(ledger.url, () => {})
  })
  afterAll(() => living?.close())

  test('whose process lives is left alone', async () => {
    const reply = await queued()
    await store(living.instance).claim(reply.workId)
    await claimedAgo(reply, 60)
    await store(THERE).adoptOrphans()
    expect(await told(reply)).toEqual(['sending 1', 'work: send'])
  })

  test.each([
    ['before the final dot: it was not delivered and is sent again', false, 'queued 1'],
    ['when the final dot may have left: nobody knows', true, 'unsure 1'],
  ])('whose process was killed %s', async (_what, dot, state) => {
    const child = startChild('lease-child.ts', [ledger.url, 'anything'])
    children.push(child)
    const dead = Number(await child.said)
    const reply = await queued()
    await store(dead).claim(reply.workId)
    if (dot) await store(dead).beforeDot(reply.outboxId)
    await claimedAgo(reply, 60)
    await store(THERE).adoptOrphans()
    expect(await told(reply)).toEqual(['sending 1', 'work: send'])
    await child.kill9()
    const sweeps = () => Promise.all([store(HERE).adoptOrphans(), store(THERE).adoptOrphans()])
    const found = async () => {
      await sweeps()
      return (await told(reply))[0] === state
    }
    await until(found, { what: 'a sweep finds the orphan' })
    expect(await told(reply)).toEqual([state, 'work: send'])
    expect(await ledger.value('select next_at <= now() from work where id = $1', reply.workId)).toBe(true)
  })

  test('by a second try that died before its dot is unsure as before, and may be tried again', async () => {
    const reply = await claimed()
    await store().beforeDot(reply.outboxId)
    await store().becameUnsure(reply.workId, reply.outboxId, 'lost after the final dot')
    await store().claimAgain(reply.workId)
    await claimedAgo(reply, 3 * 3_600)
    await store().adoptOrphans()
    expect(await store().unsure(reply.workId)).toMatchObject({ handed: 1 })
    expect(await store().claimAgain(reply.workId)).not.toBeNull()
  })

  test('a mail whose claim was taken away is not given its final dot', async () => {
    const reply = await claimed()
    await expect(store(THERE).beforeDot(reply.outboxId)).rejects.toThrow('not ours')
  })

  test('claimed for longer than any transaction lasts: the claim never reached its process', async () => {
    const reply = await queued()
    await store(living.instance).claim(reply.workId)
    await claimedAgo(reply, 3 * 3_600)
    await store(living.instance).adoptOrphans()
    expect(await told(reply)).toEqual(['queued 1', 'work: send'])
  })

  test('claimed a moment ago is left alone, for its process may be connecting again', async () => {
    const reply = await queued()
    await store(HERE).claim(reply.workId)
    await store(THERE).adoptOrphans()
    expect(await told(reply)).toEqual(['sending 1', 'work: send'])
  })
})
