/** One holder at a time for a named thing, across all processes; lost at once when the holder dies. */
export interface Leases {
  /** This process's number; others can tell whether it lives. */
  readonly instance: number
  /** Waits for the lease, runs `work`, gives it back. `lost` fires when the lease is lost meanwhile. */
  hold<T>(key: string, signal: AbortSignal, work: (lost: AbortSignal) => Promise<T>): Promise<T | undefined>
  close(): Promise<void>
}
