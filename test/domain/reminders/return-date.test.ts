import { describe, expect, test } from 'vitest'
import { returnDateIn } from '../../../src/domain/reminders/return-date.ts'

/** 5 March 2026 is a Thursday. */
const TODAY = '2026-03-05'

describe('the day of return', () => {
  test.each([
    ['I will be back on March 9.', '2026-03-09'],
    ['I am out of the office until 3/15.', '2026-03-15'],
    ['Out of office, returning Monday 16 March', '2026-03-16'],
    ['returning to the office on Monday, March 16th, 2026', '2026-03-16'],
    ['I will return on the 16th of March.', '2026-03-16'],
    ['I am away through March 13', '2026-03-14'],
    ['I am on leave from March 2 to March 13.', '2026-03-14'],
    ['Out of the office March 3-10', '2026-03-11'],
    ['Out 3/4 - 3/13, no access to mail', '2026-03-14'],
    ['I am out of the office 2026-03-05 through 2026-03-20.', '2026-03-21'],
    ['I will be back in the office Monday.', '2026-03-09'],
    ['Back Thursday!', '2026-03-12'],
    ['back tomorrow', '2026-03-06'],
    ['I will be back next week.', '2026-03-09'],
    ['available again from 16.03.2026', '2026-03-16'],
    ['Back in office: 15/3/2026', '2026-03-15'],
    ['I will not be reading mail until Mar. 12', '2026-03-12'],
    ['I am out starting March 3 and back March 10; call Ana until March 6', '2026-03-10'],
    ['I will return your message when I return on March 10', '2026-03-10'],
    ['I am out of the office today, March 5.', '2026-03-06'],
    ['on vacation until January 4', null],
    ['Back on January 4, 2027', '2027-01-04'],
    ['I am currently\nout of the office and will be back\non March 12.', '2026-03-12'],
    ['Wednesday, March 10: back in the office on Wednesday, March 11', '2026-03-11'],
  ])('%s -> %s', (text, day) => {
    expect(returnDateIn(text, TODAY)).toBe(day)
  })

  test.each([
    ['I am out of the office.'],
    ['I am out of the office with limited access.'],
    ['I will get back to you by March 9'],
    ['back on February 30'],
    ['I was back on March 3, 2026'],
    ['returning on 3/15/1999'],
    ['Since January 2 the office has moved.'],
    [''],
    ['back on 99/99'],
    ['until further notice'],
  ])('%s -> not told', (text) => {
    expect(returnDateIn(text, TODAY)).toBeNull()
  })

  test('over the turn of the year', () => {
    expect(returnDateIn('Happy holidays! Back on January 4.', '2026-12-22')).toBe('2027-01-04')
  })

  test('a hostile note takes no time', () => {
    const started = performance.now()
    for (const piece of ['back on ', 'until mon, the ', '1/1-', 'march the 3 to ', ' '.repeat(50)]) {
      returnDateIn(piece.repeat(20_000), TODAY)
    }
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
