import { balanceOf, currentEpochs, type EpochBalance } from '../db/accounting.ts'
import { type Pool, reporting } from '../db/pool.ts'
import type { MailboxBalance } from '../domain/digest/facts.ts'
import type { ImapAccount } from '../imap/imap-account.ts'
import { imapMailbox } from '../imap/imap-mailbox.ts'

/** A digest does not wait longer for a mailbox; it says then that it could not be asked. */
const PATIENCE_MS = 15_000

/** Every mailbox itself is asked what lies in it: what our ledger believes of it would prove nothing. */
export async function mailboxBalances(
  pool: Pool,
  accounts: readonly ImapAccount[],
): Promise<readonly MailboxBalance[]> {
  const epochs = await currentEpochs(pool)
  return Promise.all(epochs.map((epoch) => mailboxBalance(pool, epoch, accounts)))
}

async function mailboxBalance(
  pool: Pool,
  epoch: EpochBalance,
  accounts: readonly ImapAccount[],
): Promise<MailboxBalance> {
  const account = accounts.find((one) => one.account === epoch.account && one.mailbox === epoch.name)
  const uids = account === undefined ? null : await inTime(uidsIn(account, epoch.uidvalidity))
  const balance = await reporting(pool, (client) => balanceOf(client, epoch, uids))
  return { mailbox: `${epoch.mailbox}${uids === null ? ' (it could not be asked; by our ledger)' : ''}`, balance }
}

async function uidsIn(account: ImapAccount, uidValidity: number): Promise<readonly number[] | null> {
  const session = await imapMailbox(account).open()
  try {
    return session.state.uidValidity === uidValidity ? await session.uids() : null
  } finally {
    await session.close().catch(() => undefined)
  }
}

async function inTime<T>(work: Promise<T>): Promise<T | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, null)
  })
  return Promise.race([work.catch(() => null), late]).finally(() => clearTimeout(timer))
}
