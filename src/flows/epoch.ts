/**
 * Which UIDVALIDITY is this, and from which UID on are mails ours to answer? (RFC 3501 2.3.1.1)
 */
import type { MailboxSession } from '../ports.ts'
import type { StartRule } from './start-rule.ts'

/** A UIDVALIDITY of a mailbox and how far we are in it. */
export interface Epoch {
  readonly mailboxId: number
  readonly uidValidity: number
  /** UIDs below lie before the start point and are explained by it. */
  readonly startUid: number
  /** All UIDs below have a ledger row or lie before the start. */
  readonly nextUid: number
  /** This UIDVALIDITY replaced another: what we already have is a duplicate, what is older than the start is not ours. */
  readonly byContent: boolean
  readonly startAt: Date
}

export interface EpochStore {
  epochs(mailboxId: number): Promise<readonly Epoch[]>
  openEpoch(epoch: Omit<Epoch, 'startAt'>): Promise<void>
}

/** Finds or opens the epoch of the session; a new UIDVALIDITY of a known mailbox is reconciled by content. */
export async function epochOf(
  store: EpochStore,
  mailbox: { readonly id: number; readonly start: StartRule; readonly startAt: Date },
  session: MailboxSession,
): Promise<Epoch> {
  const { uidValidity } = session.state
  const known = await store.epochs(mailbox.id)
  const current = known.find((epoch) => epoch.uidValidity === uidValidity)
  if (current) return current
  const byContent = known.length > 0
  const startUid = byContent ? 1 : await startUidOf(mailbox.start, session)
  const epoch = { mailboxId: mailbox.id, uidValidity, startUid, nextUid: startUid, byContent }
  await store.openEpoch(epoch)
  return { ...epoch, startAt: mailbox.startAt }
}

async function startUidOf(rule: StartRule, session: MailboxSession): Promise<number> {
  if (rule === 'all') return 1
  if (rule === 'now') return session.state.uidNext
  return (await session.firstUidSince(rule.since)) ?? session.state.uidNext
}
