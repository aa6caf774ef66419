/**
 * Which UIDVALIDITY is this, and from which UID on are mails ours to answer? (RFC 3501 2.3.1.1)
 */
import type { MailboxSession } from '../ports/mailbox.ts'
import type { Epoch, EpochStore } from '../ports/stores/take-in.ts'
import type { StartRule } from './start-rule.ts'

/**
 * Finds or opens the epoch of the session; a new UIDVALIDITY of a known mailbox is reconciled by content. `answersOld`:
 * whoever connects the mailbox wants what lies in it answered as new mail is.
 */
export async function epochOf(
  store: EpochStore,
  mailbox: { readonly id: number; readonly start: StartRule; readonly answersOld: boolean; readonly startAt: Date },
  session: MailboxSession,
): Promise<Epoch> {
  const { uidValidity } = session.state
  const known = await store.epochs(mailbox.id)
  const current = known.find((epoch) => epoch.uidValidity === uidValidity)
  if (current) return current
  const byContent = known.length > 0
  const startUid = byContent ? 1 : await startUidOf(mailbox.start, session)
  const epoch = {
    mailboxId: mailbox.id,
    uidValidity,
    startUid,
    nextUid: startUid,
    byContent,
    oldBelow: !byContent && mailbox.answersOld ? 0 : session.state.uidNext,
  }
  await store.openEpoch(epoch)
  return { ...epoch, startAt: mailbox.startAt }
}

async function startUidOf(rule: StartRule, session: MailboxSession): Promise<number> {
  if (rule === 'all') return 1
  if (rule === 'now') return session.state.uidNext
  return (await session.firstUidSince(rule.since)) ?? session.state.uidNext
}
