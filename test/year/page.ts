/** The year in numbers, as a page of the documentation. */
import type { YearResult } from './year.ts'

export function yearPage({ options, days, deviations, kinds, totals, seconds }: YearResult): string {
  const carriers = kinds.reduce((sum, one) => sum + one.carriers, 0)
  return `# A year on the desk

Written by \`npm run year\`: ${carriers} CLECs over ${days.length} simulated days (${days.at(0)?.day} to ${days.at(-1)?.day}, seed ${options.seed}) on the
embedded PostgreSQL and the sandbox's real IMAP and SMTP, in one process whose clock is driven. The carriers and the staff
are scripts (\`test/year/kinds.ts\`): each beat says which letter must come of it and where the case must stand. Every
simulated evening the mailbox is balanced against the ledger, and every new letter, reminder, digest and mark of a clock
is looked at (\`test/year/checks.ts\`); at the end every carrier's own mailbox is counted.

![Cases by stage over the year](year.svg)

| | |
|---|---:|
${Object.entries(totals)
  .map(([name, count]) => `| ${name} | ${count} |`)
  .join('\n')}
| remainder of the accounting, every day | ${deviations.some((one) => one.includes('remainder')) ? 'not 0' : 0} |
| deviations from the scripts | ${deviations.length} |
| real seconds | ${seconds} |

| kind of carrier | carriers | at the end of their scripts |
|---|---:|---:|
${kinds.map(({ kind, carriers: count, done }) => `| ${kind} | ${count} | ${done} |`).join('\n')}
`
}
