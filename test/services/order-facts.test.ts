/** What an order is judged on when it names no case: that of its mail or of its task, and the questions open there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderStore } from '../../src/db/orders.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import type { CaseFile } from '../../src/domain/casework/case-file.ts'
import { changedCase } from '../../src/domain/casework/outcome.ts'
import { summarizer } from '../../src/domain/casework/summary.ts'
import { mailTold } from '../../src/domain/decide/mail-told.ts'
import type { ReplyWish } from '../../src/domain/decision.ts'
import type { Intent } from '../../src/domain/labels.ts'
import { runInside } from '../cli/run-inside.ts'
import { AUTO, DESK_SETTINGS, PUZZLING } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter } from '../support/letters.ts'

let ledger: Ledger
let asked: { readonly messageId: number; readonly ref: string; readonly task: number }

beforeAll(async () => {
  ledger = await openLedger('orders')
  const { messageId } = await decider(ledger, { understand: () => PUZZLING }).receive(letter().mail)
  await decider(ledger, { understand: () => PUZZLING }).receive(letter().mail)
  const [row] = await ledger.rows<{ ref: string; task: number }>(
    'select c.ref, t.id as task from task t join casefile c on c.id = t.case_id where t.message_id = $1',
    messageId,
  )
  asked = { messageId, ...(row as { ref: string; task: number }) }
})
afterAll(() => ledger?.stop())

test.each([
  ['what a mail is', (): Act => ({ act: 'relabel', messageId: asked.messageId, intents: ['status-inquiry'] })],
  ['that a task is done', (): Act => ({ act: 'done', task: asked.task })],
])('%s', async (_what, act) => {
  const { cases, tasks, mails, contacts } = await orderStore(ledger.pool, () => 2026, DESK_SETTINGS).facts(act())
  expect([...cases.keys()]).toEqual([asked.ref])
  expect([...tasks.values()]).toEqual([
    {
      ...{ id: asked.task, sort: 'understand', caseRef: asked.ref, messageId: asked.messageId, open: true },
      once: `wants ${asked.ref}`,
    },
  ])
  expect(mails.get(asked.ref)?.map(({ id }) => id)).toEqual([asked.messageId])
  expect(contacts.has(asked.ref)).toBe(true)
})

async function ordered(intents: readonly Intent[]) {
  const store = orderStore(ledger.pool, () => 2026, DESK_SETTINGS)
  const order: Act = { act: 'relabel', messageId: asked.messageId, intents }
  const { number } = await store.draw(order, Date.now())
  const also = [{ also: 'correct', messageId: asked.messageId, intents }] as const
  const committing = store.commit({
    ...{ now: Date.now(), actor: 'anna@carrier.example', cases: [], replies: [], tasks: [], number, order, via: 'cli' },
    ...{ messageId: null, place: null, link: null, before: new Map(), also, sentence: 'Done.' },
  })
  const done = await committing.then(
    () => true,
    () => false,
  )
  const count = (sql: string, id: number) => ledger.value<number>(`select count(*)::int ${sql}`, id)
  return {
    ...{ done, ordered: await count('from ordered where id = $1', number) },
    corrections: await count('from correction where message_id = $1 and withdrawn_at is null', asked.messageId),
  }
}

test('what a person says a mail is, is kept with the order or not at all', async () => {
  expect(await ordered(['unrelated', 'status-inquiry'])).toEqual({ done: false, ordered: 0, corrections: 0 })
  expect(await ordered(['status-inquiry'])).toEqual({ done: true, ordered: 1, corrections: 1 })
})

test('of what a case is about: its mails as they were read, and as a person corrected them', async () => {
  const describe: Act = { act: 'describe', caseRef: asked.ref, company: 'Birch Hollow, LLC' }
  const { readings } = await orderStore(ledger.pool, () => 2026, DESK_SETTINGS).facts(describe)
  expect(readings.get(asked.ref)).toMatchObject([{ id: asked.messageId, understanding: { kind: 'human' } }])
})

test('what another day of receipt would change is shown and not recorded', async () => {
  const { code, stdout } = await runInside(['clock', asked.ref, '--what-if', '2026-04-01'], {
    env: { DATABASE_URL: ledger.url },
  })
  expect([code, stdout]).toEqual([0, 'No clock would change.\n'])
})

test('a letter tells of all orders of a mail, is known by its key, and is found by whoever takes one of them back', async () => {
  const store = orderStore(ledger.pool, () => 2026, DESK_SETTINGS)
  const file = await ledger.value<CaseFile>('select file from casefile where ref = $1', asked.ref)
  const summarize = summarizer(DESK_SETTINGS)
  const proof = { messageId: null, attachment: null, page: null, quote: '', by: 'anna@carrier.example' }
  const items = ['filed', 'approved'] as const
  const also = [
    { also: 'ask-letter', caseRef: asked.ref, to: 'paula@acmefiber.example', items: ['questionnaire'] },
  ] as const
  let before = file
  for (const [place, item] of items.entries()) {
    const order: Act = { act: 'tick', caseRef: asked.ref, item, on: null, value: null, note: null }
    const { number } = await store.draw(order, Date.now())
    const change = { change: 'item-met', item, at: Date.now(), value: null, proof } as const
    const outcome = changedCase(before, [change], summarize)
    await store.commit({
      ...{ now: Date.now(), actor: 'anna@carrier.example', cases: [outcome], replies: [], tasks: [], number, order },
      ...{ via: 'mail', messageId: asked.messageId, place, link: null, also, sentence: 'Done.' },
      before: new Map([[asked.ref, before]]),
    })
    before = outcome.file
  }
  const { cases, letters } = await store.orderedIn(asked.messageId)
  expect(cases).toMatchObject([
    {
      after: { version: file.version + 2 },
      contact: expect.stringContaining('@'),
      asks: ['questionnaire', 'questionnaire'],
    },
  ])
  expect(cases[0]?.before.items).toEqual(file.items)
  expect(letters).toEqual([])
  const [told] = mailTold(asked.messageId, cases, { now: Date.now(), desk: DESK_SETTINGS, autonomy: AUTO })
  expect(told?.letter.key).toContain(`/ orders of mail ${asked.messageId}`)
  const wish = told?.letter as ReplyWish
  const reply = {
    wish,
    messageId: '<told@carrier.example>',
    returnPath: 'm1@carrier.example',
    inReplyTo: null,
    subject: 'Told',
  }
  const work = {
    now: Date.now(),
    actor: 'system',
    cases: told?.cases ?? [],
    replies: [{ ...reply, raw: Buffer.from('') }],
    tasks: [],
  }
  expect(await store.tell({ ...work, messageId: asked.messageId, caseRefs: [asked.ref] })).not.toBeNull()
  expect((await store.orderedIn(asked.messageId)).letters).toEqual([told?.letter.key])
  const remembered = await ledger.rows<{ letters: number }>(
    `select json_array_length(traces -> 'letters') as letters from ordered where message_id = $1`,
    asked.messageId,
  )
  expect(remembered.map(({ letters: count }) => count)).toEqual([1, 1])
})
