/**
 * The database of an installation without its processes: every store on one PostgreSQL database, and a way to put mails
 * into the ledger that are already taken in and read.
 */
import { randomUUID } from 'node:crypto'
import { decideStore } from '../../src/db/decide-mail.ts'
import { migrate } from '../../src/db/migrate.ts'
import type { Pool } from '../../src/db/pool.ts'
import { readStore } from '../../src/db/read-mail.ts'
import { takeInStore } from '../../src/db/take-in.ts'
import { workStore } from '../../src/db/work.ts'
import type { ReadMail } from '../../src/domain/mail.ts'
import type { Bell, Chime } from '../../src/ports/bell.ts'
import type { TakenMail } from '../../src/ports/stores/take-in.ts'

const RECEIVED = new Date('2026-03-02T16:00:00Z')

export interface Ledger {
  readonly url: string
  readonly pool: Pool
  readonly taking: ReturnType<typeof takeInStore>
  readonly reading: ReturnType<typeof readStore>
  readonly deciding: ReturnType<typeof decideStore>
  /** As another process has it: only the database stands between the two. */
  readonly decidingElsewhere: ReturnType<typeof decideStore>
  readonly work: ReturnType<typeof workStore>
  rows<Row>(sql: string, ...values: readonly unknown[]): Promise<readonly Row[]>
  /** The first column of the first row. */
  value<Value>(sql: string, ...values: readonly unknown[]): Promise<Value>
  /** Takes in mails in one batch, each of such an origin, as the poller does. What is rung at once. */
  takeFrom(origins: readonly Pick<TakenMail, 'lane' | 'thread'>[]): Promise<readonly Chime[]>
  /** Takes in a mail that is not read yet; `workId` is the work of reading it. */
  take(sha256?: string): Promise<InWork>
  /** Takes in and reads a mail; `workId` is the work of deciding it. */
  arrive(mail: ReadMail): Promise<InWork>
  stop(): Promise<void>
}

export interface InWork {
  readonly messageId: number
  readonly workId: string
}

/** On a database that may be empty; `stop` ends the pool. */
export async function ledgerOn(url: string, pool: Pool): Promise<Ledger> {
  await migrate(pool)
  const taking = takeInStore(pool)
  const reading = readStore(pool)
  const mailbox = await taking.openMailbox(
    { account: 'desk@test', mailbox: 'Arrivals' },
    { rule: 'all', at: new Date(0) },
  )
  const place = { mailboxId: mailbox.id, uidValidity: 1 }
  await taking.openEpoch({ ...place, startUid: 1, nextUid: 1, byContent: false, oldBelow: 0 })
  const yearOf = (at: Date) => at.getUTCFullYear()
  let uid = 0

  async function rows<Row>(sql: string, ...values: readonly unknown[]): Promise<readonly Row[]> {
    return (await pool.query(sql, values as unknown[])).rows as readonly Row[]
  }

  async function value<Value>(sql: string, ...values: readonly unknown[]): Promise<Value> {
    const [row] = await rows<Record<string, unknown>>(sql, ...values)
    return Object.values(row ?? {})[0] as Value
  }

  async function take(
    sha256 = randomUUID().replaceAll('-', '').repeat(2),
  ): Promise<InWork & { readonly sha256: string }> {
    uid += 1
    const row = {
      uid,
      sha256,
      bytes: 100,
      receivedAt: RECEIVED,
      older: false,
      quarantine: null,
      lane: null,
      thread: null,
    }
    const [work] = (await taking.take(place, [row], uid + 1)).chimes
    const messageId = await value<number>('select id from message where sha256 = $1 and duplicate_of is null', sha256)
    return { messageId, workId: work?.workId ?? '', sha256 }
  }

  async function takeFrom(origins: readonly Pick<TakenMail, 'lane' | 'thread'>[]) {
    const mails = origins.map((origin): TakenMail => {
      uid += 1
      const sha256 = randomUUID().replaceAll('-', '').repeat(2)
      return { uid, sha256, bytes: 100, receivedAt: RECEIVED, older: false, quarantine: null, ...origin }
    })
    return (await taking.take(place, mails, uid + 1)).chimes
  }

  return {
    takeFrom,
    url,
    pool,
    taking,
    reading,
    deciding: decideStore(pool, yearOf),
    decidingElsewhere: decideStore(pool, yearOf),
    work: workStore(pool),
    rows,
    value,
    take,
    async arrive(mail) {
      const { messageId, workId, sha256 } = await take()
      const read = { messageId, receivedAt: RECEIVED, mail: { ...mail, contentId: sha256 }, milliseconds: 1 }
      const [toDecide] = await reading.recordReading(workId, read)
      return { messageId, workId: toDecide?.workId ?? '' }
    },
    stop: () => pool.end(),
  }
}

/** A bell that remembers what was rung. */
export interface HeardBell extends Bell {
  readonly rung: Chime[]
}

export function rememberingBell(ring: (chimes: readonly Chime[]) => Promise<void> = async () => {}): HeardBell {
  const rung: Chime[] = []
  return {
    rung,
    async ring(chimes) {
      rung.push(...chimes)
      await ring(chimes)
    },
    answer: async () => {},
    waiting: async () => 0,
    ping: async () => {},
    close: async () => {},
  }
}
