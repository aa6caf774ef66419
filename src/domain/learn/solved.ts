/**
 * The solution of linear equations by Gauss elimination. Of Newton's steps with a ridge penalty: the matrix is symmetric,
 * and the penalties keep it far from singular, so there is no pivoting.
 */
export function solved(
  matrix: readonly (readonly number[])[],
  right: readonly number[],
  size: number,
): readonly number[] {
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
