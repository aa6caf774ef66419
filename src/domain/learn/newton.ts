/** A logistic curve over many numbers: Newton's method, with a ridge penalty that draws each weight to where it starts. */

export interface LogisticRow {
  /** The numbers that are not zero, by their place among the weights. */
  readonly parts: readonly (readonly [at: number, value: number])[]
  readonly isRight: boolean
}

const STEPS = 25
/** So far may one step go in any direction: from far away Newton's steps are too long. */
const LONGEST = 2

/** The weights with which the rows are right as often as they are. As many penalties as weights, each above 0. */
export function fitLogistic(
  rows: readonly LogisticRow[],
  start: readonly number[],
  penalties: readonly number[],
): readonly number[] {
  let now: readonly number[] = start
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = now.map((value, at) => -(penalties[at] as number) * (value - (start[at] as number)))
    const bends = penalties.map((penalty, at) => now.map((_, other) => (other === at ? penalty : 0)))
    for (const row of rows) learnFrom(row, now, slopes, bends)
    const change = solved(bends, slopes)
    now = now.map((value, at) => value + Math.max(-LONGEST, Math.min(LONGEST, change[at] as number)))
  }
  return now
}

function learnFrom(
  { parts, isRight }: LogisticRow,
  weights: readonly number[],
  slopes: number[],
  bends: readonly number[][],
): void {
  const height = parts.reduce((sum, [at, value]) => sum + value * (weights[at] as number), 0)
  const chance = 1 / (1 + Math.exp(-height))
  const bend = Math.max(chance * (1 - chance), 1e-6)
  for (const [at, value] of parts) {
    slopes[at] = (slopes[at] as number) + ((isRight ? 1 : 0) - chance) * value
    const row = bends[at] as number[]
    for (const [other, beside] of parts) row[other] = (row[other] as number) + bend * value * beside
  }
}

/** Gauss elimination; the penalties keep the matrix far from singular, and it is symmetric: no pivoting. */
function solved(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const size = right.length
  const rows = matrix.map((row, at) => [...row, right[at] as number])
  for (let at = 0; at < size; at += 1) {
    const pivot = rows[at] as number[]
    for (const [other, row] of rows.entries()) {
      const factor = other === at ? 0 : (row[at] as number) / (pivot[at] as number)
      if (factor === 0) continue
      for (let column = at; column <= size; column += 1)
        row[column] = (row[column] as number) - factor * (pivot[column] as number)
    }
  }
  return rows.map((row, at) => (row[size] as number) / (row[at] as number))
}
