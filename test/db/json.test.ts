import { describe, expect, test } from 'vitest'
import { jsonText, plainText } from '../../src/db/json.ts'

describe('JSON that PostgreSQL takes', () => {
  test.each([
    ['an emoji stays', 'see you 🙂', 'see you 🙂'],
    ['half an emoji becomes the replacement character', 'see you 🙂'.slice(0, 9), 'see you \ufffd'],
    ['the other half too', '🙂 bye'.slice(1), '\ufffd bye'],
    ['NUL becomes the replacement character', 'a\u0000b', 'a\ufffdb'],
    [
      'the words of an escape stay words',
      String.raw`\ud83d and \u0000 and \\ud83d`,
      String.raw`\ud83d and \u0000 and \\ud83d`,
    ],
    ['a backslash before half an emoji stays', '\\\ud83d', '\\\ufffd'],
  ])('%s', (_what, text, expected) => {
    expect(JSON.parse(jsonText({ text }))).toEqual({ text: expected })
  })

  test('plain text as well', () => {
    expect(plainText('a\u0000\ud83d')).toBe('a\ufffd\ufffd')
  })
})
