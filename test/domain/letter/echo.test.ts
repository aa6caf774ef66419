import { expect, test } from 'vitest'
import { echoesOurs, OUR_MAILS_SAY } from '../../../src/domain/letter/echo.ts'

test.each(OUR_MAILS_SAY)('a mail that sends "%s" back is known', (sentence) => {
  expect(echoesOurs(`Thank you.\n\n${sentence}. It is not ...`)).toBe(true)
  expect(echoesOurs(`> ${sentence.replaceAll(' ', '\n> ')}`)).toBe(true)
  expect(echoesOurs(`| ${sentence.replace('automatic', 'automatic\r\n| ')}`)).toBe(true)
})

test.each(['', 'This is an automatic mail.', 'This is an automatic reply and nothing more', 'nothing more'])(
  '"%s" is not ours',
  (text) => {
    expect(echoesOurs(text)).toBe(false)
  },
)

test('what stands behind tens of thousands of characters is not looked for', () => {
  expect(echoesOurs(`${'x '.repeat(40_000)}${OUR_MAILS_SAY[0]}`)).toBe(false)
})
