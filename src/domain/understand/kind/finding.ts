import type { Kind } from '../../labels.ts'
import type { Evidence } from '../../understanding.ts'

/** A kind with the words that show it. Null from a detector means: not shown. */
export interface KindFinding {
  readonly kind: Kind
  readonly evidence: readonly Evidence[]
}
