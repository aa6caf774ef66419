/** Scores as shares that add up to 1; the largest is taken off first, so that nothing overflows. */
export function softmax(scores: ArrayLike<number>): number[] {
  const all = Array.from(scores)
  const top = Math.max(...all)
  const grown = all.map((score) => Math.exp(score - top))
  const sum = grown.reduce((total, one) => total + one, 0)
  return grown.map((one) => one / sum)
}
