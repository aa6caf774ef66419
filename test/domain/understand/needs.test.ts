import { describe, expect, test } from 'vitest'
import { SIGNS } from '../../../src/domain/casework/notice/signs.ts'
import { LEADS } from '../../../src/domain/understand/facts/contact/handover.ts'
import { BOUNCE_TEXT_ABROAD } from '../../../src/domain/understand/kind/words/bounce.ts'
import { GONE } from '../../../src/domain/understand/kind/words/departure.ts'
import { RECEIVED } from '../../../src/domain/understand/kind/words/receipt.ts'
import { CONCEPTS } from '../../../src/domain/understand/model/concepts.ts'
import { indexIn, mayMatch, testIn } from '../../../src/domain/understand/needs.ts'
import { needOf } from '../../../src/domain/understand/pattern-needs.ts'
import { waysOf } from '../../../src/domain/understand/pattern-ways.ts'
import { INTENT_RULES } from '../../../src/domain/understand/rules.ts'
import { marked } from '../../../src/domain/understand/word-marks.ts'
import { chance } from '../../support/chance.ts'

describe('what a pattern needs', () => {
  test.each<[RegExp, string, string]>([
    [/\bamend(?:ment|ing)?\b/i, 'an AMENDment', 'to mend'],
    [/\bopt(?:s|ed)?[ -]?in\b|\badopt/i, 'adopted', 'the opera'],
    [/\b(?:re-?)?activate\b/, 'activate', 'react'],
    [/\be-?mail (?:me|us)\b/i, 'Email us', 'mail us'],
    [/\be-?mail (?:me|us)\b/i, 'e-mail me', 'e-mail them'],
    [/\bW[ -]?9\b/i, 'W9', 'W-8'],
    [/^\s*(?:the )?status/im, 'so\nstatus', 'thus'],
    [/(?:un)?subscri(?:bed|ber)/i, 'unsubscribed', 'x'],
    [/\bin (?:\w+ ){0,3}absence\b/i, 'in his long absence', 'in his long presence'],
    [/\b25[12]\(i\)/, '252(i)', '253(i'],
    [/\b\d{3} days\b/, '100 days', 'many days'],
    [/nicht zugestellt|配信/i, '配信できません', 'delivered'],
    [/\u914d/, '配', 'delivered'],
    [/[?？]\s*$/, 'Really?', 'Really.'],
    [/\bCDS-\d{6}/, 'CDS-123456', 'CDS-abc'],
    [/(?<!not )\bsigned(?! by)\b/i, 'is signed', 'design'],
  ])('%s', (pattern, matching, other) => {
    expect(testIn(pattern, marked(matching))).toBe(true)
    expect(indexIn(pattern, marked(matching))).toBe(pattern.exec(matching)?.index)
    expect(pattern.test(other)).toBe(false)
    expect(testIn(pattern, marked(other))).toBe(false)
  })

  test.each([/interconnect/i, /\w+ed/, /.*/, /\b(?:our)?x*/i, /a|/, /\bsigned\b/y])('nothing: %s', (pattern) => {
    expect(needOf(pattern)).toBeNull()
  })

  test('letters beyond ASCII that count as others', () => {
    expect(testIn(/\bstatus\b/iu, marked('\u017ftatus'))).toBe(/\bstatus\b/iu.test('\u017ftatus'))
  })

  test('a text marked before a pattern was known', () => {
    const text = marked('the zygote')
    expect(mayMatch(/\bzymurgy\b/, text)).toBe(false)
    expect(mayMatch(/\bzygote\b/, text)).toBe(true)
  })
})

test('the ways of a pattern', () => {
  const sources = (pattern: RegExp) => waysOf(pattern).map(({ source }) => source)
  expect(sources(/\b(?:a|b(?:c|d)|[|)])\b|e/i)).toEqual(['\\b(?:a)\\b', '\\b(?:b(?:c|d))\\b', '\\b(?:[|)])\\b', 'e'])
  expect(sources(/\b(?:a|b) c/)).toEqual(['\\b(?:a|b) c'])
  expect(sources(/\b(?:a|b)\b(?:c|d)/)).toEqual(['\\b(?:a|b)\\b(?:c|d)'])
  expect(sources(/(a)\1|b/)).toEqual(['(a)\\1|b'])
})

test('no pattern is kept from a text that it matches, and it is found where it stands', () => {
  const cues = INTENT_RULES.flatMap(({ cues }) => cues.map(({ says }) => says))
  const ways = CONCEPTS.flatMap(({ says, ways }) => [says, ...ways])
  const signs = SIGNS.map(({ pattern }) => pattern)
  const leads = LEADS.map(({ source, flags }) => new RegExp(source, flags.replace('g', '')))
  const patterns = [...cues, ...ways, ...signs, ...leads, GONE, RECEIVED, BOUNCE_TEXT_ABROAD]
  // Texts out of the patterns' own words say far more of them than any mail does.
  const words = patterns.flatMap(({ source }) => source.replace(/\\./g, ' ').match(/[A-Za-z0-9'/-]+/g) ?? [])
  const dice = chance(7)
  const texts = Array.from({ length: 1500 }, () =>
    Array.from({ length: 10 }, () => dice.pick(words)).join(dice.pick([' ', ' ', ' ', '-', ', ', '\n'])),
  )
  let matches = 0
  for (const text of texts) {
    const laidOut = marked(text)
    for (const pattern of patterns) {
      const at = pattern.exec(text)?.index ?? -1
      if (at >= 0) matches += 1
      if (indexIn(pattern, laidOut) !== at) expect.fail(`${pattern} in ${JSON.stringify(text)}`)
    }
  }
  expect(matches).toBeGreaterThan(5000)
})
