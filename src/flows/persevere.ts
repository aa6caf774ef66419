/**
 * Pieces of the scheduler's work that fail. Each waits by itself, longer after every failure, so that it holds up no
 * other; after enough of them it ends in front of a person.
 */
import type { StumbleStore } from '../ports/stores/stumbles.ts'

/** Over about two hours. */
export const MOST_STUMBLES = 8

export interface Piece {
  /** Names it: `digest 2026-03-06 / anna@example.com`. */
  readonly what: string
  readonly error: Error
  /** Milliseconds since the epoch. */
  readonly now: number
  /** Ends it, with what a person is told of it. */
  readonly giveUp: (error: Error) => Promise<unknown>
}

/** Notes a failure. Rejects when not even that can be done: the database is away, and it is not the piece's fault. */
export async function stumbled(store: StumbleStore, { what, error, now, giveUp }: Piece): Promise<void> {
  if ((await store.stumbled(what, error.message, now)) >= MOST_STUMBLES) await giveUp(error)
}
