/** A logistic curve over one number, with an offset per group that is drawn to none. */
import { fitLogistic } from './newton.ts'

export interface CurveRow {
  readonly x: number
  readonly group: number
  readonly isRight: boolean
}

export interface Curve {
  readonly level: number
  /** Above 0: more is never worse. */
  readonly slope: number
  /** Per group. */
  readonly offsets: readonly number[]
}

/** How strongly the curve is drawn to level 0 and slope 1, and each group to the curve. */
export interface Stiffness {
  readonly all: number
  readonly one: number
}

const FLATTEST = 0.05
/** A penalty against which no number of mails moves anything. */
const FIXED = 1e9

export function fitCurve(rows: readonly CurveRow[], groups: number, { all, one }: Stiffness): Curve {
  const offsets = Array<number>(groups).fill(0)
  const penalties = [...offsets].fill(one)
  const free = drawn(rows, [0, 1, ...offsets], [all, all, ...penalties])
  // Cut off alone, the slope would leave a level behind that belongs to another curve.
  return free.slope >= FLATTEST ? free : drawn(rows, [0, FLATTEST, ...offsets], [all, FIXED, ...penalties])
}

/** From where it starts and is drawn back to. */
function drawn(rows: readonly CurveRow[], start: readonly number[], penalties: readonly number[]): Curve {
  const parts = rows.map(({ x, group, isRight }) => ({
    parts: [
      [0, 1],
      [1, x],
      [group + 2, 1],
    ] as const,
    isRight,
  }))
  const [level, slope, ...offsets] = fitLogistic(parts, start, penalties) as readonly [number, number, ...number[]]
  return { level, slope, offsets }
}
