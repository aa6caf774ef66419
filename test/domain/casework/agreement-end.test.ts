/** The end of an agreement in its own words: a day that is written out is read, all else is for a person. */
import { expect, test } from 'vitest'
import { agreementEndIn } from '../../../src/domain/casework/proofs/agreement-end.ts'

test.each<readonly [text: string, day: string | null | undefined]>([
  ['This Agreement expires on May 1, 2028.', '2028-05-01'],
  ['The term ends on 2028-05-01 unless renewed.', '2028-05-01'],
  ['This Agreement shall terminate on 1 May 2028.', '2028-05-01'],
  ['The initial term shall expire at midnight on 05/01/2028', '2028-05-01'],
  ['This Agreement shall remain in full force and effect until June 30, 2029.', '2029-06-30'],
  ['Expiration Date: June 30, 2029', '2029-06-30'],
  ['This Agreement expires on May 1, 2028. Its term ends on May 1, 2028.', '2028-05-01'],
  ['This Agreement expires on May 1, 2028. The Term ends on May 1, 2029.', null],
  ['The term of this Agreement is three (3) years from the Effective Date.', null],
  ['The agreement has a term of 2 years after the date of approval, and it expires on May 1, 2028.', null],
  ['This Agreement expires on February 30, 2028.', null],
  ['This offer expires on May 1, 2028.', undefined],
  ['The certificate of insurance ends on May 1, 2028.', undefined],
  ['Either party may terminate this Agreement on thirty days notice.', undefined],
])('%s', (text, day) => {
  expect(agreementEndIn(text)?.day).toBe(day)
})
