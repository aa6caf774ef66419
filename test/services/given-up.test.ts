/** Nothing is tried for ever: what always fails ends in front of a person, who has it tried again, files or drops it. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fileArchive } from '../../src/archive/file-archive.ts'
import { decideStore } from '../../src/db/decide-mail.ts'
import { timeStore } from '../../src/db/due-cases.ts'
import { sendStore } from '../../src/db/send-mail.ts'
import { type Begin, carefully } from '../../src/flows/carefully.ts'
import { passTime } from '../../src/flows/pass-time.ts'
import { MOST_STUMBLES } from '../../src/flows/persevere.ts'
import { patiently } from '../../src/flows/work.ts'
import { runInside } from '../cli/run-inside.ts'
import { temporaryFolder } from '../cli/run-intagree.ts'
import { AUTO, DESK_SETTINGS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger, rememberingBell } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'
import { queuedReply, toldOf } from '../support/queued-reply.ts'

let ledger: Ledger
let folder: ReturnType<typeof temporaryFolder>

beforeAll(async () => {
  ledger = await openLedger('given_up')
  folder = temporaryFolder()
})
afterAll(async () => {
  await ledger?.stop()
  folder?.[Symbol.dispose]()
})

const home = () => join(folder.path, '.intagree')

async function quarantine(line: string) {
  const env = { DATABASE_URL: ledger.url, INTAGREE_HOME: home() }
  const { code, stdout, stderr } = await runInside(['quarantine', ...line.split(' ')], { env, cwd: folder.path })
  return { code, said: stdout + stderr }
}

async function listed(id: number | string) {
  const { said } = await quarantine('list --json')
  const lines = said.split('\n').filter(Boolean)
  return lines.map((line) => JSON.parse(line) as { id: number | string }).find((line) => line.id === id)
}

const openTasks = (messageId: number) =>
  ledger.value<number>('select count(*)::int from task where message_id = $1 and done_at is null', messageId)

/** A mail that was given up, with 100 bytes of it in the archive, as its row says. */
async function inQuarantine(why = 'always the same bug') {
  const mail = await ledger.arrive(letter().mail)
  const sha256 = await ledger.value<string>('select sha256 from message where id = $1', mail.messageId)
  const path = fileArchive(join(home(), 'archive')).pathOf(sha256)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'x'.repeat(100))
  await ledger.work.giveUp(mail.workId, why)
  return { ...mail, path }
}

/** As the worker does it. */
function patientDecider(): (workId: string) => Promise<void> {
  return patiently(
    ledger.work,
    () => new Date(),
    () => false,
    () => {},
    async (id) => {
      await decider(ledger).decide(id)
    },
  )
}

