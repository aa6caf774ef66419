/** One holder at a time for a named thing; a holder that dies or loses its connection holds nothing any more. */
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type PostgresLeases, postgresLeases } from '../../src/db/leases.ts'
import { type Child, startChild } from '../support/child.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { until } from '../support/until.ts'

const FOREVER = new AbortController().signal

let ledger: Ledger
let open: PostgresLeases[] = []
let children: Child[] = []
let keys = 0

beforeAll(async () => {
  ledger = await openLedger('leases')
})
afterEach(async () => {
  await Promise.all([...open.map((leases) => leases.close()), ...children.map((child) => child.kill9())])
  open = []
  children = []
})
afterAll(() => ledger?.stop())

async function process(): Promise<PostgresLeases> {
  const leases = await postgresLeases(ledger.url, () => {})
  open.push(leases)
  return leases
}

function newKey(): string {
  keys += 1
  return `mailbox desk@test Box${keys}`
}

/** Somebody who holds a lease until told to give it back. */
function holder(leases: PostgresLeases, key: string, signal = FOREVER) {
  const seen = { holds: false, lost: false }
  let giveBack = () => {}
  const ended = leases.hold(key, signal, async (lost) => {
    seen.holds = true
    lost.addEventListener('abort', () => {
      seen.lost = true
    })
    await new Promise<void>((resolve) => {
      giveBack = resolve
    })
    seen.holds = false
    return 'done'
  })
  return { seen, ended, giveBack: () => giveBack(), holds: () => until(() => seen.holds, { what: `${key} is held` }) }
}

test.each([
  ['in two processes', process],
  ['in one process', null],
])('one at a time, the second waits until the first gives back: %s', async (_where, another) => {
  const key = newKey()
  const one = await process()
  const two = another ? await another() : one
  const first = holder(one, key)
  await first.holds()
  const second = holder(two, key)
  // Asked on the same connection after the second has asked for its own.
  await two.hold(newKey(), FOREVER, async () => {})
  expect(second.seen.holds).toBe(false)
  first.giveBack()
  expect(await first.ended).toBe('done')
  await second.holds()
  second.giveBack()
})

test('different things are held side by side', async () => {
  const leases = await process()
  const [first, second] = [holder(leases, newKey()), holder(leases, newKey())]
  await first.holds()
  await second.holds()
  first.giveBack()
  second.giveBack()
})

test('what fails gives back', async () => {
  const key = newKey()
  const leases = await process()
  await expect(leases.hold(key, FOREVER, () => Promise.reject(new Error('as told')))).rejects.toThrow('as told')
  expect(await (await process()).hold(key, FOREVER, async () => 'mine')).toBe('mine')
})

test('who waits can be told to stop waiting', async () => {
  const key = newKey()
  const first = holder(await process(), key)
  await first.holds()
  const stop = new AbortController()
  const second = holder(await process(), key, stop.signal)
  stop.abort()
  expect(await second.ended).toBeUndefined()
  expect(second.seen.holds).toBe(false)
  first.giveBack()
})

test('a process that is killed holds nothing any more', async () => {
  const key = newKey()
  const child = startChild('lease-child.ts', [ledger.url, key])
  children.push(child)
  await child.said
  const next = holder(await process(), key)
  expect(await ledger.value('select pg_try_advisory_lock(7000001, $1)', Number(await child.said))).toBe(false)
  await child.kill9()
  await next.holds()
  next.giveBack()
})

test('a connection that is cut off tells its holder, and the lease can be had again under the same number', async () => {
  const key = newKey()
  const leases = await process()
  const { instance } = leases
  const first = holder(leases, key)
  await first.holds()
  await ledger.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'intagree-leases'
     and datname = current_database()`,
  )
  await until(() => first.seen.lost, { what: 'the holder is told' })
  first.giveBack()
  await first.ended
  expect(await leases.hold(key, FOREVER, async () => leases.instance)).toBe(instance)
})

test('a process that stands still, its connection open, holds nothing any more, and is told when it goes on', async () => {
  const key = newKey()
  const still = await postgresLeases(ledger.url, () => {}, { beatMs: 3_600_000, idleMs: 200 })
  open.push(still)
  const first = holder(still, key)
  await first.holds()
  const next = holder(await process(), key)
  await next.holds()
  expect(first.seen.lost).toBe(true)
  first.giveBack()
  next.giveBack()
})

test('a network that drops everything in silence is noticed, and the lease can be had again when it is back', async () => {
  const key = newKey()
  const url = new URL(ledger.url)
  const proxy = await startFaultProxy(Number(url.port), url.hostname)
  onTestFinished(() => proxy.stop())
  url.port = String(proxy.port)
  const leases = await postgresLeases(url.href, () => {}, { beatMs: 50, answerMs: 300 })
  open.push(leases)
  const { instance } = leases
  const first = holder(leases, key)
  await first.holds()
  proxy.blackhole()
  await until(() => first.seen.lost, { what: 'the holder is told' })
  first.giveBack()
  await first.ended
  proxy.forgetAll()
  proxy.pass()
  expect(await leases.hold(key, FOREVER, async () => leases.instance)).toBe(instance)
})

test('every process has a number of its own', async () => {
  const numbers = (await Promise.all([process(), process(), process()])).map((leases) => leases.instance)
  expect(new Set(numbers).size).toBe(3)
})
