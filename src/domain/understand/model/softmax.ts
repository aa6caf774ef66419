/** Scores as shares that add up to 1; the largest is taken off first, so that nothing overflows. */
export function softmax(scores: ArrayLike<number>): number[] {
  const all = Array.from(scores)
  const top = Math.max(...all)
  const grown = all.map((score) => Math.exp(score - top))
  const sum = grown.reduce((total, one) => total + one, 0)
  return grown.map((one) => one / sum)
}

/**
 * Shares with their odds raised to a power: above 1 they become surer of themselves, below 1 less. What is hardly
 * possible at all counts as one in a million millions, or it would never be more.
 */
export function stretch(shares: readonly number[], sharpness: number): readonly number[] {
  const grown = shares.map((share) => Math.max(share, 1e-12) ** sharpness)
  const sum = grown.reduce((total, one) => total + one, 0)
  return grown.map((one) => one / sum)
}
