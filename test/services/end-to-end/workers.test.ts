/**
 * The same job done by five separate processes, as production runs it, with a spare poller, at a provider that takes
 * access tokens instead of passwords, with mails that are signed, and with a collector of their traces.
 */
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { recordFor } from '../../../src/smtp/dkim-record.ts'
import { rsaKey } from '../../config/keys.ts'
import {
  type AuthorizationServer,
  CLIENT,
  KEY_ID,
  startAuthorizationServer,
} from '../../support/authorization-server.ts'
import { attributesOf, type Collector, startCollector } from '../../support/collector.ts'
import { ADDRESS, openDesk } from '../../support/desk.ts'
import { type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { caughtUp } from '../../support/installation.ts'
import { checkLedger } from '../../support/ledger-check.ts'
import { writeMails } from '../../support/mail-writer.ts'
import { type Redis, startRedis } from '../../support/redis.ts'
import { until } from '../../support/until.ts'

const dkimKey = rsaKey()
let server: AuthorizationServer
let dovecot: Dovecot
let redis: Redis

beforeAll(async () => {
  server = await startAuthorizationServer()
  dovecot = await startDovecot({ tokens: { client: CLIENT.id, keyId: KEY_ID, publicKey: server.publicKey } })
  redis = await startRedis()
})

afterAll(async () => {
  await dovecot?.stop()
  await redis?.stop()
  await server?.stop()
})

test('five processes do the job; of two pollers one takes in, and the other takes over when it is killed', async () => {
  const collector = await startCollector()
  onTestFinished(() => collector.close())
  const desk = await openDesk(onTestFinished, {
    dovecot,
    user: 'desk',
    redisUrl: redis.url,
    provider: { server, dkimKey },
    collector: collector.url,
  })
  const names = ['reader', 'decider', 'sender', 'scheduler'] as const
  const others = await Promise.all(names.map((name) => desk.site.worker(name)))
  const scheduler = others[3] as (typeof others)[number]
  const first = await desk.site.worker('poller')
  await first.ready()
  const spare = await desk.site.worker('poller')
  await Promise.all([...others, spare].map((worker) => worker.ready()))

  const mails = writeMails(80, { seed: 31, to: ADDRESS })
  await desk.deliver(mails.slice(0, 40))
  await caughtUp(desk.site, scheduler)
  const taken = 'intagree_mails_taken_total'
  expect([await first.metric(taken), await spare.metric(taken)]).toEqual([40, 0])

  const killed = first.kill9()
  await desk.deliver(mails.slice(40))
  await killed
  await until(async () => (await spare.metric(taken)) > 0, { ms: 15_000, what: 'the spare poller takes in' })
  await caughtUp(desk.site, scheduler)
  const reckoning = await checkLedger(desk.site, desk.sink, mails)
  expect(reckoning).toMatchObject({ mails: 80, secondCopies: 0, unsure: 0, parked: 0 })

  // Pollers, sender and commands log in with the token that the first of them got.
  expect(server.grants()).toEqual(['client_credentials'])
  const resolver = async () => [[recordFor(dkimKey)]]
  const verdicts = await Promise.all(desk.sink.mails().map(({ raw }) => dkimVerify(raw, { resolver })))
  expect(new Set(verdicts.map(({ results }) => results[0]?.status.result))).toEqual(new Set(['pass']))

  await Promise.all([...others, spare].map((worker) => worker.end(20_000)))
  expect([...others, spare].map((worker) => worker.exitCode())).toEqual([0, 0, 0, 0, 0])
  expectTraces(collector, reckoning.answered)
})

/** Each mail is one trace over the processes. The killed poller told of its mails or did not; the spare one did. */
function expectTraces(collector: Collector, answered: number): void {
  const stages = new Map<string, string[]>()
  for (const { traceId, name } of collector.spans()) stages.set(traceId, [...(stages.get(traceId) ?? []), name])
  const traces = [...stages.values()]
  const whole = (...names: readonly string[]) => traces.filter((trace) => names.every((name) => trace.includes(name)))
  expect(whole('read', 'decide')).toHaveLength(80)
  expect(whole('take-in', 'read', 'decide').length).toBeGreaterThanOrEqual(40)
  expect(whole('read', 'decide', 'send')).toHaveLength(answered)
  expect(new Set(collector.spans().flatMap((span) => Object.keys(attributesOf(span))))).toEqual(new Set(ATTRIBUTES))
  expect(collector.text()).not.toContain('@')
}

const ATTRIBUTES = ['batch', 'kind', 'latency_ms', 'mail', 'outcome', 'reply'].map((name) => `intagree.${name}`)
