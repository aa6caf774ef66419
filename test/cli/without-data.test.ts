/** A command in a folder without data says where it looked and what to do, and makes nothing. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMMANDS } from '../../src/cli/commands/index.ts'
import { runInside } from './run-inside.ts'
import { temporaryFolder } from './run-intagree.ts'

/** These make a database where there is none. */
const MAKERS = ['start', 'worker', 'migrate', 'restore']
/** These need none. */
const FREE = ['inspect', 'templates', 'doctor']

const REF = 'CLEC-2026-00001'
/** All others, each with a line that is right. */
const LINES: readonly string[] = [
  'digest',
  'digest --preview',
  'digest --send',
  'tasks',
  'cases',
  `case ${REF}`,
  `files ${REF}`,
  'find certificate',
  `export ${REF}`,
  'clecs',
  'messages',
  'outbox',
  'approve 1',
  'reject 1',
  `tick ${REF} filed`,
  `untick ${REF} filed`,
  `waive ${REF} filed`,
  `ask ${REF}`,
  `assign ${REF} anna`,
  `route ${REF} opt-in`,
  `describe ${REF} --state CO`,
  `clock ${REF}`,
  `not-approved ${REF} --on 2026-03-05`,
  `extend ${REF} --receipt 2026-03-05 --why trial`,
  `close ${REF} --as withdrawn`,
  `reopen ${REF}`,
  `goes-on ${REF}`,
  `rest ${REF} --until 2027-04-10`,
  `merge ${REF} CLEC-2026-00002`,
  `affiliate ${REF} Apex`,
  `split ${REF} 1`,
  `note ${REF} word`,
  'done 1',
  'undo 1',
  'quarantine',
  'quarantine retry --all',
  'accounting',
  'verify',
  'backup copies',
  'erase joe@acme.example',
  `hold ${REF} --because trial`,
  'replay',
  'doctor --canary',
  'login',
  'correct 1 --kind spam',
  'model',
  'train',
]

test('the lines name every command that needs data', () => {
  const named = new Set([...MAKERS, ...FREE, ...LINES.map((line) => line.split(' ')[0])])
  expect([...named].sort()).toEqual(COMMANDS.map(({ name }) => name).sort())
})

describe.for(LINES)('%s', (line) => {
  test('says where it looked, and leaves the folder as it was', async () => {
    using folder = temporaryFolder()
    const { code, stdout, stderr } = await runInside(line.split(' '), { cwd: folder.path })
    expect(stderr).toContain(`There is no intagree data in ${join(folder.path, '.intagree')}.`)
    expect(stderr).toMatch(/DATABASE_URL.*INTAGREE_HOME.*npx intagree start/)
    expect({ code, stdout, left: readdirSync(folder.path) }).toEqual({ code: 2, stdout: '', left: [] })
  })
})

test.each([
  ['a folder that is not there', 'restore copies', /There is no whole backup in .*copies/],
  ['a folder of something else', 'restore .', /There is no whole backup in /],
  ['a file', 'restore intagree.yaml', /intagree\.yaml cannot be read \(ENOTDIR\)/],
])('restore of %s makes nothing', async (_what, line, says) => {
  using folder = temporaryFolder({ 'intagree.yaml': '' })
  const { code, stderr } = await runInside(line.split(' '), { cwd: folder.path })
  expect(stderr).toMatch(says)
  expect(code).not.toBe(0)
  expect(readdirSync(folder.path)).toEqual(['intagree.yaml'])
})

test('doctor says that there is none yet, and makes none either', async () => {
  using folder = temporaryFolder({ 'intagree.yaml': 'staff: [{ name: Anna Keller, email: anna@carrier.example }]\n' })
  const { stdout, stderr } = await runInside(['doctor'], { cwd: folder.path })
  expect(stdout).toMatch(/^!! {2}database +none in .*\.intagree yet; start makes one/m)
  expect(stdout).toMatch(/^ok {2}staff +1 of the desk, digest at 07:30$/m)
  expect({ stderr, left: readdirSync(folder.path) }).toEqual({ stderr: '', left: ['intagree.yaml'] })
})

describe('the settings are listed by doctor', () => {
  const doctor = async (...more: string[]) => {
    using folder = temporaryFolder({ 'intagree.yaml': 'send: { connections: 3 }\n' })
    return (await runInside(['doctor', ...more], { cwd: folder.path })).stdout
  }

  test('not unless they are asked for, and then below the checks', async () => {
    const short = await doctor()
    expect(short).toMatch(/^ok {2}node /)
    expect(short).not.toContain('send.connections')
    expect(short).toMatch(/\n1 of \d+ settings differ from the default; --settings lists all/)
    expect(await doctor('--settings')).toMatch(/^ok {2}node .*\nsetting +value +from\n.*\nsend\.connections +3 /s)
  })

  test('with --json as lines of their own, below those of the checks', async () => {
    const lines = async (...more: string[]) =>
      (await doctor('--json', ...more))
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    const checks = await lines()
    expect(checks.every((line) => 'part' in line && 'ok' in line && 'says' in line)).toBe(true)
    const all = await lines('--settings')
    expect(all.slice(0, checks.length).map(({ part }) => part)).toEqual(checks.map(({ part }) => part))
    expect(all.slice(checks.length)).toContainEqual({ setting: 'send.connections', value: '3', from: 'intagree.yaml' })
  })
})
