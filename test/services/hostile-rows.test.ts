/** Hostile mails on a real database: each is recorded and decided, whatever is in it, and the desk's digest can be made. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listMessages, listTasks } from '../../src/db/lists.ts'
import { understand } from '../../src/domain/understand/understand.ts'
import { shippedModel } from '../../src/learning/shipped.ts'
import { HOSTILE } from '../hostile/classes/index.ts'
import { readBytes } from '../mime/mails.ts'
import { OURS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'

/** Larger ones are no different as rows. */
const LARGEST = 300_000

let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger('hostile')
})
afterAll(() => ledger?.stop())

test('every one of them has its outcome, and all of them can be listed', async () => {
  const world = { ownAddresses: [OURS], authservIds: [], model: shippedModel() }
  const desk = decider(ledger, { understand: (mail) => understand(mail, world) })
  const all = Object.values(HOSTILE).flat()
  let decided = 0
  for (const { name, mail } of all) {
    const raw = mail()
    if (raw.length > LARGEST) continue
    const { messageId, decision } = await desk.receive(await readBytes(raw))
    const outcome = await ledger.value<string | null>('select outcome from message where id = $1', messageId)
    expect({ name, outcome, decided: decision.understanding.kind !== undefined }).toEqual({
      name,
      outcome: expect.any(String),
      decided: true,
    })
    decided += 1
  }
  expect(decided).toBeGreaterThan(60)
  expect(await listMessages(ledger.pool, { after: 0, most: 1_000 }, false)).toHaveLength(decided)
  expect((await listTasks(ledger.pool, { after: 0, most: 1_000 }, null)).length).toBeGreaterThan(0)
})
