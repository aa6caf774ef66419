/**
 * People, and what only happens once, beside everything else that runs: of two that wait for each other's rows PostgreSQL
 * stops one, and where that is ours nobody is shown an error and nothing is left out.
 */
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { erasePerson } from '../../src/compose/erase.ts'
import { keepCorrection } from '../../src/db/corrections.ts'
import { joinStore } from '../../src/db/joins.ts'
import { releaseHold, setHold } from '../../src/db/legal-hold.ts'
import { migrate } from '../../src/db/migrate.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { orderStore } from '../../src/db/orders.ts'
import { createPool } from '../../src/db/pool.ts'
import { settleMail, settlePiece } from '../../src/db/quarantine.ts'
import { scanStore } from '../../src/db/scans.ts'
import { sendStore } from '../../src/db/send-mail.ts'
import { workStore } from '../../src/db/work.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { changedCase } from '../../src/domain/casework/outcome.ts'
import { summarizer } from '../../src/domain/casework/summary.ts'
import { correctedLabel } from '../../src/domain/learn/correct.ts'
import { anUnderstanding, DESK_SETTINGS } from '../support/arrivals.ts'
import { type Crossing, crossed, slowTransaction } from '../support/crossed.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter, repliesTo } from '../support/letters.ts'
import { aMail } from '../support/mail-builder.ts'
import { testDatabase } from '../support/postgres.ts'
import { queuedReply, toldOf } from '../support/queued-reply.ts'
import { tempDir } from '../support/temp-dir.ts'

let ledger: Ledger
let caseId: number
let messageId: number
let draft: number

beforeAll(async () => {
  ledger = await openLedger('deadlocks')
})
afterAll(() => ledger?.stop())

/** A mail, its case, and the draft that answers it. */
async function arrived(): Promise<void> {
  const { mail, sender } = letter()
  const received = await decider(ledger, { mode: 'draft' }).receive(mail)
  const [reply] = await repliesTo(ledger, sender)
  messageId = received.messageId
  caseId = reply?.case_id ?? 0
  draft = reply?.id ?? 0
}

/** As whoever decides about a case does: it is held, and in the end the timeline tells of it. */
const HOLDS = (id = caseId) => ['select from casefile where id = $1 for update', id] as const
const TELLS = (id = caseId) =>
  [`insert into timeline (at, actor, event, case_id, detail) values (now(), 'system', 'told', $1, '{}')`, id] as const

const crossing = <T>(how: Omit<Crossing<T>, 'url'>) => crossed({ url: ledger.url, ...how })

const fileOf = (id: number) => ledger.value<CaseFile>('select file from casefile where id = $1', id)

describe('a person', () => {
  test('corrects a mail while its case is decided about', async () => {
    await arrived()
    const label = correctedLabel(aMail(), anUnderstanding(), { intents: ['status-inquiry'] })
    const corrected = await crossing({
      theirs: HOLDS(),
      ours: (pool) => keepCorrection(pool, messageId, label, { actor: 'anna', at: Date.now() }, DESK_SETTINGS),
      next: TELLS(),
    })
    expect(corrected.decidedAgain).toBe(false)
    expect(await ledger.value('select count(*)::int from correction where message_id = $1', messageId)).toBe(1)
  })

  test('approves a draft of which a mail has its say at that moment: the order is judged anew', async () => {
    await arrived()
    const file = await fileOf(caseId)
    const changed = changedCase(file, [{ change: 'staff-told', marks: ['it'] }], summarizer(DESK_SETTINGS))
    async function approve(pool = ledger.pool) {
      const store = orderStore(pool, () => 2026, DESK_SETTINGS)
      const order = { act: 'approve', draft } as const
      const { number } = await store.draw(order, Date.now())
      return store.commit({
        ...{ now: Date.now(), actor: 'anna', cases: [changed], replies: [], tasks: [], number, order, via: 'cli' },
        ...{ messageId: null, place: null, link: null, before: new Map(), sentence: 'Done.' },
        also: [{ also: 'send-draft', draft }],
      })
    }
    const written = await crossing({
      theirs: ['update outbox set looked_at = now() where id = $1', draft],
      ours: approve,
      next: TELLS(),
    })
    expect(written).toBeNull()
    expect((await approve())?.chimes).toHaveLength(1)
  })

  test('has a refused reply sent again while it comes back as undeliverable', async () => {
    await arrived()
    await ledger.rows(`update outbox set state = 'refused' where id = $1`, draft)
    await ledger.rows(`insert into given_up (stage, ref, attempts, reason) values ('send', $1, 8, 'no')`, draft)
    const done = await crossing({
      theirs: ['update outbox set bounced_at = now() where id = $1', draft],
      ours: (pool) => settlePiece(pool, { sort: 'reply', id: draft }, true, 'anna'),
      next: TELLS(),
    })
    expect(done).toBe(true)
    expect(await ledger.value('select state from outbox where id = $1', draft)).toBe('queued')
  })

  test('files a mail out of quarantine in a case that is decided about', async () => {
    await arrived()
    const { messageId: lost, workId } = await ledger.arrive(letter().mail)
    await ledger.work.giveUp(workId, 'a bug')
    const done = await crossing({
      theirs: HOLDS(),
      ours: (pool) => settleMail(pool, lost, caseId, 'anna'),
      next: TELLS(),
    })
    expect(done).toBe(true)
    expect(await ledger.value('select case_id from case_message where message_id = $1', lost)).toBe(caseId)
  })

  test('puts a case under a hold, and ends it, while an order is carried out that has told of it already', async () => {
    await arrived()
    const { ref } = await fileOf(caseId)
    const held = await crossing({
      theirs: TELLS(),
      ours: (pool) => setHold(pool, ref, 'docket', 'anna'),
      next: HOLDS(),
    })
    expect(held).toBe(true)
    expect(await releaseHold(ledger.pool, ref, 'anna')).toBe(true)
  })

  test('erases a person whose mail another one corrects', async () => {
    await arrived()
    const file = await fileOf(caseId)
    const closed = { ...file, closed: { reason: 'withdrawn', at: 0, into: null } }
    await ledger.rows(`update casefile set status = 'closed', file = $2 where id = $1`, caseId, JSON.stringify(closed))
    await ledger.rows(`update outbox set state = 'sent' where id = $1`, draft)
    const who = await ledger.value<string>('select from_address from message where id = $1', messageId)
    const home = await tempDir('deadlocks')
    onTestFinished(() => home.remove())
    const erased = await crossing({
      theirs: ['select from message where id = $1 for no key update', messageId],
      ours: (pool) => erasePerson(pool, home.path, { who, by: 'anna', apply: true }),
      next: HOLDS(),
    })
    expect(erased).toMatchObject({ erased: true, mails: [{ id: messageId }] })
  })
})