describe('a mail in quarantine', () => {
  test('is shown with its reason, its attempts, its bytes and the command to try again', async () => {
    const { messageId, path } = await inQuarantine()
    const { said } = await quarantine(`show ${messageId} --json`)
    expect(JSON.parse(said)).toMatchObject({
      ...{ code: 'processing-failed', detail: 'always the same bug', kept: path, keptBytes: 100 },
      next: `intagree quarantine retry ${messageId}`,
    })
  })

  test('is read and decided from the start', async () => {
    const { messageId } = await inQuarantine()
    expect(await quarantine(`retry ${messageId}`)).toEqual({ code: 0, said: `Mail ${messageId} is read again.\n` })
    expect(await openTasks(messageId)).toBe(0)
    const workId = String(await ledger.value(`select id from work where stage = 'read' and ref = $1`, messageId))
    const { mail } = letter()
    const todo = await ledger.reading.toRead(workId)
    expect(todo?.messageId).toBe(messageId)
    const reading = { messageId, receivedAt: new Date(), mail: { ...mail, contentId: workId }, milliseconds: 1 }
    const [chime] = await ledger.reading.recordReading(workId, reading)
    expect((await decider(ledger).decide(chime?.workId ?? ''))?.changes).toContainEqual(
      expect.objectContaining({ change: 'mail-settled', outcome: 'filed' }),
    )
    expect(await listed(messageId)).toBeUndefined()
  })

  test('is not read again when only its header is there', async () => {
    const { messageId, path } = await inQuarantine()
    writeFileSync(path, 'only the header')
    const { code, said } = await quarantine(`retry ${messageId}`)
    expect({ code, said }).toMatchObject({
      code: 1,
      said: expect.stringContaining('only its header is in the archive'),
    })
    expect(await listed(messageId)).toBeDefined()
    await quarantine(`reject ${messageId}`)
  })

  test('is filed as it is, or put aside, once', async () => {
    const [filed, dropped] = [await inQuarantine(), await inQuarantine()]
    await decider(ledger).receive(letter().mail)
    const ref = await ledger.value<string>('select ref from casefile order by id desc limit 1')
    expect((await quarantine(`release ${filed.messageId} --case ${ref}`)).code).toBe(0)
    expect((await quarantine(`reject ${dropped.messageId}`)).code).toBe(0)
    const outcomes = await ledger.rows(
      `select outcome, count(case_id)::int as cases from message left join case_message f on f.message_id = message.id
       where id = any($1) group by id, outcome order by id`,
      [filed.messageId, dropped.messageId],
    )
    expect(outcomes).toEqual([
      { outcome: 'filed', cases: 1 },
      { outcome: 'unrelated', cases: 0 },
    ])
    expect(await quarantine(`reject ${dropped.messageId}`)).toMatchObject({ code: 1 })
  })

  test('all of one reason are tried again at once', async () => {
    const mails = [await inQuarantine(), await inQuarantine()]
    expect((await quarantine('retry --code processing-failed')).code).toBe(0)
    for (const { messageId } of mails) expect(await listed(messageId)).toBeUndefined()
  })

  test('a reason that no mail has is said', async () => {
    expect(await quarantine('retry --code no-such-reason')).toEqual({
      code: 0,
      said: 'No mail is in quarantine for the reason "no-such-reason"; "intagree quarantine" lists them with their reasons.\n',
    })
  })
})

describe('a mail over which the process may have died', () => {
  /** A process takes all of them and dies when the first has been begun: nothing that it took ever ends. */
  function dies(works: readonly string[]): Promise<void> {
    const store = decideStore(ledger.pool, () => 2026)
    const careful = carefully(ledger.work)
    return new Promise((resolve) => {
      const never = async (begin: Begin) => {
        await begin()
        return new Promise<never>(() => resolve())
      }
      for (const id of works) void store.decide(id, ({ begun }) => careful(id, begun, never))
    })
  }

  test('each time, is given up; those that only waited behind it are not', async () => {
    const ofOneFirm = ['paula', 'omar', 'lena'].map((who) => letter({ from: `${who}@deadly.example` }).mail)
    const mails = await Promise.all(ofOneFirm.map((mail) => ledger.arrive(mail)))
    const works = mails.map(({ workId }) => workId)
    await ledger.rows('update work set rings = 9 where id = any($1)', works)
    for (let death = 0; death < 5; death += 1) await dies(works)
    const decided = patientDecider()
    for (const work of works) await decided(work)
    const outcomes = await ledger.rows<{ outcome: string; detail: string | null }>(
      'select outcome, quarantine_detail as detail from message where id = any($1) order by outcome',
      mails.map(({ messageId }) => messageId),
    )
    expect(outcomes).toEqual([
      { outcome: 'filed', detail: null },
      { outcome: 'filed', detail: null },
      { outcome: 'quarantined', detail: expect.stringContaining('it was begun 5 times and never ended') },
    ])
  })
})

