import { userInfo } from 'node:os'
import { join } from 'node:path'
import { type ErasureView, erasePerson } from '../../compose/erase.ts'
import { type Command, type ExitCode, type Io, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { usage } from '../order.ts'
import { clean, print, printJson } from '../print.ts'
import type { When } from '../when.ts'

export const command: Command = {
  name: 'erase',
  description:
    "Shows what of a person's mail would be erased, and what must stay and why: mail in open cases, under a legal hold\n" +
    '(intagree hold), with papers that were filed, or of an agreement that may be in force. With --apply it is erased:\n' +
    'bytes, attachments, readings, our answers and the words in the timeline. The row in the ledger stays, with the hash\n' +
    'and marked as erased. This cannot be undone. Backups and the mailbox itself are not touched. Exit code 1 when\n' +
    'something must stay.',
  arguments: [{ syntax: '<person...>', description: 'an address, or a name as it stands in From' }],
  options: [JSON_OPTION, { flags: '--apply', description: 'erase it; without, nothing is changed' }],
  examples: ['intagree erase jane@clec.example', 'intagree erase Jane Doe --apply'],
  run: ({ args, io, options }) =>
    withDatabase<ExitCode>(io, async ({ pool, config, when }) => {
      const who = args.join(' ').trim()
      const staff = [config.address, ...config.settings.aliases, ...config.settings.staff.map((one) => one.email)]
      if (staff.some((address) => address.toLowerCase() === who.toLowerCase()))
        throw usage(`${who} is one of us: what staff ordered is part of the record of the cases.`)
      const order = { who, by: `person ${userInfo().username}`, apply: options.apply === true }
      const view = await erasePerson(pool, join(config.home, 'archive'), order)
      if (options.json === true) await printJson(io, { person: who, ...view })
      else await show(io, who, view, when)
      return view.mails.every(({ kept }) => kept.length === 0) ? 0 : 1
    }),
}

async function show(io: Io, who: string, view: ErasureView, when: When): Promise<void> {
  const { addresses, mails, letters, erased } = view
  const free = mails.filter(({ kept }) => kept.length === 0)
  const stays = mails.filter(({ kept }) => kept.length > 0)
  const name = clean(addresses.length === 1 && addresses[0] === who ? who : `${who} (${addresses.join(', ')})`)
  const lines = [
    ...(mails.length === 0 ? [`Nothing is kept of ${clean(who)}.`] : []),
    ...stays.map(({ id, receivedAt, kept }) => `mail ${id} of ${when(receivedAt)} stays: ${clean(kept.join('; '))}`),
    ...(free.length === 0
      ? []
      : [
          `${free.length} mails of ${name} and ${letters} letters ${erased ? 'were erased' : 'would be erased'}: ${free.map(({ id }) => id).join(', ')}`,
        ]),
    ...(free.length > 0 && !erased ? ['Nothing was changed. --apply erases them; it cannot be undone.'] : []),
    ...(erased ? ['Copies remain in backups and in the mailbox itself; see docs/privacy.md.'] : []),
  ]
  await print(io.stdout, `${lines.join('\n')}\n`)
}
