import { takeInStore } from '../db/take-in.ts'
import { TAKE_IN_LIMITS } from '../flows/batches.ts'
import { watchMailbox } from '../flows/watch-mailbox.ts'
import { pause } from '../foundation/pause.ts'
import { imapMailbox } from '../imap/imap-mailbox.ts'
import { tidyMailbox } from '../imap/tidy-mailbox.ts'
import type { Base } from './base.ts'

const SILENCE_MARGIN_MS = 15_000

/** Watches every configured mailbox; a mailbox that another poller holds is watched as soon as that one dies. */
export async function startPoller(base: Base): Promise<void> {
  const { config, journal, archive, bell, leases, clock, start, answersOld } = base
  const { mailbox, limits } = config.settings
  for (const account of base.mail.accounts) {
    const wanted = mailbox.markSeen || mailbox.moveTo !== null
    const tidy = wanted ? tidyMailbox(account, mailbox) : null
    if (tidy) base.closers.push(() => tidy.close())
    const parts = {
      store: takeInStore(base.pool),
      // Longer than a poll, whose NOOP then always comes first: two probes at once take each other for a dead peer.
      source: imapMailbox(account, { silenceMs: mailbox.pollSeconds * 1000 + SILENCE_MARGIN_MS }),
      limits: { ...TAKE_IN_LIMITS, mailBytes: limits.mailMegabytes * 2 ** 20 },
      ...{ archive, bell, leases, clock, start, answersOld, pause },
      pollMs: mailbox.pollSeconds * 1000,
      auditMs: mailbox.auditMinutes * 60_000,
      tidy: tidy?.tidy ?? null,
      onUntidy: (error: Error) => journal.trouble('tidy', error),
      onTaken: journal.taken,
      onSynced: journal.synced,
      onTrouble: (error: Error) => journal.trouble('mailbox', error),
    }
    base.loops.push(watchMailbox(parts, base.stopping.signal))
  }
}
