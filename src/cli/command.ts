/** What a command of the command line is: data, and one function. `commands/index.ts` says how to add one. */
import type { Readable, Writable } from 'node:stream'

/** 0: done. 1: the work found problems. 2: wrong usage or configuration. */
export type ExitCode = 0 | 1 | 2

/** All that a command may touch of its process; tests hand in their own. */
export interface Io {
  /** Answers: tables, cards, and with `--json` one object per line. */
  readonly stdout: Writable
  /** Everything else: logs, sentences about what went wrong. */
  readonly stderr: Writable
  /** What somebody types; few commands ask. */
  readonly stdin: Readable
  readonly env: NodeJS.ProcessEnv
  readonly cwd: string
  /** Columns of the terminal, or null when stdout is no terminal: then nothing is cut. */
  readonly columns: number | null
  /** Whether stdout understands colours and wants them (https://no-color.org). */
  readonly colour: boolean
}

export interface ArgumentSpec {
  /** In commander's notation: `<ref>`, `[name]`, `<file...>`. */
  readonly syntax: string
  readonly description: string
}

export interface OptionSpec {
  /** In commander's notation: `--json`, `-n, --limit <count>`, `--state <codes...>`, `--no-color`. */
  readonly flags: string
  readonly description: string
  readonly choices?: readonly string[]
  readonly default?: string | boolean | readonly string[]
  /** Names (in camel case) of options that make no sense together with this one. */
  readonly conflicts?: readonly string[]
}

export type OptionValue = string | boolean | readonly string[] | undefined

export interface Call {
  /** The arguments one by one; a variadic one is spread. */
  readonly args: readonly string[]
  /** The options by their long name in camel case. */
  readonly options: Readonly<Record<string, OptionValue>>
  readonly io: Io
}

export interface Command {
  readonly name: string
  /** What it does, in one or several sentences; shown by its `--help`. */
  readonly description: string
  readonly arguments?: readonly ArgumentSpec[]
  readonly options?: readonly OptionSpec[]
  /** Whole command lines worth showing below the help. */
  readonly examples?: readonly string[]
  /** An `IntakeError` becomes its sentence; everything else that is thrown is reported as a bug. */
  readonly run: (call: Call) => Promise<ExitCode>
}

/** The option every command that prints has. */
export const JSON_OPTION: OptionSpec = {
  flags: '--json',
  description: 'print one JSON object per line instead of readable text',
}
