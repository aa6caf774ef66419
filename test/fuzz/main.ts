/**
 * `npm run fuzz -- --seconds 60 --seed 1`: mutated mails, one after the other, until the time is over. What it finds is
 * made small, written to `--out` (default: fuzz-found) and told with the number that makes it again. Exit code 1 then.
 */
import { writeFileSync } from 'node:fs'
import { mkdir, rm, rmdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { type FuzzProgress, fuzz } from './fuzz.ts'

const USAGE = `Usage: npm run fuzz -- [--seconds 60] [--seed N] [--case N] [--out fuzz-found] [--json]

  --seconds  how long, in seconds (default 60)
  --seed     number of the first case; the others follow (default: another one each time)
  --case     only this case, as a finding names it
  --out      folder for the mails that show a fault
  --json     one line of JSON at the end and no progress
`

function options() {
  try {
    const text = (value: string) => ({ type: 'string', default: value }) as const
    return parseArgs({
      options: {
        ...{ seconds: text('60'), seed: text(String(Date.now() % 1_000_000_000)), out: text('fuzz-found') },
        ...{
          case: { type: 'string' },
          json: { type: 'boolean', default: false },
          help: { type: 'boolean', default: false },
        },
      },
    }).values
  } catch (error) {
    return stop((error as Error).message)
  }
}

function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n\n${USAGE}`)
  process.exit(2)
}

function wholeNumber(name: string, value: string): number {
  const number = Number(value)
  return Number.isInteger(number) && number >= 0 ? number : stop(`--${name} must be a whole number, not "${value}".`)
}

const given = options()
if (given.help) {
  process.stdout.write(USAGE)
  process.exit(0)
}
const only = given.case === undefined ? null : wholeNumber('case', given.case)
const seed = only ?? wholeNumber('seed', given.seed)
const seconds = wholeNumber('seconds', given.seconds)
const began = performance.now()
const elapsed = () => (performance.now() - began) / 1000
const isLive = process.stderr.isTTY === true && !given.json

function show({ cases, found, slowestMs, rssMb }: FuzzProgress): void {
  const share = Math.min(1, elapsed() / Math.max(1, seconds))
  const bar = '#'.repeat(Math.round(share * 20)).padEnd(20, '.')
  const line = `[${bar}] ${Math.round(elapsed())}/${seconds} s  ${cases} mails  ${found} found  slowest ${slowestMs} ms  ${rssMb} MB`
  if (isLive) process.stderr.write(`\r${line.padEnd(90)}`)
}

/** In a thread of its own: it notices a mail that holds up this one for ever, which nothing here could. */
const RUNNING = join(given.out, 'running.eml')
const tries = new Int32Array(new SharedArrayBuffer(4))
const WATCH = `
  const { workerData } = require('node:worker_threads')
  let seen = -1
  setInterval(() => {
    const now = Atomics.load(workerData.tries, 0)
    if (now !== seen) return void (seen = now)
    require('node:fs').writeSync(2, '\\n' + workerData.file + ' takes longer than 30 s; it is kept.\\n')
    process.kill(process.pid, 'SIGKILL')
  }, 30_000)`
const watch = new Worker(WATCH, { eval: true, workerData: { tries, file: RUNNING } })
watch.unref()
await mkdir(given.out, { recursive: true })

function onTry(bytes: Buffer): void {
  Atomics.add(tries, 0, 1)
  writeFileSync(RUNNING, bytes)
}

const isOver = (cases: number) => (only === null ? elapsed() >= seconds : cases >= 1)
const run = await fuzz({ seed, isOver, onProgress: show, onTry })
await watch.terminate()
await rm(RUNNING, { force: true })
if (isLive) process.stderr.write('\n')

const { findings, ...totals } = run
if (findings.length === 0) await rmdir(given.out).catch(() => undefined)
for (const { number, from, violations, bytes } of findings) {
  const file = join(given.out, `${number}.eml`)
  await writeFile(file, bytes)
  if (!given.json)
    process.stdout.write(`case ${number} (from "${from}"), kept as ${file}:\n  ${violations.join('\n  ')}\n`)
}
const told = findings.map(({ number, from, violations }) => ({ number, from, violations }))
process.stdout.write(
  given.json
    ? `${JSON.stringify({ seed, seconds: Math.round(elapsed()), ...totals, findings: told })}\n`
    : `seed ${seed}: ${run.cases} mails in ${Math.round(elapsed())} s, ${findings.length} found; slowest ${run.slowestMs} ms (case ${run.slowest}), at most ${run.rssMb} MB\n`,
)
process.exitCode = findings.length === 0 ? 0 : 1
