/** Starts the roles of a process and stops them in order. */

import { IntakeError } from '../foundation/intake-error.ts'
import { within } from '../queue/within.ts'
import { startAlerts } from './alerts.ts'
import { autonomyInForce } from './autonomy-in-force.ts'
import { type Base, type Order, openBase } from './base.ts'
import { startDecider } from './decider.ts'
import { type Desk, openDesk } from './desk.ts'
import { startPoller } from './poller.ts'
import { startReader } from './reader.ts'
import { startRecogniser } from './recogniser.ts'
import { ROLES, type Role } from './roles.ts'
import { startScheduler } from './scheduler.ts'
import { startSender } from './sender.ts'

export interface Engine {
  readonly pool: Base['pool']
  readonly bell: Base['bell']
  readonly work: Base['work']
  /** `account/name` of every configured mailbox. */
  readonly mailboxes: readonly string[]
  /** Does what time has brought; for those who drive the clock. Nothing without the scheduler's role. */
  passTime(): Promise<void>
  /** Takes no more work, finishes what is under way (28 s at most), closes everything it opened. */
  stop(): Promise<void>
}

/** Whoever stops us kills after 30 s: what is under way has most of that, the rest is for the loops and the goodbyes. */
const [LOOPS_MS, DRAIN_MS, FAREWELL_MS] = [4_000, 20_000, 4_000]

export async function startEngine(order: Order, roles: readonly Role[]): Promise<Engine> {
  const base = await openBase(order)
  let passTime: () => Promise<void>
  try {
    await queueAnswers(base)
    passTime = await startRoles(base, roles)
  } catch (error) {
    await stopEngine(base)
    throw error
  }
  const { pool, bell, work } = base
  const mailboxes = base.mail.accounts.map((one) => `${one.account}/${one.mailbox}`)
  return { pool, bell, work, mailboxes, passTime, stop: () => stopEngine(base) }
}

/** BullMQ would wait for ever, and a newcomer with a wrong REDIS_URL with it. */
async function queueAnswers(base: Base): Promise<void> {
  const place = base.config.redisUrl === null ? 'the database' : 'REDIS_URL'
  await base.bell.ping().catch((error: Error) => {
    throw new IntakeError(
      'queue',
      `The queue cannot be used: ${error.message} Check ${place} and that the server runs.`,
    )
  })
}

/** Those who answer start before those who ring. */
async function startRoles(base: Base, roles: readonly Role[]): Promise<Engine['passTime']> {
  const claims = roles.includes('sender') ? await startSender(base) : null
  const isScheduler = roles.includes('scheduler')
  const desk = roles.includes('decider') || isScheduler ? await deskOf(base) : null
  const decider = desk && roles.includes('decider') ? await startDecider(base, desk, claims) : null
  if (roles.includes('reader')) {
    await startRecogniser(base)
    await startReader(base, decider)
  }
  const alone = roles.length === ROLES.length
  if (isScheduler && !base.driven) await startAlerts(base)
  const passTime = desk && isScheduler ? await startScheduler(base, desk, alone) : async () => undefined
  if (roles.includes('poller')) await startPoller(base)
  return passTime
}

async function deskOf(base: Base): Promise<Desk> {
  return openDesk(base.pool, base.config, base.clock, await autonomyInForce(base))
}

async function stopEngine(base: Base): Promise<void> {
  base.stopping.abort()
  await within(LOOPS_MS, Promise.all(base.loops))
  await base.bell.close(DRAIN_MS)
  await within(FAREWELL_MS, goodbyes(base))
}

/** A server that does not answer any more must not keep us: what is not said is found by the sweep of the next start. */
async function goodbyes(base: Base): Promise<void> {
  for (const close of base.closers) await close().catch(() => undefined)
  await base.leases.close()
  await base.pool.end().catch(() => undefined)
}
