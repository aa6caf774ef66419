import { describe, expect, test } from 'vitest'
import { openingsOf, openingsOfText } from '../../../src/domain/understand/openings.ts'
import { INTENT_RULES } from '../../../src/domain/understand/rules.ts'
import { chance } from '../../support/chance.ts'

describe('the openings of a pattern', () => {
  test.each<[RegExp, readonly string[] | null]>([
    [/\bamend(?:ment|ing)?\b/i, ['ame']],
    [/\b(?:MFN|most[ -]favou?red)\b/i, ['mfn', 'mos']],
    [/\bopt(?:s|ed)?[ -]?in\b|\badopt/i, ['opt', 'ado']],
    [/(?:\bsent\b|\bwent out\b)/i, ['sen', 'wen']],
    [/\b(?:re-?)?activate\b/, ['re', 'rea', 'act']],
    [/\bre-?activate\b/i, ['re', 'rea']],
    [/\bW[ -]?9\b|\bW9 form\b/i, ['w', 'w9']],
    [/\bP[US]C\b/i, ['puc', 'psc']],
    [/\bwe (?:would|need)\b/i, ['we']],
    [/\bme\b/i, ['me']],
    [/\bnegotiations\b(?! template)/i, ['neg']],
    [/^status/i, ['sta']],
    [/\b\bsame\b/, ['sam']],
    // These may begin with anything.
    [/interconnect/i, null],
    [/\?\s*$/, null],
    [/\b\d+ ?kW\b|\bsolar\b/i, null],
    [/[☒☑]\s*resale\b/i, null],
    [/\b[a-c]at\b/i, null],
    [/\bx*ray\b/i, null],
    [/\bx{0,2}ray\b/i, null],
    [/\b(?:our)? ?agreement\b/i, null],
    [/\b(?:|resale)\b/i, null],
    [/(?<!not )\bsigned\b/i, null],
    [/\bsigned\b/iu, null],
  ])('%s', (pattern, openings) => {
    expect(openingsOf(pattern)).toEqual(openings === null ? null : new Set(openings))
  })

  test('too many to be of use', () => {
    expect(openingsOf(/\b[abcdefgh][abcdefgh][abcdefgh]/)).toBeNull()
  })
})

test('the openings of a text: of every word, whatever stands around it', () => {
  expect(openingsOfText('We’d adopt «the» W-9, a foo_bar and Überweisung42.')).toEqual(
    new Set(['we', 'd', 'ado', 'the', 'w', '9', 'a', 'foo', 'bar', 'and', 'ber']),
  )
  expect(openingsOfText('…')).toEqual(new Set())
})

describe('the cues', () => {
  const patterns = INTENT_RULES.flatMap(({ cues }) => cues.map(({ says }) => says))

  test('no cue is kept from a sentence that it matches', () => {
    // Sentences out of the cues' own words say far more of them than any mail does.
    const words = patterns.flatMap(({ source }) => source.replace(/\\./g, ' ').match(/[A-Za-z0-9'/-]+/g) ?? [])
    const dice = chance(7)
    const texts = Array.from({ length: 3000 }, () =>
      Array.from({ length: 8 }, () => dice.pick(words)).join(dice.pick([' ', ' ', ' ', '-', ', '])),
    )
    const openings = new Map(texts.map((text) => [text, openingsOfText(text)]))
    const matches = patterns.flatMap((says) => texts.filter((text) => says.test(text)).map((text) => ({ says, text })))
    const isKept = ({ says, text }: { says: RegExp; text: string }) => {
      const wanted = openingsOf(says)
      return wanted !== null && ![...wanted].some((one) => openings.get(text)?.has(one))
    }
    expect(matches.length).toBeGreaterThan(1000)
    expect(matches.filter(isKept)).toEqual([])
  })

  test('most cues are looked for only where one of their words stands', () => {
    const free = patterns.filter((says) => openingsOf(says) === null)
    expect(free.length / patterns.length).toBeLessThan(0.2)
  })
})
