/** Plays one cell: mails come in, the fault strikes among them, and when everything is settled again it is reckoned up. */

import { noDiskBecause } from '../support/full-disk.ts'
import { cleanups, type Finally } from '../support/installation.ts'
import { reckon } from '../support/ledger-check.ts'
import { type WrittenMail, writeMails } from '../support/mail-writer.ts'
import { until } from '../support/until.ts'
import { type Cell, nameOf } from './cells.ts'
import { ADDRESS, openStage, type Stage } from './stage.ts'
import { strike } from './strike.ts'

export interface Played {
  readonly cell: string
  readonly verdict: 'passed' | 'failed' | 'skipped'
  readonly mails: number
  /** Mails without a row in the ledger, and people without their answer. */
  readonly lost: number
  /** Mails and answers there twice, except the second copies of what was `unsure`. */
  readonly doubled: number
  /** Replies of which the program did not know whether they had arrived. */
  readonly unsure: number
  /** Those of them that were sent once more, under the same Message-ID, and had arrived. */
  readonly secondCopies: number
  /** Those of them that wait for a person. */
  readonly parked: number
  readonly quarantined: number
  /** From the end of the fault to the last answer, in seconds; 0 when all were given while it lasted. */
  readonly recoverySeconds: number
  /** From the end of the fault until nothing at all is left to do, copies in Sent included. */
  readonly settledSeconds: number
  /** What was wrong, or why it was skipped. */
  readonly because: readonly string[]
}

export interface PlayOptions {
  readonly mails: number
  /** Told where it stands, a few words. */
  readonly tell: (state: string) => void
  /** Given what all processes wrote. */
  readonly keep: (output: string) => Promise<void>
  /** Breaks off, and clears away what was started. */
  readonly stopping: AbortSignal
}

/** This part of the mails is delivered before; the fault strikes when so many of these are answered. */
const [BEFORE, ANSWERED] = [0.2, 0.05]
const LONGEST_MS = 300_000

const NOTHING = {
  ...{ mails: 0, lost: 0, doubled: 0, unsure: 0, secondCopies: 0, parked: 0, quarantined: 0 },
  ...{ recoverySeconds: 0, settledSeconds: 0 },
}

/** A run that stood still itself has measured nothing. */
const LONGEST_STANDSTILL_MS = 20_000

/** Never rejects: whatever goes wrong fails the cell. */
export async function play(cell: Cell, options: PlayOptions): Promise<Played> {
  const name = nameOf(cell)
  const skipped = cell.fault === 'full' ? noDiskBecause() : null
  if (skipped !== null) return { ...NOTHING, cell: name, verdict: 'skipped', because: [skipped] }
  const { over, clean } = cleanups()
  try {
    options.tell('starting')
    return await Promise.race([brokenOff(options.stopping), playAt(over, cell, options)])
  } catch (error) {
    return {
      ...NOTHING,
      cell: name,
      verdict: 'failed',
      because: [error instanceof Error ? error.message : String(error)],
    }
  } finally {
    await clean().catch(() => undefined)
  }
}

function brokenOff(stopping: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = () => reject(new Error('broken off'))
    if (stopping.aborted) stop()
    stopping.addEventListener('abort', stop, { once: true })
  })
}

async function playAt(over: Finally, cell: Cell, options: PlayOptions): Promise<Played> {
  const stage = await openStage(over, { ownDisk: cell.fault === 'full' })
  over(() => options.keep(stage.crew.output()))
  return playOn(stage, cell, options)
}

async function playOn(stage: Stage, cell: Cell, { mails: count, tell }: PlayOptions): Promise<Played> {
  const mails = writeMails(count, { seed: 41, to: ADDRESS })
  const because: string[] = []
  const stoodStill = watchStandstill()
  const endedAt = await struck(stage, cell, mails, tell, (what) => because.push(what))
  because.push(...(await settle(stage, mails.length, tell)))
  const settledSeconds = secondsSince(endedAt)
  because.push(...stoodStill())
  tell('reckoning')
  const { flaws, secondCopies, unsure, parked } = await reckon(stage.site, stage.sink, mails, stage.ledger.way)
  because.push(...flaws.map(({ sentence }) => sentence), ...stage.crew.ended())
  const quarantined = await stage.ledger.quarantined()
  const lastAnswer = Math.max(endedAt, ...stage.sink.mails().map(({ at }) => at.getTime()))
  return {
    cell: nameOf(cell),
    verdict: because.length === 0 && quarantined === 0 ? 'passed' : 'failed',
    mails: mails.length,
    lost: flaws.filter(({ sort }) => sort === 'lost').length,
    doubled: flaws.filter(({ sort }) => sort === 'doubled').length,
    ...{ unsure, secondCopies, parked, quarantined },
    recoverySeconds: (lastAnswer - endedAt) / 1000,
    settledSeconds,
    because,
  }
}

/** Returns what says how long this process stood still, if it did. */
function watchStandstill(): () => readonly string[] {
  let [last, longest] = [Date.now(), 0]
  const look = () => {
    longest = Math.max(longest, Date.now() - last)
    last = Date.now()
  }
  const timer = setInterval(look, 1_000)
  timer.unref()
  return () => {
    look()
    clearInterval(timer)
    if (longest < LONGEST_STANDSTILL_MS) return []
    return [`this run itself stood still for ${Math.round(longest / 1000)} s: play the cell again (--go-on)`]
  }
}

/** Returns when the fault ended, in ms since the epoch. */
async function struck(
  stage: Stage,
  cell: Cell,
  mails: readonly WrittenMail[],
  tell: (state: string) => void,
  complain: (what: string) => void,
): Promise<number> {
  const before = Math.ceil(mails.length * BEFORE)
  tell('mails come')
  const delivered = stage.deliver(mails.slice(0, before))
  await stage.sink.waitFor(Math.ceil(mails.length * ANSWERED), 60_000)
  tell('fault begins')
  // Its server will be away for whoever delivers as well: the rest lies in the mailbox when it is back.
  const isAway = cell.target === 'imap' && cell.fault === 'restart'
  if (isAway) await delivered
  const began = Date.now()
  const end = await strike(stage, cell, complain)
  tell(`fault on, ${cell.seconds} s`)
  await delivered
  await (isAway ? stage.deposit(mails.slice(before)) : stage.deliver(mails.slice(before)))
  await until(() => Date.now() - began >= cell.seconds * 1000, {
    ms: cell.seconds * 1000 + 1000,
    every: 50,
    what: 'the fault has lasted long enough',
  })
  tell('fault ends')
  const endedAt = Date.now()
  await end()
  return endedAt
}

/** Waits until nothing is left to do. Returns what is left when that takes too long. */
async function settle(stage: Stage, mails: number, tell: (state: string) => void): Promise<readonly string[]> {
  let remaining = 'the database was not asked yet'
  const nothing = async () => {
    remaining = await stage.ledger.remaining(mails)
    tell(`recovering: ${remaining || 'nothing left'}`)
    return remaining === ''
  }
  try {
    await until(nothing, { ms: LONGEST_MS, every: 250, what: 'everything is settled' })
    return []
  } catch {
    return [`not settled ${LONGEST_MS / 1000} s after the fault: ${remaining}`]
  }
}

function secondsSince(at: number): number {
  return (Date.now() - at) / 1000
}
