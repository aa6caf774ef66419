/** A way or a sort of agreement that an answer picks by its letter or place in the question below. */
import { describe, expect, test } from 'vitest'
import { sortChosen, wayChosen } from '../../../src/domain/understand/facts/agreement/chosen-option.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function answered(answer: string, question: string) {
  const text = `${answer}\n\nOn Mon, Mar 2, 2026 at 9:00 AM Sam Lake <sam@carrier.example> wrote:\n> ${question}\n`
  return readingOf(aMail({ subject: 'Re: Your agreement', text }))
}

const WAYS = 'Would you like (a) our template as it is, (b) to negotiate, or (c) to adopt an agreement?'

describe('a way by its letter', () => {
  test.each([
    ['(a), please.', WAYS, 'template-as-is'],
    ['Option b', WAYS, 'negotiate'],
    ['We go with c.', WAYS, 'opt-in'],
    ['(b) it is.\nPat', WAYS, 'negotiate'],
    ['(d)', WAYS, undefined],
    ['A W-9 is on its way.', WAYS, undefined],
    // The letters of questions choose nothing.
    ['(b) Yes.', 'Please confirm (a) the name, (b) that you wish to negotiate.', undefined],
    ['b', 'Please confirm (a) the name, (b) that you wish to negotiate.', undefined],
    // An initial below the words, and the numbers of what follows them.
    ['We will let you know on Friday.\n\nC.', WAYS, undefined],
    [
      '1.\nTern Fiber, LLC\n2.\nNot sure yet.',
      'Please tell us 1) whether you take the template, 2) or negotiate.',
      undefined,
    ],
    ['Thanks.\n\nB.', WAYS, undefined],
    ['Hello Sam,\nb, please', WAYS, 'negotiate'],
    ['Hi Sam,\n\nB.', WAYS, 'negotiate'],
    ['Sam,\n\nb', WAYS, 'negotiate'],
  ])('%s', (answer, question, want) => expect(wayChosen(answered(answer, question))?.path).toBe(want))
})

const OR = 'Is this the template as it stands, or will you propose changes?'

describe('a way by its name', () => {
  test.each([
    ['Changes. Three, all in Section 7.', OR, 'negotiate'],
    ['Utah.\nChanges, please.', OR, 'negotiate'],
    ['As it stands.', OR, 'template-as-is'],
    ['The template.', OR, 'template-as-is'],
    ['Tern Fiber, LLC.\nNegotiate.', 'Will you take our template or negotiate?', 'negotiate'],
    ['No changes.', OR, undefined],
    ['We looked at the template. We would like to negotiate.', OR, 'negotiate'],
    ['Template received. Please start negotiations with us.', OR, undefined],
    ['Negotiating is costly. We sign as is.', OR, 'template-as-is'],
    ['Without changes, please.', OR, undefined],
    ['Changes or the template.', OR, undefined],
    ['We will propose changes of address and of the notice contact next week.', OR, undefined],
    ['Changes.', 'What has come in so far?', undefined],
    ['Changes.', 'Do you take the template?', undefined],
    ['Changes:', OR, undefined],
  ])('%s', (answer, question, want) => expect(wayChosen(answered(answer, question))?.path).toBe(want))

  test('between the lines of the question', () => {
    const text =
      'On Mon, Mar 2, 2026 at 9:00 AM Sam Lake <sam@carrier.example> wrote:\n> Which state is it?\nUtah.\n' +
      `> ${OR}\nChanges. Three, all in Section 7.\n> Who signs?\nOur CFO.`
    expect(wayChosen(readingOf(aMail({ subject: 'Re: Your request', text })))?.path).toBe('negotiate')
  })
})

const SORTS = 'Do you mean the interconnection agreement, or the commercial one for circuits?'

describe('a sort by its place', () => {
  test.each([
    ['The first one.', SORTS, 'interconnection'],
    ['Second kind. No phones here.', SORTS, 'commercial'],
    ['The latter, please', SORTS, 'commercial'],
    ['Third', SORTS, null],
    ['The second page is signed.', SORTS, null],
    ['The first one.', 'Which certificate do you have?', null],
    ['Thanks for asking.\nThe second one.', SORTS, 'commercial'],
    // What else there may be two of.
    ['Second, please: the certificate is here, the first went missing.', SORTS, null],
    ['First, sorry for the late answer.', SORTS, null],
    ['Sorry, I overlooked one of your two questions.\nThe second.', SORTS, null],
    [
      'The first.',
      'Which name is right, Tern or Heron? Then we send the agreement, be it commercial or interconnection.',
      null,
    ],
  ])('%s', (answer, question, want) => expect(sortChosen(answered(answer, question))).toBe(want))
})
