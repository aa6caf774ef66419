import { findCase } from '../../db/lists.ts'
import { IntakeError } from '../../errors.ts'
import { type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { clean, print, printJson, styled } from '../print.ts'

export const command: Command = {
  name: 'clock',
  description:
    'Shows the legal clocks of a case, each with the lines from which it follows: receipt, rule, calendar, extensions. For staff only: a CLEC is never told these days by a program.',
  arguments: [{ syntax: '<ref>', description: 'the case, e.g. CLEC-2026-00042' }],
  options: [JSON_OPTION],
  run: ({ args, options, io }) =>
    withDatabase<ExitCode>(io, async ({ pool }) => {
      const found = await findCase(pool, args[0] ?? '')
      if (!found) throw new IntakeError('not-found', `There is no case ${args[0]}; "intagree cases" lists them.`)
      if (options.json === true) for (const clock of found.clocks) await printJson(io, clock)
      else if (found.clocks.length === 0) await print(io.stdout, `No clock runs in ${found.ref}.\n`)
      else for (const clock of found.clocks) await print(io.stdout, `${clockText(clock, io)}\n`)
      return 0
    }),
}

type Clock = NonNullable<Awaited<ReturnType<typeof findCase>>>['clocks'][number]

function clockText({ title, due, rolled, state, derivation }: Clock, io: Parameters<Command['run']>[0]['io']): string {
  const possible = rolled === null ? '' : ` (${rolled} is possible; the strict day is watched)`
  const lines = derivation.map((line) => `  ${clean(line)}\n`).join('')
  return `${styled(due, 'bold', io)}  ${title}: ${state}${possible}\n${lines}`
}
