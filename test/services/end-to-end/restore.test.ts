/**
 * The machine is lost and its backup is restored on an empty one, while the mailbox went on: no mail is lost, nobody is
 * answered twice, and no number that was given away is given again.
 */
import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool } from '../../../src/db/pool.ts'
import { takeBackupLock } from '../../../src/db/snapshot.ts'
import { ADDRESS, type Desk, openDesk } from '../../support/desk.ts'
import { type Dovecot, startDovecot } from '../../support/dovecot.ts'
import { caughtUp, cleanups } from '../../support/installation.ts'
import type { AccountingLine, MessageLine, OutboxLine } from '../../support/ledger-check.ts'
import { isHuman, type WrittenMail, writeMails } from '../../support/mail-writer.ts'
import { type TestDatabase, testDatabase } from '../../support/postgres.ts'
import { tempDir } from '../../support/temp-dir.ts'

const WRITTEN = writeMails(60, { seed: 5, to: ADDRESS }).filter((mail) => isHuman(mail) && mail.sort !== 'follow-up')
const [before, lost, after] = [WRITTEN.slice(0, 8), WRITTEN.slice(8, 12), WRITTEN.slice(12, 14)]

const { over, clean } = cleanups()
let dovecot: Dovecot
let old: Desk
let fresh: Desk
let database: TestDatabase
let backups: string
let snapshotOutbox: readonly OutboxLine[]

beforeAll(async () => {
  dovecot = await startDovecot({ users: ['restored'] })
  over(() => dovecot.stop())
  database = await testDatabase('lost-machine')
  over(() => database.drop())
  const folder = await tempDir('backups')
  over(() => folder.remove())
  backups = folder.path
  old = await openDesk(over, { dovecot, user: 'restored', database: { url: database.url } })
  fresh = await openDesk(over, { dovecot, user: 'restored' })

  const first = await old.site.start()
  await first.ready()
  await old.deliver(before)
  await caughtUp(old.site, first)
  snapshotOutbox = await old.site.lines<OutboxLine>(['outbox'])
  await leaveUnderWay(true)
  const made = await old.site.lines(['backup', backups])
  await leaveUnderWay(false)
  expect(made).toMatchObject([{ damaged: [], copied: expect.any(Number) }])

  await old.deliver(lost)
  await caughtUp(old.site, first)
  await first.kill9()
}, 120_000)
afterAll(clean)

/** At the backup one letter waits, another is a draft, and of a third the final dot may have left; all are sent after it. */
async function leaveUnderWay(underWay: boolean): Promise<void> {
  const pool = createPool(database.url, 1, () => {})
  const ids = snapshotOutbox.map((row) => row.id)
  if (underWay)
    await pool.query(
      `with moved as (
         update outbox set state = case id when $1 then 'queued' when $2 then 'sending' else 'draft' end,
           in_doubt = id = $2, handed = case id when $3 then 0 else 1 end
         where id in ($1, $2, $3) returning id, state)
       insert into work (stage, ref, next_at) select 'send', id, now() + interval '1 hour' from moved where state <> 'draft'`,
      ids.slice(0, 3),
    )
  else await pool.query(`update outbox set state = 'sent'; delete from work where stage = 'send'`)
  await pool.end()
}

function answersTo(mails: readonly WrittenMail[], outbox: readonly OutboxLine[]) {
  return mails.map((mail) => outbox.find((row) => row.inReplyTo === mail.messageId)?.state)
}

test('a backup that is damaged is refused, with the reason', async () => {
  const [made] = await old.site.lines<{ snapshot: string }>(['backup', backups])
  const snapshot = made?.snapshot as string
  await writeFile(join(snapshot, 'outbox.copy.gz'), 'other bytes')
  const refused = await fresh.site.run('restore', backups)
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('outbox.copy.gz is not what was written') })
  await rm(snapshot, { recursive: true })
})

test('a folder without a backup is refused, with what to name', async () => {
  const refused = await fresh.site.run('restore', join(backups, 'nothing'))
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Name the folder that was given to') })
})

test.runIf(existsSync('/proc/self'))('a folder that cannot be made is refused, with the reason', async () => {
  const refused = await old.site.run('backup', '/proc/intagree')
  expect(refused).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/cannot be written \(ENOENT\); give a folder/),
  })
})

