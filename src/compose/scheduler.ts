import { timeStore } from '../db/due-cases.ts'
import { findableStore } from '../db/findable.ts'
import { sendStore } from '../db/send-mail.ts'
import { draftStore } from '../db/waiting-drafts.ts'
import type { ReplyWish } from '../domain/decision.ts'
import type { WaitingLetter } from '../domain/letter/waiting-letter.ts'
import type { Answered } from '../domain/reply.ts'
import { retentionCuts } from '../domain/retention.ts'
import { makeFindable } from '../flows/make-findable.ts'
import { passTime, type TimeParts } from '../flows/pass-time.ts'
import { refreshDrafts } from '../flows/refresh-drafts.ts'
import { rescan } from '../flows/rescan.ts'
import { sendDigests } from '../flows/send-digests.ts'
import { sendUrgent } from '../flows/send-urgent.ts'
import { sweep } from '../flows/sweep.ts'
import { continueThread, writeAnew } from '../flows/write-reply.ts'
import { pause } from '../foundation/pause.ts'
import type { Base } from './base.ts'
import type { Desk } from './desk.ts'
import { digestParts } from './digests.ts'
import { retain } from './erase.ts'
import { scanningOf } from './scanning.ts'

const SWEEP_MS = 2_000
/** Reminders, marks of clocks and digests are a matter of minutes. */
const TIME_MS = 20_000
/** After a round in which nothing was old enough. */
const RETENTION_MS = 60 * 60_000
/** A digest that was missed while nothing ran waits until the mail of that while is taken in. */
const SETTLE_MS = 120_000

/**
 * Rings again what the bell lost, and does what time brings. `alone`: no other process works on this database. Returns
 * the round of what time brings; whoever drives the clock calls it, and nobody else does then.
 */
export async function startScheduler(base: Base, desk: Desk, alone: boolean): Promise<() => Promise<void>> {
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
  const index = { store: findableStore(pool), rush: bell.rush, pause, everyMs: SWEEP_MS }
  const onTrouble = (error: Error) => journal.trouble('search index', error)
  base.loops.push(makeFindable({ ...index, onTrouble }, base.stopping.signal))
  const round = rounds(base, desk)
  if (!base.driven) base.loops.push(everySoOften(base.stopping.signal, round))
  return round
}

/** One look at all that time may bring. Never rejects. */
function rounds(base: Base, desk: Desk): () => Promise<void> {
  const [cases, digests, retention] = [caseRounds(base, desk), digestRounds(base, desk), retentionRounds(base)]
  const drafts = draftRounds(base, desk)
  const scanning = scanningOf(base)
  const onTrouble = (error: Error) => base.journal.trouble('scanner', error)
  return async () => {
    if (scanning !== null) await rescan({ ...scanning, onTrouble })
    await drafts().catch((error: Error) => base.journal.trouble('drafts', error))
    await cases().catch((error: Error) => base.journal.trouble('time', error))
    await digests().catch((error: Error) => base.journal.trouble('digest', error))
    await retention().catch((error: Error) => base.journal.trouble('retention', error))
  }
}

function digestRounds(base: Base, desk: Desk): () => Promise<void> {
  const { bell, journal, mail, pool } = base
  const onTrouble = (error: Error) => journal.trouble('digest', error)
  const rest = { bell, onTrouble, onSent: journal.digested }
  const parts = digestParts(pool, desk, mail.accounts, rest)
  const settledAt = base.driven ? 0 : performance.now() + SETTLE_MS
  return async () => {
    await sendUrgent(parts).catch(onTrouble)
    if (performance.now() >= settledAt) await sendDigests(parts)
  }
}

function caseRounds(base: Base, { settings, autonomy, writing }: Desk): () => Promise<void> {
  const { bell, clock, journal, pool } = base
  const parts: TimeParts = {
    store: timeStore(pool),
    ...{ bell, clock, desk: settings, autonomy, perHour: base.config.settings.caps.perHour },
    write: (wish, original, number) => continueThread(writing, wish, original, number),
    onTrouble: (error: Error) => journal.trouble('time', error),
    onPass: journal.timePassed,
  }
  return async () => {
    while ((await passTime(parts)) > 0 && !base.stopping.signal.aborted);
  }
}

function draftRounds({ clock, journal, pool }: Base, { settings, writing }: Desk): () => Promise<void> {
  const onTrouble = (error: Error) => journal.trouble('drafts', error)
  const store = draftStore(pool)
  const write = (wish: ReplyWish, original: Answered | null, letter: WaitingLetter) =>
    writeAnew(writing, wish, original, letter)
  return () => refreshDrafts({ store, clock, desk: settings, write, onTrouble })
}

/** One portion in each round, so that it never stands in anybody's way; looking through the ledger in vain costs more. */
function retentionRounds({ archiveFolder, clock, config, pool }: Base): () => Promise<void> {
  const { retention } = config.settings
  let idleUntil = 0
  return async () => {
    const now = clock().getTime()
    if (now < idleUntil) return
    if ((await retain(pool, archiveFolder, retentionCuts(retention, now))) === 0) idleUntil = now + RETENTION_MS
  }
}

async function everySoOften(signal: AbortSignal, round: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await round()
    await pause(TIME_MS, signal)
  }
}
