/** Drafts on the database: replaced while they wait, in one go with their cases, and never sent out of date. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderStore } from '../../src/db/orders.ts'
import { draftStore, SETTLE, STALE } from '../../src/db/waiting-drafts.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { changedCase } from '../../src/domain/casework/outcome.ts'
import { summarizer } from '../../src/domain/casework/summary.ts'
import type { ReplyWish } from '../../src/domain/decision.ts'
import type { WaitingLetter } from '../../src/domain/letter/waiting-letter.ts'
import { giveOrder } from '../../src/flows/give-order.ts'
import { refreshDrafts } from '../../src/flows/refresh-drafts.ts'
import { AUTO, anUnderstanding, DESK_SETTINGS } from '../support/arrivals.ts'
import { crossed } from '../support/crossed.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'

let ledger: Ledger
let written = 0

beforeAll(async () => {
  ledger = await openLedger('drafts')
})
afterAll(() => ledger?.stop())

interface Draft {
  readonly id: number
  readonly key: string
  readonly state: string
  readonly case_id: number
  readonly answers: number
  readonly sections: WaitingLetter['sections']
}

const outboxOf = (caseId: number) =>
  ledger.rows<Draft>(
    'select id, key, state, case_id, answers, sections from outbox where case_id = $1 order by id',
    caseId,
  )

async function waiting(): Promise<Draft> {
  const { decision } = await decider(ledger, { mode: 'draft' }).receive(letter().mail)
  const [draft] = await outboxOf(decision.cases[0]?.file.id ?? 0)
  return draft as Draft
}

/** What a person orders: the certificate is in. `at`: later than any round, as a rule. */
async function tick(caseId: number, at = Date.parse('2028-01-04T16:00:00Z')): Promise<void> {
  await ledger.rows(
    `with c as (
       update casefile set version = version + 1, file = jsonb_set(jsonb_set(file::jsonb, '{items,certification}',
         '{"state":"met","at":1,"value":null,"problem":null,"proof":{"messageId":null,"attachment":null,"page":null,"quote":"","by":"anna"}}'),
         '{version}', to_jsonb(version + 1))::json where id = $1 returning id)
     insert into timeline (at, actor, event, case_id, detail)
     select to_timestamp($2::float8 / 1000), 'anna', 'item-met', id, '{"item":"certification"}' from c`,
    caseId,
    at,
  )
}

const fails = (error: Error): void => {
  throw error
}
const asWritten = async (wish: ReplyWish) => {
  written += 1
  const raw = Buffer.from(`Message-ID: <anew${written}@carrier.example>\r\n\r\n`)
  const ids = { messageId: `<anew${written}@carrier.example>`, returnPath: `anew${written}@carrier.example` }
  return { wish, ...ids, inReplyTo: null, subject: 'Re: it', raw }
}
const ROUND = Date.parse('2027-01-04T16:00:00Z')
const round = (now = ROUND, store = draftStore(ledger.pool), onTrouble: (error: Error) => void = fails) =>
  refreshDrafts({
    store,
    clock: () => new Date(now),
    desk: DESK_SETTINGS,
    write: asWritten,
    onTrouble,
  })

const asks = ({ sections }: Draft) => JSON.stringify(sections).includes('Certificate or registration')

test('whose case changes is written anew: the old one is dropped, and the timeline says why', async () => {
  const draft = await waiting()
  expect(asks(draft)).toBe(true)
  await round()
  expect(await outboxOf(draft.case_id)).toHaveLength(1)
  await tick(draft.case_id)
  await round()
  const [old, anew, ...more] = await outboxOf(draft.case_id)
  expect(more).toEqual([])
  expect([old?.state, anew?.state]).toEqual(['rejected', 'draft'])
  expect(anew).toMatchObject({ key: `${draft.key} / anew ${draft.id}`, answers: draft.answers })
  expect(asks(anew as Draft)).toBe(false)
  const told = await ledger.rows<{ event: string; why: string | null }>(
    `select event, detail ->> 'why' as why from timeline where outbox_id = any($1) order by id`,
    [draft.id, anew?.id],
  )
  expect(told.slice(-2)).toEqual([
    { event: 'draft-rejected', why: 'it is written anew, for its case has changed' },
    { event: 'reply-draft', why: null },
  ])
})

