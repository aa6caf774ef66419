/**
 * `npm run hostile [-- --only WORD] [--json]`: each hostile class through `intagree inspect` in a process of its own, with
 * its time and its largest memory. A run of all classes writes docs/hostile.md. Exit code 1 when one is over its limits.
 */
import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { InspectLine } from '../../src/flows/inspect.ts'
import { tempDir } from '../support/temp-dir.ts'
import type { HostileClass } from './classes/hostile-class.ts'
import { HOSTILE } from './classes/index.ts'
import { hostilePage, type Measured } from './page.ts'

const DESK = 'intagree@carrier.example'
const LIMIT_MS = 10_000
const LIMIT_MB = 300
const USAGE = `usage: npm run hostile [-- --only WORD] [--json]   WORD: part of a class's name; all classes write docs/hostile.md\n`
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const values = readOrder()
if (values.help) {
  process.stdout.write(USAGE)
  process.exit()
}
const wanted = Object.entries(HOSTILE).flatMap(([group, classes]) =>
  classes.filter(({ name }) => `${group} ${name}`.includes(values.only)).map((one) => ({ group, one })),
)
const folder = await tempDir('hostile')
const measured: Measured[] = []
try {
  // Once for nothing: the first run may have to compile.
  await inspect('first', Buffer.from('From: a@b.example\r\n\r\nx'))
  for (const { group, one } of wanted) {
    measured.push(await measure(group, one))
    tell(measured.at(-1) as Measured, measured.length)
  }
} finally {
  await folder.remove()
}
const over = measured.filter(({ ms, mb, line }) => line === null || ms > LIMIT_MS || mb > LIMIT_MB)
if (values.only === '') await writeFile(here('../../docs/hostile.md'), hostilePage(measured))
if (!values.json)
  process.stdout.write(`${measured.length} classes, ${over.length} over ${LIMIT_MS / 1000} s or ${LIMIT_MB} MB\n`)
process.exitCode = over.length === 0 ? 0 : 1

function readOrder() {
  try {
    const boolean = { type: 'boolean', default: false } as const
    return parseArgs({ options: { only: { type: 'string', default: '' }, json: boolean, help: boolean } }).values
  } catch {
    process.stderr.write(USAGE)
    process.exit(2)
  }
}

async function measure(group: string, { name, tries, mail }: HostileClass): Promise<Measured> {
  const raw = mail()
  const began = performance.now()
  const { line, mb } = await inspect('hostile', raw)
  return { group, name, tries, bytes: raw.length, line, ms: Math.round(performance.now() - began), mb }
}

/** `line` null: it ended without one. */
async function inspect(name: string, raw: Buffer): Promise<{ readonly line: InspectLine | null; readonly mb: number }> {
  const file = join(folder.path, `${name}.eml`)
  await writeFile(file, raw)
  const args = [
    '--import',
    here('./peak.mjs'),
    here('../../src/cli/intagree.js'),
    'inspect',
    '--json',
    '--own',
    DESK,
    file,
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit', 'pipe'], cwd: folder.path })
  const told = ['', '']
  for (const [at, descriptor] of [1, 3].entries())
    child.stdio[descriptor]?.on('data', (chunk: Buffer) => {
      told[at] += chunk.toString()
    })
  await new Promise((resolve) => child.once('close', resolve))
  const [text = '', peak = ''] = told
  return { line: text === '' ? null : (JSON.parse(text) as InspectLine), mb: Math.round(Number(peak) / 1024) }
}

function tell(one: Measured, done: number): void {
  if (values.json) return void process.stdout.write(`${JSON.stringify(one)}\n`)
  const { group, name, ms, mb, line } = one
  const codes = [...new Set(line?.problems.map(({ code }) => code))].join(', ')
  process.stdout.write(
    `${done}/${wanted.length}  ${group}: ${name}  ${ms} ms  ${mb} MB  ${line === null ? 'NO LINE' : codes}\n`,
  )
}
