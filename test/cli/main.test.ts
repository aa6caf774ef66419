import { spawn } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import type { Call, Command } from '../../src/cli/command.ts'
import { COMMANDS } from '../../src/cli/commands/index.ts'
import { ConfigError } from '../../src/config/mistakes.ts'
import { IntakeError } from '../../src/foundation/intake-error.ts'
import { onlyCommand, runInside } from './run-inside.ts'
import { LAUNCHER, runIntagree, temporaryFolder } from './run-intagree.ts'

describe('wrong usage ends with 2 and a sentence', () => {
  test.for([
    ['inspct mail.eml', "Unknown command 'inspct'. Did you mean inspect? See intagree --help.\n"],
    ['frobnicate', "Unknown command 'frobnicate'. See intagree --help.\n"],
    ['--jsn', "Unknown option '--jsn'. See intagree --help.\n"],
    ['inspect --jsn x', "Unknown option '--jsn'. Did you mean --json? See intagree inspect --help.\n"],
    ['inspect', "Missing required argument 'file'. See intagree inspect --help.\n"],
    [
      'inspect --json --explain x',
      "Option '--explain' cannot be used with option '--json'. See intagree inspect --help.\n",
    ],
    ['start now', "Too many arguments for 'start'. Expected 0 arguments but got 1. See intagree start --help.\n"],
  ])('intagree %s', async ([line, sentence]) => {
    expect(await runInside(line!.split(' '))).toEqual({ code: 2, stdout: '', stderr: sentence })
  })

  test('intagree alone shows the help on stderr', async () => {
    const { code, stdout, stderr } = await runInside([])
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toMatch(/^Usage: intagree/)
  })
})

test.for(['--help', 'help', '-h'])('intagree %s shows every command', async (word) => {
  const { code, stdout } = await runInside([word])
  expect(code).toBe(0)
  for (const { name, summary } of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'm'))
})

test('intagree --version is the version of the package', async () => {
  expect(await runInside(['--version'])).toEqual({
    code: 0,
    stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    stderr: '',
  })
})

describe('what a command throws', () => {
  const throwing = (error: unknown) =>
    runInside(['work'], {
      entries: onlyCommand({ name: 'work', description: 'Throws.', run: () => Promise.reject(error) }),
    })

  test.for([
    ['usage', new IntakeError('usage', 'The limit must be a number.'), 2, 'The limit must be a number.\n'],
    ['configuration', new ConfigError(['A.', 'B.']), 2, 'The configuration has 2 mistakes:\n- A.\n- B.\n'],
    ['the outside world', new IntakeError('database', 'Start it.'), 1, 'Start it.\n'],
  ] as const)('%s becomes its sentence, without a stack', async ([, error, code, stderr]) => {
    expect(await throwing(error)).toEqual({ code, stdout: '', stderr })
  })

  test('a bug is called one and shows where', async () => {
    const { code, stderr } = await throwing(new TypeError('x is undefined'))
    expect(code).toBe(1)
    expect(stderr).toMatch(/^This is a bug in intagree.*\nTypeError: x is undefined\n {4}at .*main\.test\.ts/)
  })
})

test('a command gets its arguments and options as declared', async () => {
  let call: Call | undefined
  const command: Command = {
    name: 'work',
    description: 'Remembers its call.',
    arguments: [{ syntax: '<ref...>', description: 'what' }],
    options: [
      { flags: '-n, --limit <count>', description: 'how many', default: '20' },
      { flags: '--state <codes...>', description: 'which' },
      { flags: '--sort <order>', description: 'how', choices: ['age', 'name'] },
    ],
    run: async (given) => {
      call = given
      return 1
    },
  }
  const run = (line: string) => runInside(line.split(' '), { entries: onlyCommand(command) })
  expect((await run('work a b --state CO UT --sort age')).code).toBe(1)
  expect(call).toMatchObject({ args: ['a', 'b'], options: { limit: '20', state: ['CO', 'UT'], sort: 'age' } })
  expect((await run('work a --sort size')).stderr).toBe(
    "Option '--sort <order>' argument 'size' is invalid. Allowed choices are age, name. See intagree work --help.\n",
  )
})

test('a reader that goes away ends the program quietly', async () => {
  const child = spawn(process.execPath, [LAUNCHER, '--help'])
  child.stdout.destroy()
  let stderr = ''
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test('the real program hands its exit code on', async () => {
  using folder = temporaryFolder()
  const ran = await runIntagree(['inspct'], { cwd: folder.path })
  expect(ran).toEqual({
    code: 2,
    stdout: '',
    stderr: "Unknown command 'inspct'. Did you mean inspect? See intagree --help.\n",
  })
})
