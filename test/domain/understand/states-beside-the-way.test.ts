/** What is said of the way to an agreement, or of what a carrier holds already, rules no state out that is asked for. */
import { describe, expect, test } from 'vitest'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail } from '../../support/mail-builder.ts'

function statesIn(text: string): string {
  return statesOf(readingOf(aMail({ subject: 'Agreement', text })), null).states.join(' ')
}

describe('no changes of the template', () => {
  test.each([
    ['ICA for Utah, no changes at all, and one for Idaho.', 'ID UT'],
    ['Utah: no changes, we sign. Idaho: we negotiate.', 'ID UT'],
    ['As to Utah: no changes requested, please issue the ICA. As to Idaho: see our redline of section 7.', 'ID UT'],
    ['We ask for agreements in Utah, no changes requested, and in Idaho, with redlines.', 'ID UT'],
    ['We want the Utah template, no changes from us. For Idaho please send the form.', 'ID UT'],
    ['Please send the Utah template, no changes from us, and the Nebraska template.', 'NE UT'],
    ['Montana, no changes. Idaho with edits to Section 7.', 'ID MT'],
    ['We want agreements for Montana (no changes) and Idaho (redline attached).', 'ID MT'],
    ['Please take your template with no changes for Utah. For Nebraska we send a redline.', 'NE UT'],
    ['Template, no changes: Utah. Redline: Nebraska.', 'NE UT'],
    ['We sign without changes in Montana and ask to negotiate in Idaho.', 'ID MT'],
    ['Please send Utah, same template as Idaho, no changes.', 'UT'],
    ['We will sign your template for Utah without changes. For Idaho we negotiate.', 'ID UT'],
  ])('%s', (text, want) => expect(statesIn(text)).toBe(want))

  test.each([
    ['Montana: no changes.'],
    ['Montana - no changes'],
    ['No changes in Montana.'],
    ['No changes are needed for Montana.'],
    ['Nothing is to change in Montana.'],
    ["Montana isn't needed."],
    ['Montana is not included.'],
  ])('nothing is asked for there: %s', (told) => {
    expect(statesIn(`We need an amendment for Idaho.\n${told}`)).toBe('ID')
  })
})

describe('the only state where a carrier has an agreement', () => {
  test.each([
    ['Acme has no contract with you there, only in Washington. What I need is an ICA for Oregon.'],
    ['Acme has nothing with you there, only Washington. What I need is an ICA for Oregon.'],
    ['Acme has an agreement with you only in Washington. Please send one for Oregon.'],
    ['We hold ICAs with you in Washington only; now we need one for Oregon.'],
    ['We have agreements just for Washington and ask for one in Oregon.'],
  ])('is not the only one asked for: %s', (text) => expect(statesIn(text)).toBe('OR'))

  test.each([
    ['We need an agreement for Washington only. Oregon we have.'],
    ['I have an agreement request for Washington only. In Oregon we are served by somebody else.'],
    ['Could we have an agreement for just Washington? Oregon was a slip.'],
    ['We would like to have an agreement with you only in Washington. In Oregon we have one.'],
  ])('but the only one wanted is: %s', (text) => expect(statesIn(text)).toBe('WA'))
})

describe('where they negotiated before', () => {
  test.each([
    ['We accept the template for Utah. In Idaho we negotiated for a year, not again.', 'UT'],
    ['Please use the template for Utah; we negotiated enough in Idaho.', 'UT'],
    ['We accept the template for Utah; the negotiation in Colorado was enough for us.', 'UT'],
    ['We want to negotiate in Idaho and Utah.', 'ID UT'],
    ['In Idaho we negotiate, in Utah we take the template.', 'ID UT'],
  ])('%s', (text, want) => expect(statesIn(text)).toBe(want))
})

test.each([
  ['We need agreements for New Mexico plus the Arizona exchanges.'],
  ['Adoption of the Level 3 agreement in New Mexico plus the Arizona exchanges, please.'],
  ['Our request covers New Mexico plus the Arizona exchanges we bought from Tern.'],
])('one state and some of another: %s', (text) => expect(statesIn(text)).toBe('AZ NM'))

describe('a state beside those that are asked for', () => {
  test.each([
    ['Please send ICAs in Utah (same contact as Idaho) and Wyoming.', 'UT WY'],
    ['We request agreements in Montana and, separately, in Wyoming.', 'MT WY'],
    ['Please send the Utah agreement. The one for Idaho we will ask for separately.', 'UT'],
  ])('%s', (text, want) => expect(statesIn(text)).toBe(want))
})

describe('a region less some', () => {
  const BUT_TWO = 'CO ID IA MN MT ND NE NM OR SD UT WA WY'.split(' ').filter((code) => code !== 'IA')
  test.each([
    ['We need agreements throughout your region with two exceptions: Arizona and Iowa, where our affiliate has them.'],
    ['We need agreements in your whole western region but two: Arizona, where an affiliate has one, and Iowa.'],
  ])('%s', (text) => expect(statesIn(text).split(' ').sort()).toEqual([...BUT_TWO].sort()))
})
