/**
 * The program as one process on what it brings along: embedded PostgreSQL, IMAP and SMTP of the sandbox on loopback. The
 * simulation drives its clock; everything else is the real thing.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ImapFlow } from 'imapflow'
import { mailBalance } from '../../src/compose/balances.ts'
import { openDesk } from '../../src/compose/desk.ts'
import { orderParts } from '../../src/compose/orders.ts'
import { loadConfig } from '../../src/config/config.ts'
import { rows } from '../../src/db/pool.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import { giveOrder, type OrderAnswer } from '../../src/flows/give-order.ts'
import type { Journal } from '../../src/journal/journal.ts'
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts'
import { worker } from '../../workers/all.ts'
import { type RunningWorker, startWorker } from '../../workers/run-worker.ts'
import { imapAccount, otherClient } from '../support/imap-client.ts'
import { tempDir } from '../support/temp-dir.ts'

export const DESK = 'intagree@carrier.example'

/** Our server that checks who sent a mail. */
export const CHECKER = 'mx.carrier.example'

/** Anna has the north, Ben all that nobody has; Dana leads them. */
export const STAFF = { anna: 'anna.keller@carrier.example', ben: 'ben.ortiz@carrier.example' } as const

const SETTINGS = `
staff:
  - { name: Anna Keller, email: ${STAFF.anna}, states: [CO, UT, WY, MT, ID, WA, OR] }
  - { name: Ben Ortiz, email: ${STAFF.ben} }
  - { name: Dana Whitfield, email: dana.whitfield@carrier.example, manager: true }
trust:
  authservIds: [${CHECKER}]
links:
  questionnaire: https://carrier.example/wholesale/questionnaire
  agreement-request-form: https://carrier.example/wholesale/request-form
  start-up-forms: https://carrier.example/wholesale/start-up
  sold-states: https://buyer.example/wholesale
`

export interface System {
  readonly sandbox: Sandbox
  /** Milliseconds since the epoch. */
  now(): number
  /** Time only goes on. */
  setClock(ms: number): void
  /** Puts a mail into the desk's INBOX, received now. */
  deliver(raw: Buffer): Promise<void>
  order(act: Act, by: string): Promise<OrderAnswer>
  /** Does what time has brought, and waits until all work is done. */
  passTime(): Promise<void>
  /** Waits until every delivered mail is decided and nothing is left to send. */
  settled(): Promise<void>
  rows<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>
  /** Mails in the mailbox that the ledger does not explain. */
  remainder(): Promise<number>
  /** What went wrong by its own account since the last call. */
  troubles(): readonly string[]
  stop(): Promise<void>
}

const REMAINING = `
select (select count(*)::int from message) as taken,
  (select count(*)::int from message where outcome is null) as undecided,
  (select count(*)::int from work where stage <> 'copy') as work`

const LOOK_AGAIN_MS = 200
const PATIENCE_MS = 60_000

export async function openSystem(startAt: number): Promise<System> {
  const folder = await tempDir('year')
  const troubles: string[] = []
  const waiting = new Set<() => void>()
  const wake = () => {
    for (const resume of [...waiting]) resume()
  }
  let now = startAt
  let delivered = 0
  const clock = () => new Date(now)
  const home = join(folder.path, 'home')
  await mkdir(home)
  await writeFile(join(folder.path, 'intagree.yaml'), SETTINGS)
  const sandbox = await startSandbox({ directory: join(home, 'sandbox'), address: DESK, seed: false, now: clock })
  const config = loadConfig({
    env: {
      ...{ INTAGREE_HOME: home, INTAGREE_ADDRESS: DESK, INTAGREE_MODE: 'auto', HTTP_PORT: '0' },
      ...{ IMAP_URL: sandbox.imapUrl, SMTP_URL: sandbox.smtpUrl },
    },
    cwd: folder.path,
  })
  const running = await startWorker({
    ...{ config, roles: worker.roles, start: 'all', answersOld: true, ownsSandbox: true, portIsFixed: false, clock },
    journals: [listener(wake, troubles)],
    log: () => undefined,
  })
  const client = await otherClient(imapAccount(sandbox.imapUrl))
  const orders = orderParts(running.engine.pool, await openDesk(running.engine.pool, config, clock), {
    bell: running.engine.bell,
    onOrder: () => undefined,
  })

  async function settled(): Promise<void> {
    const began = performance.now()
    for (;;) {
      const woken = signal(waiting)
      const [left] = await rows<{ taken: number; undecided: number; work: number }>(running.engine.pool, REMAINING)
      if (left?.taken === delivered && left.undecided === 0 && left.work === 0) return woken.forget()
      if (performance.now() - began > PATIENCE_MS)
        throw new Error(`not settled: ${JSON.stringify({ delivered, ...left })}; ${troubles.join('; ')}`)
      await woken.promise
    }
  }

  return {
    sandbox,
    now: () => now,
    setClock(ms) {
      if (ms < now) throw new Error(`${new Date(ms).toISOString()} is past`)
      now = ms
    },
    async deliver(raw) {
      await append(client, raw, clock())
      delivered += 1
    },
    order: (act, by) => giveOrder(orders, act, { by, via: 'cli', messageId: null, place: null, link: null }),
    async passTime() {
      await running.engine.passTime()
      await settled()
    },
    settled,
    rows: (sql, values = []) => rows(running.engine.pool, sql, [...values]),
    remainder: () => remainderOf(running),
    troubles: () => troubles.splice(0),
    async stop() {
      client.close()
      await running.stop()
      await sandbox.stop()
      await folder.remove()
    },
  }
}

async function append(client: ImapFlow, raw: Buffer, at: Date): Promise<void> {
  const done = await client.append('INBOX', raw, [], at)
  if (!done) throw new Error('the mailbox did not take a mail')
}

async function remainderOf({ engine, mail }: RunningWorker): Promise<number> {
  const balances = await Promise.all(mail.accounts.map((account) => mailBalance(engine.pool, account)))
  return balances.reduce((sum, one) => sum + one.remainder, 0)
}

/** Resolves at the next sign that something was done; looks again by itself after a while. */
function signal(waiting: Set<() => void>) {
  let resume: () => void = () => undefined
  const promise = new Promise<void>((resolve) => {
    resume = resolve
  })
  const timer = setTimeout(() => resume(), LOOK_AGAIN_MS)
  const forget = () => {
    clearTimeout(timer)
    waiting.delete(resume)
  }
  waiting.add(resume)
  return { promise: promise.finally(forget), forget }
}

function listener(wake: () => void, troubles: string[]): Journal {
  return {
    ...{ taken: wake, read: wake, recognised: wake, decided: wake, sent: wake, copied: () => undefined },
    ...{ synced: () => undefined, swept: () => undefined, timePassed: () => undefined, ordered: () => undefined },
    digested: () => undefined,
    alerted: () => undefined,
    trouble: (where, error) => void troubles.push(`${where}: ${error.message}`),
  }
}
