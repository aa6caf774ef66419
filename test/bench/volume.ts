/**
 * Volume: what people do, and what a mail costs, on a desk of some hundred mails and on one of very many beside it.
 * Commands run within this process, as typed: configuration, connection, statements, printing.
 */
import { performance } from 'node:perf_hooks'
import { balanceOf, currentEpochs } from '../../src/db/accounting.ts'
import { findableStore } from '../../src/db/findable.ts'
import { createFlowPool, createPool, type Pool } from '../../src/db/pool.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import { findableWords } from '../../src/domain/search/passages.ts'
import { understand } from '../../src/domain/understand/understand.ts'
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import { createMailReader } from '../../src/mime/reader-pool.ts'
import { runInside } from '../cli/run-inside.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { OURS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { ledgerOn } from '../support/ledger-on.ts'
import { tempDir } from '../support/temp-dir.ts'
import { letter } from './letters.ts'
import { keepSeeds, multiply } from './volume-load.ts'
import { seed } from './volume-seed.ts'

/** Each is measured so often, or for so long. */
const TIMES = 30
const WARM_UP = 5
const MOST_MS = 20_000
const STAFF = 'staff:\n  - { name: Dana Whitfield, email: dana@ilec.example, manager: true }\n'

type Times = ReadonlyMap<string, readonly number[]>

export async function volume(mails: number): Promise<void> {
  const home = await tempDir('volume')
  const database = await startEmbeddedPostgres({ directory: `${home.path}/postgres`, durable: false })
  const folder = temporaryFolder({ 'intagree.yaml': STAFF })
  const pool = createPool(database.url, 4, () => undefined)
  const flowPool = createFlowPool(database.url, 4, () => undefined)
  try {
    const ledger = await ledgerOn(database.url, flowPool)
    const few = await seed(ledger)
    const seeds = (await pool.query<{ id: number; mail: ReadMail }>('select message_id as id, mail from reading')).rows
    await keepSeeds(pool, new Map(seeds.map(({ id, mail }) => [id, findableWords(mail)])))
    await pool.query('vacuum analyze')
    const before = await measure(ledger, pool, { url: database.url, folder: folder.path, mark: 'few' })
    const began = performance.now()
    await multiply(pool, Math.ceil(mails / seeds.length))
    const [sizes] = (
      await pool.query<{ mails: string; cases: string; size: string; words: string }>(
        `select (select count(*) from message) as mails, (select count(*) from casefile) as cases,
           pg_size_pretty(pg_database_size(current_database())) as size,
           pg_size_pretty(pg_relation_size('reading_words')) as words`,
      )
    ).rows
    print(`loaded in ${((performance.now() - began) / 1000).toFixed(0)} s: ${JSON.stringify(sizes)}\n`)
    const after = await measure(ledger, pool, { url: database.url, folder: folder.path, mark: 'many' })
    report(before, after, few, Number(sizes?.mails))
  } finally {
    await flowPool.end()
    await pool.end()
    await database.stop()
    folder[Symbol.dispose]()
    await home.remove()
  }
}

interface At {
  readonly url: string
  readonly folder: string
  /** For the mails that are taken while it is measured. */
  readonly mark: string
}

async function measure(ledger: Awaited<ReturnType<typeof ledgerOn>>, pool: Pool, at: At): Promise<Times> {
  const times = new Map<string, readonly number[]>()
  const time = async (what: string, work: () => Promise<unknown>) => void times.set(what, await timed(work))
  const { ref } = (await pool.query('select ref from casefile order by id offset 5 limit 1')).rows[0]
  for (const line of [
    ...[
      'cases -n 50',
      'cases --json',
      `case ${ref}`,
      'messages -n 50',
      'outbox -n 50',
      'tasks',
      'clecs -n 50',
      'digest',
    ],
    ...[
      'find juniper',
      'find juniper cedar willow',
      'find robin@carrier-seed-7.example',
      `find ${ref}`,
      'find agreement',
    ],
    ...['find "docket is open"', 'find forecast template', 'find zeppelin', `find certificate --case ${ref}`],
    ...['find certificate --to 2026-02-20', 'find agreement -n 200'],
  ])
    await time(line.replace(ref, 'CASE'), () => run(line, at))
  const [epoch] = await currentEpochs(pool)
  if (epoch) await time('accounting (by the ledger)', () => balanceOf(pool, epoch, null))
  const open = async () =>
    (await pool.query<{ uid: number }>('select uid from message where mailbox_id = 1')).rows.map(({ uid }) => uid)
  if (epoch) await time('accounting (with all UIDs of the mailbox)', async () => balanceOf(pool, epoch, await open()))
  await time('taking work: the due', () => ledger.work.due(128))
  await newMails(ledger, at, times)
  return times
}

/** One mail after another: taken, read, decided with all its facts, answered; then put into the index. */
async function newMails(
  ledger: Awaited<ReturnType<typeof ledgerOn>>,
  { mark }: At,
  times: Map<string, readonly number[]>,
): Promise<void> {
  const reader = createMailReader({ workers: 1, archiveDirectory: null })
  const world = { ownAddresses: [OURS], authservIds: [], model: shippedModel() }
  const desk = decider(ledger, { understand: (mail) => understand(mail, world), caps: { perHour: 1e9 } })
  const [arrived, decided, indexed]: number[][] = [[], [], []]
  const store = findableStore(ledger.pool)
  for (let number = 0; number < TIMES + WARM_UP; number += 1) {
    const { mail } = await reader.read({ bytes: letter(number, OURS, mark) })
    if (mail === null) throw new Error('a letter of our own was not read')
    const start = performance.now()
    const { workId } = await ledger.arrive(mail)
    const there = performance.now()
    await desk.decide(workId)
    const done = performance.now()
    await store.makeFindable(1)
    if (number < WARM_UP) continue
    arrived?.push(there - start)
    decided?.push(done - there)
    indexed?.push(performance.now() - done)
  }
  await reader.close()
  times.set('a new mail: ledger and reading', arrived ?? [])
  times.set('a new mail: facts, decision, commit', decided ?? [])
  times.set('a new mail: into the index', indexed ?? [])
}

async function timed(work: () => Promise<unknown>): Promise<readonly number[]> {
  const times: number[] = []
  await work()
  const end = performance.now() + MOST_MS
  while (times.length < TIMES && (times.length < 3 || performance.now() < end)) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return times
}

async function run(line: string, { url, folder }: At): Promise<void> {
  const env = { DATABASE_URL: url, INTAGREE_HOME: `${folder}/home` }
  const argv = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, phrase, word]) => phrase ?? word ?? '')
  const { code, stderr } = await runInside(argv, { env, cwd: folder })
  if (code !== 0) throw new Error(`intagree ${line} ended with ${code}: ${stderr}`)
}

function report(before: Times, after: Times, few: number, many: number): void {
  const row = (cells: readonly string[]) =>
    print(`${cells.map((cell, n) => (n === 0 ? cell.padEnd(44) : cell.padStart(13))).join('')}\n`)
  row(['milliseconds', `${few} mails`, 'p95', `${many} mails`, 'p95', 'ratio of p50'])
  for (const [what, slow] of after) {
    const quick = before.get(what) ?? []
    const figures = [share(quick, 0.5), share(quick, 0.95), share(slow, 0.5), share(slow, 0.95)]
    row([what, ...figures.map((one) => one.toFixed(1)), (share(slow, 0.5) / share(quick, 0.5)).toFixed(1)])
  }
}

function share(times: readonly number[], part: number): number {
  const sorted = [...times].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0
}

function print(text: string): void {
  process.stdout.write(text)
}
