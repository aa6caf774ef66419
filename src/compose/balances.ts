/** Mailboxes balanced against the ledger. The mailbox itself is asked: what we believe of it would prove nothing. */
import { balanceOf, currentEpochs, type EpochBalance } from '../db/accounting.ts'
import { type Pool, reporting } from '../db/pool.ts'
import { type Balance, balance } from '../domain/accounting.ts'
import type { MailboxBalance } from '../domain/digest/facts.ts'
import { IntakeError } from '../foundation/intake-error.ts'
import type { ImapAccount } from '../imap/imap-account.ts'
import { imapMailbox } from '../imap/imap-mailbox.ts'

/** A digest does not wait longer for a mailbox; it says then that it could not be asked. */
const PATIENCE_MS = 15_000

export type AccountBalance = { readonly mailbox: string; readonly uidvalidity: number } & Balance

/** Of one mailbox as it is now; an UIDVALIDITY that was never taken in is all remainder. */
export async function mailBalance(pool: Pool, account: ImapAccount): Promise<AccountBalance> {
  const mailbox = `${account.account}/${account.mailbox}`
  const { uidValidity, uids } = await liesIn(account)
  const epoch = (await currentEpochs(pool)).find((one) => isOf(one, account))
  if (!epoch) throw new IntakeError('not-found', `${mailbox} was never taken in; run "intagree start" first.`)
  const known = epoch.uidvalidity === uidValidity
  return { mailbox, uidvalidity: uidValidity, ...(known ? await balanceOf(pool, epoch, uids) : balance(uids, 1, [])) }
}

function isOf(epoch: EpochBalance, account: ImapAccount): boolean {
  return epoch.account === account.account && epoch.name === account.mailbox
}

/** Of all mailboxes, for a digest: one that cannot be asked does not hold it up. */
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
  const account = accounts.find((one) => isOf(epoch, one))
  const uids = account === undefined ? null : await inTime(uidsIn(account, epoch.uidvalidity))
  const balance = await reporting(pool, (client) => balanceOf(client, epoch, uids))
  return { mailbox: `${epoch.mailbox}${uids === null ? ' (it could not be asked; by our ledger)' : ''}`, balance }
}

async function uidsIn(account: ImapAccount, uidValidity: number): Promise<readonly number[] | null> {
  const lies = await liesIn(account)
  return lies.uidValidity === uidValidity ? lies.uids : null
}

/** Read-only. */
async function liesIn(
  account: ImapAccount,
): Promise<{ readonly uidValidity: number; readonly uids: readonly number[] }> {
  const session = await imapMailbox(account).open()
  try {
    return { uidValidity: session.state.uidValidity, uids: await session.uids() }
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
