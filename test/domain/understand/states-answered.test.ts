/** Short answers to a question about states, and states that an answer gives up for others. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function answered(answer: string, question: string, subject = 'Re: Your agreement'): string {
  const text = `${answer}\n\nOn Mon, Mar 2, 2026 at 9:00 AM Sam Lake <sam@carrier.example> wrote:\n> ${question}\n`
  return statesOf(readingOf(aMail({ subject, text })), null).states.join()
}

const TWO = 'Is the agreement for Idaho only, or Oregon as well?'

describe('answers to a question about states', () => {
  test.each([
    ['both', 'Both. No changes.', TWO, 'ID,OR'],
    ['both, politely', 'Yes, both please.', TWO, 'ID,OR'],
    ['both of something else', 'Both signatures are attached.', 'We need the signature page for Idaho.', 'ID'],
    ['one more', 'Oregon too, yes.', 'Do you resell in Oregon as well as in Idaho?', 'ID,OR'],
    ['one more, and one not', 'Oregon as well. Utah? Leave that off.', `And Utah? ${TWO}`, 'ID,OR'],
    ['one more than the question names', 'Utah too.', TWO, 'UT'],
    ['only one', 'Just Oregon.', TWO, 'OR'],
    ['one more to it', 'Then put Utah on it too, my boss says.', 'For your agreement in Idaho we need a W-9.', 'ID,UT'],
    ['made one more', 'Same company. And make it Utah as well.', 'Shall I close your Idaho request?', 'ID,UT'],
    ['added to another thing', 'Please add Utah to our insurance certificate.', 'The Idaho one is here.', 'UT'],
    [
      'under its letter',
      '(a) Acme, Inc.\n(b) Both.',
      '(a) the name;\n> (b) whether it is Idaho alone or also Oregon.',
      'ID,OR',
    ],
    ['all but one', 'All but the last, please.', 'Do you want Idaho, Oregon and Utah?', 'ID,OR'],
    ['the first of them', 'Only the first two.', 'Do you want Idaho, Oregon and Utah?', 'ID,OR'],
    ['the other of two', 'The latter.', 'Is it for Idaho or for Oregon?', 'OR'],
    ['both after all', 'We bought masts there, so now it is both of them, please.', 'Idaho, not Oregon.', 'ID,OR'],
    [
      'as many as before',
      'Same owner, same two states. The Idaho paper is attached.',
      'Idaho and Utah will stand in the new name.',
      'ID,UT',
    ],
  ])('%s', (_meaning, answer, question, want) => expect(answered(answer, question)).toBe(want))
})

describe('one state given up', () => {
  test.each([
    ['for another', 'Scratch Idaho, could you do the same for Oregon?', 'The Idaho draft is attached.', 'OR'],
    ['for another, at once', 'Forget Idaho, please send the paper for Oregon.', 'The Idaho draft is attached.', 'OR'],
    ['two at once', "We don't want Idaho or Oregon, only Utah.", 'For which states?', 'UT'],
    ['that fell out', 'Idaho fell out of the budget.', 'I make copies for Idaho, Oregon and Utah.', 'OR,UT'],
  ])('%s', (_meaning, answer, question, want) => expect(answered(answer, question)).toBe(want))
})

describe('what was done elsewhere', () => {
  test.each([
    ['taken there', 'Oregon has no such paper. Your lawyer took the same for Idaho.', 'And a certificate?', 'OR'],
    ['worked there', 'The Idaho contract having worked so well, we now need one for Oregon.', 'Welcome.', 'OR'],
    ['the other side of a line', 'We want service on the Oregon side as well.', 'Idaho is done.', 'OR'],
  ])('%s', (_meaning, answer, question, want) => expect(answered(answer, question)).toBe(want))
})
