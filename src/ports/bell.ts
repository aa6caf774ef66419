/** The stages of work that are rung; also the names of the queues. */
export const STAGES = ['read', 'ocr', 'decide', 'send', 'copy'] as const

export type Stage = (typeof STAGES)[number]

/** Something to do: a row of `work`. `rings` counts how often it was rung, so that a lost job never blocks a new one. */
export interface Chime {
  readonly stage: Stage
  readonly workId: string
  readonly rings: number
  /** This process has begun it already, so nobody else can go on with it. */
  readonly here?: boolean
}

/** The doorbell. Losing every ring loses nothing: the sweep rings again. */
export interface Bell {
  ring(chimes: readonly Chime[]): Promise<void>
  /**
   * Calls the handler with the work id; a throw is logged and the sweep rings again. Rejects when the queue cannot be
   * reached; whoever calls again begins anew.
   */
  answer(stage: Stage, concurrency: number, handler: (workId: string) => Promise<void>): Promise<void>
  /** Jobs that wait to be answered; rejects when the queue does not answer. */
  waiting(stage: Stage): Promise<number>
  /** Whether the queue answers. */
  ping(): Promise<void>
  /** Stops taking rings and waits for those under way, at most `ms`. */
  close(ms?: number): Promise<void>
}