test('is written anew beside a decision about its case, and neither is stopped', async () => {
  const draft = await waiting()
  await tick(draft.case_id)
  await crossed({
    url: ledger.url,
    theirs: ['select from casefile where id = $1 for update', draft.case_id],
    ours: (pool) => round(ROUND, draftStore(pool)),
    next: [
      `insert into timeline (at, actor, event, case_id, detail) values (now(), 'anna', 'told', $1, '{}')`,
      draft.case_id,
    ],
  })
  expect((await outboxOf(draft.case_id)).map(({ state }) => state)).toEqual(['rejected', 'draft'])
})

test('about two states goes on asking in the one when a later draft asks in the other', async () => {
  const { receive } = decider(ledger, {
    mode: 'draft',
    understand: ({ text, attachments }) => ({
      ...anUnderstanding({ company: 'Two States, LLC', states: text === 'both' ? ['CO', 'UT'] : ['UT'] }),
      documents: attachments.map(() => 'customer-questionnaire'),
    }),
  })
  const { mail, sender } = letter({ text: 'both' })
  const { decision } = await receive(mail)
  const [colorado] = decision.cases.map(({ file }) => file) as [CaseFile]
  const ours = await ledger.value<string>('select message_id from outbox where case_id = $1', colorado.id)
  const paper = { filename: 'q.txt', text: 'CUSTOMER QUESTIONNAIRE\nCompany: Two States, LLC\nAll sections complete.' }
  await receive(letter({ text: 'Utah', from: sender, inReplyTo: ours, attachments: [paper] }).mail)
  await tick(colorado.id)
  await round()
  const drafts = (await outboxOf(colorado.id)).filter(({ state }) => state === 'draft')
  const states = drafts.map(({ sections }) =>
    sections.flatMap((one) => (one.section === 'missing-information' ? one.items.map((item) => item.states) : [])),
  )
  // The one that asks in Utah alone names no state.
  expect(states).toEqual([
    ['', '', ''],
    ['Colorado', 'Colorado'],
  ])
  // Nothing is written anew where nothing changes.
  await tick(colorado.id, ROUND + 1_000)
  await round(ROUND + 2_000)
  expect((await outboxOf(colorado.id)).filter(({ state }) => state === 'draft')).toEqual(drafts)
})

async function ordered(order: Act, caseId: number): Promise<number> {
  const file = await ledger.value<CaseFile>('select file from casefile where id = $1', caseId)
  const store = orderStore(ledger.pool, () => 2026, DESK_SETTINGS)
  const { number } = await store.draw(order, Date.now())
  const work = {
    ...{ now: Date.now(), actor: 'anna@carrier.example', replies: [], tasks: [], number, order, via: 'cli' as const },
    ...{ messageId: null, place: null, link: null, before: new Map(), also: [], sentence: 'Done.' },
  }
  const written = await store.commit({ ...work, cases: [changedCase(file, [], summarizer(DESK_SETTINGS))] })
  expect(written).not.toBeNull()
  return number
}

test('is held against its case again when an order is taken back, and the timeline says who took it back', async () => {
  const draft = await waiting()
  await round()
  const isStale = async () => (await draftStore(ledger.pool).stale(50)).some(({ id }) => id === draft.id)
  const ref = await ledger.value<string>('select ref from casefile where id = $1', draft.case_id)
  const number = await ordered(
    { act: 'tick', caseRef: ref, item: 'certification', value: null, on: null, note: null },
    draft.case_id,
  )
  expect(await isStale()).toBe(false)
  await ordered({ act: 'undo', order: number }, draft.case_id)
  expect(await isStale()).toBe(true)
  const told = await ledger.rows(
    `select detail, actor from timeline where case_id = $1 and event = 'order-undone'`,
    draft.case_id,
  )
  expect(told).toEqual([{ detail: { order: number }, actor: expect.stringContaining('@') }])
})

test('that only asks is withdrawn by the order that closes its case, and the order says so', async () => {
  const { case_id: caseId } = await waiting()
  await round()
  const caseRef = await ledger.value<string>('select ref from casefile where id = $1', caseId)
  const give = (order: Act) =>
    giveOrder(
      {
        store: orderStore(ledger.pool, () => 2026, DESK_SETTINGS),
        ...{ bell: { ring: async () => undefined }, clock: () => new Date(), desk: DESK_SETTINGS },
        ...{ autonomy: () => ({ ...AUTO, master: 'draft' as const }), write: asWritten, onOrder: () => undefined },
      },
      order,
      { by: 'root', via: 'cli', messageId: null, place: null, link: null },
    )
  await give({ act: 'ask', caseRef, items: ['certification'] })
  const [answer, asking] = await outboxOf(caseId)
  const { sentence } = await give({ act: 'close', caseRef, reason: 'duplicate' })
  expect(sentence).toContain(`Draft ${asking?.id} to `)
  expect(sentence).toContain('was withdrawn with it: nothing of it remains to be said.')
  expect(sentence).toContain(`Draft ${answer?.id} to `)
  expect(sentence).toContain('is written anew in a moment')
  expect((await outboxOf(caseId)).map(({ state }) => state)).toEqual(['draft', 'rejected'])
})

