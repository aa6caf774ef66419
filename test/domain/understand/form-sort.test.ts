import { describe, expect, test } from 'vitest'
import { sortInForms } from '../../../src/domain/understand/facts/agreement/form-sort.ts'
import { wishesChanges } from '../../../src/domain/understand/facts/agreement/wishes.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function ground(text: string, form: string | null) {
  const attachments = form === null ? [] : [{ filename: 'form.txt', mediaType: 'text/plain', text: form }]
  const documents = form === null ? [] : (['agreement-request-form'] as const)
  return { reading: readingOf(aMail({ subject: 'Form', text, attachments })), documents }
}

describe('the sort that a request form ticks', () => {
  test.each<readonly [string, string, string | null]>([
    ['boxes before', 'Type: ( ) Interconnection ( ) Resale (X) Commercial - platform', 'commercial'],
    ['boxes behind', 'Type: Interconnection (x) Commercial ( ) Resale ( )', 'interconnection'],
    ['square boxes', '[ ] interconnection\n[x] resale of your lines', 'resale'],
    ['numbered boxes', '[ ] 1 Interconnection [ ] 2 Commercial [X] 3 Resale', 'resale'],
    ['a row of its own', 'Interconnection:\nResale: yes\nCommercial:', 'resale'],
    ['rows, none marked', 'Interconnection: no\nResale:\nCommercial: -', null],
    ['two', '[x] interconnection\n[x] resale', null],
    ['none', '[ ] interconnection\n[ ] resale', null],
    ['no boxes', 'Interconnection, resale or commercial', null],
  ])('%s', (_meaning, form, want) => expect(sortInForms(ground('See the form.', form))).toBe(want))
})

describe('a few terms are to be changed', () => {
  test.each<readonly [string, string, string | null, boolean]>([
    ['only three points', "It's fine, really. Only three points: the deposit, the default, the law.", null, true],
    ['one to strike', "Fine as it is. We'd strike the audit thing, other than that no changes.", null, true],
    ['in the remarks of a form', 'See the form.', 'Remarks: acceptable. We ask only to change 5.4 (payment).', true],
    ['but for one', "It is basically fine. We'd sign it tomorrow were it not for 5.8 (liability).", null, true],
    ['what a lender refuses', 'The audit language is one which our lender will not live with.', null, true],
    [
      'a price that does not fit',
      "Your standard price sheet doesn't fit our volumes, so expect us to haggle.",
      null,
      true,
    ],
    ['of its own', 'My client has changes of its own to propose to your form.', null, true],
    [
      'the attorney has some',
      'We need our town attorney to propose some changes before the council votes.',
      null,
      true,
    ],
    ['whether to propose is open', 'Whether we are to propose any changes the board has yet to decide.', null, false],
    ['not as printed', 'Mind you, he will not sign the contract as printed.', null, true],
    ['first to be negotiated', 'The volume steps will have to be negotiated first.', null, true],
    ['one that stops the deal', 'Your minimum of five years is a deal-breaker.', null, true],
    ['to speak of before it is signed', 'He wishes first to discuss the deposit with you.', null, true],
    ['a clause that must read otherwise', 'In clause 9 is written 20 days, it must be 45 for us.', null, true],
    ['a section that must be filled in', 'Section 9 must be completed by you, I think.', null, false],
    ['another term', "We'd like to talk about three years instead.", null, true],
    ['the language', 'We wish to discuss some of the language with you before anybody signs.', null, true],
    ['none of its own', 'My client has no changes to propose to your form.', null, false],
    ['to talk over', 'Please tell me who will talk to us about those two.', null, true],
    ['but no terms', 'We need nothing else, except for the insurance certificate which follows.', null, false],
    ['it will not do', "What is printed won't quite do.", null, true],
    ['who pays', 'I want to talk about who pays for the trunks before I sign.', null, true],
    ['things', 'Our lawyer found six things, mostly the deposit and the audits.', null, true],
    ['one thing', 'Read it all. One thing, the insurance clause: not for a cooperative.', null, true],
    ['of counsel', 'Our attorney has some edits after all.', null, true],
    ['one thing of a paper', 'One thing, the certificate: it comes on Monday.', null, false],
    ['counsel without any', 'Our counsel has no edits.', null, false],
    ['none', 'We sign the template without changes.', null, false],
    ['questions', 'Just two short questions about the template.', null, false],
    ['an address', 'We want to change the address in section 2.', null, false],
  ])('%s', (_meaning, text, form, want) => expect(wishesChanges(ground(text, form))).toBe(want))
})
