/**
 * An upgrade as docs/runbook.md describes it, with mails in flight: the earlier program at work, this one's migrations
 * under its feet, both side by side, and the earlier one sent home.
 */
import { startEmbeddedPostgres } from '../../src/embedded/postgres.ts'
import { type LedgerView, ledgerView } from '../faults/ledger.ts'
import { startDovecot } from '../support/dovecot.ts'
import { type Finally, type Installation, installation, type Running } from '../support/installation.ts'
import { type AccountingLine, reckon } from '../support/ledger-check.ts'
import { lmtpTo } from '../support/lmtp.ts'
import { writeMails } from '../support/mail-writer.ts'
import { startRedis } from '../support/redis.ts'
import { type SmtpSink, startSink } from '../support/smtp-sink.ts'
import { tempDir } from '../support/temp-dir.ts'
import { until } from '../support/until.ts'
import type { Earlier } from './revision.ts'

const ADDRESS = 'intagree@ilec.example'
const USER = 'desk'
const LONGEST_MS = 300_000
const LONGEST_STOP_MS = 30_000

/** The earlier ones are replaced in this order: each then works on what a new one hands it. */
const LEAVING = ['reader', 'decider', 'sender', 'poller', 'scheduler'] as const

/**
 * Parts of the mails: before the migration, while it goes on, one by one with both at work (a rush goes to whoever woke
 * first), all at once, and while the earlier ones leave.
 */
const PHASES = [0.2, 0.2, 0.15, 0.2, 0.25] as const

/** What each did, by stage, as their own counters say. */
const COUNTERS = {
  taken: 'intagree_mails_taken_total',
  read: 'intagree_mails_read_total',
  decided: 'intagree_mails_decided_total',
  sent: 'intagree_replies_total',
} as const
export type Share = Readonly<Record<keyof typeof COUNTERS, number>>

export interface Rolled {
  readonly mails: number
  readonly lost: number
  readonly doubled: number
  readonly remainder: number
  readonly quarantined: number
  /** While both were there, and the earlier one alone before. */
  readonly earlier: Share
  readonly newer: Share
  /** What the earlier program said when it was started anew beside the new one. */
  readonly startedAnew: string
  /** What was wrong. */
  readonly because: readonly string[]
}

type Crew = Readonly<Record<(typeof LEAVING)[number], Running>>

interface Stage {
  readonly before: Installation
  readonly after: Installation
  readonly sink: SmtpSink
  readonly ledger: LedgerView
  deliver(from: number, to: number): Promise<void>
}

export async function roll(
  earlier: Earlier,
  {
    mails: count,
    tell,
    over,
  }: { readonly mails: number; readonly tell: (state: string) => void; readonly over: Finally },
): Promise<Rolled> {
  const mails = writeMails(count, { seed: 43, to: ADDRESS })
  tell('starting the servers')
  const stage = await openStage(over, earlier, mails)
  const flow = mailsInFlow(stage, count, tell)

  tell('the earlier program at work')
  const old = await startCrew(stage.before)
  await flow.rush(PHASES[0])
  await until(() => stage.sink.mails().length > 0, { ms: LONGEST_MS, what: 'the earlier program has answered' })

  tell('the new one migrates')
  const [migration] = await Promise.all([stage.after.run('migrate'), flow.rush(PHASES[1])])
  if (migration.code !== 0) throw new Error(`intagree migrate: ${migration.stderr.trim()}`)
  const fresh = await startCrew(stage.after)
  await flow.settled()

  tell('both at work')
  const startedAnew = await startAnew(stage.before)
  await flow.oneByOne(PHASES[2])
  await flow.rush(PHASES[3])
  await flow.settled()

  const left: string[] = []
  const shares: Share[] = []
  for (const role of LEAVING) {
    tell(`the earlier ${role} leaves`)
    const program = old[role]
    // Asked at the end of its work, which it still does while it leaves.
    const rush = flow.rush(PHASES[4] / LEAVING.length)
    shares.push(await shareOf([program]))
    await Promise.all([rush, program.end(LONGEST_STOP_MS)])
    if (program.exitCode() !== 0) left.push(`the earlier ${role} did not leave by itself (${program.exitCode()})`)
    await flow.settled()
  }

  tell('reckoning')
  const { flaws } = await reckon(stage.after, stage.sink, mails, stage.ledger.way)
  const verified = await stage.after.run('verify')
  const [account] = await stage.after.lines<AccountingLine>(['accounting'])
  return {
    mails: count,
    lost: flaws.filter(({ sort }) => sort === 'lost').length,
    doubled: flaws.filter(({ sort }) => sort === 'doubled').length,
    remainder: account?.remainder ?? count,
    quarantined: await stage.ledger.quarantined(),
    earlier: summed(shares),
    newer: await shareOf(Object.values(fresh)),
    startedAnew,
    because: [
      ...flaws.map(({ sort, sentence }) => `${sort}: ${sentence}`),
      ...left,
      ...(verified.code === 0 ? [] : [`verify: ${verified.stdout.trim()} ${verified.stderr.trim()}`]),
    ],
  }
}

