/**
 * From points to a share of right readings: a logistic curve over the points and over the lead on the next intent. It is
 * flatter and lower than a fit would be, because rules look better on the mails their writer knew than on new ones.
 */
export function confidenceOf(score: number, runnerUp: number): number {
  const margin = score - Math.max(runnerUp, 0)
  const strength = -1.4 + 0.28 * Math.min(score, 12) + 0.22 * Math.min(Math.max(margin, 0), 8)
  return Math.round(100 * Math.min(0.95, 1 / (1 + Math.exp(-strength)))) / 100
}

/** Below this a person decides. */
export const SURE = 0.6

/** Whether a reading is sure enough to act on. */
export function isSure(confidence: number): boolean {
  return confidence >= SURE
}
