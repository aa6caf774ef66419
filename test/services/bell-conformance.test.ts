/** The doorbell must ring alike on both of BullMQ's backends; what it loses the sweep rings again, but it may never hang. */
import { createConnection } from 'node:net'
import { setImmediate as othersHadTheirTurn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Bell, type Chime, STAGES } from '../../src/ports/bell.ts'
import type { BellPlace } from '../../src/queue/backends.ts'
import { bullmqBell } from '../../src/queue/bullmq-bell.ts'
import { BELL_SERVERS, type BellServer } from '../support/bell-places.ts'
import { startChild } from '../support/child.ts'
import { type Redis, startRedis } from '../support/redis.ts'
import { until } from '../support/until.ts'

/** Longest answer of a bell whose server is away. */
const SOON_MS = 5_000
/** More errors than an outage in these tests brings to a bell that pauses before it tries again. */
const ENDLESS = 1_000

let lastWork = 0
/** A ring for new work, or a later ring for the same. */
function chime(change: Partial<Chime> = {}): Chime {
  lastWork += 1
  return { stage: 'read', workId: String(lastWork), rings: 0, ...change }
}

/** Bells of one test, closed after it; what they heard and what went wrong. */
function ringers(placeOf: () => BellPlace) {
  let open: Bell[] = []
  const heard: string[] = []
  const errors: Error[] = []
  return {
    heard,
    errors,
    async bell(silenceMs?: number): Promise<Bell> {
      const tell = (error: Error) => {
        // Who tries again without a pause may leave nobody else a turn, not even the time limit of the test.
        if (errors.push(error) === ENDLESS) void opened.close(0)
      }
      const opened: Bell = await bullmqBell(placeOf(), tell, silenceMs)
      open.push(opened)
      return opened
    },
    /** A bell whose handler only notes what it hears. */
    async listener(): Promise<Bell> {
      const opened = await this.bell()
      await opened.answer('read', 2, async (workId) => void heard.push(workId))
      return opened
    },
    until: (workId: string) => until(() => heard.includes(workId), { what: `work ${workId} was rung` }),
    times: (workId: string) => heard.filter((one) => one === workId).length,
    async close() {
      await Promise.all(open.map((one) => one.close(1_000)))
      open = []
      errors.length = 0
    },
  }
}

/** Tries to connect to a server that is away, one time after another. */
async function knock(port: number, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const socket = createConnection({ host: '127.0.0.1', port }).on('error', () => undefined)
    await new Promise((resolve) => socket.on('close', resolve))
  }
}

async function tookMs(work: Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work
  return performance.now() - began
}