async function openStage(over: Finally, earlier: Earlier, mails: ReturnType<typeof writeMails>): Promise<Stage> {
  const folder = await tempDir('rolling')
  over(() => folder.remove())
  const database = await startEmbeddedPostgres({ directory: folder.path })
  over(() => database.stop())
  const [dovecot, redis, sink] = await Promise.all([startDovecot(), startRedis(), startSink()])
  for (const server of [dovecot, redis, sink]) over(() => server.stop())
  const delivery = lmtpTo(dovecot)
  over(async () => delivery.close())
  const home = await tempDir('rolling-home')
  over(() => home.remove())
  const env = {
    ...{ INTAGREE_ADDRESS: ADDRESS, INTAGREE_MODE: 'auto', INTAGREE_HOME: home.path },
    ...{ IMAP_URL: dovecot.imapUrl(USER), SMTP_URL: sink.url, DATABASE_URL: database.url, REDIS_URL: redis.url },
  }
  return {
    before: await installation(over, { env, launcher: earlier.launcher }),
    after: await installation(over, { env }),
    sink,
    ledger: ledgerView(database.url),
    deliver: (from, to) => delivery.deliver(mails.slice(from, to), `${USER}@ilec.example`),
  }
}

/** The first one alone, for it makes the tables. */
async function startCrew(site: Installation): Promise<Crew> {
  const first = await site.worker('scheduler')
  await until(() => first.url() !== null || !first.running(), { ms: 60_000, what: 'the scheduler has started' })
  const [poller, reader, decider, sender] = await Promise.all([
    site.worker('poller'),
    site.worker('reader'),
    site.worker('decider'),
    site.worker('sender'),
  ])
  const crew = { scheduler: first, poller, reader, decider, sender }
  await Promise.all(Object.values(crew).map((program) => program.ready(120_000)))
  return crew
}

/** It may refuse, with a sentence; what it must not do is work on a database that it does not know. */
async function startAnew(site: Installation): Promise<string> {
  const program = await site.worker('decider')
  await until(() => program.url() !== null || !program.running(), { ms: 60_000, what: 'it has started or refused' })
  if (program.running()) {
    await program.end(LONGEST_STOP_MS)
    return 'it works'
  }
  return `it refuses: ${program.output().trim().split('\n').at(-1) ?? ''}`
}

/** The mails in their order, so many at a time. */
function mailsInFlow({ deliver, ledger }: Stage, count: number, tell: (state: string) => void) {
  let [delivered, wanted] = [0, 0]
  const next = (part: number) => {
    wanted += part * count
    return Math.min(count, Math.round(wanted))
  }

  async function upTo(end: number): Promise<void> {
    const from = delivered
    delivered = end
    await deliver(from, end)
  }

  async function settled(): Promise<void> {
    const done = async () => {
      const remaining = await ledger.remaining(delivered)
      if (remaining !== '') tell(`waiting: ${remaining}`)
      return remaining === '' || Promise.reject(new Error(remaining))
    }
    await until(done, { ms: LONGEST_MS, every: 100, what: 'everything is settled' })
  }

  return {
    settled,
    rush: (part: number) => upTo(next(part)),
    async oneByOne(part: number) {
      for (const end = next(part); delivered < end; ) {
        await upTo(delivered + 1)
        await settled()
      }
    },
  }
}

async function shareOf(crew: readonly Running[]): Promise<Share> {
  const sum = async (name: string) => {
    const each = await Promise.all(crew.map((program) => program.metric(name)))
    return each.reduce((total, one) => total + one, 0)
  }
  const [taken = 0, read = 0, decided = 0, sent = 0] = await Promise.all(Object.values(COUNTERS).map(sum))
  return { taken, read, decided, sent }
}

function summed(shares: readonly Share[]): Share {
  const sum = (stage: keyof Share) => shares.reduce((total, share) => total + share[stage], 0)
  return { taken: sum('taken'), read: sum('read'), decided: sum('decided'), sent: sum('sent') }
}
