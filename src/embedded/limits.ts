/** Every waiting time of the embedded database, in milliseconds. */
export const LIMITS = {
  /** Between two looks at a condition. */
  look: 20,
  /** One attempt to log in. A busy machine answers late, so a timeout alone never means that the server is gone. */
  login: 2_000,
  /** Until a server that has been started answers. Recovery after a crash replays at most `max_wal_size` (1 GB). */
  ready: 120_000,
  /** Until another process has finished its start; longer than `ready`, which that process may need. */
  turn: 150_000,
  /** Until a server that nobody uses any more has gone. Its guardian gives it 4 s, see `guardian.ts`. */
  gone: 10_000,
  /** How long the starter of a server watches, on stop, whether somebody else still uses it. */
  othersUseIt: 1_000,
} as const
