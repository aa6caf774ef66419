/**
 * Keeps one mailbox under watch for as long as the program runs: holds the mailbox's lease, takes in, waits in IDLE,
 * polls unconditionally, audits from time to time, and starts over after any failure with growing pauses.
 * Alive means: a pass was completed lately; being connected proves nothing.
 */
import type { MailboxSession, MailboxSource, MailListing } from '../ports/mailbox.ts'
import type { Leases } from '../ports/stores/leases.ts'
import type { Epoch, WatchStore } from '../ports/stores/take-in.ts'
import { epochOf } from './epoch.ts'
import { FetchFailed } from './fetch-failed.ts'
import { type StartRule, startMoment, startRuleText } from './start-rule.ts'
import { audit, giveUpOn, type TakeInParts, takeIn } from './take-in.ts'

export interface WatchParts extends Omit<TakeInParts, 'store'> {
  readonly store: WatchStore
  readonly source: MailboxSource
  readonly leases: Leases
  readonly start: StartRule
  /** Whether mail that lies in a mailbox when it is first connected is answered as new mail is. */
  readonly answersOld: boolean
  readonly pollMs: number
  readonly auditMs: number
  readonly onTrouble: (error: Error, retryMs: number) => void
  readonly onSynced: () => void
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>
}

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 30_000
/** A mail that alone breaks this many passes is given up as unfetchable. */
const PATIENCE = 3

/** Runs until the signal; never rejects. */
export async function watchMailbox(parts: WatchParts, signal: AbortSignal): Promise<void> {
  const trouble: Trouble = { inARow: 0, suspect: null }
  while (!signal.aborted) {
    try {
      await parts.leases.hold(leaseKey(parts.source), signal, (lost) =>
        watchOnce(parts, trouble, AbortSignal.any([signal, lost])),
      )
    } catch (error) {
      if (signal.aborted) return
      trouble.inARow += 1
      trouble.suspect = suspectAfter(error, trouble.suspect)
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
  /** Passes that failed one after the other, whatever the reason. */
  inARow: number
  suspect: Suspect | null
}

/** Mails were being handed over when a pass failed: from then on one at a time, until the one to blame is known. */
interface Suspect {
  /** null while it was one of several. */
  readonly listing: MailListing | null
  /** How often that mail alone broke a pass. */
  readonly times: number
}

/** An outage (connection refused, login, LIST) blames nobody and clears nobody. */
function suspectAfter(error: unknown, before: Suspect | null): Suspect | null {
  if (!(error instanceof FetchFailed)) return before
  const [first, ...others] = error.listings
  if (!first || others.length > 0) return { listing: null, times: 0 }
  return { listing: first, times: before?.listing?.uid === first.uid ? before.times + 1 : 1 }
}

async function watchOnce(parts: WatchParts, trouble: Trouble, signal: AbortSignal): Promise<void> {
  const start = { rule: startRuleText(parts.start), at: startMoment(parts.start, parts.clock()) }
  const mailbox = await parts.store.openMailbox(parts.source, start)
  const session = await parts.source.open()
  const close = () => void session.close().catch(() => undefined)
  signal.addEventListener('abort', close, { once: true })
  try {
    const { start: rule, answersOld } = parts
    const { id, startAt } = mailbox
    const epoch = await epochOf(parts.store, { id, start: rule, answersOld, startAt }, session)
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
  const taking = trouble.suspect === null ? parts : oneByOne(parts)
  const blamed = trouble.suspect?.listing ?? null
  if (blamed && (trouble.suspect?.times ?? 0) >= PATIENCE) {
    await giveUpOn(parts, epoch, blamed, `the server broke off ${PATIENCE} times while handing it over`)
    epoch = await reload(parts, epoch)
  }
  for (let audited = false; ; audited = true) {
    await takeIn(taking, session, epoch)
    epoch = await reload(parts, epoch)
    if (audited) await parts.store.synced(epoch, null)
    else await audit(taking, session, epoch)
    trouble.inARow = 0
    trouble.suspect = null
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

function oneByOne(parts: WatchParts): WatchParts {
  return { ...parts, limits: { ...parts.limits, batchMails: 1 } }
}
