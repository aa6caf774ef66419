/** docs/faults.md: what was struck by what, and what came of it. */
import { CELLS, nameOf } from './cells.ts'
import type { Played } from './play.ts'

export function faultsPage(played: readonly Played[], date: Date, atOnce: number): string {
  const counted = played.filter(({ verdict }) => verdict !== 'skipped')
  const sum = (of: (one: Played) => number) => counted.reduce((all, one) => all + of(one), 0)
  const day = date.toISOString().slice(0, 10)
  const failed = counted.filter(({ verdict }) => verdict === 'failed')
  return `# Faults

Made by \`npm run faults -- --write\` on ${day}; the matrix is \`test/faults/cells.ts\`, a row for each cell.

Each cell has a PostgreSQL, a Redis, a Dovecot and a mail server of its own and the program as nine processes: two pollers,
readers, deciders and senders, and a scheduler. Mails come in, and when one in twenty is answered the fault strikes; the rest
of the mails is delivered while it lasts. It ends after the time below, nobody helps, and when nothing is left to do every
mail is looked up in the ledger, in the outbox and at the mail server. ${sum(({ mails }) => mails)} mails went through ${counted.length} cells, ${atOnce} at a
time on two cores: **lost ${sum(({ lost }) => lost)}, doubled ${sum(({ doubled }) => doubled)}**, in quarantine ${sum(({ quarantined }) => quarantined)}; ${failed.length === 0 ? 'every cell passed' : `${failed.length} failed`}.

- **kill**: SIGKILL to both processes of the part, or to all nine; started again when the fault ends. **term**: SIGTERM
  likewise, and each has to leave by itself. **frozen**: SIGSTOP to one of the two, or to all nine; the other goes on.
- **cut**: every connection is reset and every new one refused. **blackhole**: bytes vanish and nothing is closed; at the end
  the server has given up the old connections, and the program is never told. **slow**: 200 ms before each packet and 8 kB a
  second on each connection. **restart**: stopped and started again; Redis comes back empty. **loss**: FLUSHALL, at the
  beginning and at the end. **full**: the file system of the archive has no byte left.
- **unsure**: replies of which the program could not know whether they had arrived. A plain receipt is then sent once more
  under the same Message-ID (**second copies**: those that had arrived); anything else is left to a person.
- **answered**: seconds from the end of the fault to the last answer, 0 when all were given while it lasted. **settled**:
  until nothing at all was left to do, copies in Sent included. Processes that were ended count from their new start. Times
  are those of a machine that had other work as well; between cells only their size can be compared.

| cell | fault lasts | mails | lost | doubled | unsure | second copies | left to a person | quarantined | answered | settled | |
|---|---|---|---|---|---|---|---|---|---|---|---|
${played.map(row).join('\n')}
${failed.length === 0 ? '' : `\n## What failed\n\n${failed.map(failure).join('\n')}\n`}`
}

function row(one: Played): string {
  const seconds = CELLS.find((cell) => nameOf(cell) === one.cell)?.seconds ?? 0
  const { cell, mails, lost, doubled, unsure, secondCopies, parked, quarantined } = one
  if (one.verdict === 'skipped')
    return `| ${cell} | ${seconds} s |${' |'.repeat(9)} skipped: ${one.because.join('; ')} |`
  const numbers = [mails, lost, doubled, unsure, secondCopies, parked, quarantined]
  const times = [one.recoverySeconds, one.settledSeconds].map((time) => `${Math.round(time)} s`)
  return `| ${[cell, `${seconds} s`, ...numbers, ...times, one.verdict].join(' | ')} |`
}

function failure({ cell, because }: Played): string {
  const shown = because.slice(0, 3).map((why) => why.replace(/\s+/g, ' ').slice(0, 300))
  const more = because.length > 3 ? `; and ${because.length - 3} more` : ''
  return `- ${cell}: ${shown.join('; ')}${more}`
}
