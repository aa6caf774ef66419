/** Whatever is ordered on whatever case: what is taken back is as it was before. Seeded, so that a failure repeats. */
import { expect, test } from 'vitest'
import type { Act } from '../../../src/domain/casework/act.ts'
import {
  CARRIER_TYPES,
  type CaseFile,
  CLOSING_REASONS,
  FAMILIES,
  type Item,
  ROUTES,
} from '../../../src/domain/casework/case-file.ts'
import { ITEMS } from '../../../src/domain/casework/items.ts'
import { effectsOf } from '../../../src/domain/orders/order-effects.ts'
import type { OrderFacts } from '../../../src/domain/orders/order-facts.ts'
import { carriedOut, past } from '../../support/carried-out.ts'
import { aCaseMail, aFile, aProof, met, NOW, orderFacts, RECEIVED } from '../../support/case-files.ts'
import { type Chance, chance } from '../../support/chance.ts'

const [ONE, OTHER] = ['CLEC-2026-00042', 'CLEC-2026-00050'] as const
const DAY = 24 * 3_600_000

function anItem({ pick, whole }: Chance): Item {
  const proof = aProof({
    messageId: pick([11, 12, 13, null]),
    by: pick(['system', 'bob@carrier.example']),
    attachment: pick(['a.pdf', null]),
  })
  const at = RECEIVED + whole(5) * DAY
  return pick<Item>([
    met({ at, value: pick([null, '1', '2']), proof }),
    { state: 'waived', at, value: null, problem: null, proof },
    { state: 'problem', at, value: null, problem: 'Not signed.', proof },
  ])
}

function someFile(dice: Chance, change: Partial<CaseFile>): CaseFile {
  const { pick, whole } = dice
  const items = ITEMS.filter(() => whole(3) === 0).map((item) => [item, anItem(dice)] as const)
  return aFile({
    ...{
      clecId: pick([7, null]),
      company: pick(['Acme Fiber, LLC', null]),
      state: pick(['CO', null]),
      family: pick(['qc', null]),
    },
    ...{
      route: pick([...ROUTES, null]),
      routeDoubtful: pick([true, false]),
      negotiator: pick(['bob@carrier.example', null]),
    },
    closed: whole(5) === 0 ? { reason: pick(CLOSING_REASONS), at: NOW, into: null } : null,
    needsPerson: pick([null, 'what is it?']),
    chase: pick([
      null,
      {
        to: 'p@x.example',
        items: ['certification'],
        askedAt: RECEIVED,
        reminded: [],
        pausedUntil: null,
        stopped: null,
      },
    ]),
    items: Object.fromEntries(items),
    ...change,
  })
}

function someOrder({ pick, whole }: Chance): Act {
  const caseRef = pick([ONE, OTHER])
  const [item, note] = [pick(ITEMS), pick([null, 'so'])]
  return pick<Act>([
    { act: 'tick', caseRef, item, on: pick([null, '2026-03-05', '2026-03-10']), value: pick([null, '1']), note },
    { act: 'untick', caseRef, item, note },
    { act: 'waive', caseRef, item, note },
    { act: 'not-approved', caseRef, on: null, value: pick([null, '1']), note },
    { act: 'assign', caseRef, to: pick(['anna@carrier.example', 'bob@carrier.example']) },
    { act: 'route', caseRef, route: pick(ROUTES) },
    { act: 'describe', caseRef, state: pick(['UT', 'CO']), family: pick(FAMILIES), carrierType: pick(CARRIER_TYPES) },
    { act: 'ask', caseRef, items: pick([[], ['certification', 'tax-forms']]) },
    { act: 'extend', caseRef, deemedReceipt: pick(['2026-03-20', '2026-04-01']), why: 'agreed' },
    { act: 'close', caseRef, reason: pick(CLOSING_REASONS) },
    { act: 'affiliate', caseRef, name: 'Bigfork Holdings, Inc.' },
    { act: 'reopen', caseRef },
    { act: 'merge', caseRef: OTHER, into: ONE },
    { act: 'split', caseRef: ONE, messageIds: pick([[12], [13], [12, 13]]) },
    { act: 'done', task: 1 + whole(2) },
    { act: 'relabel', messageId: 12, intents: ['status-inquiry'] },
  ])
}

