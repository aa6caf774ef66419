import type { Chime, Stage } from '../bell.ts'

export interface WorkStore {
  /** Notes a failed attempt, sets the next one (2 s, doubling, at most 5 min) and returns how many there were. */
  failed(workId: string, error: string, now: Date): Promise<number>
  /** Notes that something outside was away, sets the next attempt; true: it has waited for days and must end. */
  postponed(workId: string, error: string, now: Date): Promise<boolean>
  /** Ends work that cannot be done: quarantines its mail, or parks its reply, with a task for a person. */
  giveUp(workId: string, error: string): Promise<void>
}

export interface SweepStore {
  /** Takes due work of the stages, pushes its next time by the lease, and returns it with its new number of rings. */
  due(most: number, stages: readonly Stage[]): Promise<readonly Chime[]>
  /** Replies found in `sending` whose process is dead become queued, or unsure when the dot may have left. Returns how many. */
  adoptOrphans(): Promise<number>
}
