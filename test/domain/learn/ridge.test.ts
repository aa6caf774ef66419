/** A logistic curve fitted to its end: at the weights that it gives, no small step costs less. */
import { describe, expect, test } from 'vitest'
import type { Row } from '../../../src/domain/learn/linear.ts'
import { fitRidge } from '../../../src/domain/learn/ridge.ts'

/** A row that shows these features, each once. */
function showing(...indexes: readonly number[]): Row {
  return { indexes: Uint32Array.from(indexes), values: new Float64Array(indexes.length).fill(1) }
}

const MIXED = [
  [showing(0), true],
  [showing(0, 1), true],
  [showing(1), false],
  [showing(1, 2), false],
  [showing(2), true],
  [showing(0, 2), false],
] as const

function fitted(examples: readonly (readonly [Row, boolean])[], penalty: number) {
  return fitRidge({
    rows: examples.map(([row]) => row),
    isOne: examples.map(([, isOne]) => isOne),
    features: 3,
    penalty,
  })
}

function cost(examples: typeof MIXED, penalty: number, bias: number, weights: readonly number[]): number {
  const misses = examples.map(([{ indexes }, isOne]) => {
    const height = [...indexes].reduce((sum, at) => sum + (weights[at] ?? 0), bias)
    return Math.log1p(Math.exp(isOne ? -height : height))
  })
  const drawn = weights.map((weight) => (penalty * weight * weight) / 2)
  return [...misses, ...drawn].reduce((sum, one) => sum + one, 0)
}

describe('the cheapest weights', () => {
  const { bias, weights } = fitted(MIXED, 0.3)
  const at = [bias, ...weights]
  const least = cost(MIXED, 0.3, bias, [...weights])
  const steps = at.flatMap((_, nth) =>
    [0.05, -0.05].map((by) => at.map((one, other) => (other === nth ? one + by : one))),
  )

  test.each(steps)('no step away costs less: %f %f %f %f', (...[aside, ...others]) => {
    expect(cost(MIXED, 0.3, aside as number, others as number[])).toBeGreaterThan(least)
  })
})

test('the more it is drawn to none, the smaller a weight', () => {
  const sizes = [0.1, 1, 10].map((penalty) => Math.abs(fitted(MIXED, penalty).weights[1] as number))
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
})

test('what never speaks either way weighs nothing', () => {
  const { weights } = fitted(
    [
      [showing(0), true],
      [showing(1), false],
    ],
    0.5,
  )
  expect(weights[2]).toBeCloseTo(0, 6)
  expect(weights[0]).toBeCloseTo(-(weights[1] as number), 3)
})

test('of nothing it has no opinion', () => {
  expect(fitted([], 1)).toEqual({ bias: 0, weights: new Float64Array(3) })
})
