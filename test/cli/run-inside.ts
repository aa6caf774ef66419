import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import type { Command, ExitCode, Io } from '../../src/cli/command.ts'
import { COMMANDS, type CommandEntry } from '../../src/cli/commands/index.ts'
import { main } from '../../src/cli/main.ts'

export interface RanInside {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line in this process. */
export async function runInside(
  argv: readonly string[],
  { entries = COMMANDS, ...over }: Partial<Io> & { readonly entries?: readonly CommandEntry[] } = {},
): Promise<RanInside> {
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  const stdin = new PassThrough()
  const io: Io = { stdin, env: {}, cwd: process.cwd(), columns: null, colour: false, ...over, stdout, stderr }
  const texts = Promise.all([text(stdout), text(stderr)])
  const code = await main(argv, io, entries)
  stdout.end()
  stderr.end()
  const [out, err] = await texts
  return { code, stdout: out, stderr: err }
}

/** A list with one command that does what the test wants. */
export function onlyCommand(command: Command): readonly CommandEntry[] {
  return [{ name: command.name, summary: 'for a test', load: async () => ({ command }) }]
}