test('that somebody approves meanwhile is left alone', async () => {
  const draft = await waiting()
  await tick(draft.case_id)
  const store = draftStore(ledger.pool)
  const [stale] = (await store.stale(50)).filter(({ id }) => id === draft.id)
  await ledger.rows(`update outbox set state = 'queued' where id = $1`, draft.id)
  const wish = { wish: 'send-reply', key: 'x', template: 'acknowledgement', sections: [], to: stale?.to } as never
  const reply = { wish, messageId: '<x@x>', returnPath: 'x@x', inReplyTo: null, subject: '', raw: Buffer.from('') }
  expect(await store.replace(draft.id, { reply, cases: [], knownUntil: 0 }, Date.now())).toBe(false)
  expect(await outboxOf(draft.case_id)).toHaveLength(1)
})

test('whose case changes while it is looked at is looked at again', async () => {
  const draft = await waiting()
  const real = draftStore(ledger.pool)
  // Somebody writes in the case, which changes nothing of the letter.
  await ledger.rows(
    `insert into timeline (at, actor, event, case_id, detail)
     values (to_timestamp($2::float8 / 1000), 'system', 'mail-filed', $1, '{}')`,
    draft.case_id,
    ROUND - 10_000,
  )
  const stale = async (most: number) => {
    const found = await real.stale(most)
    await tick(draft.case_id, ROUND - 1)
    return found
  }
  await round(ROUND, { ...real, stale })
  expect(await outboxOf(draft.case_id)).toHaveLength(1)
  await round(ROUND + 20_000)
  const [, anew] = await outboxOf(draft.case_id)
  expect(asks(anew as Draft)).toBe(false)
})

/** How the database goes about it in large tables. */
async function planOf(statement: string): Promise<string> {
  const client = await ledger.pool.connect()
  try {
    await client.query('set enable_seqscan = off')
    const plan = await client.query(`explain ${statement}`)
    return JSON.stringify(plan.rows)
  } finally {
    client.release(true)
  }
}

test('settling the questions about drafts reads no letter that none is about', async () => {
  expect(await planOf(SETTLE.replaceAll('$1', '0'))).toContain('Index Scan using outbox_pkey')
})

test('whether a draft is out of date is asked of its own cases, not of all that ever happened', async () => {
  const plan = await planOf(`select o.id from outbox o where ${STALE}`)
  for (const table of ['casefile own', 'casefile c2', 'timeline t'])
    expect(plan).toMatch(new RegExp(`Index (?:Only )?Scan using \\w+ on ${table} [^}]*"},{"QUERY PLAN":" *Index Cond`))
})

test('that waits for days is asked about once, until it waits no more', async () => {
  const draft = await waiting()
  const tasks = `select done_by from task where once = $1`
  const later = Date.parse('2027-06-01T16:00:00Z')
  await round(later)
  await round(later)
  expect(await ledger.rows(tasks, `draft ${draft.id}`)).toEqual([{ done_by: null }])
  await ledger.rows(`update outbox set state = 'rejected' where id = $1`, draft.id)
  await round(later)
  expect(await ledger.rows(tasks, `draft ${draft.id}`)).toEqual([{ done_by: 'system' }])
})

test('that cannot be written anew is tried again, later each time, and ends withdrawn in front of a person', async () => {
  const draft = await waiting()
  await tick(draft.case_id)
  const broken = { ...draftStore(ledger.pool), replace: () => Promise.reject(new Error('no such template')) }
  const troubles: string[] = []
  for (let hours = 0; hours < 12; hours += 1)
    await round(ROUND + hours * 3_600_000, broken, (error) => troubles.push(error.message))
  expect(troubles).toEqual(Array.from({ length: 8 }, () => 'no such template'))
  expect(await ledger.value('select state from outbox where id = $1', draft.id)).toBe('rejected')
  expect(
    await ledger.value(`select sentence from task where sentence like 'Draft ' || $1::text || ' %'`, draft.id),
  ).toMatch(/could not be written anew \(no such template\): it is withdrawn/)
})
