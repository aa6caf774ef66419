import type { Moot } from '../../domain/casework/moot.ts'
import type { CaseOutcome } from '../../domain/casework/outcome.ts'
import type { AskWish } from '../../domain/decision.ts'
import type { Chime } from '../bell.ts'
import type { WrittenReply } from './written-reply.ts'

/** Casework that no mail caused, to be written as one. */
export interface Casework {
  /** Milliseconds since the epoch. */
  readonly now: number
  /** `system`, or who ordered it. */
  readonly actor: string
  readonly cases: readonly CaseOutcome[]
  readonly replies: readonly WrittenReply[]
  readonly tasks: readonly AskWish[]
  /** Open questions that are answered by what happened. */
  readonly settles?: readonly Moot[]
}

export interface WrittenCasework {
  readonly chimes: readonly Chime[]
  /** Rows of the letters, in no order. */
  readonly letters: readonly number[]
}
