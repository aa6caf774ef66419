/** A database with cases of the time before the casework: their files are valid, and nothing is lost. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../../src/db/migrate.ts'
import { casework } from '../../src/db/migrations/0005-casework.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { createPool, type Pool } from '../../src/db/pool.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { summarizer } from '../../src/domain/casework/summary.ts'
import { standingOf } from '../../src/domain/process/standing.ts'
import { aCase, DESK_SETTINGS } from '../support/arrivals.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'

let database: TestDatabase
let pool: Pool

const OLD = [
  ['CLEC-2026-00001', 'Acme Fiber, LLC', ['CO', 'UT'], 'interconnection', 'negotiate', 'agreement-request', 'received'],
  ['CLEC-2026-00002', null, [], null, null, null, 'needs-person'],
  ['CLEC-2026-00003', 'Borealis, Inc.', ['TX'], 'commercial', null, 'agreement-request', 'received'],
  ['CLEC-2025-00004', 'Cedar, LLC', ['WA'], 'resale', 'template-as-is', 'agreement-request', 'closed'],
] as const

beforeAll(async () => {
  database = await testDatabase('casework-migration')
  pool = createPool(database.url, 2, () => {})
  await pool.query('create table migration (name text primary key, applied_at timestamptz not null default now())')
  for (const { name, sql } of migrations.filter((one) => one.name < casework.name)) {
    await pool.query(sql)
    await pool.query('insert into migration (name) values ($1)', [name])
  }
  for (const [ref, company, states, agreement, path, intent, status] of OLD)
    await pool.query(
      `insert into casefile (id, ref, company, states, agreement, path, intent, status, subject_stem, opened_at, received_at,
         last_mail_at)
       values (nextval('case_number'), $1, $2, $3, $4, $5, $6, $7, 'interconnection', '2026-03-02T16:00:05Z',
         '2026-03-02T16:00:00.25Z', '2026-03-03T10:00:00Z')`,
      [ref, company, states, agreement, path, intent, status],
    )
  await pool.query(`
    insert into mailbox (account, name, start_rule, start_at) values ('desk@test', 'Arrivals', 'all', now());
    insert into message (mailbox_id, uidvalidity, uid, bytes, received_at, stage)
    select id, 1, 1, 100, now(), 'read' from mailbox;
    insert into case_message (case_id, message_id) select 1, id from message`)
  expect(await migrate(pool)).toContain(casework.name)
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
})

interface Row {
  readonly id: number
  readonly ref: string
  readonly request_id: number
  readonly version: number
  readonly company: string | null
  readonly company_key: string | null
  readonly states: readonly string[]
  readonly status: string
  readonly file: CaseFile
}

async function migrated(): Promise<readonly Row[]> {
  return (await pool.query<Row>('select * from casefile order by id')).rows
}

test('every case is there, with its columns as they were but for further states', async () => {
  const found = (await migrated()).slice(0, OLD.length)
  expect(found.map((row) => [row.ref, row.company, row.states, row.status])).toEqual(
    OLD.map(([ref, company, states, , , , status]) => [ref, company, states.slice(0, 1), status]),
  )
})

test('a further state is a case of the same request, in which the same mails lie', async () => {
  const [first, , , , further, ...rest] = await migrated()
  expect(rest).toEqual([])
  expect(further).toMatchObject({
    ...{
      ref: 'CLEC-2026-00005',
      request_id: first?.id,
      company: 'Acme Fiber, LLC',
      states: ['UT'],
      status: 'received',
    },
    file: { state: 'UT', requestId: first?.id, intent: 'agreement-request', route: 'negotiate' },
  })
  const lies = await pool.query('select case_id from case_message order by case_id')
  expect(lies.rows.map((row) => row.case_id)).toEqual([first?.id, further?.id])
})

test('every file has exactly the fields of a case, and says what the columns say', async () => {
  const { status: _status, participants: _participants, ...file } = aCase()
  for (const row of await migrated()) {
    expect(Object.keys(row.file).toSorted()).toEqual(Object.keys(file).toSorted())
    expect(row.file).toMatchObject({
      ...{ id: row.id, ref: row.ref, requestId: row.request_id, company: row.company, state: row.states[0] ?? null },
      receivedAt: Date.parse('2026-03-02T16:00:00.250Z'),
      lastMailAt: Date.parse('2026-03-03T10:00:00Z'),
      subjectStem: 'interconnection',
      ...{ items: {}, extensions: [], chase: null, told: [], version: 1 },
    })
    expect(row.version).toBe(1)
  }
})

test('what a file says stands: closed cases are closed, a person still has to look where one had to', async () => {
  const [first, puzzling, commercial, closed] = (await migrated()).map((row) => row.file)
  expect(standingOf(first as CaseFile).stage).not.toBe('received')
  expect([puzzling?.needsPerson, standingOf(puzzling as CaseFile).stage]).toEqual([expect.any(String), 'needs-person'])
  expect(commercial).toMatchObject({ agreement: 'commercial', route: 'commercial' })
  expect(standingOf(closed as CaseFile).stage).toBe('closed')
})

test('every file can be reckoned with', async () => {
  for (const { file } of await migrated()) expect(() => summarizer(DESK_SETTINGS)(file)).not.toThrow()
})

test('an old case is found by its company and its state', async () => {
  const [first] = await migrated()
  expect(first?.company_key).toBe('acme fiber')
  expect(first?.file).toMatchObject({ state: 'CO', family: 'qc' })
})

test('open cases are looked at by the scheduler, so that their clocks are told of', async () => {
  const due = await pool.query('select ref from casefile where next_due_at <= now() order by id')
  expect(due.rows.map((row) => row.ref)).toEqual(
    (await migrated()).filter((row) => row.status !== 'closed').map((row) => row.ref),
  )
})
