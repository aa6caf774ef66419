/** `approve` and `reject` differ in one verb. */
import { userInfo } from 'node:os'
import { stateOfReply } from '../db/drafts.ts'
import type { Pool } from '../db/pool.ts'
import { IntakeError } from '../errors.ts'
import { type Command, type ExitCode, JSON_OPTION } from './command.ts'
import { withDatabase } from './database.ts'
import { print, printJson } from './print.ts'

export function draftCommand(about: {
  readonly name: string
  readonly description: string
  readonly done: string
  readonly act: (pool: Pool, outboxId: number, actor: string) => Promise<boolean>
}): Command {
  return {
    name: about.name,
    description: about.description,
    arguments: [{ syntax: '<draft>', description: 'its id, as intagree outbox lists it' }],
    options: [JSON_OPTION],
    run: ({ args, options, io }) =>
      withDatabase<ExitCode>(io, async ({ pool }) => {
        const id = Number(args[0])
        if (!Number.isSafeInteger(id) || id < 1)
          throw new IntakeError('usage', `"${args[0]}" is no draft; give the id that "intagree outbox" lists.`)
        if (!(await about.act(pool, id, `person ${userInfo().username}`))) throw await noDraft(pool, id)
        if (options.json === true) await printJson(io, { id, done: about.done })
        else await print(io.stdout, `Draft ${id} is ${about.done}.\n`)
        return 0
      }),
  }
}

async function noDraft(pool: Pool, id: number): Promise<IntakeError> {
  const state = await stateOfReply(pool, id)
  if (state === null) return new IntakeError('not-found', `There is no reply ${id} in the outbox.`)
  return new IntakeError('not-found', `Reply ${id} is ${state}, not a draft; nothing was changed.`)
}
