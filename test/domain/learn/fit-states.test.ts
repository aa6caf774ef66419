/** Which of the states that mails name they are about is learned from what stands around them. */
import { expect, test } from 'vitest'
import { fitStates } from '../../../src/domain/learn/fit-states.ts'
import { aLesson } from '../../support/lessons.ts'

/** A mail that names states: for each what is shown of it, and whether it is meant. */
function naming(...named: readonly (readonly [shown: string, isMeant: boolean])[]) {
  const states = named.map(([shown, isMeant]) => ({
    surroundings: new Map(shown.split(' ').map((one) => [one, 1])),
    isMeant,
  }))
  return aLesson({ states })
}

test('what stands beside states that are meant speaks for them, and what stands beside the others against', () => {
  const mails = [1, 2, 3, 4].map(() => naming(['for here', true], ['like here', false]))
  const { features } = fitStates(mails)
  expect(features.get('for')).toBeGreaterThan(0.5)
  expect(features.get('like')).toBeLessThan(-0.5)
  expect(Math.abs(features.get('here') ?? 9)).toBeLessThan(0.1)
})

test('what is seen less than three times teaches nothing', () => {
  const mails = [naming(['for once', true]), naming(['for', true]), naming(['for', true], ['like', false])]
  expect([...fitStates(mails).features.keys()]).toEqual(['for'])
})

test('mails that name none teach nothing', () => {
  expect(fitStates([aLesson(), aLesson()])).toEqual({ bias: 0, features: new Map() })
})
