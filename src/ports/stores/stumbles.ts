/** Pieces of the scheduler's work that failed, by name. */
export interface StumbleStore {
  /** Those of them that are to wait still, or were given up. */
  putOff(what: readonly string[], now: number): Promise<ReadonlySet<string>>
  /** Notes a failure, puts the piece off (1 min, doubling, at most 1 h) and returns how many there were in a row. */
  stumbled(what: string, error: string, now: number): Promise<number>
  /** A task for a person. */
  ask(sentence: string): Promise<void>
}
