/** What an order is judged on when it names no case: that of its mail or of its task, and the questions open there. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { orderStore } from '../../src/db/orders.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import { PUZZLING } from '../support/arrivals.ts'
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
  const { cases, tasks, mails, contacts } = await orderStore(ledger.pool, () => 2026).facts(act(), Date.now())
  expect([...cases.keys()]).toEqual([asked.ref])
  expect([...tasks.values()]).toEqual([
    { id: asked.task, sort: 'understand', caseRef: asked.ref, messageId: asked.messageId, open: true },
  ])
  expect(mails.get(asked.ref)?.map(({ id }) => id)).toEqual([asked.messageId])
  expect(contacts.has(asked.ref)).toBe(true)
})
