import { userInfo } from 'node:os'
import { type HoldLine, listHolds, releaseHold, setHold } from '../../db/legal-hold.ts'
import type { Pool } from '../../db/pool.ts'
import { IntakeError } from '../../foundation/intake-error.ts'
import { type Call, type Command, type ExitCode, JSON_OPTION } from '../command.ts'
import { type LookedAt, withDatabase } from '../database.ts'
import { refOf, textOf, usage } from '../order.ts'
import { print, printJson, printTable } from '../print.ts'
import type { When } from '../when.ts'

export const command: Command = {
  name: 'hold',
  description:
    'Puts a case under a legal hold: nothing of it is erased until it is released. Without a case: lists the holds.',
  arguments: [{ syntax: '[ref]', description: 'the case, e.g. CLEC-2026-00042' }],
  options: [
    JSON_OPTION,
    { flags: '--because <why>', description: 'the reason, for the record', conflicts: ['release'] },
    { flags: '--release', description: 'end the hold' },
  ],
  examples: [
    'intagree hold CLEC-2026-00042 --because "docket 26-0113"',
    'intagree hold CLEC-2026-00042 --release',
    'intagree hold',
  ],
  run: (call) => withDatabase<ExitCode>(call.io, (at) => (asksForList(call) ? list(call, at) : put(call, at.pool))),
}

/** A reason, or a release, without a case is a case forgotten. */
function asksForList({ args, options }: Call): boolean {
  return args.length === 0 && options.because === undefined && options.release !== true
}

async function list({ io, options }: Call, { pool, when }: LookedAt): Promise<ExitCode> {
  const holds = await listHolds(pool)
  if (options.json === true) for (const hold of holds) await printJson(io, hold)
  else if (holds.length === 0) await print(io.stdout, 'No case is under a legal hold.\n')
  else await printTable(io, columns(when), holds)
  return 0
}

const columns = (when: When) => [
  { title: 'case', of: (hold: HoldLine) => hold.ref },
  { title: 'since', of: (hold: HoldLine) => when(hold.since) },
  { title: 'by', of: (hold: HoldLine) => hold.by },
  { title: 'because', of: (hold: HoldLine) => hold.because },
]

async function put(call: Call, pool: Pool): Promise<ExitCode> {
  const ref = refOf(call)
  const by = `person ${userInfo().username}`
  const because = textOf(call, 'because')
  const release = call.options.release === true
  if (!release && because === null) throw usage('Say why: --because "docket 26-0113".')
  const done = release ? await releaseHold(pool, ref, by) : await setHold(pool, ref, because ?? '', by)
  if (!done) throw new IntakeError('not-found', release ? `${ref} is under no hold.` : `There is no case ${ref}.`)
  if (call.options.json === true) await printJson(call.io, { ref, held: !release, because })
  else
    await print(
      call.io.stdout,
      release ? `${ref} is released.\n` : `${ref} is under a legal hold: nothing of it is erased.\n`,
    )
  return 0
}
