/** Alerts over the wire: a real web hook, a real mail server, what the database knows, and a restart between. */
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { alertChannels } from '../../src/compose/alerts.ts'
import { loadConfig } from '../../src/config/config.ts'
import { loadAlertState, saveAlertState, storedVitals } from '../../src/db/vitals.ts'
import type { Notice, Vitals } from '../../src/domain/alerts.ts'
import { healthWatch } from '../../src/flows/watch-health.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { queuedReply } from '../support/queued-reply.ts'
import { type SmtpSink, startSink } from '../support/smtp-sink.ts'

interface Posted {
  readonly text: string
  readonly alerts: readonly Notice[]
}

let ledger: Ledger
let hook: Server
let sink: SmtpSink
let status = 200
const posted: Posted[] = []

beforeAll(async () => {
  hook = createServer(async (request, response) => {
    const body = (await json(request)) as Posted
    if (status === 200) posted.push(body)
    response.writeHead(status).end('thanks')
  }).listen(0, '127.0.0.1')
  await once(hook, 'listening')
  ;[ledger, sink] = await Promise.all([openLedger('alerts'), startSink()])
})
afterAll(async () => {
  hook?.close()
  await Promise.all([ledger?.stop(), sink?.stop()])
})

const hookUrl = () => `http://127.0.0.1:${(hook.address() as AddressInfo).port}/services/secret-path`

function channels(alerts: string) {
  using folder = temporaryFolder({ 'intagree.yaml': `alerts:\n${alerts}` })
  return alertChannels(loadConfig({ env: {}, cwd: folder.path }))
}

const LIMITS = {
  ...{ syncMinutes: 10, quarantinePerHour: 2, unsureMinutes: 30, diskFreePercent: 10, lateMinutes: 10, endingDays: 14 },
}
const PACE = { repeatMs: 12 * 3_600_000, throttleMs: 1, settleMs: 1 }

/** The watch as another process would begin it. */
function watching(clock: () => Date, change: Partial<Vitals> = {}) {
  const troubles: string[] = []
  const look = healthWatch({
    look: async () => ({
      ...{ databaseAway: null, diskFree: 0.5, ending: [] },
      stored: await storedVitals(ledger.pool, ['desk@test/Arrivals']),
      ...change,
    }),
    ...{ limits: LIMITS, pace: PACE, clock, channels: channels(`  webhook: ${hookUrl()}\n`) },
    load: () => loadAlertState(ledger.pool),
    save: (state) => saveAlertState(ledger.pool, state),
    onTold: () => {},
    onTrouble: (error) => void troubles.push(error.message),
  })
  return { look, troubles }
}

test('a trouble is told once, also across a restart, and its end', async () => {
  let now = Date.parse('2026-03-02T16:00:00Z')
  const clock = () => new Date(now)
  await ledger.rows('update mailbox_epoch set synced_at = now()')
  const works = [await ledger.take(), await ledger.take()]
  for (const { workId } of works) await ledger.work.giveUp(workId, 'always the same bug')
  const first = watching(clock)
  await first.look()
  await first.look()
  const second = watching(clock)
  now += 60_000
  await second.look()
  expect(posted.map(({ text }) => text)).toEqual([
    'ALERT quarantine-grows: 2 mails came into quarantine within the hour. (since 2026-03-02T16:00:00.000Z)',
  ])
  await ledger.rows(`update task set done_at = now()`)
  now += 60_000
  await second.look()
  expect(posted.at(-1)?.alerts).toMatchObject([{ sort: 'quarantine-grows', notice: 'ended' }])
})

test('what the web hook does not take is trouble, and told when it does', async () => {
  let now = Date.parse('2026-03-03T16:00:00Z')
  const { look, troubles } = watching(() => new Date(now), { diskFree: 0.01 })
  status = 503
  await look()
  expect(troubles).toEqual([expect.stringMatching(/^alerts.webhook at http:\/\/127.0.0.1:\d+ answered 503\.$/)])
  status = 200
  now += 60_000
  await look()
  expect(posted.at(-1)?.alerts).toMatchObject([{ sort: 'disk-fills', notice: 'began' }])
})

test('a database that is away is told by whoever watched, out of memory', async () => {
  const away = { databaseAway: 'connection refused', stored: null }
  const gone = () => Promise.reject(new Error('connection refused'))
  const heard: string[] = []
  const look = healthWatch({
    ...{
      look: async () => ({ ...away, diskFree: 0.5, ending: [] }),
      limits: LIMITS,
      pace: PACE,
      load: gone,
      save: gone,
    },
    ...{ clock: () => new Date(), onTold: () => {}, onTrouble: () => {} },
    channels: [{ tell: async (notices) => void heard.push(...notices.map(({ sort }) => sort)) }],
  })
  await look()
  await look()
  expect(heard).toEqual(['database-away'])
})

test('the database knows of late mails, of unknown fates and of the breaker', async () => {
  const reply = await queuedReply(ledger)
  await ledger.take()
  await ledger.rows(`update work set created_at = now() - interval '20 minutes' where stage = 'read'`)
  await ledger.rows(
    `update outbox set state = 'unsure', claimed_at = now() - interval '40 minutes' where id = $1`,
    reply.outboxId,
  )
  await ledger.rows(`insert into task (sort, sentence, once) values ('loop', 'too many', 'cap-total')`)
  const { unsure, unsureSeconds, oldestSeconds, breakerOpen } = await storedVitals(ledger.pool, [])
  expect({ unsure, breakerOpen }).toEqual({ unsure: 1, breakerOpen: true })
  expect([unsureSeconds, oldestSeconds].map((seconds) => Math.round(seconds / 60))).toEqual([40, 20])
})

test('by mail, over another mail server', async () => {
  const [channel] = channels(`  mailTo: [oncall@example.com]\n  smtpUrl: ${sink.url}\n`)
  await channel?.tell([{ sort: 'disk-fills', about: '', sentence: 'Full.', notice: 'began', since: 0 }])
  const [mail] = sink.mails()
  expect(mail?.to).toEqual(['oncall@example.com'])
  expect(mail?.raw.toString()).toMatch(/^Subject: intagree: disk-fills began\r$/m)
  expect(mail?.raw.toString()).toMatch(/^Auto-Submitted: auto-generated\r$/m)
})
