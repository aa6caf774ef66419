import type { Kind } from '../../labels.ts'
import type { Evidence } from '../../understanding.ts'

/** A kind with the words that show it. */
export interface KindFinding {
  readonly kind: Kind
  readonly evidence: readonly Evidence[]
}

/**
 * What evidence is for when a mail counts as a person's although it may be a machine's. A person then looks at it and no
 * machine answers: a wrong answer to a machine starts a loop, a missing one to a person costs a glance.
 */
export const DOUBT = 'maybe-machine'
