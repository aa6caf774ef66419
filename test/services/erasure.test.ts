/** Mail that goes: what is left of it, what is not touched, and that the accounts still hold. */
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { erasePerson, retain } from '../../src/compose/erase.ts'
import { type Flawed, verify } from '../../src/compose/verify.ts'
import { balanceOf, currentEpochs } from '../../src/db/accounting.ts'
import { whileArchiveIsStill } from '../../src/db/erase.ts'
import { releaseHold, setHold } from '../../src/db/legal-hold.ts'
import { aMachine, anUnderstanding } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'
import { tempDir } from '../support/temp-dir.ts'

let ledger: Ledger
let home: Awaited<ReturnType<typeof tempDir>>
let folder: string
const RECEIVED = Date.parse('2026-03-02T16:00:00Z')

beforeAll(async () => {
  ledger = await openLedger('erasure')
  home = await tempDir('erasure')
  folder = join(home.path, 'archive')
})
afterAll(async () => {
  await ledger?.stop()
  await home?.remove()
})

const companyOf = (address: string) => `${address.split('@')[0]?.toUpperCase()} Fiber, LLC`

/** A decided mail whose bytes lie in the archive, with an attachment; letters that answer it are sent. */
async function arrived(from: string, kind: 'human' | 'spam', attachment = `paper of ${from}`) {
  const understand = () =>
    kind === 'spam' ? aMachine('spam') : anUnderstanding({ company: companyOf(from), states: ['CO'] })
  const { messageId } = await decider(ledger, { understand }).receive(letter({ from }).mail)
  const stored = await fileArchive(folder).putAll([Buffer.from(`mail ${messageId}`), Buffer.from(attachment)])
  for (const { sha256 } of stored) await aged(sha256)
  const [raw, file] = stored
  await ledger.rows('update message set sha256 = $2 where id = $1', messageId, raw?.sha256)
  await ledger.rows(
    `insert into attachment (message_id, ordinal, filename, media_type, declared_type, bytes, sha256, inline)
     values ($1, 0, 'jane.pdf', 'application/pdf', 'application/pdf', 9, $2, false)`,
    messageId,
    file?.sha256,
  )
  await ledger.rows(`update outbox set state = 'sent' where answers = $1`, messageId)
  return { messageId, raw: raw?.sha256 as string, file: file?.sha256 as string }
}

/** As if it had come two hours ago. */
async function aged(sha256: string) {
  const then = new Date(Date.now() - 2 * 60 * 60_000)
  await utimes(fileArchive(folder).pathOf(sha256), then, then)
}

async function flaws() {
  const found: Flawed[] = []
  await verify(ledger.pool, home.path, new Date(Date.now() + 7_200_000), {
    onFlaw: async (flaw) => void found.push(flaw),
    onStep: () => undefined,
  })
  return found
}

const has = (sha256: string) => fileArchive(folder).has(sha256)
const rowOf = async (id: number) =>
  (await ledger.rows<Record<string, unknown>>('select * from message where id = $1', id))[0]

test('spam goes when its days are over; the row stays with its hash, and the accounts balance', async () => {
  const spam = await arrived('win@prizes.example', 'spam', 'a logo')
  const human = await arrived('kept@clec.example', 'human', 'a logo')
  const cut = (before: number) => [{ of: 'spam', before }] as const
  expect(await retain(ledger.pool, folder, cut(RECEIVED))).toBe(0)
  expect(await retain(ledger.pool, folder, cut(RECEIVED + 1))).toBe(1)
  expect(await retain(ledger.pool, folder, cut(RECEIVED + 1))).toBe(0)
  expect(await rowOf(spam.messageId)).toMatchObject({
    ...{ sha256: spam.raw, kind: 'spam', outcome: 'unrelated', erased_at: expect.any(Date) },
    ...{ from_address: null, subject: null, message_id: null },
  })
  expect([await has(spam.raw), await has(spam.file), await has(human.raw)], 'the logo is another’s too').toEqual([
    ...[false, true, true],
  ])
  const [epoch] = await currentEpochs(ledger.pool)
  expect(await balanceOf(ledger.pool, epoch!, null)).toMatchObject({
    taken: 2,
    unrelated: 1,
    filed: 1,
    erased: 1,
    remainder: 0,
  })
  expect(await flaws()).toEqual([])
})

