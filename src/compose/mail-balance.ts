/** The mailbox balanced against the ledger, for the program, the command line and the tests alike. */
import { currentEpochs, ledgerOf } from '../db/accounting.ts'
import type { Pool } from '../db/pool.ts'
import { type Balance, balance, type LedgerLine } from '../domain/accounting.ts'
import { IntakeError } from '../errors.ts'
import type { ImapAccount } from '../imap/imap-account.ts'
import { imapMailbox } from '../imap/imap-mailbox.ts'

export type MailboxBalance = { readonly mailbox: string; readonly uidvalidity: number } & Balance

/** Asks the mailbox itself, read-only: what the ledger believes about it would prove nothing. */
export async function mailBalance(pool: Pool, account: ImapAccount): Promise<MailboxBalance> {
  const session = await imapMailbox(account).open()
  try {
    const { uidValidity } = session.state
    const mailbox = `${account.account}/${account.mailbox}`
    const epochs = await currentEpochs(pool)
    const epoch = epochs.find((one) => one.account === account.account && one.name === account.mailbox)
    if (!epoch) throw new IntakeError('not-found', `${mailbox} was never taken in; run "intagree start" first.`)
    const uids = await session.uids()
    if (epoch.uidvalidity !== uidValidity) return { mailbox, uidvalidity: uidValidity, ...balance(uids, 1, []) }
    const ledger = (await ledgerOf(pool, epoch)) as LedgerLine[]
    return { mailbox, uidvalidity: uidValidity, ...balance(uids, epoch.startUid, ledger) }
  } finally {
    await session.close().catch(() => undefined)
  }
}
