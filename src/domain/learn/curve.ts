/** A logistic curve over one number, with an offset per group that is drawn to none: Newton's method, ridge penalties. */
import { solved } from './solved.ts'

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

const STEPS = 25
const FLATTEST = 0.05
/** A penalty against which no number of mails moves anything. */
const FIXED = 1e9
/** So far may one step go in any direction: from far away Newton's steps are too long. */
const LONGEST = 2

export function fitCurve(rows: readonly CurveRow[], groups: number, { all, one }: Stiffness): Curve {
  const offsets = Array<number>(groups).fill(0)
  const penalties = [...offsets].fill(one)
  const free = newton(rows, [0, 1, ...offsets], [all, all, ...penalties])
  // Cut off alone, the slope would leave a level behind that belongs to another curve.
  return free.slope >= FLATTEST ? free : newton(rows, [0, FLATTEST, ...offsets], [all, FIXED, ...penalties])
}

/** From where it starts and is drawn back to. */
function newton(rows: readonly CurveRow[], start: readonly number[], penalties: readonly number[]): Curve {
  let now: readonly number[] = start
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = now.map((value, at) => -(penalties[at] as number) * (value - (start[at] as number)))
    const bends = penalties.map((penalty, at) => now.map((_, other) => (other === at ? penalty : 0)))
    for (const { x, group, isRight } of rows) {
      const parts = [[0, 1] as const, [1, x] as const, [group + 2, 1] as const]
      const height = parts.reduce((sum, [at, value]) => sum + value * (now[at] as number), 0)
      const chance = 1 / (1 + Math.exp(-height))
      const bend = Math.max(chance * (1 - chance), 1e-6)
      for (const [at, value] of parts) {
        slopes[at] = (slopes[at] as number) + ((isRight ? 1 : 0) - chance) * value
        const row = bends[at] as number[]
        for (const [other, beside] of parts) row[other] = (row[other] as number) + bend * value * beside
      }
    }
    const change = solved(bends, slopes, start.length)
    now = now.map((value, at) => value + Math.max(-LONGEST, Math.min(LONGEST, change[at] as number)))
  }
  const [level, slope, ...offsets] = now as [number, number, ...number[]]
  return { level, slope, offsets }
}
