/** The command line as commander understands it, made from the list of commands. */
import { CommanderError, Option, type OutputConfiguration, Command as Parser } from 'commander'
import type { Command, ExitCode, Io, OptionSpec, OptionValue } from './command.ts'
import type { CommandEntry } from './commands/index.ts'

const DESCRIPTION =
  'Email-driven intake for interconnection agreements: reads one mailbox, opens cases, acknowledges, asks for what is missing.'

/** Parses and runs one command line. Throws what the command throws; wrong usage is told on stderr and returns 2. */
export async function runCommandLine(
  argv: readonly string[],
  { entries, version, io }: { readonly entries: readonly CommandEntry[]; readonly version: string; readonly io: Io },
): Promise<ExitCode> {
  let code: ExitCode = 0
  const wanted = namedCommand(argv, entries)
  const program = new Parser('intagree').description(DESCRIPTION).version(version, '-V, --version', 'print the version')
  program
    .exitOverride()
    .configureOutput(output(io, wanted?.name ?? null))
    .showSuggestionAfterError()
    .helpOption('-h, --help', 'print this help')
  program.addHelpText('after', '\nEach command has its own --help.')
  for (const entry of entries) {
    const parser = program.command(entry.name).summary(entry.summary).helpOption('-h, --help', 'print this help')
    if (entry !== wanted) continue
    const { command } = await entry.load()
    describe(parser, command)
    parser.action(async () => {
      code = await command.run({ args: parser.args, options: parser.opts<Record<string, OptionValue>>(), io })
    })
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    return error.exitCode === 0 && error.code !== 'commander.error' ? 0 : 2
  }
}

/** `inspect …` and `help inspect` both need the options of inspect; no global option takes a value. */
function namedCommand(argv: readonly string[], entries: readonly CommandEntry[]): CommandEntry | undefined {
  const words = argv.filter((word) => !word.startsWith('-'))
  const name = words[0] === 'help' ? words[1] : words[0]
  return entries.find((entry) => entry.name === name)
}

function describe(parser: Parser, command: Command): void {
  // Its lines are as wide as the source's; the parser breaks them where the terminal ends.
  parser.description(command.description.replace(/(?<!\n)\n(?!\n)/g, ' '))
  for (const { syntax, description } of command.arguments ?? []) parser.argument(syntax, description)
  for (const spec of command.options ?? []) parser.addOption(asOption(spec))
  const examples = (command.examples ?? []).map((example) => `  ${example}`)
  if (examples.length > 0) parser.addHelpText('after', ['', 'Examples:', ...examples].join('\n'))
}

function asOption(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.description)
  if (spec.choices !== undefined) option.choices(spec.choices)
  if (spec.default !== undefined) option.default(spec.default)
  if (spec.conflicts !== undefined) option.conflicts([...spec.conflicts])
  return option
}

function output(io: Io, command: string | null): OutputConfiguration {
  return {
    writeOut: (text) => io.stdout.write(text),
    writeErr: (text) => io.stderr.write(text),
    getOutHelpWidth: () => io.columns ?? 100,
    getErrHelpWidth: () => io.columns ?? 100,
    getOutHasColors: () => false,
    getErrHasColors: () => false,
    outputError: (text, write) => write(asSentence(text, command)),
  }
}

/** Commander's `error: unknown option '--jso'\n(Did you mean --json?)` as a sentence like all others. */
function asSentence(text: string, command: string | null): string {
  const [first = '', ...hints] = text
    .replace(/^error: /, '')
    .trim()
    .split('\n')
  const sentence = `${first[0]?.toUpperCase() ?? ''}${first.slice(1).replace(/\.$/, '')}.`
  return `${[sentence, ...hints.map((hint) => hint.replace(/^\(|\)$/g, ''))].join(' ')} See intagree ${command === null ? '' : `${command} `}--help.\n`
}