describe.each(Object.entries(BELL_SERVERS))('a bell on %s', (_name, start) => {
  let server: BellServer
  const desk = ringers(() => server.place)

  beforeAll(async () => {
    server = await start()
  })
  afterEach(async () => {
    server.proxy.pass()
    await desk.close()
  })
  afterAll(() => server?.stop())

  /** The server goes away: those connected are cut off, nobody else gets in. */
  function away(): void {
    server.proxy.refuse()
    server.proxy.cutAll('rst')
  }

  test('a ring is answered once', async () => {
    const bell = await desk.listener()
    // More than go into one job.
    const many = Array.from({ length: 40 }, () => chime())
    await bell.ring(many)
    for (const { workId } of many) await desk.until(workId)
    for (const { workId } of many) expect(desk.times(workId)).toBe(1)
  })

  test('each stage hears its own', async () => {
    const bell = await desk.listener()
    const sent: string[] = []
    await bell.answer('send', 1, async (workId) => void sent.push(workId))
    const [read, send] = [chime(), chime({ stage: 'send' })]
    await bell.ring([read, send])
    await desk.until(read.workId)
    await until(() => sent.length > 0, { what: 'the sender hears' })
    expect(sent).toEqual([send.workId])
    expect(desk.times(send.workId)).toBe(0)
  })

  test('rings wait while nobody answers; the same ring twice is one', async () => {
    const bell = await desk.bell()
    const [twice, last] = [chime(), chime()]
    await bell.ring([twice])
    await bell.ring([twice])
    await bell.ring([last])
    expect(await bell.waiting('read')).toBe(2)
    await bell.answer('read', 1, async (workId) => void desk.heard.push(workId))
    await desk.until(last.workId)
    expect(desk.times(twice.workId)).toBe(1)
  })

  test('a later ring for the same work is heard again', async () => {
    const bell = await desk.listener()
    const work = chime()
    await bell.ring([work])
    await desk.until(work.workId)
    await bell.ring([{ ...work, rings: 1 }])
    await until(() => desk.times(work.workId) === 2, { what: 'the later ring is heard' })
  })

  test('a worker killed in the middle of the work does not swallow the next ring for it', async () => {
    const bell = await desk.bell()
    const stuck = startChild('bell-child.ts', [JSON.stringify(server.place)])
    const work = chime()
    await bell.ring([work])
    expect(await stuck.said).toBe(work.workId)
    await stuck.kill9()
    await bell.answer('read', 1, async (workId) => void desk.heard.push(workId))
    await bell.ring([{ ...work, rings: 1 }])
    await desk.until(work.workId)
  })

  test('a handler that throws is told, and blocks nobody', async () => {
    const bell = await desk.bell()
    const [bad, good] = [chime(), chime()]
    await bell.answer('read', 1, async (workId) => {
      if (workId === bad.workId) throw new Error('thrown as told')
      desk.heard.push(workId)
    })
    await bell.ring([bad, good])
    await desk.until(good.workId)
    await until(() => desk.errors.some((error) => error.message === 'thrown as told'), { what: 'the error is told' })
    await bell.ring([{ ...bad, rings: 1 }, chime()])
    await desk.until(String(lastWork))
  })

  test('closing takes nothing new and waits for what is under way', async () => {
    const bell = await desk.bell()
    let letGo = () => {}
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    const done: string[] = []
    const [first, second] = [chime(), chime()]
    await bell.answer('read', 1, async (workId) => {
      desk.heard.push(workId)
      await gate
      done.push(workId)
    })
    await bell.ring([first])
    await desk.until(first.workId)
    await bell.ring([second])
    const closed = bell.close()
    letGo()
    await closed
    expect(done).toEqual([first.workId])
  })

  test('closing does not wait longer than it is told', async () => {
    const bell = await desk.bell()
    const work = chime()
    await bell.answer('read', 2, (workId) => {
      desk.heard.push(workId)
      return new Promise(() => {})
    })
    await bell.ring([work])
    await desk.until(work.workId)
    expect(await tookMs(bell.close(200))).toBeLessThan(2_000)
  })

  test('a ring and a ping fail soon while the server is away, and work again afterwards', async () => {
    const bell = await desk.listener()
    await bell.ping()
    away()
    expect(await tookMs(expect(bell.ring([chime()])).rejects.toThrow())).toBeLessThan(SOON_MS)
    expect(await tookMs(expect(bell.ping()).rejects.toThrow())).toBeLessThan(SOON_MS)
    server.proxy.pass()
    await until(() => bell.ping().then(() => true), { what: 'the bell answers again' })
    const work = chime()
    await bell.ring([work])
    await desk.until(work.workId)
  })

  test('a bell that was never rung before the server went away rings afterwards', async () => {
    const bell = await desk.bell()
    const work = chime({ stage: 'copy' })
    away()
    await expect(bell.ring([work])).rejects.toThrow()
    server.proxy.pass()
    await until(() => bell.ring([work]).then(() => true), { what: 'the bell rings again' })
    await bell.answer('copy', 1, async (workId) => void desk.heard.push(workId))
    await desk.until(work.workId)
  })

  test('a lost connection is not told once for every failure before', async () => {
    const bell = await desk.bell()
    const failures = 5
    away()
    for (let time = 0; time < failures; time += 1) await expect(bell.ping()).rejects.toThrow()
    server.proxy.pass()
    await until(() => bell.ping().then(() => true), { what: 'the bell answers again' })
    desk.errors.length = 0
    server.proxy.cutAll('rst')
    await until(() => desk.errors.length > 0, { what: 'the loss is told' })
    expect(desk.errors.length).toBeLessThan(failures)
  })

  test('a server that says nothing any more is not waited for', async () => {
    const bell = await desk.listener()
    await bell.ping()
    server.proxy.blackhole()
    const both = Promise.allSettled([bell.ring([chime()]), bell.ping()])
    expect(await tookMs(both)).toBeLessThan(SOON_MS)
    expect((await both).map((one) => one.status)).toEqual(['rejected', 'rejected'])
    server.proxy.pass()
    server.proxy.cutAll('rst')
    const work = chime()
    await until(() => bell.ring([work]).then(() => true), { what: 'the bell rings again' })
    await desk.until(work.workId)
  })

  test('a network that drops everything in silence is noticed: the next ring has a new connection', async () => {
    // Long beside what an answer takes on a busy machine: each that comes later has to be waited for once more.
    const bell = await desk.bell(1_000)
    // Several connections at once: none that fell silent may be handed out a second time.
    await Promise.all(STAGES.map((stage) => bell.waiting(stage)))
    server.proxy.blackhole()
    await expect(bell.ping()).rejects.toThrow()
    server.proxy.forgetAll()
    server.proxy.pass()
    await until(() => bell.ping().then(() => true), { what: 'the bell answers again', ms: 20_000 })
  })

  test('a listener that is cut off does not listen for ever on a connection that fell silent', async () => {
    const bell = await desk.bell(1_000)
    await bell.answer('read', 1, async (workId) => void desk.heard.push(workId))
    await Promise.all(STAGES.map((stage) => bell.waiting(stage)))
    server.proxy.forgetAll()
    server.proxy.cutAll('rst', /set_config/)
    const work = chime()
    await until(() => bell.ring([work]).then(() => true), { what: 'the bell rings again', ms: 30_000 })
    await until(() => desk.heard.includes(work.workId), { what: 'the ring is heard', ms: 30_000 })
  })

  test('answering that begins on connections that fell silent does not try again without end', async () => {
    const bell = await desk.bell(1_000)
    const answer = () => bell.answer('read', 1, async (workId) => void desk.heard.push(workId))
    await Promise.all(STAGES.map((stage) => bell.waiting(stage)))
    server.proxy.forgetAll()
    // Redis is waited for until it is there again, PostgreSQL is not.
    await answer().catch(() => undefined)
    await othersHadTheirTurn()
    expect(desk.errors.length).toBeLessThan(ENDLESS)
    await until(() => answer().then(() => true), { what: 'the bell is answered after all', ms: 30_000 })
    const work = chime()
    await until(() => bell.ring([work]).then(() => true), { what: 'the bell rings again', ms: 30_000 })
    await desk.until(work.workId)
  })

  test('a worker that was busy when its server went away pauses before it asks again for work', async () => {
    const bell = await desk.bell()
    const [first, second] = [chime(), chime()]
    let letGo = () => {}
    const gate = new Promise<void>((resolve) => {
      letGo = resolve
    })
    await bell.answer('read', 1, async (workId) => {
      desk.heard.push(workId)
      await gate
    })
    await bell.ring([first])
    await desk.until(first.workId)
    const before = server.proxy.refused()
    away()
    letGo()
    // Whoever tries without a pause tries about as often as we do meanwhile.
    await knock(server.proxy.port, 400)
    expect(server.proxy.refused() - before - 400).toBeLessThan(100)
    server.proxy.pass()
    await until(() => bell.ring([second]).then(() => true), { what: 'the bell rings again' })
    await desk.until(second.workId)
  })

  test('closing ends while the server is away', async () => {
    const bell = await desk.listener()
    await bell.ring([chime()])
    away()
    expect(await tookMs(bell.close(500))).toBeLessThan(2_500)
  })
})

describe('a Redis that loses everything', () => {
  let redis: Redis
  const desk = ringers(() => ({ redisUrl: redis.url }))

  beforeAll(async () => {
    redis = await startRedis()
  })
  afterEach(() => desk.close())
  afterAll(() => redis?.stop())

  test('wiped while we run: later rings are answered', async () => {
    const bell = await desk.listener()
    await bell.ring([chime()])
    await redis.flushAll()
    const work = chime()
    await bell.ring([work])
    await desk.until(work.workId)
  })

  test('killed and started empty: later rings are answered', async () => {
    const bell = await desk.listener()
    await bell.ring([chime()])
    await redis.kill9()
    await expect(bell.ring([chime()])).rejects.toThrow()
    await redis.restart()
    const work = chime()
    await until(() => bell.ring([work]).then(() => true), { what: 'the bell rings again' })
    await desk.until(work.workId)
  })
})
