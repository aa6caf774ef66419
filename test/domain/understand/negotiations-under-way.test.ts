/** Talks under way about a draft, seen from an answer and the mail below it (domain 7.1). */
import { describe, expect, test } from 'vitest'
import { areTalksUnderWay, isTemplateRestated } from '../../../src/domain/understand/facts/agreement/talks.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function answerTo(below: string, answer: string) {
  const text = `${answer}\n\nOn Mon, Mar 2, 2026 at 9:00 AM Sam Lake <sam@carrier.example> wrote:\n> ${below}\n`
  return readingOf(aMail({ subject: 'Re: Oregon', text }))
}

const DRAFT = 'The Oregon draft is attached; please note the term of 36 months.'
const COUNTER = 'Our counter to your redline is attached.'

describe('terms are in dispute', () => {
  test.each([
    ['a shorter term', DRAFT, '36 months is long. Can we get 18, with an out?'],
    ['one section', DRAFT, '3 is fine. 8 is not.'],
    ['one of two', DRAFT, 'The board is good with 3, not with 8.'],
    ['by number', DRAFT, '(1) yes. (2) no, sorry.'],
    ['refused', DRAFT, 'The council will not have 7.2.'],
    ['another wording', DRAFT, 'Our city may not promise what 7.2 says. Is there another wording?'],
    ['to be discussed', DRAFT, 'We would like to discuss two of its clauses before we sign.'],
    ['an answer to a counter', COUNTER, 'Legal looks at it on Monday.'],
    ['what we accepted', 'Your 8.4 is accepted. Who signs?', 'Our president does.'],
  ])('%s', (_meaning, below, answer) => expect(areTalksUnderWay(answerTo(below, answer))).toBe(true))
})

describe('no terms are in dispute', () => {
  test.each([
    ['copies', DRAFT, 'Can we get 2 copies?'],
    ['an hour', DRAFT, 'Can we do it at 10 a.m.?'],
    ['no problem', DRAFT, '36 months, no problem.'],
    ['a table number', DRAFT, 'Exhibit A is missing.'],
    ['nothing to be discussed', DRAFT, 'We do not need to discuss a few of its terms after all.'],
    ['withdrawn', COUNTER, 'Please disregard our redline, we sign the template.'],
    ['another request', COUNTER, 'One more thing: please send the commercial paper.'],
  ])('%s', (_meaning, below, answer) => expect(areTalksUnderWay(answerTo(below, answer))).toBe(false))
})

test.each([
  ['Thank you for your request for the template interconnection agreement. In Utah only?', true],
  ['Do you want the template agreement?', false],
])('our mail tells that the template was asked for: %s', (below, want) =>
  expect(isTemplateRestated(answerTo(below, 'Just Utah.'))).toBe(want),
)
