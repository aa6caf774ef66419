/** Affiliates in the database: recorded and taken back by an order, seen by decisions, no way into each other's cases. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { affiliationsOf } from '../../src/db/affiliations.ts'
import { listClecs } from '../../src/db/lists.ts'
import { orderStore } from '../../src/db/orders.ts'
import type { Act } from '../../src/domain/casework/act.ts'
import { giveOrder } from '../../src/flows/give-order.ts'
import { AUTO, anUnderstanding, DESK_SETTINGS } from '../support/arrivals.ts'
import { decider } from '../support/deciding.ts'
import { type Ledger, openLedger } from '../support/ledger.ts'
import { letter, repliesTo } from '../support/letters.ts'

const [ACME, BIGFORK] = ['Acme Fiber, LLC', 'Bigfork Holdings, Inc.']
let ledger: Ledger
beforeAll(async () => {
  ledger = await openLedger('affiliates')
})
afterAll(() => ledger?.stop())

const from = (company: string) => decider(ledger, { understand: () => anUnderstanding({ company, states: ['CO'] }) })

async function requestOf(company: string) {
  const { mail, sender } = letter()
  const { decision } = await from(company).receive(mail)
  const [reply] = await repliesTo(ledger, sender)
  return { sender, ref: decision.cases[0]?.file.ref ?? '', ours: reply?.message_id ?? '' }
}

function order(act: Act) {
  const parts = {
    store: orderStore(ledger.pool, () => 2026, DESK_SETTINGS),
    ...{ bell: { ring: async () => undefined }, clock: () => new Date(), desk: DESK_SETTINGS, autonomy: () => AUTO },
    write: () => Promise.reject(new Error('no letter follows')),
    onOrder: () => undefined,
  }
  return giveOrder(parts, act, { by: 'person anna', via: 'cli', messageId: null, place: null, link: null })
}

const affiliates = async () =>
  (await listClecs(ledger.pool, { after: 0, most: 10 })).map((one) => [one.legalName, one.affiliates])

test('recorded, shown from both sides, taken back, recorded again', async () => {
  const [acme] = [await requestOf(ACME), await requestOf(BIGFORK)]
  const { done, number } = await order({ act: 'affiliate', caseRef: acme.ref, name: BIGFORK })
  expect(done).toBe(true)
  expect(await affiliates()).toEqual([
    [ACME, [BIGFORK]],
    [BIGFORK, [ACME]],
  ])
  expect((await order({ act: 'affiliate', caseRef: acme.ref, name: 'BIGFORK HOLDINGS INC' })).done).toBe(false)
  const undone = await order({ act: 'undo', order: number ?? 0 })
  expect([undone.done, await affiliationsOf(ledger.pool, [ACME, BIGFORK])]).toEqual([true, []])
  expect((await order({ act: 'undo', order: undone.number ?? 0 })).done).toBe(true)
  expect(await affiliationsOf(ledger.pool, [ACME])).toHaveLength(1)
})

test.each([false, true])(
  'recorded (%s), it is asked no more; cases of the other are never seen',
  async (isRecorded) => {
    const cedar = `Cedar ${isRecorded ? 'Mesa' : 'Fork'}, LLC`
    const acme = await requestOf(cedar)
    const other = await requestOf('Dry Creek, LLC')
    if (isRecorded) await order({ act: 'affiliate', caseRef: acme.ref, name: 'Dry Creek, LLC' })
    const { mail } = letter({
      from: acme.sender,
      text: 'Our affiliate, Dry Creek, LLC, asked too. What is the status?',
    })
    const { decision } = await from(cedar).receive({ ...mail, inReplyTo: [acme.ours] })
    const asked = decision.wishes.some((one) => one.wish === 'ask-human' && one.sort === 'affiliate')
    expect(asked).toBe(!isRecorded)
    expect(decision.cases.map(({ file }) => file.ref)).toEqual([acme.ref])
    expect(JSON.stringify(decision)).not.toContain(other.ref)
  },
)
