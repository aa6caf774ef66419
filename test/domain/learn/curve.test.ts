import { expect, test } from 'vitest'
import { type CurveRow, fitCurve } from '../../../src/domain/learn/curve.ts'
import { chance } from '../../support/chance.ts'

const STIFFNESS = { all: 1, one: 0.3 }

/** Rows of three groups, right as often as a known curve says. */
function drawn(count: number, slope: number, offsets: readonly number[]): readonly CurveRow[] {
  const luck = chance(7)
  return Array.from({ length: count }, (_, at) => {
    const [x, group] = [6 * luck.next() - 2, at % offsets.length]
    const height = slope * x + (offsets[group] as number)
    return { x, group, isRight: luck.next() < 1 / (1 + Math.exp(-height)) }
  })
}

test('the curve that drew the rows is found again', () => {
  const { level, slope, offsets } = fitCurve(drawn(6_000, 0.7, [1, 0, -1]), 3, STIFFNESS)
  expect(slope).toBeCloseTo(0.7, 1)
  const [first, second, third] = offsets.map((offset) => offset + level) as [number, number, number]
  expect(first - second).toBeCloseTo(1, 0)
  expect(second - third).toBeCloseTo(1, 0)
})

test('of no rows it is what shares mean by themselves', () => {
  expect(fitCurve([], 2, STIFFNESS)).toEqual({ level: 0, slope: 1, offsets: [0, 0] })
})

test('a group of few rows stays near the curve', () => {
  const rows = drawn(900, 1, [0])
  const unlucky = [1, 2].map(() => ({ x: 3, group: 1, isRight: false }))
  const offset = (times: number) =>
    fitCurve([...rows, ...Array.from({ length: times }, () => unlucky).flat()], 2, STIFFNESS).offsets[1] as number
  expect(offset(1)).toBeLessThan(0)
  expect(offset(20)).toBeLessThan(offset(1) - 1)
})

test.each([
  ['right', true],
  ['wrong', false],
])('rows that are all %s have a curve too', (_what, isRight) => {
  const rows = Array.from({ length: 300 }, (_, at) => ({ x: at / 60, group: at % 2, isRight }))
  const { level, slope, offsets } = fitCurve(rows, 2, STIFFNESS)
  expect([level, slope, ...offsets].every(Number.isFinite)).toBe(true)
  expect(slope).toBeGreaterThan(0)
  expect(Math.sign(level)).toBe(isRight ? 1 : -1)
})
