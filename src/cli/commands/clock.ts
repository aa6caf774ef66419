import { findCase } from '../../db/lists.ts'
import { apply } from '../../domain/casework/apply.ts'
import type { CaseFile } from '../../domain/casework/case-file.ts'
import { caseClocks } from '../../domain/casework/summary.ts'
import { type ClockChange, clockChanges } from '../../domain/clocks/what-if.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { type Call, type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { withDatabase } from '../database.ts'
import { dayOption } from '../order.ts'
import { clean, print, printJson, styled } from '../print.ts'

export const command: Command = {
  name: 'clock',
  description:
    'Shows the legal clocks of a case, each with the lines from which it follows: receipt, rule, calendar, extensions. For staff only: a CLEC is never told these days by a program.',
  arguments: [{ syntax: '<ref>', description: 'the case, e.g. CLEC-2026-00042' }],
  options: [
    JSON_OPTION,
    {
      flags: '--what-if <day>',
      description: 'what would change if both agreed on this day of receipt, e.g. 2026-03-20; nothing is recorded',
    },
  ],
  run: (call) =>
    withDatabase<ExitCode>(call.io, async ({ pool, config }) => {
      const { args, options, io } = call
      const day = dayOption(call, 'whatIf')
      const found = await findCase(pool, args[0] ?? '')
      if (!found) throw new IntakeError('not-found', `There is no case ${args[0]}; "intagree cases" lists them.`)
      if (day !== null) return printChanges(call, changesBy(found.file, day, config.timeZone))
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

function changesBy(file: CaseFile, deemedReceipt: string, timeZone: string): readonly ClockChange[] {
  const extension = { deemedReceipt, agreedAt: Date.now(), confirmedBy: 'what if', why: 'what if' }
  const after = apply(file, { change: 'receipt-extended', extension })
  return clockChanges(caseClocks(file, timeZone), caseClocks(after, timeZone))
}

async function printChanges({ options, io }: Call, changes: readonly ClockChange[]): Promise<ExitCode> {
  if (options.json === true) for (const change of changes) await printJson(io, change)
  else if (changes.length === 0) await print(io.stdout, 'No clock would change.\n')
  else
    for (const { id, before, after } of changes)
      await print(
        io.stdout,
        `${(after ?? before)?.title ?? id}: ${before?.due ?? 'not running'} -> ${after?.due ?? 'not running'}\n`,
      )
  return 0
}
