/** The way in: one command line becomes one exit code, and whatever goes wrong becomes a sentence. */
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { IntakeError } from '../foundation/intake-error.ts'
import type { ExitCode, Io } from './command.ts'
import { COMMANDS } from './commands/index.ts'
import { runCommandLine } from './program.ts'

/** Runs one command line, without the name of the program. Never throws. */
export async function main(argv: readonly string[], io: Io, entries = COMMANDS): Promise<ExitCode> {
  try {
    return await runCommandLine(argv, { entries, version: packageVersion(), io })
  } catch (error) {
    return tell(error, io)
  }
}

/** `main` over this process. The exit code is set, not forced, so that all output gets out. */
export async function runProgram(): Promise<void> {
  const io = processIo()
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has seen enough (`intagree cases | head`): there is nobody left to tell anything.
    if (error.code === 'EPIPE') process.exit(0)
    process.exit(tell(error, io))
  })
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error) => process.exit(tell(error, io)))
  }
  process.exitCode = await main(process.argv.slice(2), io)
}

function tell(error: unknown, io: Io): ExitCode {
  if (error instanceof IntakeError) {
    io.stderr.write(`${error.message}\n`)
    return error.code === 'usage' || error.code === 'config' ? 2 : 1
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.stderr.write(`This is a bug in intagree, not in what you did. Please report these lines:\n${stack}\n`)
  return 1
}

function processIo(): Io {
  const { env, stdout, stderr } = process
  const colour = stdout.isTTY && !env.NO_COLOR && env.TERM !== 'dumb'
  return {
    // Opened only when somebody asks for it.
    get stdin() {
      return process.stdin
    },
    ...{ stdout, stderr, env, cwd: process.cwd(), columns: stdout.isTTY ? stdout.columns : null, colour },
  }
}

/** From the nearest package.json above: this file runs from `src` and from `dist/src`. */
function packageVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string }
  return version
}

// Started directly: `node --import tsx src/cli/main.ts start`.
const started = process.argv[1]
if (started !== undefined && existsSync(started) && realpathSync(started) === fileURLToPath(import.meta.url)) {
  await runProgram()
}
