/** What guesses about unknown writers teach about the order of two matters. */
import { describe, expect, test } from 'vitest'
import { INTENTS, type Intent } from '../../../src/domain/labels.ts'
import type { UnorderedGuess } from '../../../src/domain/learn/cross-validate.ts'
import { fitOrder } from '../../../src/domain/learn/fit-order.ts'
import { inOrder } from '../../../src/domain/understand/model/order.ts'
import { aGuess, type GuessSketch } from '../../support/lessons.ts'

const QUESTIONNAIRE = INTENTS.indexOf('customer-questionnaire')
const SUPPORTING = INTENTS.indexOf('supporting-document')

/** Weighed alike: of the two only one sign tells which is the main one. */
function unordered(main: Intent, sign: number, sketch: GuessSketch = {}): UnorderedGuess {
  const guess = aGuess({ intents: [main], ...sketch })
  return { ...guess, pair: { likelier: QUESTIONNAIRE, other: SUPPORTING, signs: [sign, 0] } }
}

const told: readonly UnorderedGuess[] = Array.from({ length: 40 }, (_, at) =>
  at % 2 === 0 ? unordered('customer-questionnaire', 1) : unordered('supporting-document', -1),
)

describe('an order is learned', () => {
  test('from the sign that tells, and not from one that is never seen', () => {
    const [telling = 0, silent] = fitOrder(told)
    expect(telling).toBeGreaterThan(1)
    expect(silent).toBe(0)
  })

  test('against the sign where it misleads', () => {
    const misleading = told.map((guess) => ({
      ...guess,
      pair: { ...guess.pair, signs: [-(guess.pair.signs[0] ?? 0), 0] },
    }))
    expect(fitOrder(misleading)[0]).toBeLessThan(-1)
  })

  test('to say little where the sign tells nothing', () => {
    const noise = told.map((guess, at) => ({ ...guess, pair: { ...guess.pair, signs: [at % 4 < 2 ? 1 : -1, 0] } }))
    expect(Math.abs(fitOrder(noise)[0] ?? 1)).toBeLessThan(0.1)
  })

  test.each<readonly [meaning: string, guesses: readonly UnorderedGuess[]]>([
    ['no mails', []],
    ['mails about a third matter', told.map(({ pair }) => ({ ...aGuess({ intents: ['unrelated'] }), pair }))],
    ['short mails, which have no order', [unordered('customer-questionnaire', 1, { isWhole: false })]],
    ['machines', [{ ...unordered('customer-questionnaire', 1), ...aGuess({ kind: 'bulk' }) }]],
  ])('from %s: nothing', (_meaning, guesses) => {
    expect(fitOrder(guesses)).toEqual([])
  })
})

test('what was learned puts the two in order and leaves all others as they are', () => {
  const guess = aGuess({ called: 'customer-questionnaire', share: 0.4 })
  const pair = { likelier: QUESTIONNAIRE, other: SUPPORTING, signs: [-1, 0] }
  const { main } = inOrder(guess.shares, pair, fitOrder(told))
  expect(main[SUPPORTING]).toBeGreaterThan(main[QUESTIONNAIRE] as number)
  expect(main.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
  const others = (shares: readonly number[]) => shares.filter((_, at) => at !== QUESTIONNAIRE && at !== SUPPORTING)
  expect(others(main)).toEqual(others(guess.shares.main))
})

test('a model that never learned an order leaves the shares alone', () => {
  const { shares } = aGuess({ share: 0.6 })
  expect(inOrder(shares, { likelier: 0, other: 1, signs: [] }, [])).toBe(shares)
})
