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
  'There is no approval yet, but we would like to order early.',
  'We have not been approved yet, so can we place orders early?',
  'Can I place orders early?',
  'Is it possible to order before approval?',
  'We are interested in ordering early.',
  'Could we start placing orders before approval?',
  'Our client would like to use early ordering.',
])('%s', (text) => {
  expect(asked(`Signed pages attached. ${text}`, 'signed-agreement')).toBe(text)
})

test.each([
  'We do not need early ordering.',
  'We need PON 4711 to be ordered early.',
  'Please order the copies of the agreement.',
  'It was signed early this week, in order to be safe.',
  'When can we begin to order?',
  'Please withdraw our request for early ordering.',
  'We decided against early ordering, please take it off the list.',
  "We'd like to hold off on early ordering for now.",
  "We wouldn't want early ordering.",
  'We would rather wait than order early.',
  'The early order of the Commission is attached too; please file both.',
  'Please note that the Commission issued its order earlier this year than we had hoped.',
  'We hope that the commission gives its order early.',
  'As requested in your earlier order of documents, please find the certificate too.',
  'Please tell them that we want to submit that order before the state commission approves the pole budget.',
  'We plan to submit the collocation order to them while the augment is pending.',
  'Please attach them to our early ordering request of May 2.',
  'You wrote: "If you want to place orders early, please send the certificate first."',
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