test('a person is erased where nothing forbids it, after a look that changes nothing', async () => {
  const jane = 'jane@leaving.example'
  const { messageId, raw, file } = await arrived(jane, 'human')
  const order = { who: jane.toUpperCase(), by: 'person dana', apply: false }
  const ask = (apply: boolean) => erasePerson(ledger.pool, folder, { ...order, apply })
  expect((await ask(true)).mails).toMatchObject([{ id: messageId, kept: [expect.stringMatching(/is open$/)] }])
  expect(await has(raw)).toBe(true)

  const ref = await ledger.value<string>('select ref from casefile where company = $1', companyOf(jane))
  await ledger.rows(
    `update casefile set status = 'closed',
       file = jsonb_set(file::jsonb, '{closed}', '{"reason":"withdrawn","at":0,"into":null}')::json where ref = $1`,
    ref,
  )
  await setHold(ledger.pool, ref, 'docket 26-0113', 'person dana')
  expect((await ask(true)).mails).toMatchObject([{ kept: [expect.stringContaining('docket 26-0113')] }])
  await releaseHold(ledger.pool, ref, 'person dana')

  expect(await ask(false)).toMatchObject({ erased: false, mails: [{ id: messageId, kept: [] }], letters: 1 })
  expect(await has(raw)).toBe(true)
  expect(await ask(true)).toMatchObject({ erased: true, letters: 1 })
  expect([await has(raw), await has(file)]).toEqual([false, false])
  const left = await ledger.rows<{ found: string }>(
    `select 'message' as found from message where from_address ilike $1 union all
     select 'outbox' from outbox where recipient ilike $1 or encode(raw, 'escape') ilike $2 union all
     select 'reading' from reading where mail::text ilike $2 union all
     select 'timeline' from timeline where detail::text ilike $2 union all
     select 'participant' from case_participant where address ilike $1 union all
     select 'contact' from clec where file::text ilike $2 union all
     select 'proof' from casefile where file -> 'items' ->> 'x' ilike $2`,
    jane,
    `%${jane}%`,
  )
  expect(left).toEqual([])
  expect(await ask(false)).toMatchObject({ mails: [] })
  expect(await flaws(), 'the chain holds without the words').toEqual([])
  const told = await ledger.rows(
    `select actor, detail ->> 'why' as why from timeline where event = 'erased' order by id`,
  )
  expect(told).toEqual([
    { actor: 'system', why: 'retention of spam' },
    { actor: 'person dana', why: 'asked for by the person' },
  ])
})

test('a file that comes again while its only mail is erased stays, and goes later when nobody names it', async () => {
  const spam = await arrived('again@prizes.example', 'spam', 'a paper that comes again')
  await fileArchive(folder).put(Buffer.from('a paper that comes again'))
  const pass = () => retain(ledger.pool, folder, [{ of: 'spam', before: RECEIVED + 1 }])
  expect(await pass()).toBe(1)
  expect([await has(spam.raw), await has(spam.file)]).toEqual([false, true])
  await aged(spam.file)
  await pass()
  expect(await has(spam.file)).toBe(false)
})

test('nothing is deleted while the archive is compared with the ledger', async () => {
  const spam = await arrived('quiet@prizes.example', 'spam', 'a paper')
  const pass = () => retain(ledger.pool, folder, [{ of: 'spam', before: RECEIVED + 1 }])
  await whileArchiveIsStill(ledger.pool, pass)
  expect([(await rowOf(spam.messageId))?.erased_at, await has(spam.raw)]).toEqual([expect.any(Date), true])
  await pass()
  expect(await has(spam.raw)).toBe(false)
})

test('a mail that was erased and comes again is known by its hash, and nobody reads it anew', async () => {
  const spam = await arrived('back@prizes.example', 'spam')
  expect(await retain(ledger.pool, folder, [{ of: 'spam', before: RECEIVED + 1 }])).toBe(1)
  expect((await ledger.take(spam.raw)).workId).toBe('')
  const rows = await ledger.rows('select outcome from message where sha256 = $1 order by id', spam.raw)
  expect(rows).toEqual([{ outcome: 'unrelated' }, { outcome: 'duplicate' }])
})
