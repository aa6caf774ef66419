/** What is asked in so many words: a statement, or a quoted question, asks nothing. */
import { expect, test } from 'vitest'
import { asksForNeeds, asksOfCertificates, questionIn } from '../../../src/domain/decide/asked-words.ts'

test.each<[text: string, certificates: boolean, needs: boolean]>([
  ['Do resellers need a certificate of the Colorado commission?', true, false],
  ['Please tell us whether a reseller has to be certified in Iowa.', true, false],
  ['Do we have to be registered with the commission at all if we only resell?', true, false],
  ['What else do you need from us for Florida?', false, true],
  ['Which forms do we have to send you?', false, true],
  ['We would like to know what documents are required in Nevada.', false, true],
  ['Could you explain the eight start-up items?', false, true],
  ['What is the process, and is a certificate part of it?', true, true],
  ['Our certificate is attached.', false, false],
  ['Attached are the forms that you need.', false, false],
  ['We request negotiation in Florida.', false, false],
  ['Has the commission approved our agreement?', false, false],
  [
    'Thank you.\n\nOn Mon, Mar 2, 2026 at 9:00 AM Desk <desk@carrier.example> wrote:\n> Which forms do you need?',
    false,
    false,
  ],
])('%s', (text, certificates, needs) => {
  expect([asksOfCertificates({ text }), asksForNeeds({ text })]).toEqual([certificates, needs])
})

test.each<[text: string, question: string | null]>([
  ['Thank you. And which forms are those? We have two.', 'And which forms are those?'],
  ['Thank you for the explanation.', null],
])('%s', (text, question) => {
  expect(questionIn({ text })).toBe(question)
})
