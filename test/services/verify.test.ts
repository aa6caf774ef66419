/** What the timeline and the archive show of somebody's meddling, and what they bear. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { type Flawed, verify } from '../../src/compose/verify.ts'
import { migrate } from '../../src/db/migrate.ts'
import { timelineChain } from '../../src/db/migrations/0008-timeline-chain.ts'
import { migrations } from '../../src/db/migrations/index.ts'
import { createPool, type Pool } from '../../src/db/pool.ts'
import { TABLES } from '../../src/db/snapshot.ts'
import { type TestDatabase, testDatabase } from '../support/postgres.ts'
import { tempDir } from '../support/temp-dir.ts'

const LATER = new Date(Date.now() + 2 * 60 * 60_000)
let database: TestDatabase
let pool: Pool
let home: Awaited<ReturnType<typeof tempDir>>

/** Entries of cases as `case:event`; `-` is no case. The first two are of the time before the chains. */
async function tell(...entries: readonly string[]): Promise<void> {
  await pool.query(
    `insert into timeline (at, actor, event, case_id, message_id, detail)
     select now(), 'system', split_part(e, ':', 2), nullif(split_part(e, ':', 1), '-')::bigint, 9, '{"why":"a \\u00e9"}'
     from unnest($1::text[]) e`,
    [entries],
  )
}

beforeAll(async () => {
  database = await testDatabase('verify')
  pool = createPool(database.url, 8, () => {})
  home = await tempDir('verify')
  await pool.query('create table migration (name text primary key, applied_at timestamptz not null default now())')
  for (const { name, sql } of migrations.filter((one) => one.name < timelineChain.name)) {
    await pool.query(sql)
    await pool.query('insert into migration (name) values ($1)', [name])
  }
  await tell('1:before', '2:before')
  await migrate(pool)
})
afterAll(async () => {
  await pool?.end()
  await database?.drop()
  await home?.remove()
})

async function flaws(): Promise<readonly string[]> {
  const found: string[] = []
  const onFlaw = async (flaw: Flawed) =>
    void found.push(flaw.what === 'file' ? `${flaw.file.slice(0, 2)} ${flaw.flaw}` : `${flaw.chain} ${flaw.flaw}`)
  await verify(pool, home.path, LATER, { onFlaw, onStep: () => undefined })
  return found
}

beforeEach(async () => {
  // The entries of before stay, as an upgrade leaves them.
  await pool.query(
    `truncate timeline_link, timeline_chain; delete from timeline where event <> 'before';
     select chain_timeline(array(select id from timeline))`,
  )
  await tell('1:filed', '2:filed', '-:settled', '1:ticked')
})

test('every table is backed up', async () => {
  const tables = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema() and tablename <> 'migration'`,
  )
  expect(tables.rows.map((row) => row.name).toSorted()).toEqual(TABLES.toSorted())
})

test('entries of before and of now make chains that hold', async () => {
  const chains = await pool.query('select chain, entries from timeline_chain order by chain')
  expect(chains.rows).toEqual([
    { chain: 'case 1', entries: 3 },
    { chain: 'case 2', entries: 2 },
    { chain: 'mail 9', entries: 1 },
  ])
  expect(await flaws()).toEqual([])
})

test('many who write into the same cases at once, in any order, make one chain each', async () => {
  const pairs = Array.from({ length: 40 }, (_, n) => (n % 2 === 0 ? ['7:a', '8:b'] : ['8:a', '7:b']))
  await Promise.all(pairs.map((pair) => tell(...pair)))
  const chains = await pool.query(`select entries from timeline_chain where chain in ('case 7', 'case 8')`)
  expect(chains.rows).toEqual([{ entries: 40 }, { entries: 40 }])
  expect(await flaws()).toEqual([])
})

test.each([
  [
    'changed',
    `update timeline set detail = '{"why":"another"}' where event = 'filed' and case_id = 1`,
    ['case 1 entry-changed'],
  ],
  [
    'given to another',
    `update timeline set actor = 'person eve' where event = 'filed' and case_id = 1`,
    ['case 1 entry-changed'],
  ],
  [
    'moved to another case',
    `update timeline set case_id = 2 where event = 'filed' and case_id = 1`,
    ['case 1 entry-changed'],
  ],
  ['removed', `delete from timeline where event = 'filed' and case_id = 1`, ['case 1 entry-missing']],
  [
    'removed with its link',
    `with gone as (delete from timeline where event = 'filed' and case_id = 1 returning id)
     delete from timeline_link where timeline_id in (select id from gone)`,
    ['case 1 chain-broken'],
  ],
  [
    'cut off at the end',
    `with gone as (delete from timeline where event = 'ticked' and case_id = 1 returning id)
     delete from timeline_link where timeline_id in (select id from gone)`,
    ['case 1 end-missing'],
  ],
  [
    'slipped in',
    `alter table timeline disable trigger user; insert into timeline (at, actor, event, case_id, detail)
     values (now(), 'system', 'slipped', 1, '{}'); alter table timeline enable trigger user`,
    ['- entry-unchained'],
  ],
])('an entry that is %s is found', async (_how, sql, expected) => {
  await pool.query(sql)
  expect(await flaws()).toEqual(expected)
})

test('a file that is gone, changed or nobody’s is found; one that a crash left a moment ago is not told', async () => {
  const archive = fileArchive(join(home.path, 'archive'))
  const stored = await archive.putAll(['kept', 'gone', 'changed', 'nobody’s'].map((text) => Buffer.from(text)))
  const [kept, gone, changed, nobodys] = stored.map(({ sha256 }) => sha256) as [string, string, string, string]
  await pool.query(
    `insert into mailbox (account, name, start_rule, start_at) values ('desk@test', 'INBOX', 'all', now())`,
  )
  for (const [uid, sha256] of [kept, gone, changed].entries())
    await pool.query(
      `insert into message (mailbox_id, uidvalidity, uid, sha256, bytes, received_at, stage) values (1, 1, $1, $2, 4, now(), 'taken')`,
      [uid + 1, sha256],
    )
  await rm(archive.pathOf(gone))
  await writeFile(archive.pathOf(changed), 'other')
  const expected = [
    [gone, 'missing'],
    [changed, 'changed'],
    [nobodys, 'surplus'],
  ]
  expect((await flaws()).toSorted()).toEqual(
    expected.map(([sha256, flaw]) => `${sha256?.slice(0, 2)} ${flaw}`).toSorted(),
  )
  const now: Flawed[] = []
  await verify(pool, home.path, new Date(), { onFlaw: async (flaw) => void now.push(flaw), onStep: () => undefined })
  expect(now.map((flaw) => flaw.flaw).toSorted()).toEqual(['changed', 'missing'])
})
