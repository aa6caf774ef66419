import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands/index.ts'
import { runInside } from './run-inside.ts'

test('the list of commands is the folder of commands', () => {
  const files = readdirSync('src/cli/commands').filter((file) => file !== 'index.ts')
  expect(COMMANDS.map(({ name }) => `${name}.ts`).sort()).toEqual(files.sort())
})

describe.for(COMMANDS)('$name', ({ name, summary, load }) => {
  test('has a file that agrees with the list', async () => {
    const { command } = await load()
    expect(command.name).toBe(name)
    expect(command.description).toMatch(/\.$/)
    expect(summary).toMatch(/^[a-z].*[^.]$/)
  })

  test('has its help', async () => {
    const { command } = await load()
    for (const argv of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { code, stdout, stderr } = await runInside(argv)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      expect(stdout).toMatch(new RegExp(`^Usage: intagree ${name} \\[options\\]`))
      for (const { flags } of command.options ?? []) expect(stdout).toContain(flags)
    }
  })

  test('refuses an option it does not have', async () => {
    const { code, stderr } = await runInside([name, '--no-such-option'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `Unknown option '--no-such-option'. See intagree ${name} --help.\n`,
    })
  })
})
