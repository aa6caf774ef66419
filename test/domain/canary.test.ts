import { expect, test } from 'vitest'
import { CANARY_FIELD, canaryValue, isCanary } from '../../src/domain/canary.ts'
import { hmacSigner } from '../../src/tokens/signer.ts'

const NOW = Date.parse('2026-03-02T16:00:00Z')
const { sign, holds } = hmacSigner('a secret of the test')
const { sign: foreign } = hmacSigner('the secret of somebody else')
const value = canaryValue('4711', NOW, sign)

test.each([
  ['as we wrote it', value, NOW + 60_000, true],
  ['used again two hours later', value, NOW + 7_200_000, false],
  ['signed by somebody else', canaryValue('4711', NOW, foreign), NOW, false],
  ['with another number', value.replace('4711', '4712'), NOW, false],
  ['with another time', value.replace(String(NOW), String(NOW + 1)), NOW, false],
  ['not signed', '4711', NOW, false],
  ['empty', '', NOW, false],
])('a canary %s', (_what, text, receivedAt, known) => {
  expect(isCanary({ headers: [{ name: CANARY_FIELD.toLowerCase(), value: text }] }, receivedAt, holds)).toBe(known)
})

test('a mail without the field is none', () => {
  expect(isCanary({ headers: [] }, NOW, holds)).toBe(false)
})
