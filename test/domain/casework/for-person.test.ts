/** What no rule may act on and no mail may say unseen, in the words in which it comes. */
import { describe, expect, test } from 'vitest'
import type { CaseFile } from '../../../src/domain/casework/case-file.ts'
import { forPerson } from '../../../src/domain/casework/for-person.ts'
import { aMail } from '../../support/mail-builder.ts'
import { caseFile } from '../reminders/cases.ts'

const OPEN = caseFile({ ref: 'CLEC-2026-00001' })
const TAKEN_BACK = caseFile({ ref: 'CLEC-2026-00001', needsPerson: 'the sender takes it back: "we withdraw"' })
const WITHDRAWN = caseFile({ ref: 'CLEC-2026-00001', closed: { reason: 'withdrawn', at: 0, into: null } })

function told(text: string, file: CaseFile = OPEN): string | null {
  const found = forPerson(aMail({ subject: 'Re: Request', text }), [file])
  return found === null ? null : [found.matter, found.state].filter((one) => one !== null).join(' ')
}

describe('a correction of their own', () => {
  test.each([
    ['Sorry, my mistake - I meant Oregon, not Washington.', 'correction OR'],
    ['We meant Utah instead of Nevada.', 'correction UT'],
    ['A correction: the state should read Idaho, not Iowa.', 'correction ID'],
    ['That was our error: the state is New Mexico.', 'correction NM'],
    ['The name should have been Acme Fiber, LLC rather than Acme Inc.', 'correction'],
    ['I meant West Virginia.', 'correction WV'],
    ['Please correct the address on the form.', 'correction'],
  ])('%s', (text, matter) => {
    expect(told(text)).toBe(matter)
  })
})

describe('it goes on after all', () => {
  test.each([
    'Please disregard my last note, the board reversed itself this morning.',
    'We want to continue with the negotiation in Nebraska.',
    'We have reconsidered.',
    'Please reopen our request.',
    'The board changed its mind; please proceed with our request.',
    'No, keep Washington after all.',
    'We do want Washington after all.',
    'Good news, Nebraska is back on.',
    'Please do not drop Washington.',
  ])('%s', (text) => {
    expect(told(text, TAKEN_BACK)).toBe('goes-on')
    expect(told(text, WITHDRAWN)).toBe('goes-on')
    expect(told(text)).not.toBe('goes-on')
  })

  test('not what says the opposite', () => {
    expect(told('We will not continue with the request.', TAKEN_BACK)).toBeNull()
  })
})

test.each([
  'Please find our certificate attached.',
  'We meant to send it earlier; here it is.',
  'The window for the tax forms is next week.',
  'Where do we stand?',
  'We extend our thanks for the quick answer.',
  'The deadline of the questionnaire is near.',
  '> both sides agree to extend the arbitration window',
])('%s: is none of them', (text) => {
  expect(told(text)).toBeNull()
})
