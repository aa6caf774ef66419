/** Nobody changes a case that he has not seen as it is: in one batch, in two processes, and beside the passing of time. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { commitCasework } from '../../src/db/commit-casework.ts'
import { decideStore } from '../../src/db/decide-mail.ts'
import { createPool, type Pool } from '../../src/db/pool.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { changedCase } from '../../src/domain/casework/outcome.ts'
import { summarizer } from '../../src/domain/casework/summary.ts'
import { fileOf } from '../../src/domain/decide/home.ts'
import type { DecideStore, FactKeys } from '../../src/ports/stores/decide-mail.ts'
import { anUnderstanding, CONTENT_FREE, DESK_SETTINGS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter, repliesTo } from '../support/letters.ts'

let ledger: Ledger
let otherPool: Pool
let otherProcess: DecideStore

beforeAll(async () => {
  ledger = await openLedger('versions')
  otherPool = createPool(ledger.url, 4, () => {})
  otherProcess = decideStore(otherPool, (at) => at.getUTCFullYear())
})
afterAll(async () => {
  await otherPool?.end()
  await ledger?.stop()
})

const summarize = summarizer(DESK_SETTINGS)

interface Opened {
  readonly caseId: number
  readonly ref: string
  readonly messageId: string
}

async function openCase(): Promise<Opened> {
  const { mail, sender } = letter()
  await decider(ledger).receive(mail)
  const [reply] = await repliesTo(ledger, sender)
  const caseId = reply?.case_id ?? 0
  const ref = await ledger.value<string>('select ref from casefile where id = $1', caseId)
  return { caseId, ref, messageId: reply?.message_id ?? '' }
}

async function stored(caseId: number) {
  const [row] = await ledger.rows<{ file: CaseFile; version: number }>(
    'select file, version from casefile where id = $1',
    caseId,
  )
  return row as { file: CaseFile; version: number }
}

function keys(sender: string, ref: string): FactKeys {
  return {
    ...{ sender, recipient: sender, messageIds: [], ownIds: [], tokenRefs: [ref], subjectRefs: [], bounced: [] },
    ...{ wantsCases: 1, companyKey: null, states: [], tracking: [], wantsQueue: false },
  }
}

/** Decides a mail of another domain so that the case keeps one more mark; returns how often it was decided. */
async function mark(store: DecideStore, ref: string, name: string): Promise<number> {
  const { mail, sender } = letter()
  const { workId, messageId } = await ledger.arrive(mail)
  let turns = 0
  await store.decide(workId, async (todo, session) => {
    turns += 1
    const now = Date.now()
    const { threads } = await session.facts(todo, keys(sender, ref), now)
    const file = fileOf(threads.byToken[0] as (typeof threads.byToken)[number])
    const outcome = changedCase(file, [{ change: 'staff-told', marks: [name] }], summarize)
    const decision = {
      ...{ understanding: CONTENT_FREE, clec: null, wishes: [], because: [], cases: [outcome] },
      changes: [
        { change: 'mail-filed', caseId: file.id, how: 'test' } as const,
        { change: 'mail-settled', kind: 'human', outcome: 'filed', duplicateOf: null } as const,
      ],
    }
    return session.commit(todo, decision, [], now)
  })
  expect(await ledger.value('select stage from message where id = $1', messageId)).toBe('done')
  return turns
}

