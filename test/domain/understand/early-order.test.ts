/** An early order beside papers (domain 2.2 step 7b), and what sounds like one. */
import { expect, test } from 'vitest'
import type { Intent } from '../../../src/domain/labels.ts'
import { earlyOrderBeside } from '../../../src/domain/understand/early-order.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

const asked = (text: string, ...intents: readonly Intent[]) =>
  earlyOrderBeside(
    readingOf(aMail({ subject: 'Signed pages', text })),
    intents.map((intent) => ({ intent, confidence: 0.9 })),
  )?.text ?? null

test.each([
  'If approval takes months we would like to order early.',
  'We also request early ordering.',
  'Can we place orders while the approval of the Commission is pending?',
  'We hope to start ordering before the commission has approved it.',
])('%s', (text) => {
  expect(asked(`Signed pages attached. ${text}`, 'signed-agreement')).toBe(text)
})

test.each([
  'We do not need early ordering.',
  'We need PON 4711 to be ordered early.',
  'Please order the copies of the agreement.',
  'It was signed early this week, in order to be safe.',
  'When can we begin to order?',
])('asks for no early order: %s', (text) => {
  expect(asked(`Signed pages attached. ${text}`, 'signed-agreement')).toBeNull()
})

test('beside other papers too', () => {
  const text = 'We also would like to place orders early, before the approval.'
  expect(asked(`Our certificate is attached. ${text}`, 'supporting-document')).toBe(text)
})

test('it is said once, and only beside papers', () => {
  const text = 'We would like to order early.'
  expect(asked(text, 'signed-agreement', 'early-ordering-letter')).toBeNull()
  expect(asked(text, 'process-question')).toBeNull()
})
