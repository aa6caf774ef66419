import type { Decision, Reason } from '../decision.ts'
import type { Understanding } from '../understanding.ts'
import type { ArrivedMail } from './arrival.ts'

/** A mail that is explained by one reason and causes nothing. */
export function settled(
  arrived: ArrivedMail,
  outcome: 'machine' | 'unrelated' | 'duplicate' | 'answered-by-rule',
  reason: Reason,
  duplicateOf: number | null = null,
): Decision {
  const { understanding } = arrived
  return {
    understanding,
    cases: [],
    clec: null,
    changes: [{ change: 'mail-settled', kind: understanding.kind, outcome, duplicateOf }],
    wishes: [],
    because: [reason],
  }
}

/** The words of the mail that speak for a reading, for people. */
export function evidenceOf(understanding: Understanding, what: string): string {
  const found = understanding.evidence.find((one) => one.for === what) ?? understanding.evidence[0]
  return found ? `${found.from}: ${found.quote}` : 'no single piece of evidence'
}
