import type { Understanding } from '../../domain/understanding.ts'

/** A mail with what was understood of it when it was decided. */
export interface PastDecision {
  readonly id: number
  readonly sha256: string
  readonly subject: string | null
  readonly caseRefs: readonly string[]
  readonly understanding: Understanding
}
