import { timeStore } from '../db/due-cases.ts'
import { sendStore } from '../db/send-mail.ts'
import { passTime } from '../flows/pass-time.ts'
import { sendDigests } from '../flows/send-digests.ts'
import { sendUrgent } from '../flows/send-urgent.ts'
import { sweep } from '../flows/sweep.ts'
import { writeLetter } from '../flows/write-reply.ts'
import { pause } from '../pause.ts'
import { autonomyInForce } from './autonomy-in-force.ts'
import type { Base } from './base.ts'
import { deskSettings, signerOf, writingParts } from './desk.ts'
import { digestParts } from './digests.ts'

const SWEEP_MS = 2_000
/** Reminders, marks of clocks and digests are a matter of minutes. */
const TIME_MS = 20_000
/** A digest that was missed while nothing ran waits until the mail of that while is taken in. */
const SETTLE_MS = 120_000

/**
 * Rings again what the bell lost, and does what time brings. `alone`: no other process works on this database. Returns
 * the round of what time brings; whoever drives the clock calls it, and nobody else does then.
 */
export async function startScheduler(base: Base, alone: boolean): Promise<() => Promise<void>> {
  const { bell, journal, leases, pool, work } = base
  if (alone) await work.allDue()
  const { adoptOrphans } = sendStore(pool, leases.instance, true)
  const parts = {
    store: { due: work.due, adoptOrphans },
    ...{ bell, rush: bell.rush, pause, everyMs: SWEEP_MS },
    onTrouble: (error: Error) => journal.trouble('sweep', error),
    onPass: journal.swept,
  }
  base.loops.push(sweep(parts, base.stopping.signal))
  const round = await rounds(base)
  if (!base.driven) base.loops.push(everySoOften(base.stopping.signal, round))
  return round
}

/** One look at all that time may bring. Never rejects. */
async function rounds(base: Base): Promise<() => Promise<void>> {
  const [cases, digests] = [await caseRounds(base), await digestRounds(base)]
  return async () => {
    await cases().catch((error: Error) => base.journal.trouble('time', error))
    await digests().catch((error: Error) => base.journal.trouble('digest', error))
  }
}

async function digestRounds(base: Base): Promise<() => Promise<void>> {
  const { bell, clock, config, journal, mail, pool } = base
  const onTrouble = (error: Error) => journal.trouble('digest', error)
  const rest = { bell, onTrouble, onSent: journal.digested }
  const parts = await digestParts(pool, config, clock, mail.accounts, rest)
  const settledAt = base.driven ? 0 : performance.now() + SETTLE_MS
  return async () => {
    await sendUrgent(parts).catch(onTrouble)
    if (performance.now() >= settledAt) await sendDigests(parts)
  }
}

async function caseRounds(base: Base): Promise<() => Promise<void>> {
  const { bell, clock, config, journal, pool } = base
  const writing = writingParts(config, clock, (await signerOf(pool)).sign)
  const parts = {
    store: timeStore(pool),
    ...{ bell, clock, desk: deskSettings(config), autonomy: await autonomyInForce(base) },
    write: (
      wish: Parameters<typeof writeLetter>[1]['wish'],
      original: Parameters<typeof writeLetter>[1]['original'],
      number: number,
    ) => writeLetter(writing, { wish, original, number, name: wish.to.name, receivedAt: null }),
    onTrouble: (error: Error) => journal.trouble('time', error),
    onPass: journal.timePassed,
  }
  return async () => {
    while ((await passTime(parts)) > 0 && !base.stopping.signal.aborted);
  }
}

async function everySoOften(signal: AbortSignal, round: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await round()
    await pause(TIME_MS, signal)
  }
}
