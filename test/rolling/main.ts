/** `npm run rolling`: an upgrade with mails in flight, seen. Exit code 1 when something was wrong, 2 for wrong usage. */
import { parseArgs } from 'node:util'
import { cleanups } from '../support/installation.ts'
import { type Rolled, roll, type Share } from './play.ts'
import { lastBeforeMigration, type Revision, revisionOf, takeOut } from './revision.ts'

const HELP = `usage: npm run rolling [-- [REVISION] [OPTIONS]]

Takes an earlier program out of the local git history and upgrades it to this one while mails go through: the earlier one
works, this one migrates its database, both work side by side, and the earlier one is stopped. Then it reckons up what
became of each mail. Starts PostgreSQL, Redis, Dovecot and a mail server by itself.

  REVISION    a commit (default: the newest one with fewer migrations than today's)
  --mails N   how many mails, 20 or more (default 100)
  --json      prints the result as one JSON object
  --help
`

// Every program that is started is killed when this process ends, each by a listener of its own.
process.setMaxListeners(0)
process.exit(await main())

async function main(): Promise<number> {
  let order: ReturnType<typeof readOrder>
  let revision: Revision
  try {
    order = readOrder()
    if (order.help) {
      process.stdout.write(HELP)
      return 0
    }
    revision = order.revision === null ? await lastBeforeMigration() : await revisionOf(order.revision)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`)
    return 2
  }
  return play(revision, order)
}

function readOrder() {
  const { values, positionals } = parseArgs({
    options: {
      mails: { type: 'string', default: '100' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  })
  const [revision = null, ...more] = positionals
  if (more.length > 0) throw new Error(`one revision at a time, not ${positionals.join(', ')}`)
  const mails = Number(values.mails)
  if (!Number.isInteger(mails) || mails < 20) throw new Error('--mails must be a whole number, 20 or more')
  return { revision, mails, json: values.json, help: values.help }
}

async function play(revision: Revision, { mails, json }: { readonly mails: number; readonly json: boolean }) {
  const { over, clean } = cleanups()
  const began = Date.now()
  const progress = progressOn(process.stderr, began)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130))
  try {
    progress.tell('taking the earlier program out of the history')
    const today = await revisionOf('HEAD')
    const earlier = await takeOut(revision, over)
    progress.say(`from ${revision.hash.slice(0, 10)}, ${revision.about}`)
    progress.say(`migrations ${revision.migrations.length} -> ${today.migrations.length}`)
    if (earlier.otherPackages.length > 0)
      progress.say(`its packages were others; it runs with today's: ${earlier.otherPackages.join(', ')}`)
    const rolled = await roll(earlier, { mails, tell: progress.tell, over })
    const passed = hasPassed(rolled)
    progress.end()
    if (json) process.stdout.write(`${JSON.stringify({ revision: revision.hash, passed, ...rolled })}\n`)
    else process.stdout.write(inWords(rolled, (Date.now() - began) / 1000))
    return passed ? 0 : 1
  } catch (error) {
    progress.end()
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    return 1
  } finally {
    await clean().catch(() => undefined)
  }
}

function hasPassed({ lost, doubled, remainder, quarantined, because, earlier, newer }: Rolled): boolean {
  const tookPart = [earlier.read, earlier.decided, newer.read, newer.decided].every((count) => count > 0)
  return lost + doubled + remainder + quarantined === 0 && because.length === 0 && tookPart
}

function inWords(rolled: Rolled, seconds: number): string {
  const { mails, lost, doubled, remainder, quarantined, earlier, newer, startedAnew, because } = rolled
  return [
    `${mails} mails: lost ${lost}, doubled ${doubled}, remainder ${remainder}, quarantined ${quarantined}, ${seconds.toFixed(0)} s`,
    `the earlier one: ${shareInWords(earlier)}`,
    `the new one: ${shareInWords(newer)}`,
    `the earlier one, started anew after the migration: ${startedAnew}`,
    ...because.slice(0, 10),
    ...(because.length > 10 ? [`and ${because.length - 10} more`] : []),
  ]
    .map((line) => `${line}\n`)
    .join('')
}

function shareInWords({ taken, read, decided, sent }: Share): string {
  return `took in ${taken}, read ${read}, decided ${decided}, sent ${sent}`
}

/** One line that is redrawn on a terminal, else a line for each step. */
function progressOn(out: NodeJS.WriteStream, began: number) {
  let step = ''
  const wipe = () => (out.isTTY ? '\r\u001b[K' : '')
  return {
    tell(state: string) {
      const isNews = state.split(':')[0] !== step.split(':')[0]
      step = state
      const line = `${Math.round((Date.now() - began) / 1000)} s`.padStart(5)
      if (out.isTTY) out.write(`${wipe()}${line}  ${state}`.slice(0, out.columns))
      else if (isNews && !state.startsWith('waiting')) out.write(`${line}  ${state}\n`)
    },
    say(sentence: string) {
      out.write(`${wipe()}${sentence}\n`)
    },
    end() {
      out.write(wipe())
    },
  }
}