describe('a reply that was given up', () => {
  test.each(['retry', 'sending'])('(%s) is listed, and sent again when a person says so', async (state) => {
    const reply = await queuedReply(ledger)
    await ledger.rows('update outbox set state = $2, handed = 1 where id = $1', reply.outboxId, state)
    await ledger.work.giveUp(reply.workId, 'always the same bug')
    const id = `reply-${reply.outboxId}`
    expect(await listed(id)).toMatchObject({ sort: 'reply', retry: `intagree quarantine retry ${id}` })
    expect(await quarantine(`retry ${id}`)).toEqual({ code: 0, said: `${id} is tried again.\n` })
    expect(await toldOf(ledger, reply)).toEqual(['queued 0', 'work: send', 'task: delivery'])
    expect(await listed(id)).toBeUndefined()
  })

  test('its copy is filed again', async () => {
    const reply = await queuedReply(ledger)
    const sending = sendStore(ledger.pool, 900_001, true)
    await sending.claim(reply.workId)
    const [chime] = await sending.sent(reply.workId, reply.outboxId, '250 kept', null)
    await ledger.work.giveUp(chime?.workId ?? '', 'the mailbox is full')
    expect((await quarantine(`retry copy-${reply.outboxId}`)).code).toBe(0)
    expect(await toldOf(ledger, reply)).toEqual(['sent 1', 'work: copy', 'task: delivery'])
  })
})

test.each([
  ['copy', '1 minute', 20, false],
  ['copy', '1 hour', 360, false],
  ['copy', '4 days', 900, false],
  ['read', '1 hour', 60, false],
  ['read', '6 days', 60, true],
])('%s that waits for something outside since %s waits %i s more, or is over: %s', async (stage, age, wait, over) => {
  const { workId } = await ledger.take()
  await ledger.rows(
    'update work set stage = $2, ref = 1000000 + ref, created_at = now() - $3::interval where id = $1',
    workId,
    stage,
    age,
  )
  const now = new Date('2026-03-02T16:00:00Z')
  expect(await ledger.work.postponed(workId, 'away', now)).toBe(over)
  const next = await ledger.value<Date>('select next_at from work where id = $1', workId)
  expect(Math.round((next.getTime() - now.getTime()) / 1000)).toBe(wait)
})

describe('a request that always fails', () => {
  test('waits longer each time, fills no round, and ends in front of a person', async () => {
    await decider(ledger).receive(letter().mail)
    await decider(ledger).receive(letter().mail)
    const requests = await ledger.rows<{ id: number }>('select id from casefile order by id desc limit 2')
    const [poison, healthy] = requests.map((one) => one.id) as [number, number]
    let now = Date.parse('2030-01-01T00:00:00Z')
    await ledger.rows('update casefile set next_due_at = null')
    const due = () =>
      ledger.rows('update casefile set next_due_at = $2 where id = any($1)', [poison, healthy], new Date('2029-12-31'))
    await due()
    const store = timeStore(ledger.pool)
    const tried: number[] = []
    const round = () =>
      passTime({
        ...{
          bell: rememberingBell(),
          clock: () => new Date(now),
          desk: DESK_SETTINGS,
          autonomy: () => AUTO,
          perHour: 500,
        },
        store: {
          ...store,
          openCases(id) {
            tried.push(id)
            return id === poison ? Promise.reject(new Error('no such item')) : store.openCases(id)
          },
        },
        write: () => Promise.reject(new Error('nothing is written here')),
        onTrouble: () => {},
        onPass: () => {},
      })
    const waits: number[] = []
    for (let turn = 1; turn <= MOST_STUMBLES; turn += 1) {
      await round()
      const again = await ledger.value<number>(
        'select extract(epoch from next_at)::float8 from stumble where what = $1',
        `request ${poison}`,
      )
      waits.push((again * 1000 - now) / 60_000)
      expect(await store.dueRequests(now, 100)).not.toContain(poison)
      if (turn < MOST_STUMBLES) now = again * 1000
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, Number.POSITIVE_INFINITY])
    expect(tried.filter((id) => id === poison)).toHaveLength(MOST_STUMBLES)
    expect(tried).toContain(healthy)
    now += 365 * 24 * 3_600_000
    expect(await store.dueRequests(now, 100)).not.toContain(poison)
    expect(await listed(`request-${poison}`)).toMatchObject({ attempts: MOST_STUMBLES, reason: 'no such item' })
    expect(await ledger.value(`select sentence from task where sort = 'failure' and done_at is null`)).toContain(
      `intagree quarantine retry request-${poison}`,
    )
    expect((await quarantine(`retry request-${poison}`)).code).toBe(0)
    await due()
    expect(await store.dueRequests(now, 100)).toContain(poison)
  })
})
