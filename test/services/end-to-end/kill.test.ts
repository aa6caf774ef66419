/**
 * kill -9 of everything, at moments that chance picks, while mails go through; started again at once. Short here; the
 * long form is `npm run test:kill` (KILLS, MAILS and SEED in the environment).
 */
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Chance, chance } from '../../support/chance.ts'
import { ADDRESS, type Desk, type DeskOptions, openDesk } from '../../support/desk.ts'
import { type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { caughtUp } from '../../support/installation.ts'
import { checkLedger } from '../../support/ledger-check.ts'
import { type WrittenMail, writeMails } from '../../support/mail-writer.ts'
import { type Redis, startRedis } from '../../support/redis.ts'
import { until } from '../../support/until.ts'

const KILLS = Number(process.env.KILLS ?? 5)
const MAILS = Number(process.env.MAILS ?? 60)
const SEED = Number(process.env.SEED ?? 1)
/** Longer than a start takes on a busy machine. */
const LONGEST_ROUND_MS = 5_000
/** The line that the program prints for each mail. */
const DECIDED = /^\d\d:\d\d:\d\d {2}/gm

let dovecot: Dovecot
let redis: Redis

beforeAll(async () => {
  dovecot = await startDovecot({ users: ['embedded', 'production'] })
  redis = await startRedis()
})

afterAll(async () => {
  await dovecot?.stop()
  await redis?.stop()
})

const BACKENDS: readonly (readonly [string, () => DeskOptions])[] = [
  ['embedded PostgreSQL', () => ({ dovecot, user: 'embedded', database: 'embedded' })],
  ['PostgreSQL and Redis', () => ({ dovecot, user: 'production', redisUrl: redis.url })],
]

test.each(BACKENDS)(
  `%s: ${KILLS} kills while ${MAILS} mails go through`,
  async (name, options) => {
    const desk = await openDesk(onTestFinished, options())
    const mails = writeMails(MAILS, { seed: SEED, to: ADDRESS })
    const luck = chance(SEED)
    const share = Math.ceil(MAILS / (KILLS + 1))
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killedRound(desk, mails.slice(kill * share, (kill + 1) * share), luck)
    }

    await desk.deliver(mails.slice(KILLS * share))
    const restarted = Date.now()
    const program = await desk.site.start('--from', 'all', '--answer-old')
    await program.ready()
    await caughtUp(desk.site, program, 90_000)
    const catchUpSeconds = (Date.now() - restarted) / 1000

    const reckoning = await checkLedger(desk.site, desk.sink, mails)
    if (process.env.KILLS) console.info(name, { kills: KILLS, seed: SEED, ...reckoning, catchUpSeconds })
    expect(reckoning.secondCopies).toBeLessThanOrEqual(reckoning.unsure)
    // A reply is left to a person when its second try is cut off too; these are made one by one, so a kill costs one.
    expect(reckoning.parked).toBeLessThanOrEqual(KILLS)
    expect(await copiesInSent(desk)).toEqual({ filed: reckoning.sent, twice: [] })
  },
  120_000 + KILLS * 15_000,
)

/**
 * Mails come in while the program starts. It dies at some time since its start, be it in the middle of that; or when it
 * has decided so many mails; or when the mail server has got so many of its replies and waits for more.
 */
async function killedRound(desk: Desk, mails: readonly WrittenMail[], luck: Chance): Promise<void> {
  const began = Date.now()
  const before = desk.sink.mails().length
  const program = await desk.site.start('--from', 'all', '--answer-old')
  const delivered = desk.deliver(mails)
  const part = luck.next()
  const enough = Math.ceil(part * mails.length)
  const moments = [
    () => Date.now() - began >= part * LONGEST_ROUND_MS,
    () => (program.output().match(DECIDED)?.length ?? 0) >= enough,
    () => desk.sink.mails().length - before >= enough,
  ]
  const come = luck.pick(moments)
  const over = () => Date.now() - began >= LONGEST_ROUND_MS
  await until(() => come() || over(), { ms: 2 * LONGEST_ROUND_MS, every: 1, what: 'the moment of the kill has come' })
  await program.kill9()
  await delivered
}

/** Copies in the Sent mailbox, and those that lie there more than once. */
async function copiesInSent(desk: Desk) {
  const person = await desk.client()
  await person.mailboxOpen('Sent')
  const ids = (await person.fetchAll('1:*', { envelope: true })).map((mail) => mail.envelope?.messageId ?? '')
  return { filed: new Set(ids).size, twice: ids.filter((id, index) => ids.indexOf(id) !== index) }
}
