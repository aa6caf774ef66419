import { describe, expect, test } from 'vitest'
import { parseStartRule, startMoment, startRuleText } from '../../src/flows/start-rule.ts'

const NOW = new Date('2026-03-02T16:00:00Z')

describe('a start rule', () => {
  test.each([
    ['now', NOW],
    ['all', new Date(0)],
    ['2026-01-31', new Date('2026-01-31T00:00:00Z')],
    ['2024-02-29', new Date('2024-02-29T00:00:00Z')],
  ])('%s: mail counts from a moment on, and the rule is written as it was read', (text, moment) => {
    const rule = parseStartRule(text)
    expect(startMoment(rule, NOW)).toEqual(moment)
    expect(startRuleText(rule)).toBe(text)
  })

  test.each(['', 'NOW', 'today', '2026-13-01', '2026-02-30', '31.01.2026', '2026-1-31', '2026-01-31T00:00:00Z'])(
    '"%s" is refused with a sentence',
    (text) => {
      expect(() => parseStartRule(text)).toThrow(
        `--from is "${text}"; allowed are now, all, or a day such as 2026-01-31.`,
      )
    },
  )
})
