/** The pool of the flows never waits for ever: not for an answer that a network has lost, nor for whoever is stopped. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isDatabaseOutage } from '../../src/db/outage.ts'
import { createFlowPool, type Pool } from '../../src/db/pool.ts'
import { type FaultProxy, startFaultProxy } from '../support/fault-proxy.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

const ANSWER_MS = 300

let database: TestDatabase
let proxy: FaultProxy
let pool: Pool

beforeAll(async () => {
  database = await testDatabase('flow_pool')
  const url = new URL(database.url)
  proxy = await startFaultProxy(Number(url.port), url.hostname)
  url.port = String(proxy.port)
  pool = createFlowPool(url.href, 2, () => undefined, ANSWER_MS)
})
afterAll(async () => {
  await pool?.end()
  await proxy?.stop()
  await database?.drop()
})

test('a statement whose answer is lost in silence counts as an outage, and the next one has a new connection', async () => {
  await pool.query('select')
  proxy.blackhole()
  const lost = await pool.query('select').catch((error: unknown) => error)
  expect([lost, isDatabaseOutage(lost)]).toEqual([expect.any(Error), true])
  proxy.forgetAll()
  proxy.pass()
  expect((await pool.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})

test('whoever is stopped in the middle of a transaction loses it, and that too is an outage', async () => {
  const stopped = await pool.connect()
  const ended = new Promise((resolve) => stopped.once('error', resolve))
  await stopped.query('begin; create table held ()')
  const error = await ended
  expect([error, isDatabaseOutage(error)]).toEqual([expect.objectContaining({ code: '25P03' }), true])
  stopped.release(true)
  expect((await pool.query(`select to_regclass('held') as held`)).rows).toEqual([{ held: null }])
})

test('the server asks whether we are there, so that a client nobody can reach keeps no lock', async () => {
  const { rows } = await pool.query(`select current_setting('tcp_keepalives_idle')::int as idle,
    current_setting('tcp_keepalives_interval')::int as interval, current_setting('tcp_keepalives_count')::int as count`)
  expect(rows).toEqual([{ idle: 15, interval: 5, count: 3 }])
})