function someFacts(dice: Chance): OrderFacts {
  const files = [someFile(dice, {}), someFile(dice, { id: 50, ref: OTHER, receivedAt: RECEIVED + DAY })]
  const mail = (id: number, days: number) => aCaseMail({ id, receivedAt: RECEIVED + days * DAY })
  const task = (id: number) => ({ id, sort: 'understand', caseRef: ONE, messageId: 12, open: true, once: null })
  return orderFacts(files, {
    mails: new Map([
      [ONE, [mail(11, 0), mail(12, 1), mail(13, 2)]],
      [OTHER, [mail(21, 1)]],
    ]),
    tasks: new Map([1, ...(dice.whole(2) === 0 ? [2] : [])].map((id) => [id, task(id)])),
  })
}

/** Where the mails are after an order that moved some. */
function mailsAfter(order: Act, facts: OrderFacts): OrderFacts['mails'] {
  const effects = effectsOf(order, facts)
  const mails = new Map(facts.mails)
  for (const one of effects.effects === 'ordered' ? effects.also : [])
    if (one.also === 'move-mails') {
      const moved = (mails.get(one.from) ?? []).filter((mail) => one.messageIds.includes(mail.id))
      mails.set(
        one.from,
        (mails.get(one.from) ?? []).filter((mail) => !moved.includes(mail)),
      )
      mails.set(one.into, [...(mails.get(one.into) ?? []), ...moved])
    }
  return mails
}

/** The affiliates that are recorded after an order. */
function affiliationsAfter(order: Act, facts: OrderFacts): OrderFacts['affiliations'] {
  const effects = effectsOf(order, facts)
  const also = effects.effects === 'ordered' ? effects.also : []
  const joined = also.filter((one) => one.also === 'join-affiliates')
  const parted = also.filter((one) => one.also === 'part-affiliates').map(({ other }) => other)
  return [...facts.affiliations.filter(({ other }) => !parted.includes(other)), ...joined]
}

/** What a later order finds. */
function later(order: Act, facts: OrderFacts): OrderFacts {
  return {
    ...past(order, facts),
    mails: mailsAfter(order, facts),
    affiliations: affiliationsAfter(order, facts),
  }
}

/** Nobody takes back when a mail last came. */
function comparable(file: CaseFile | undefined) {
  return { ...file, lastMailAt: 0 }
}

test('order and undo leave the cases as they were', () => {
  const dice = chance(20260310)
  const carried = new Map<string, number>()
  for (let round = 0; round < 2_000; round += 1) {
    const facts = someFacts(dice)
    const order = someOrder(dice)
    if (effectsOf(order, facts).effects === 'refused') continue
    carried.set(order.act, (carried.get(order.act) ?? 0) + 1)
    const after = later(order, facts)
    const undo: Act = { act: 'undo', order: facts.number }
    const effects = effectsOf(undo, after)
    expect(effects.sentence, JSON.stringify(order)).toContain('was taken back. Undo:')
    const back = carriedOut(effects, after)
    for (const ref of [ONE, OTHER])
      expect(comparable(back.get(ref)), JSON.stringify(order)).toEqual(comparable(facts.cases.get(ref)))
    const again = effectsOf({ act: 'undo', order: after.number }, later(undo, after))
    expect(again.effects, JSON.stringify([order, again.sentence])).toBe('ordered')
  }
  expect([...carried.keys()].sort()).toEqual([
    ...[
      'affiliate',
      'ask',
      'assign',
      'close',
      'describe',
      'done',
      'extend',
      'merge',
      'not-approved',
      'relabel',
      'reopen',
    ],
    'route',
    ...['split', 'tick', 'untick', 'waive'],
  ])
})
