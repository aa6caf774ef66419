import { currentEpochs, type EpochBalance, ledgerOf } from '../../db/accounting.ts'
import type { Pool } from '../../db/pool.ts'
import { type Balance, balance, type LedgerLine } from '../../domain/accounting.ts'
import { IntakeError } from '../../errors.ts'
import type { ImapAccount } from '../../imap/imap-account.ts'
import { imapMailbox } from '../../imap/imap-mailbox.ts'
import { mailToLookAt } from '../../places.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { print, printJson, printTable } from '../print.ts'

type Line = { readonly mailbox: string; readonly uidvalidity: number } & Balance

export const command: Command = {
  name: 'accounting',
  description:
    'Balances the mailbox against the ledger: every UID that lies there now is explained, and the remainder is 0 once all work is done. Exit code 1 when something remains.',
  options: [JSON_OPTION],
  run: ({ options, io }) =>
    withDatabase(io, async ({ config, pool }) => {
      const mail = await mailToLookAt(config)
      const epochs = await currentEpochs(pool)
      const lines: Line[] = []
      for (const account of mail.accounts) lines.push(await lineOf(pool, account, epochs))
      if (options.json === true) for (const line of lines) await printJson(io, line)
      else await printTable(io, COLUMNS, lines)
      const remains = lines.some((line) => line.remainder !== 0)
      if (remains && options.json !== true)
        await print(
          io.stdout,
          'The remainder is mail not taken or not decided yet; look again when the program has caught up.\n',
        )
      return remains ? 1 : 0
    }),
}

/** Asks the mailbox itself, read-only: what the ledger believes about it would prove nothing. */
async function lineOf(pool: Pool, account: ImapAccount, epochs: readonly EpochBalance[]): Promise<Line> {
  const session = await imapMailbox(account).open()
  try {
    const { uidValidity } = session.state
    const mailbox = `${account.account}/${account.mailbox}`
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

const COLUMNS = [
  { title: 'mailbox', of: (line: Line) => line.mailbox },
  { title: 'in mailbox', of: (line: Line) => line.inMailbox, right: true },
  { title: 'taken', of: (line: Line) => line.taken, right: true },
  { title: 'filed', of: (line: Line) => line.filed, right: true },
  { title: 'by rule', of: (line: Line) => line.answeredByRule, right: true },
  { title: 'duplicates', of: (line: Line) => line.duplicates, right: true },
  { title: 'machine', of: (line: Line) => line.machine, right: true },
  { title: 'quarantined', of: (line: Line) => line.quarantined, right: true },
  { title: 'unrelated', of: (line: Line) => line.unrelated, right: true },
  { title: 'before start', of: (line: Line) => line.beforeStart, right: true },
  {
    title: 'remainder',
    of: (line: Line) => line.remainder,
    right: true,
    style: (line: Line) => (line.remainder === 0 ? ('green' as const) : ('yellow' as const)),
  },
]
