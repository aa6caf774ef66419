import type { Digest, Role } from './digest.ts'
import type { DigestFacts } from './facts.ts'

export interface Reader {
  readonly name: string
  readonly email: string
  readonly role: Role
  readonly states: readonly string[]
}

/** Null: a negotiator for whom there is nothing. A manager always gets one, for the accounting. */
export function digestFor(_who: Reader, _facts: DigestFacts, _now: number): Digest | null {
  return null
}
