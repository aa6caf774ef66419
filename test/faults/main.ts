/** `npm run faults`: the fault matrix on real servers. Exit code 1 when a cell failed, 2 for wrong usage. */
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { board } from './board.ts'
import { CELLS, cellsOf, nameOf } from './cells.ts'
import { faultsPage } from './page.ts'
import { type Played, play } from './play.ts'

const HELP = `usage: npm run faults [-- OPTIONS]

Strikes the running program with every fault of test/faults/cells.ts while mails go through, and reckons up what became
of each mail. Starts PostgreSQL, Redis, Dovecot and a mail server by itself; the full disk needs root.

  --only WORD      cells whose name holds the word (poller/kill, redis, frozen); may be repeated
  --mails N        mails in each cell, 20 or more (default 200)
  --at-once N      cells played at the same time (default 2)
  --json FILE      also writes one JSON object per cell
  --go-on          takes the cells that passed before, with as many mails, from that FILE, and plays the others
  --keep FOLDER    keeps what the processes wrote, a file per cell
  --write          writes docs/faults.md; only with every cell
  --list           names the cells
  --help
`

const PAGE = fileURLToPath(new URL('../../docs/faults.md', import.meta.url))

// Every program that is started is killed when this process ends, each by a listener of its own.
process.setMaxListeners(0)
// What was begun when it is broken off may still be starting; the listeners above see to its end.
process.exit(await main())

async function main(): Promise<number> {
  const order = readOrder()
  if (order === null) return 2
  if (order.help) return print(HELP)
  if (order.list) return print(order.cells.map((cell) => `${nameOf(cell)}\n`).join(''))
  const stopping = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => stopping.abort())
  const played = await playAll(order, stopping.signal)
  if (stopping.signal.aborted) return 130
  if (order.write) await writeFile(PAGE, faultsPage(played, new Date(), order.atOnce))
  return played.some(({ verdict }) => verdict === 'failed') ? 1 : 0
}

type Order = NonNullable<ReturnType<typeof readOrder>>

function readOrder() {
  try {
    const { values } = parseArgs({
      options: {
        only: { type: 'string', multiple: true, default: [] },
        mails: { type: 'string', default: '200' },
        'at-once': { type: 'string', default: '2' },
        json: { type: 'string' },
        'go-on': { type: 'boolean', default: false },
        keep: { type: 'string' },
        write: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    const { only, json = null, keep = null, write, list, help } = values
    const cells = cellsOf(only)
    if (cells.length === 0) throw new Error(`no cell is named like ${only.join(', ')}; --list names them`)
    if (write && cells.length < CELLS.length) throw new Error('--write needs every cell; leave --only out')
    const goOn = values['go-on']
    if (goOn && json === null) throw new Error('--go-on needs the --json FILE of the run that was broken off')
    const mails = whole('--mails', values.mails, 20)
    return { cells, mails, atOnce: whole('--at-once', values['at-once'], 1), json, goOn, keep, write, list, help }
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`)
    return null
  }
}

function whole(name: string, text: string, least: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least) return number
  throw new Error(`${name} must be a whole number, ${least} or more`)
}

async function playAll(
  { cells, mails, atOnce, json, goOn, keep }: Order,
  stopping: AbortSignal,
): Promise<readonly Played[]> {
  const done = new Map(goOn && json !== null ? (await passedIn(json, mails)).map((one) => [one.cell, one]) : [])
  if (json !== null) await writeFile(json, [...done.values()].map(lineOf).join(''))
  if (keep !== null) await mkdir(keep, { recursive: true })
  const waiting = cells.filter((cell) => !done.has(nameOf(cell)))
  const view = board(waiting.length, process.stdout)

  async function lane(): Promise<void> {
    for (let cell = waiting.shift(); cell && !stopping.aborted; cell = waiting.shift()) {
      const name = nameOf(cell)
      const played = await play(cell, {
        mails,
        stopping,
        tell: (state) => view.tell(name, state),
        keep: async (output) => {
          if (keep !== null) await writeFile(join(keep, `${name.replace('/', '-')}.log`), output)
        },
      })
      done.set(name, played)
      view.done(played)
      if (json !== null) await appendFile(json, lineOf(played))
    }
  }

  await Promise.all(Array.from({ length: atOnce }, lane))
  view.end()
  return cells.flatMap((cell) => done.get(nameOf(cell)) ?? [])
}

function lineOf(played: Played): string {
  return `${JSON.stringify(played)}\n`
}

async function passedIn(file: string, mails: number): Promise<readonly Played[]> {
  const lines = (await readFile(file, 'utf8').catch(nothingYet)).split('\n').filter((line) => line !== '')
  return lines
    .map((line) => JSON.parse(line) as Played)
    .filter((one) => one.verdict === 'passed' && one.mails === mails)
}

/** A run that was broken off before its first cell left no file. */
function nothingYet(error: NodeJS.ErrnoException): string {
  if (error.code === 'ENOENT') return ''
  throw error
}

function print(text: string): 0 {
  process.stdout.write(text)
  return 0
}
