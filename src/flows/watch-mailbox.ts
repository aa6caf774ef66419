/**
 * Keeps one mailbox under watch for as long as the program runs: holds the mailbox's lease, takes in, waits in IDLE,
 * polls unconditionally, audits from time to time, and starts over after any failure with growing pauses.
 * Alive means: a pass was completed lately; being connected proves nothing.
 */
import type { Clock, MailboxSession, MailboxSource } from '../ports.ts'
import type { Epoch, Leases, WatchStore } from '../stores.ts'
import { epochOf } from './epoch.ts'
import { type StartRule, startMoment, startRuleText } from './start-rule.ts'
import { audit, giveUpOn, type TakeInParts, takeIn } from './take-in.ts'

export interface WatchParts extends Omit<TakeInParts, 'store'> {
  readonly store: WatchStore
  readonly source: MailboxSource
  readonly leases: Leases
  readonly clock: Clock
  readonly start: StartRule
  readonly pollMs: number
  readonly auditMs: number
  readonly onTrouble: (error: Error, retryMs: number) => void
  readonly onSynced: () => void
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** A mail at the cursor that breaks this many passes in a row is given up as unfetchable. */
const PATIENCE = 4

/** Runs until the signal; never rejects. */
export async function watchMailbox(parts: WatchParts, signal: AbortSignal): Promise<void> {
  const trouble = { inARow: 0, atUid: -1 }
  while (!signal.aborted) {
    try {
      await parts.leases.hold(leaseKey(parts.source), signal, (lost) =>
        watchOnce(parts, trouble, AbortSignal.any([signal, lost])),
      )
    } catch (error) {
      if (signal.aborted) return
      trouble.inARow += 1
      const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(trouble.inARow - 1, 10), LONGEST_PAUSE_MS)
      parts.onTrouble(error as Error, pauseMs)
      await parts.pause(pauseMs, signal)
    }
  }
}

function leaseKey(source: MailboxSource): string {
  return `mailbox ${source.account} ${source.mailbox}`
}

interface Trouble {
  inARow: number
  atUid: number
}

async function watchOnce(parts: WatchParts, trouble: Trouble, signal: AbortSignal): Promise<void> {
  const start = { rule: startRuleText(parts.start), at: startMoment(parts.start, parts.clock()) }
  const mailbox = await parts.store.openMailbox(parts.source, start)
  const session = await parts.source.open()
  const close = () => void session.close().catch(() => undefined)
  signal.addEventListener('abort', close, { once: true })
  try {
    const rule = { id: mailbox.id, start: parts.start, startAt: mailbox.startAt }
    const epoch = await epochOf(parts.store, rule, session)
    await passes(parts, session, epoch, trouble, signal)
  } finally {
    signal.removeEventListener('abort', close)
    await session.close().catch(() => undefined)
  }
}

async function passes(
  parts: WatchParts,
  session: MailboxSession,
  opened: Epoch,
  trouble: Trouble,
  signal: AbortSignal,
): Promise<void> {
  let epoch = opened
  const openedAt = parts.clock().getTime()
  if (trouble.inARow > 0 && trouble.atUid === epoch.nextUid) epoch = await stepOver(parts, session, epoch, trouble)
  for (let audited = false; ; audited = true) {
    trouble.atUid = epoch.nextUid
    await takeIn(parts, session, epoch)
    epoch = await reload(parts, epoch)
    if (audited) await parts.store.synced(epoch, null)
    else await audit(parts, session, epoch)
    trouble.inARow = 0
    parts.onSynced()
    if (signal.aborted) return
    // A fresh session from time to time compares UIDVALIDITY again and audits every UID.
    if (parts.clock().getTime() - openedAt >= parts.auditMs) return
    await session.waitForChange(parts.pollMs, signal)
    if (signal.aborted) return
  }
}

async function reload(parts: WatchParts, epoch: Epoch): Promise<Epoch> {
  const epochs = await parts.store.epochs(epoch.mailboxId)
  return epochs.find((one) => one.uidValidity === epoch.uidValidity) ?? epoch
}

/** The mail at the cursor has broken several passes: after enough patience it gets a row as unfetchable. */
async function stepOver(parts: WatchParts, session: MailboxSession, epoch: Epoch, trouble: Trouble): Promise<Epoch> {
  if (trouble.inARow < PATIENCE) return epoch
  const [first] = await session.list(epoch.nextUid)
  if (!first) return epoch
  const one = await session.fetch([first.uid]).catch(() => null)
  if (one) return epoch
  await giveUpOn(parts, epoch, first, `the server broke off ${trouble.inARow} times while handing it over`)
  return reload(parts, epoch)
}