describe('what only happens once', () => {
  test('the question where a case belongs is asked', async () => {
    await arrived()
    const first = caseId
    await arrived()
    const ask = (id: number) =>
      ({ wish: 'ask-human', sort: 'thread', caseId: id, sentence: `Where does ${id} belong?`, once: `q${id}` }) as const
    await crossing({
      theirs: HOLDS(first),
      ours: (pool) => joinStore(pool).ask([ask(caseId), ask(first)], Date.now()),
      next: HOLDS(),
    })
    expect(await ledger.value('select count(*)::int from task where case_id = any($1)', [first, caseId])).toBe(2)
  })

  test('that a file is infected is told in every case', async () => {
    await arrived()
    const [firstCase, first] = [caseId, messageId]
    await arrived()
    await ledger.rows(
      `insert into attachment (message_id, ordinal, filename, media_type, declared_type, bytes, sha256, inline)
       select id, 9, 'bad.pdf', 'application/pdf', 'application/pdf', 1, 'bad', false from unnest($1::bigint[]) id`,
      [first, messageId],
    )
    await crossing({
      theirs: HOLDS(),
      ours: (pool) => scanStore(pool).tellInfected('bad', 'Eicar'),
      next: HOLDS(firstCase),
    })
    expect(await ledger.value(`select count(*)::int from task where sort = 'virus'`)).toBe(2)
  })
})

describe('a letter that did not leave, while its case is decided about: nobody is stopped', () => {
  test.each(['put off', 'refused'])('%s', async (how) => {
    const { outboxId, workId } = await queuedReply(ledger)
    const id = await ledger.value<number>('select case_id from outbox where id = $1', outboxId)
    await ledger.rows(`update outbox set state = 'sending', attempts = 1 where id = $1`, outboxId)
    await crossing({
      theirs: HOLDS(id),
      ours(pool) {
        const store = sendStore(pool, 1, false)
        if (how === 'put off') return store.retry(workId, outboxId, '451 later', new Date(), true)
        return store.refused(workId, outboxId, '550 no')
      },
      next: TELLS(id),
    })
    const told = await toldOf(ledger, { outboxId, workId })
    expect(told).toEqual(how === 'put off' ? ['retry 1', 'work: send'] : ['refused 1', 'task: delivery'])
  })
})

describe('a start', () => {
  test('makes due what its predecessor left, but for what is under way', async () => {
    const [first, second] = [await ledger.take(), await ledger.take()]
    const due = (id: string) => ledger.value<boolean>('select next_at <= now() from work where id = $1', id)
    const sweeper = await slowTransaction(ledger.url)
    await sweeper.run('update work set rings = rings + 1 where id = $1', second.workId)
    await workStore(ledger.pool).allDue()
    await sweeper.commit()
    expect(await due(first.workId)).toBe(true)
    expect(await due(second.workId)).toBe(false)
  })

  test('migrates beside a program of before', async () => {
    const database = await testDatabase('deadlocks-migrate')
    onTestFinished(() => database.drop())
    const pool = createPool(database.url, 2, () => {})
    onTestFinished(() => pool.end())
    await pool.query('create table migration (name text primary key, applied_at timestamptz not null default now())')
    for (const { name, sql } of migrations.filter((one) => one.name < '0015')) {
      await pool.query(sql)
      await pool.query('insert into migration (name) values ($1)', [name])
    }
    const applied = await crossed({
      url: database.url,
      theirs: ['lock table casefile in row exclusive mode'],
      ours: migrate,
      next: ['select from reading'],
    })
    expect(applied).toContain('0015-findable')
  })
})
