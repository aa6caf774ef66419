import { describe, expect, test } from 'vitest'
import { probabilities, type Row, type Training, trainLinear } from '../../../src/domain/learn/linear.ts'
import { softmax } from '../../../src/domain/understand/model/softmax.ts'

/** A row that shows these features fully. */
function row(...features: readonly number[]): Row {
  return { indexes: Uint32Array.from(features), values: new Float64Array(features.length).fill(1) }
}

/** Feature 0 tells the first label, feature 1 the second, feature 2 the third; feature 3 stands everywhere. */
const APART: Training = {
  rows: [0, 1, 2, 0, 1, 2, 0, 1, 2].map((tells) => row(tells, 3)),
  targets: [0, 1, 2, 0, 1, 2, 0, 1, 2].map((label) => [0, 1, 2].map((one) => (one === label ? 1 : 0))),
  features: 4,
  labels: 3,
  loss: 'softmax',
}

function likeliest(training: Training, shown: Row): number {
  const shares = [...probabilities(trainLinear(training), shown, training.loss)]
  return shares.indexOf(Math.max(...shares))
}

describe('softmax', () => {
  test.each([
    ['no scores that differ', [0, 0, 0, 0], [0.25, 0.25, 0.25, 0.25]],
    ['one score ahead', [Math.log(3), 0], [0.75, 0.25]],
    ['scores too large for a power', [2_000, 2_000, -2_000], [0.5, 0.5, 0]],
    ['scores too small for a power', [-3_000, -3_001], [0.731, 0.269]],
    ['a single answer', [-7], [1]],
  ])('%s', (_what, scores, shares) => {
    const found = [...softmax(Float64Array.from(scores))]
    found.forEach((share, at) => {
      expect(share).toBeCloseTo(shares[at] as number, 3)
    })
    expect(found.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })
})

describe('what can be told apart', () => {
  test.each([0, 1, 2])('feature %i tells its label, and the feature of all tells nothing', (label) => {
    expect(likeliest(APART, row(label))).toBe(label)
    expect(likeliest(APART, row(label, 3))).toBe(label)
    const { weights } = trainLinear(APART)
    const of = (feature: number) => Math.abs(weights[feature * 3 + label] as number)
    expect(of(label)).toBeGreaterThan(4 * of(3))
  })

  test('shares of one question sum to 1; labels that are questions of their own are each between 0 and 1', () => {
    const one = probabilities(trainLinear(APART), row(0, 1), 'softmax')
    expect(one.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    const both: Training = { ...APART, targets: APART.targets.map(([first]) => [first ?? 0, 1, 0]), loss: 'logistic' }
    const [first = 0, always = 0, never = 1] = probabilities(trainLinear(both), row(0, 3), 'logistic')
    const [other = 1] = probabilities(trainLinear(both), row(1, 3), 'logistic')
    expect(first).toBeGreaterThan(0.5)
    expect(other).toBeLessThan(0.3)
    expect(always).toBeGreaterThan(0.8)
    expect(never).toBeLessThan(0.2)
  })
})

test('the same examples give the same weights to the last bit', () => {
  expect(trainLinear(APART)).toEqual(trainLinear(APART))
})

test('an example counts as much as it is told to', () => {
  const torn: Training = {
    rows: [row(0), row(0)],
    targets: [
      [1, 0],
      [0, 1],
    ],
    features: 1,
    labels: 2,
    loss: 'softmax',
  }
  expect(likeliest({ ...torn, importance: [1, 0.1] }, row(0))).toBe(0)
  expect(likeliest({ ...torn, importance: [0.1, 1] }, row(0))).toBe(1)
  const { weights } = trainLinear({ ...torn, importance: [0, 0] })
  expect([...weights]).toEqual([0, 0])
})

test('of nothing nothing is learned', () => {
  const { bias, weights } = trainLinear({ ...APART, rows: [], targets: [] })
  expect([...bias, ...weights].every((weight) => weight === 0)).toBe(true)
})
