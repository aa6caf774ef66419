import { expect, test } from 'vitest'
import { dateOfHeader } from '../../src/flows/header-date.ts'

function dateOf(...lines: readonly string[]): string | null {
  return dateOfHeader(Buffer.from(lines.join('\r\n'), 'latin1'))?.toISOString() ?? null
}

test.each([
  ['as RFC 5322 has it', 'Date: Mon, 2 Mar 2026 09:00:00 -0700', '2026-03-02T16:00:00.000Z'],
  ['with a comment', 'Date: Mon, 2 Mar 2026 09:00:00 -0700 (MST)', '2026-03-02T16:00:00.000Z'],
  ['without a weekday', 'Date: 2 Mar 2026 16:00:00 +0000', '2026-03-02T16:00:00.000Z'],
  ['in lower case', 'date:Mon, 2 Mar 2026 16:00:00 GMT', '2026-03-02T16:00:00.000Z'],
  ['on a line of its own (folded)', 'Date:\r\n Mon, 2 Mar 2026 09:00:00 -0700', '2026-03-02T16:00:00.000Z'],
  ['folded in the middle', 'Date: Mon, 2 Mar 2026\r\n\t09:00:00 -0700', '2026-03-02T16:00:00.000Z'],
])('%s', (_how, field, iso) => {
  expect(dateOf('From: ann@acme.example', field, 'Subject: x', '', 'Hello')).toBe(iso)
})

test.each([
  ['no Date', ['Subject: x', '', 'Hello']],
  ['not a date', ['Date: yesterday', '', 'Hello']],
  ['in the body only', ['Subject: x', '', 'Date: Mon, 2 Mar 2026 09:00:00 -0700']],
  ['another field', ['X-Date: Mon, 2 Mar 2026 09:00:00 -0700', '', '']],
  ['inside another field', ['X-Note: see', ' Date: Mon, 2 Mar 2026 09:00:00 -0700', '', '']],
  ['nothing at all', []],
])('%s: null', (_what, lines) => {
  expect(dateOf(...lines)).toBeNull()
})

test('bare line feeds are line ends too', () => {
  expect(dateOfHeader(Buffer.from('Subject: x\n\nDate: Mon, 2 Mar 2026 09:00:00 -0700\n'))).toBeNull()
  expect(dateOfHeader(Buffer.from('Date: Mon, 2 Mar 2026 09:00:00 -0700\n\nHello\n'))).not.toBeNull()
})

test('only the first 64 KB are searched', () => {
  expect(dateOf(`X-Long: ${'x'.repeat(70_000)}`, 'Date: Mon, 2 Mar 2026 09:00:00 -0700', '')).toBeNull()
})
