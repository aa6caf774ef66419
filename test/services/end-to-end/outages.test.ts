/**
 * One part after the other goes away in the middle of the work and comes back. The program is never restarted: it
 * catches up by itself, and nothing is lost or doubled. OUTAGE_SECONDS makes the outages as long as in life.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEmbeddedPostgres } from '../../../src/embedded/postgres.ts'
import { ADDRESS, type Desk, type DeskOptions, openDesk } from '../../support/desk.ts'
import { type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { startFaultProxy } from '../../support/fault-proxy.ts'
import { caughtUp, type Finally } from '../../support/installation.ts'
import { checkLedger } from '../../support/ledger-check.ts'
import { type WrittenMail, writeMails } from '../../support/mail-writer.ts'
import { startRedis } from '../../support/redis.ts'
import { tempDir } from '../../support/temp-dir.ts'
import { until } from '../../support/until.ts'

const OUTAGE_MS = Number(process.env.OUTAGE_SECONDS ?? 0) * 1000

let dovecot: Dovecot

beforeAll(async () => {
  dovecot = await startDovecot({ users: ['redis', 'postgres', 'both', 'imap', 'refusing', 'dot'] })
})

afterAll(() => dovecot?.stop())

/** Starts the program at a desk of its own. */
async function working(over: Finally, options: Omit<DeskOptions, 'dovecot'>) {
  const desk = await openDesk(over, { dovecot, ...options })
  const program = await desk.site.start()
  await program.ready()
  return { ...desk, program }
}

/** Mails come in one after the other; when the mail server has got so many replies, this happens to the program. */
async function disturbed(
  desk: Desk,
  mails: readonly WrittenMail[],
  blows: readonly (readonly [atReplies: number, blow: () => Promise<void>])[],
): Promise<void> {
  const delivered = desk.deliver(mails)
  for (const [replies, blow] of blows) {
    await desk.sink.waitFor(replies, 60_000)
    await blow()
  }
  await delivered
}

async function outageOver(): Promise<void> {
  const end = Date.now() + OUTAGE_MS
  await until(() => Date.now() >= end, { ms: OUTAGE_MS + 1_000, what: 'the outage has lasted long enough' })
}

/** A server for one test, which may go away and comes back under the same URL. */
async function ownDatabase(over: Finally) {
  const folder = await tempDir('database')
  over(() => folder.remove())
  const start = () => startEmbeddedPostgres({ directory: folder.path })
  let server = await start()
  over(() => server.stop())
  const { url } = server

  async function comeBack(): Promise<void> {
    await outageOver()
    server = await start()
    expect(server.url).toBe(url)
  }

  return {
    url,
    async stopAndStart() {
      await server.stop()
      await comeBack()
    },
    async killAndStart() {
      const [pid] = readFileSync(join(folder.path, 'data', 'postmaster.pid'), 'utf8').split('\n')
      process.kill(Number(pid), 'SIGKILL')
      await comeBack()
    },
  }
}

const LIMIT = 150_000 + 3 * OUTAGE_MS

describe.concurrent('while mails go through', () => {
  test('Redis loses everything, then dies and comes back empty', { timeout: LIMIT }, async ({
    onTestFinished: over,
  }) => {
    const redis = await startRedis()
    over(() => redis.stop())
    const { program, ...desk } = await working(over, { user: 'redis', redisUrl: redis.url })
    const mails = writeMails(60, { seed: 21, to: ADDRESS })
    await disturbed(desk, mails, [
      [8, () => redis.flushAll()],
      [
        20,
        async () => {
          await redis.kill9()
          await outageOver()
          await redis.restart()
        },
      ],
    ])
    await caughtUp(desk.site, program, 90_000)
    expect(await checkLedger(desk.site, desk.sink, mails)).toMatchObject({ secondCopies: 0, unsure: 0, parked: 0 })
  })

  const DATABASES = [
    { how: 'holding the queue too', user: 'postgres', withRedis: false },
    { how: 'beside Redis', user: 'both', withRedis: true },
  ]
  for (const { how, user, withRedis } of DATABASES) {
    test(`PostgreSQL, ${how}, is stopped and later killed`, { timeout: LIMIT }, async ({ onTestFinished: over }) => {
      const database = await ownDatabase(over)
      const redis = withRedis ? await startRedis() : null
      if (redis) over(() => redis.stop())
      const queue = redis ? { redisUrl: redis.url } : {}
      const { program, ...desk } = await working(over, { user, database, ...queue })
      const mails = writeMails(60, { seed: 22, to: ADDRESS })
      await disturbed(desk, mails, [
        [8, database.stopAndStart],
        [20, database.killAndStart],
      ])
      await caughtUp(desk.site, program, 90_000)
      expect(await checkLedger(desk.site, desk.sink, mails)).toMatchObject({ parked: 0 })
    })
  }

  test('IMAP breaks off in the middle of mails', { timeout: LIMIT }, async ({ onTestFinished: over }) => {
    const proxy = await startFaultProxy(dovecot.port)
    over(() => proxy.stop())
    const { program, ...desk } = await working(over, { user: 'imap', imapPort: proxy.port })
    const literal = /BODY\[\] \{\d+\}\r\n[\s\S]{200}/
    for (const death of ['rst', 'fin', 'rst'] as const) proxy.cutOn(literal, { death })
    const standing = proxy.accepted()
    const mails = writeMails(40, { seed: 23, to: ADDRESS })
    await desk.deliver(mails)
    await caughtUp(desk.site, program)
    expect(proxy.accepted() - standing).toBeGreaterThanOrEqual(3)
    expect(await checkLedger(desk.site, desk.sink, mails)).toMatchObject({ secondCopies: 0, unsure: 0, parked: 0 })
  })

  test('the mail server refuses connections', { timeout: LIMIT }, async ({ onTestFinished: over }) => {
    const { program, ...desk } = await working(over, { user: 'refusing' })
    const mails = writeMails(20, { seed: 24, to: ADDRESS })
    await desk.sink.goDown()
    await desk.deliver(mails)
    await until(async () => (await program.metric('intagree_replies_total', /not-sent/)) >= 15, {
      ms: 30_000,
      every: 100,
      what: 'every reply was tried',
    })
    await outageOver()
    await desk.sink.comeUp()
    await caughtUp(desk.site, program)
    expect(await checkLedger(desk.site, desk.sink, mails)).toMatchObject({ secondCopies: 0, unsure: 0, parked: 0 })
  })

  test('the mail server is lost after the final dot', { timeout: LIMIT }, async ({ onTestFinished: over }) => {
    const { program, ...desk } = await working(over, { user: 'dot' })
    const mails = writeMails(3, { seed: 25, to: ADDRESS })
    const faults = [
      { accepted: true, times: 1, copies: 2 },
      { accepted: false, times: 1, copies: 1 },
      { accepted: true, times: 2, copies: 2 },
    ]
    for (const [index, { copies, ...fault }] of faults.entries()) {
      desk.sink.fault({ at: 'dot', death: 'rst', ...fault })
      const mail = mails[index] as WrittenMail
      await desk.deliver([mail])
      await caughtUp(desk.site, program)
      expect(
        desk.sink.mails().filter((sent) => sent.to[0] === mail.from),
        JSON.stringify(fault),
      ).toHaveLength(copies)
    }
    expect(await checkLedger(desk.site, desk.sink, mails)).toMatchObject({ secondCopies: 2, unsure: 3, parked: 1 })
  })
})
