import { type AccountBalance, mailBalance } from '../../compose/balances.ts'
import { mailToLookAt } from '../../places/mail-place.ts'
import { type Command, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { print, printJson, printTable } from '../print.ts'

export const command: Command = {
  name: 'accounting',
  description:
    'Balances the mailbox against the ledger: every UID that lies there now is explained, and the remainder is 0 once all work is done. Exit code 1 when something remains. Mails of people who ask for something else are filed; "spam or put aside" (unrelated in --json) is what nobody looks at.',
  options: [JSON_OPTION],
  run: ({ options, io }) =>
    withDatabase(io, async ({ config, pool, tokens }) => {
      const mail = await mailToLookAt(config, tokens)
      const lines: AccountBalance[] = []
      for (const account of mail.accounts) lines.push(await mailBalance(pool, account))
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

/** The headings are for people; the words of --json stay. */
export const COLUMNS = [
  { title: 'mailbox', of: (line: AccountBalance) => line.mailbox },
  { title: 'in mailbox', of: (line: AccountBalance) => line.inMailbox, right: true },
  { title: 'taken', of: (line: AccountBalance) => line.taken, right: true },
  { title: 'filed', of: (line: AccountBalance) => line.filed, right: true },
  { title: 'by rule', of: (line: AccountBalance) => line.answeredByRule, right: true },
  { title: 'duplicates', of: (line: AccountBalance) => line.duplicates, right: true },
  { title: 'machine', of: (line: AccountBalance) => line.machine, right: true },
  { title: 'quarantined', of: (line: AccountBalance) => line.quarantined, right: true },
  // What the ledger calls unrelated: spam, and what a person took out of quarantine as nothing of ours.
  { title: 'spam or put aside', of: (line: AccountBalance) => line.unrelated, right: true },
  { title: 'before start', of: (line: AccountBalance) => line.beforeStart, right: true },
  { title: 'erased', of: (line: AccountBalance) => line.erased, right: true },
  {
    title: 'remainder',
    of: (line: AccountBalance) => line.remainder,
    right: true,
    style: (line: AccountBalance) => (line.remainder === 0 ? ('green' as const) : ('yellow' as const)),
  },
]
