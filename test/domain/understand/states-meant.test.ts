/** The learned word about the states that a mail names, beside that of the rules. */
import { describe, expect, test } from 'vitest'
import { meantStates } from '../../../src/domain/understand/facts/states/meant.ts'
import { statesNamed } from '../../../src/domain/understand/facts/states/named.ts'
import { statesOf } from '../../../src/domain/understand/facts/states/states.ts'
import type { StateWeights } from '../../../src/domain/understand/model/model.ts'
import { readingOf } from '../../../src/domain/understand/reading.ts'
import { aMail, type MailSketch } from '../../support/mail-builder.ts'

/** Believes of every state that it is meant, or that it is not, however it is named. */
const always = (bias: number): StateWeights => ({ bias, features: new Map([['of no mail', 1]]) })
const SURE = 9

function readBy(weights: StateWeights, mail: MailSketch) {
  const reading = readingOf(aMail({ subject: 'Agreement', ...mail }))
  const named = statesNamed(reading, null)
  return meantStates(statesOf(reading, null, named), named, 'agreement-request', weights)
}

test.each([
  ['that is sure of all', always(SURE), 'ID,UT'],
  ['that is rather sure of all', always(1), 'UT'],
  ['that is rather sure of none', always(-1), 'UT'],
  ['that is sure of none', always(-SURE), ''],
  ['that never learned it', { bias: SURE, features: new Map() }, 'UT'],
])('"as in Idaho" beside a wish for Utah, by a model %s', (_which, weights, states) => {
  const text = 'We need an interconnection agreement for Utah. The one that Tern signed in Idaho would do.'
  expect(readBy(weights, { text }).states.join()).toBe(states)
})

describe('what the rules are believed, however sure the model is', () => {
  test.each([
    ['a state that is turned down', 'We need an agreement for Utah, but not for Idaho.', 'UT'],
    ['all but the only one', 'We had asked for agreements in Utah and Idaho; now only Utah, please.', 'UT'],
    ["a company's name", 'Idaho Falls Fiber, LLC needs an agreement for Utah.', 'UT'],
    [
      'all but one',
      'We need agreements in all fourteen states except Idaho.',
      'AZ,CO,IA,MN,MT,ND,NE,NM,OR,SD,UT,WA,WY',
    ],
  ])('%s', (_what, text, states) => {
    expect(readBy(always(SURE), { text }).states.join()).toBe(states)
  })
})

test('a state that is left out is shown as such', () => {
  const { states, evidence } = readBy(always(-SURE), { text: 'We need an interconnection agreement for Utah.' })
  expect(states).toEqual([])
  expect(evidence.map(({ for: what, quote }) => [what, quote])).toEqual([
    ['states-left-out', 'We need an interconnection agreement for Utah.'],
  ])
})

test('the words that name a state are shown, the own before those of the thread', () => {
  const text = 'Yes, both please, and Idaho is like it.\n\nOn May 4 you wrote:\n> Is it for Utah, or Idaho as well?'
  const { states, evidence } = readBy(always(SURE), { text, subject: 'Re: Agreement' })
  expect(states).toEqual(['ID', 'UT'])
  expect(evidence.map(({ for: what, quote }) => [what, quote])).toEqual([
    ['states', 'Yes, both please, and Idaho is like it.'],
    ['states', 'Is it for Utah, or Idaho as well?'],
  ])
})
