import { expect, test } from 'vitest'
import { openTraces } from '../../src/compose/traces.ts'
import { loadConfig } from '../../src/config/config.ts'
import type { Decision } from '../../src/domain/decision.ts'
import { startTraces } from '../../src/tracing/traces.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { attributesOf, startCollector } from '../support/collector.ts'

const SECRET = 'the secret of an installation'
const BEGUN = Date.parse('2026-03-02T16:00:00Z')

test('the stages of a mail are one trace, whichever process tells them, and hold numbers only', async (context) => {
  const collector = await startCollector()
  context.onTestFinished(() => collector.close())
  const poller = await traces(collector.url)
  poller.journal.taken(2, [17, 18], BEGUN)
  await poller.close()
  const rest = await traces(`${collector.url}/`)
  rest.journal.read(40, null, { mail: 17, begunAt: BEGUN + 10_000 })
  rest.journal.decided(DECISION, 5, { mail: 17, begunAt: BEGUN + 10_050 })
  rest.journal.sent('refused', 900, { mail: 17, reply: 3, begunAt: BEGUN + 10_100 })
  rest.journal.sent('sent', 900, { mail: null, reply: 4, begunAt: BEGUN + 10_100 })
  await rest.close()

  expect(new Set(collector.paths)).toEqual(new Set(['/v1/traces']))
  expect(collector.headers[0]?.authorization).toBe('Bearer secret')
  const spans = collector.spans()
  const [taken] = spans
  const of17 = spans.filter(({ traceId }) => traceId === taken?.traceId)
  expect(of17.map(({ name }) => name)).toEqual(['take-in', 'read', 'decide', 'send'])
  expect(of17.map(({ parentSpanId }) => parentSpanId)).toEqual([undefined, taken?.spanId, taken?.spanId, taken?.spanId])
  expect(of17.map(({ status }) => status.code)).toEqual([0, 0, 0, 2])
  expect(of17.map(attributesOf)).toEqual([
    { 'intagree.mail': 17, 'intagree.batch': 2 },
    { 'intagree.mail': 17, 'intagree.outcome': 'read' },
    { 'intagree.mail': 17, 'intagree.kind': 'human', 'intagree.outcome': 'filed' },
    { 'intagree.mail': 17, 'intagree.reply': 3, 'intagree.outcome': 'refused', 'intagree.latency_ms': 900 },
  ])
  expect(BigInt(of17[1]?.endTimeUnixNano ?? 0) - BigInt(of17[1]?.startTimeUnixNano ?? 0)).toBe(40_000_000n)
  expect(new Set(spans.map(({ traceId }) => traceId)).size).toBe(3)
  expect(collector.text()).not.toMatch(/joe|@|opt-in letter/i)
})

test('another installation with the same numbers has other traces', async (context) => {
  const collector = await startCollector()
  context.onTestFinished(() => collector.close())
  for (const secret of [SECRET, 'another secret']) {
    const one = await traces(collector.url, { secret })
    one.journal.taken(1, [17], BEGUN)
    await one.close()
  }
  expect(new Set(collector.spans().map(({ traceId }) => traceId)).size).toBe(2)
})

test('a collector that refuses is trouble and no more', async (context) => {
  const collector = await startCollector(401)
  context.onTestFinished(() => collector.close())
  const troubles: string[] = []
  const one = await traces(collector.url, { onTrouble: (error) => troubles.push(error.message) })
  one.journal.taken(1, [17], BEGUN)
  await one.close()
  expect(troubles).toEqual([expect.stringContaining('The collector of traces does not take them')])
})

test('without a collector there are none, and nobody asks for the secret', async () => {
  using folder = temporaryFolder()
  const config = loadConfig({ env: {}, cwd: folder.path })
  expect(await openTraces(config, 'postgres://nowhere.invalid/', () => undefined)).toBeNull()
})

test('what a collector wants to log in is decoded', () => {
  using folder = temporaryFolder()
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'https://collector.example',
    OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20secret, x-tenant=a=b',
  }
  const headers = { authorization: 'Bearer secret', 'x-tenant': 'a=b' }
  expect(loadConfig({ env, cwd: folder.path }).traces).toEqual({ endpoint: 'https://collector.example', headers })
})

const DECISION = {
  changes: [{ change: 'mail-settled', outcome: 'filed', sender: 'joe@newfiber.example', subject: 'Opt-in letter' }],
  understanding: { kind: 'human' },
} as unknown as Decision

function traces(endpoint: string, more: Partial<Parameters<typeof startTraces>[0]> = {}) {
  const headers = { authorization: 'Bearer secret' }
  return startTraces({ endpoint, headers, secret: SECRET, now: Date.now, onTrouble: () => undefined, ...more })
}
