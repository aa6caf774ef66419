import { expect, test } from 'vitest'
import { remembered, rememberedShort } from '../../../src/domain/understand/remembered.ts'

/** Counts how often each text is really looked at. */
function counting(remember: typeof remembered) {
  const looks = new Map<string, number>()
  const answer = remember((text) => {
    looks.set(text, (looks.get(text) ?? 0) + 1)
    return text.length
  })
  return { answer, looks }
}

test.each([
  ['a mail', remembered, 'word '.repeat(100)],
  ['a sentence', rememberedShort, 'a sentence'],
])('%s is looked at once', (_what, remember, text) => {
  const { answer, looks } = counting(remember)
  expect([answer(text), answer(text), answer(text)]).toEqual([text.length, text.length, text.length])
  expect(looks.get(text)).toBe(1)
})

test.each([
  ['long ones', rememberedShort, 401],
  ['short ones', remembered, 199],
])('%s are not kept', (_what, remember, length) => {
  const { answer, looks } = counting(remember)
  expect([answer('x'.repeat(length)), answer('x'.repeat(length))]).toEqual([length, length])
  expect(looks.get('x'.repeat(length))).toBe(2)
})

test('answers stay right when more was asked than is kept', () => {
  const { answer } = counting(rememberedShort)
  const texts = Array.from({ length: 2_000 }, (_, length) => 'y'.repeat(length % 390))
  for (const text of [...texts, ...texts]) expect(answer(text)).toBe(text.length)
})
