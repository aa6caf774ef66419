import { expect, test } from 'vitest'
import { dayInPaper, dayInWords } from '../../../src/domain/understand/documents/filing-day.ts'

const TODAY = '2026-03-09'

test.each([
  [
    'the stamp before the date of the letter',
    'RECEIVED 2026 MAR -4 PM 2:15\nMarch 3, 2026\nDear Ms. Field:',
    '2026-03-04',
  ],
  ['a stamp with a written day', 'FILED: March 4, 2026\n\nDear Ms. Field:', '2026-03-04'],
  [
    'its own words',
    'March 2, 2026\nDear Ms. Field:\nThis application was filed with the Commission on March 4, 2026.',
    '2026-03-04',
  ],
  [
    'the date of the cover letter',
    'March 3, 2026\n\nMs. Dana Field\n\nDear Ms. Field:\nEnclosed for filing.',
    '2026-03-03',
  ],
  ['no date below the greeting', 'Dear Ms. Field:\n\nMarch 3, 2026\n', null],
  ['nothing of a day to come', 'Dear Ms. Field:\nComments must be filed on or before March 30, 2026.', null],
])('a cover letter: %s', (_what, text, day) => {
  expect(dayInPaper(text, { sort: 'cover-letter' }, TODAY)?.day ?? null).toBe(day)
})

test("the date of a notice is the commission's, and no filing's", () => {
  const notice = 'March 6, 2026\nNOTICE OF APPLICATION\nCASE NO. QWE-T-26-03'
  expect(dayInPaper(notice, { sort: 'notice' }, TODAY)).toBeNull()
  const said = `${notice}\n\nOn March 3, 2026, Qwest Corporation filed an Application for approval.`
  expect(dayInPaper(said, { sort: 'notice' }, TODAY)?.day).toBe('2026-03-03')
})

test.each([
  ['The agreement was filed on March 3, see attached.', '2026-03-03'],
  ['We e-filed it with the commission on 3/4/2026.', '2026-03-04'],
  ['It will be filed on March 20.', null],
  ['We filed the tax form. The meeting is on March 3.', null],
  ['Your mail of March 3 is attached.', null],
])('words of a mail: %s', (text, day) => {
  expect(dayInWords(text, TODAY)?.day ?? null).toBe(day)
})
