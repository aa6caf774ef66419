/** Answers by one touch say what the reader of orders understands, and nobody else's link is signed like ours. */
import { expect, test } from 'vitest'
import { ANSWERS, reading } from '../../../src/domain/digest/answers.ts'
import type { Digest, DigestTarget } from '../../../src/domain/digest/digest.ts'
import { answerLinks } from '../../../src/domain/digest/links.ts'
import { INTENTS } from '../../../src/domain/labels.ts'
import { orderTokenIn, orderTokenText } from '../../../src/domain/link-token.ts'
import { readOrders } from '../../../src/domain/orders/read-orders.ts'
import { hmacSigner } from '../../../src/tokens/signer.ts'

const signer = hmacSigner('a secret of the test')
const ADDRESS = 'intagree@carrier.example'
const ANNA = 'anna@carrier.example'

/** One line with these answers. */
function digestWith(answers: readonly string[], target: DigestTarget | null): Digest {
  const number = target === null ? null : 1
  const line = { number, pressing: null, about: '', what: 'x', details: [], quote: '', answers }
  return {
    ...{ name: 'Anna', email: ANNA, role: 'negotiator', day: '2026-03-06', headline: '1 draft', accounting: [] },
    sections: [{ id: 'drafts', title: 'Drafts to approve', lines: [line], more: 0, command: 'intagree outbox' }],
    lines: new Map(target === null ? [] : [[1, target]]),
  }
}

function linksOf(answers: readonly string[], target: DigestTarget | null) {
  const links = answerLinks(digestWith(answers, target), { digestId: 31, address: ADDRESS, sign: signer.sign })
  return (links.get(1) ?? []).map(({ label, href }) => {
    const url = new URL(href)
    const subject = url.searchParams.get('subject') ?? ''
    return { label, to: url.pathname, body: url.searchParams.get('body') ?? '', token: orderTokenIn(subject) }
  })
}

const DRAFT: DigestTarget = { kind: 'draft', outboxId: 214, caseRef: 'CLEC-2026-00042', messageId: 7 }
const TASK: DigestTarget = {
  ...{ kind: 'task', taskId: 8, sort: 'understand', caseRef: 'CLEC-2026-00042', messageId: 7 },
}
const CASE: DigestTarget = { kind: 'case', caseRef: 'CLEC-2026-00042' }

test('only what leaves nothing to fill in has a link', () => {
  expect(linksOf(ANSWERS.draft, DRAFT).map(({ label }) => label)).toEqual(['Send it', 'Drop it'])
  expect(linksOf(ANSWERS.taskOfCase, TASK).map(({ label }) => label)).toEqual(['Done'])
  expect(linksOf(ANSWERS.overdue, CASE).map(({ label }) => label)).toEqual(['Ask for what is missing'])
  expect(linksOf(ANSWERS.newCase, CASE).map(({ label }) => label)).toEqual(['Seen'])
  expect(linksOf(ANSWERS.unassigned, CASE)).toEqual([])
  expect(linksOf(ANSWERS.draft, null)).toEqual([])
})

test('a link goes to us, and is signed for its reader alone', () => {
  const [ok] = linksOf(ANSWERS.draft, DRAFT)
  expect(ok).toMatchObject({ to: ADDRESS, body: '1 ok', token: { digestId: 31, line: 1, verb: 'ok' } })
  const order = { digestId: 31, line: 1, verb: 'ok' }
  expect(signer.holds(orderTokenText(order, ANNA), ok?.token?.token ?? '')).toBe(true)
  expect(signer.holds(orderTokenText(order, 'ben@carrier.example'), ok?.token?.token ?? '')).toBe(false)
  expect(signer.holds(orderTokenText({ ...order, verb: 'no' }, ANNA), ok?.token?.token ?? '')).toBe(false)
})

const READINGS = INTENTS.map((intent) => [reading(intent), TASK] as const)
const WITH_LINKS = [
  ...ANSWERS.draft.map((answer) => [answer, DRAFT] as const),
  ...ANSWERS.taskOfCase.map((answer) => [answer, TASK] as const),
  ...ANSWERS.overdue.map((answer) => [answer, CASE] as const),
  ...READINGS,
].filter(([answer, target]) => linksOf([answer], target).length > 0)

test.each(WITH_LINKS)('the link of %s is read back as an order', (answer, target) => {
  const context = { lines: new Map([[1, target]]), about: null, staff: [], by: ANNA, today: '2026-03-06' }
  expect(linksOf([answer], target).flatMap(({ body }) => readOrders(body, context))).toEqual([
    expect.objectContaining({ order: expect.anything() }),
  ])
})
