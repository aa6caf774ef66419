import { expect, test } from 'vitest'
import { originOf } from '../../src/flows/header-origin.ts'

const origin = (...lines: readonly string[]) => originOf(Buffer.from(lines.join('\r\n'), 'latin1'))

test.each([
  ['a bare address', 'From: Ann@Acme.example', 'ann@acme.example'],
  ['with a name', 'From: "Lee, Ann" <ann@acme.example>', 'ann@acme.example'],
  ['a name that is an address too', 'From: "ceo@big.example" <ann@acme.example>', 'ann@acme.example'],
  ['folded', 'From: Ann Lee\r\n <ann@acme.example>', 'ann@acme.example'],
  ['with a comment behind', 'From: ann@acme.example (Ann Lee)', 'ann@acme.example'],
  ['nobody', 'From: undisclosed', null],
  ['none', 'Subject: x', null],
])('the sender: %s', (_how, field, lane) => {
  expect(origin(field, 'To: desk@carrier.example', '', 'From: b@body.example').lane).toBe(lane)
})

test.each([
  ['the first of References', ['Message-ID: <c@x>', 'In-Reply-To: <b@x>', 'References: <a@x>\r\n <b@x>'], '<a@x>'],
  ['In-Reply-To without References', ['Message-ID: <c@x>', 'In-Reply-To: <b@x>'], '<b@x>'],
  ['its own where it begins one', ['message-id: <c@x>'], '<c@x>'],
  ['none', ['Subject: x'], null],
])('the thread: %s', (_how, lines, thread) => {
  expect(origin(...lines, '', '').thread).toBe(thread)
})

test('an endless header costs no more than its beginning', () => {
  expect(origin(`X-Long: ${'x'.repeat(70_000)}`, 'From: ann@acme.example', '').lane).toBeNull()
})
