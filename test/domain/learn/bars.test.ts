import { describe, expect, test } from 'vitest'
import type { Intent } from '../../../src/domain/labels.ts'
import { barsOf, type MainGuess } from '../../../src/domain/learn/bars.ts'
import { chance } from '../../support/chance.ts'

/** Guesses as often right as their share says, or as `luckOf` it says. */
function guessed(intent: Intent, count: number, seed: number, luckOf = (share: number) => share): readonly MainGuess[] {
  const luck = chance(seed)
  return Array.from({ length: count }, () => {
    const share = 1 - 0.6 * luck.next() ** 2
    return { intent, share, isRight: luck.next() < luckOf(share) }
  })
}

describe('the share from which an intent is acted on', () => {
  const fair = guessed('status-inquiry', 600, 3)

  test('is higher for an intent that is wrong more often at the same share', () => {
    const bars = barsOf([...fair, ...guessed('account-change', 600, 5, (share) => share - 0.25)], 0.9)
    expect(bars['account-change']).toBeGreaterThan(bars['status-inquiry'] + 0.02)
  })

  test('is not moved far by one wrong mail of a rare intent', () => {
    const rare = Array.from({ length: 12 }, (): MainGuess => ({ intent: 'account-change', share: 0.9, isRight: true }))
    const unlucky: MainGuess = { intent: 'account-change', share: 0.97, isRight: false }
    const [without, withIt] = [barsOf([...fair, ...rare], 0.9), barsOf([...fair, ...rare, unlucky], 0.9)]
    expect(withIt['account-change']).toBeGreaterThan(without['account-change'])
    // By itself its bar would lie above the wrong one.
    expect(withIt['account-change']).toBeLessThan(0.97)
  })

  test('leaves room for luck: what was acted on is a little better than asked', () => {
    const lucky = fair.map((one) => ({ ...one, isRight: one.isRight || one.share > 0.9 }))
    const bars = barsOf(lucky, 0.99)
    const acted = lucky.filter(({ share }) => share >= bars['status-inquiry'])
    expect(acted.filter(({ isRight }) => !isRight).length / acted.length).toBeLessThan(0.01)
    expect(bars['status-inquiry']).toBeGreaterThan(barsOf(lucky, 0.95)['status-inquiry'])
  })

  test('holds for mails that it was not chosen on', () => {
    // One draw is luck: many together say what is to be expected.
    const others = guessed('status-inquiry', 4_000, 17)
    const precisions = Array.from({ length: 12 }, (_, seed) => {
      const bar = barsOf(guessed('status-inquiry', 600, 100 + seed), 0.95)['status-inquiry']
      const acted = others.filter(({ share }) => share >= bar)
      return acted.filter(({ isRight }) => isRight).length / acted.length
    })
    const mean = precisions.reduce((sum, one) => sum + one, 0) / precisions.length
    expect(mean).toBeGreaterThan(0.945)
    expect(mean).toBeLessThan(0.97)
  })

  test('is high for what is put aside, however well it went', () => {
    const right = (intent: Intent) =>
      Array.from({ length: 200 }, (): MainGuess => ({ intent, share: 0.6, isRight: true }))
    const bars = barsOf([...right('unrelated'), ...right('other-department'), ...right('process-question')], 0.9)
    expect(bars['process-question']).toBeLessThan(0.7)
    expect(bars['other-department']).toBeGreaterThanOrEqual(0.85)
    expect(bars.unrelated).toBeGreaterThanOrEqual(0.9)
  })

  test('does not depend on the order of the mails', () => {
    expect(barsOf([...fair].reverse(), 0.9)).toEqual(barsOf(fair, 0.9))
  })
})
