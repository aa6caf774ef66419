import type { JoinFacts } from '../../domain/decide/joins.ts'
import type { AskWish, Introducing } from '../../domain/decision.ts'

export interface JoinStore {
  /** Cases that may be of those who are introduced. */
  apart(introduces: Introducing): Promise<JoinFacts>
  ask(tasks: readonly AskWish[], now: number): Promise<void>
}
