/** A signed link gives its own order and no other, and helps no mail that our server found to be forged. */
import { expect, test } from 'vitest'
import { refusalTo, staffMail } from '../../../src/domain/decide/staff-mail.ts'
import { orderLink, orderTokenText } from '../../../src/domain/link-token.ts'
import type { OrderTarget } from '../../../src/domain/orders/order-context.ts'
import { anUnderstanding, arrivalFacts, arrived } from '../../support/arrivals.ts'

const ANNA = 'anna@carrier.example'
const LINK = { digestId: 31, line: 2, verb: 'ok', token: 'abcdef123456' }
const SUBJECT = decodeURIComponent(
  new URL(orderLink({ ...LINK, address: 'desk@carrier.example' })).searchParams.get('subject') ?? '',
)
const LINES = new Map<number, OrderTarget>([
  [2, { kind: 'draft', outboxId: 7, caseRef: 'CLEC-2026-00042' } as OrderTarget],
  [3, { kind: 'draft', outboxId: 8, caseRef: 'CLEC-2026-00042' } as OrderTarget],
])

function linked(text: string, headers: Readonly<Record<string, string>> = {}, isOld = false) {
  const facts = arrivalFacts({ authservIds: ['mx.carrier.example'], isOld })
  const desk = { ...facts.desk, staff: [{ email: ANNA, name: 'Anna Keller' } as (typeof facts.desk.staff)[number]] }
  const mail = arrived({ from: ANNA, subject: SUBJECT, text, headers }, anUnderstanding())
  const holds = (signed: string, token: string) => signed === orderTokenText(LINK, ANNA) && token === LINK.token
  return staffMail(
    mail,
    { ...facts, desk },
    { digest: { id: 31, staff: ANNA, lines: LINES }, confirmation: false, given: [], today: '2026-03-02', holds },
  )
}

test.each([
  ['as it stands', '2 ok'],
  ['with nothing in the body', ''],
  ['above a signature', '2 ok\n\n--\nAnna Keller\nCarrier'],
  ['above what a telephone adds', '2 ok\n\nSent from my iPhone'],
])('a link is taken %s', (_how, text) => {
  expect(linked(text)).toMatchObject({ staff: 'orders', link: LINK, orders: [{ order: { act: 'approve', draft: 7 } }] })
})

test.each([
  ['a condition', '2 ok if Ben agrees'],
  ['a second order', '2 ok\n3 no'],
])('a link does not carry %s', (_what, text) => {
  expect(linked(text)).toMatchObject({ staff: 'refused' })
})

test('a link does not help a mail whose sender our server found to be forged', () => {
  const headers = { 'Authentication-Results': 'mx.carrier.example; dmarc=fail header.from=carrier.example' }
  expect(linked('2 ok', headers)).toMatchObject({ staff: 'refused', because: { rule: 'sender-failed' } })
})

test('nothing is carried out that was ordered before the mailbox was connected', () => {
  expect(linked('2 ok', {}, true)).toMatchObject({ staff: 'refused', because: { rule: 'old-mail' } })
})

test.each([
  ['the digest that went to Anna', ANNA, false, 'orders'],
  ['a digest that went to somebody else', 'ben@carrier.example', false, 'refused'],
  ['the confirmation that went to Anna', null, true, 'orders'],
  ['another letter of ours', null, false, 'refused'],
])('where no server vouches for senders, Anna orders in answer to %s', (_what, staff, confirmation, outcome) => {
  const facts = arrivalFacts({ authservIds: [], repliesTo: [ANNA] })
  const desk = { ...facts.desk, staff: [{ email: ANNA, name: 'Anna Keller', states: [], manager: false }] }
  const digest = staff === null ? null : { id: 31, staff, lines: LINES }
  const known = { digest, confirmation, given: [], today: '2026-03-02', holds: () => false }
  const text = digest === null ? 'undo 1' : '2 ok'
  expect(staffMail(arrived({ from: ANNA, text }), { ...facts, desk }, known)).toMatchObject({ staff: outcome })
})

test('where we check senders ourselves, Anna orders in a signed mail of her own', () => {
  const facts = arrivalFacts({ authservIds: [] })
  const desk = { ...facts.desk, staff: [{ email: ANNA, name: 'Anna Keller', states: [], manager: false }] }
  const known = { digest: null, confirmation: false, given: [], today: '2026-03-02', holds: () => false }
  const outcome = (result: 'pass' | 'temperror') => {
    const { mail, ...rest } = arrived({ from: ANNA, text: 'CLEC-2026-00042 to Ben' })
    const checked = { result, domain: 'carrier.example', policy: 'none' } as const
    return staffMail({ ...rest, mail: { ...mail, checked } }, { ...facts, desk }, known).staff
  }
  expect([outcome('pass'), outcome('temperror')]).toEqual(['orders', 'refused'])
})

test.each([
  ['a number of a digest that is not answered', '8 is agreement-request', 'orders'],
  ['a case and words that order nothing', 'CLEC-2026-00042 dance', 'orders'],
  ['prose alone', 'Can somebody look at this one? They want to interconnect.', 'plain'],
  [
    'a forwarded request',
    'FYI, see below.\n\n---------- Forwarded message ---------\nFrom: Jo <jo@clec.example>',
    'plain',
  ],
])('without a digest: %s', (_what, text, outcome) => {
  const facts = arrivalFacts({ authservIds: ['mx.carrier.example'] })
  const desk = { ...facts.desk, staff: [{ email: ANNA, name: 'Anna Keller', states: [], manager: false }] }
  const headers = { 'Authentication-Results': 'mx.carrier.example; dmarc=pass header.from=carrier.example' }
  const known = { digest: null, confirmation: false, given: [], today: '2026-03-02', holds: () => false }
  expect(staffMail(arrived({ from: ANNA, text, headers }), { ...facts, desk }, known).staff).toBe(outcome)
})

test('ours are told that nothing was carried out, at their own address; of a forged mail nobody is told', () => {
  const facts = arrivalFacts({ authservIds: [] })
  const desk = { ...facts.desk, staff: [{ email: ANNA, name: 'Anna Keller', states: [], manager: false }] }
  const mail = arrived({ from: ANNA, text: '2 ok', headers: { 'Reply-To': 'eve@evil.example' } })
  const refusal = (rule: string) =>
    ({ staff: 'refused', because: { rule, saw: 'nothing shows that it is theirs' } }) as const
  expect(refusalTo(mail, refusal('sender-unknown'), { desk })).toMatchObject({
    answer: { done: false, answer: expect.stringContaining('nothing was carried out') },
    to: { address: ANNA },
  })
  expect(refusalTo(mail, refusal('sender-failed'), { desk })).toBeNull()
})
