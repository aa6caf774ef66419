/** A complaint for another department beside whatever else a mail wants (domain 9). */
import { describe, expect, test } from 'vitest'
import { complaintIn } from '../../../src/domain/decide/redirect.ts'
import { aMail } from '../../support/mail-builder.ts'

describe('a complaint beside a request', () => {
  test.each<[string, string | null]>([
    ['We want your template. And our invoice is wrong again.', 'And our invoice is wrong again.'],
    ['We want your template. You billed us twice for the DS1.', 'You billed us twice for the DS1.'],
    ['Circuit 12.HCGS.004512 has been down since Tuesday.', 'Circuit 12.HCGS.004512 has been down since Tuesday.'],
    ['There is no dial tone.', 'There is no dial tone.'],
    ['Please send invoices to our billing contact.', null],
    ['Section 5.4 of the template says how bills are disputed', null],
    ['We will order circuits in May and want to know how it works.', null],
  ])('%s', (text, want) => {
    expect(complaintIn(aMail({ text }))).toBe(want)
  })
})