describe('several mails of different domains about one case at once', () => {
  test('in one batch of one process: each change is kept, one after the other', async () => {
    const { caseId, ref } = await openCase()
    const names = ['a', 'b', 'c', 'd', 'e', 'f']
    const turns = await Promise.all(names.map((name) => mark(ledger.deciding, ref, name)))
    const { file, version } = await stored(caseId)
    expect(file.told.toSorted()).toEqual(names)
    expect([file.version, version]).toEqual([1 + names.length, 1 + names.length])
    expect(Math.max(...turns)).toBeGreaterThan(1)
  })

  test('in two processes: none is lost', async () => {
    const { caseId, ref } = await openCase()
    const names = Array.from({ length: 12 }, (_, at) => `m${at}`)
    await Promise.all(names.map((name, at) => mark(at % 2 === 0 ? ledger.deciding : otherProcess, ref, name)))
    const { file, version } = await stored(caseId)
    expect(file.told.toSorted()).toEqual(names.toSorted())
    expect(version).toBe(1 + names.length)
    const told = await ledger.value(
      `select count(*)::int from timeline where case_id = $1 and event = 'staff-told'`,
      caseId,
    )
    expect(told).toBe(names.length)
  })

  test('beside what time brings: whoever comes second writes nothing of it', async () => {
    const { caseId, ref } = await openCase()
    const { file } = await stored(caseId)
    await mark(ledger.deciding, ref, 'mail')
    const late = changedCase(file, [{ change: 'staff-told', marks: ['time'] }], summarize)
    const work = { now: Date.now(), actor: 'system', cases: [late], replies: [], tasks: [] }
    expect(await commitCasework(ledger.pool, work)).toBeNull()
    expect((await stored(caseId)).file.told).toEqual(['mail'])
  })

  test('time and mails at once, in two processes', async () => {
    const { caseId, ref } = await openCase()
    const names = ['a', 'b', 'c', 'd']
    const tick = async (name: string): Promise<void> => {
      const { file } = await stored(caseId)
      const outcome = changedCase(file, [{ change: 'staff-told', marks: [name] }], summarize)
      const work = { now: Date.now(), actor: 'system', cases: [outcome], replies: [], tasks: [] }
      if ((await commitCasework(otherPool, work)) === null) await tick(name)
    }
    await Promise.all([...names.map((name) => mark(ledger.deciding, ref, name)), ...names.map((n) => tick(`t${n}`))])
    const { file, version } = await stored(caseId)
    expect(file.told.toSorted()).toEqual([...names, ...names.map((name) => `t${name}`)].toSorted())
    expect(version).toBe(9)
  })
})

describe('real mails', () => {
  test('of five states: five cases, one reply, all under the number of the first', async () => {
    const asked = anUnderstanding({ company: 'Five States, LLC', states: ['CO', 'UT', 'WA', 'OR', 'AZ'] })
    const { mail, sender } = letter()
    const { messageId } = await decider(ledger, { understand: () => asked }).receive(mail)
    const cases = await ledger.rows<{ id: number; request_id: number; states: string[]; file: CaseFile }>(
      `select id, request_id, states, file from casefile
       where id in (select case_id from case_message where message_id = $1) order by id`,
      messageId,
    )
    expect(cases.map((one) => one.states[0])).toEqual(asked.states)
    expect(new Set(cases.map((one) => one.request_id))).toEqual(new Set([cases[0]?.id]))
    expect(cases.every((one) => one.file.id === one.id && one.file.requestId === one.request_id)).toBe(true)
    const replies = await repliesTo(ledger, sender)
    expect(replies).toHaveLength(1)
    expect(replies[0]).toMatchObject({ case_id: cases[0]?.id })
    expect(await ledger.value('select subject from outbox where id = $1', replies[0]?.id)).toContain(cases[0]?.file.ref)
  })

  test('two answers of colleagues in one batch touch one case, and both lie in it', async () => {
    const { caseId, messageId: token } = await openCase()
    const partner = 'joe@partner.example'
    await ledger.rows('insert into case_participant (case_id, address) values ($1, $2)', caseId, partner)
    const sender = await ledger.value<string>(
      `select address from case_participant where case_id = $1 and address <> $2`,
      ...[caseId, partner],
    )
    const mails = [sender, partner].map((from) => letter({ from, inReplyTo: token, subject: 'Re: it' }).mail)
    const works = await Promise.all(mails.map((mail) => ledger.arrive(mail)))
    const desk = decider(ledger, { understand: () => CONTENT_FREE })
    await Promise.all(works.map(({ workId }) => desk.decide(workId)))
    expect((await stored(caseId)).version).toBe(3)
    const filed = await ledger.value(
      'select count(*)::int from case_message where case_id = $1 and message_id = any($2)',
      ...[caseId, works.map((one) => one.messageId)],
    )
    expect(filed).toBe(2)
  })

  test('of one new company, from its own people and its counsel at once, in two processes: one entity with both', async () => {
    for (let round = 0; round < 5; round += 1) {
      const company = `Two Writers ${round}, LLC`
      const states = [['CO'], ['UT']] as const
      await Promise.all(
        states.map(async (own, at) => {
          const { workId } = await ledger.arrive(letter({ from: `w${at}@writer${round}${at}.example` }).mail)
          const understand = () => anUnderstanding({ company, states: own })
          const store = at === 0 ? ledger.deciding : otherProcess
          await decider(ledger, { understand, store }).decide(workId)
        }),
      )
      const found = await ledger.rows<{ id: number; contacts: number }>(
        `select id, json_array_length(file->'contacts') as contacts from clec where legal_name = $1`,
        company,
      )
      expect(found).toEqual([{ id: expect.any(Number), contacts: 2 }])
      const named = await ledger.rows(`select distinct clec_id from casefile where company = $1`, company)
      expect(named).toEqual([{ clec_id: found[0]?.id }])
    }
  })
})