test('while another backup is under way none begins, and what the other has written stays', async () => {
  const [pool, unfinished] = [createPool(database.url, 2, () => {}), join(backups, '2026-01-01T00-00-00Z.unfinished')]
  await mkdir(unfinished)
  const giveBack = await takeBackupLock(pool)
  const refused = await old.site.run('backup', backups)
  expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('Another backup reads this database now') })
  expect(await readdir(backups)).toContain('2026-01-01T00-00-00Z.unfinished')
  giveBack()
  await pool.end()
  await rm(unfinished, { recursive: true })
})

test('a case is exported, and its chain is checked as CHECK.txt says, without us', async () => {
  const ref = snapshotOutbox[0]?.caseRef as string
  const out = join(backups, 'case')
  const [made] = await old.site.lines(['export', ref, '--out', out])
  expect(made).toMatchObject({ ref, path: out, missing: [] })
  const guide = await readFile(join(out, 'CHECK.txt'), 'utf8')
  const steps = guide.split('\n').filter((line) => line.startsWith('     ') && !/^ {5}[0-9a-f]{64}$/.test(line))
  const check = () => promisify(execFile)('bash', ['-c', steps.join('\n')], { cwd: out })
  const end = /^ {5}([0-9a-f]{64})$/m.exec(guide)?.[1]
  expect((await check()).stdout.split('\n').filter((line) => !line.endsWith(': OK'))).toEqual([end, ''])
  const entry = join(out, 'chain', '00002.txt')
  await writeFile(entry, (await readFile(entry, 'utf8')).replace('system', 'person eve'))
  expect((await check()).stdout).toMatch(/00002\.txt: FAILED[\s\S]*broken at chain\/00003\.txt/)
  const zipped = await old.site.run('export', ref, '--out', `${out}.zip`)
  expect(zipped).toMatchObject({ code: 0 })
  expect((await readFile(`${out}.zip`)).subarray(0, 2).toString()).toBe('PK')
})

test('it is restored on an empty machine, and everything is as it was written', async () => {
  const [restored] = await fresh.site.lines(['restore', backups])
  expect(restored).toMatchObject({ damaged: [], unsure: 1, held: 2, verified: { flaws: 0 } })
  expect(await fresh.site.lines(['verify'])).toMatchObject([{ verified: { flaws: 0, surplus: 0 } }])
  const again = await fresh.site.run('restore', backups)
  expect(again).toMatchObject({ code: 1, stderr: expect.stringContaining('This database is not empty') })
})

test('the program goes on: mail of the lost time is taken again, its answers wait for a person', async () => {
  const program = await fresh.site.start()
  await program.ready()
  await fresh.deliver(after)
  await caughtUp(fresh.site, program)
  const outbox = await fresh.site.lines<OutboxLine>(['outbox'])
  expect(answersTo(lost, outbox)).toEqual(lost.map(() => 'draft'))
  expect(answersTo(after, outbox)).toEqual(after.map(() => 'sent'))
  const states = outbox.slice(0, 3).map((row) => row.state)
  expect(states, 'what waited and the draft are held, the other was found in Sent').toEqual(['draft', 'sent', 'draft'])
  expect(
    fresh.sink
      .mails()
      .flatMap((mail) => mail.to)
      .toSorted(),
  ).toEqual(after.map((mail) => mail.from).toSorted())
  const given = await old.site.lines<OutboxLine>(['outbox'])
  const numbers = new Set(given.map((row) => row.caseRef))
  const opened = outbox.filter((row) => !snapshotOutbox.some((one) => one.id === row.id)).map((row) => row.caseRef)
  expect(opened.filter((ref) => numbers.has(ref))).toEqual([])
  expect(await fresh.site.lines<MessageLine>(['messages'])).toHaveLength(before.length + lost.length + after.length)
  expect(await fresh.site.lines<AccountingLine>(['accounting'])).toMatchObject([{ remainder: 0 }])
  expect(await fresh.site.lines(['verify'])).toMatchObject([{ verified: { flaws: 0 } }])
  const tasks = await fresh.site.lines<{ sentence: string }>(['tasks'])
  expect(tasks.filter((task) => task.sentence.includes('Look in Sent'))).toHaveLength(2 + lost.length)
}, 120_000)
