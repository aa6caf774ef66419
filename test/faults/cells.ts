/** The matrix: who is struck, by what, and for how long. One row is one run of `npm run faults`. */

export const PARTS = ['poller', 'reader', 'decider', 'sender'] as const
export type Part = (typeof PARTS)[number]
export const SERVERS = ['imap', 'smtp', 'postgres', 'redis'] as const
export type Server = (typeof SERVERS)[number]

/**
 * Of processes: `kill` (SIGKILL to every process of the part, started again when the fault ends), `term` (SIGTERM
 * likewise; each must leave by itself, with exit code 0), `frozen` (SIGSTOP to one of the two processes of the part, or
 * to all processes, until SIGCONT).
 * Of servers, by the proxy in front of them: `cut` (every connection reset, every new one refused), `blackhole` (bytes
 * vanish and nothing is closed; when it ends the server has given up the old connections and the program is never
 * told), `slow` (200 ms before each packet, 8 kB a second on each connection); `restart` (stopped and started again;
 * Redis comes back empty), `loss` (FLUSHALL when it begins and when it ends).
 * Of the archive: `full` (its file system has no byte left).
 */
export type Fault = 'kill' | 'term' | 'frozen' | 'cut' | 'blackhole' | 'slow' | 'restart' | 'loss' | 'full'

export type Cell =
  | { readonly target: Part | 'all'; readonly fault: 'kill' | 'term' | 'frozen'; readonly seconds: number }
  | { readonly target: Server; readonly fault: 'cut' | 'blackhole' | 'slow' | 'restart'; readonly seconds: number }
  | { readonly target: 'redis'; readonly fault: 'loss'; readonly seconds: number }
  | { readonly target: 'archive'; readonly fault: 'full'; readonly seconds: number }

export const CELLS: readonly Cell[] = [
  { target: 'poller', fault: 'kill', seconds: 5 },
  { target: 'poller', fault: 'term', seconds: 5 },
  { target: 'poller', fault: 'frozen', seconds: 60 },
  { target: 'reader', fault: 'kill', seconds: 5 },
  { target: 'reader', fault: 'term', seconds: 5 },
  { target: 'reader', fault: 'frozen', seconds: 60 },
  { target: 'decider', fault: 'kill', seconds: 5 },
  { target: 'decider', fault: 'term', seconds: 5 },
  { target: 'decider', fault: 'frozen', seconds: 60 },
  { target: 'sender', fault: 'kill', seconds: 5 },
  { target: 'sender', fault: 'term', seconds: 5 },
  { target: 'sender', fault: 'frozen', seconds: 60 },
  { target: 'all', fault: 'kill', seconds: 5 },
  { target: 'all', fault: 'term', seconds: 5 },
  { target: 'all', fault: 'frozen', seconds: 60 },
  { target: 'imap', fault: 'cut', seconds: 20 },
  { target: 'imap', fault: 'blackhole', seconds: 30 },
  { target: 'imap', fault: 'slow', seconds: 30 },
  { target: 'imap', fault: 'restart', seconds: 10 },
  { target: 'smtp', fault: 'cut', seconds: 20 },
  { target: 'smtp', fault: 'blackhole', seconds: 30 },
  { target: 'smtp', fault: 'slow', seconds: 30 },
  { target: 'smtp', fault: 'restart', seconds: 10 },
  { target: 'postgres', fault: 'cut', seconds: 20 },
  { target: 'postgres', fault: 'blackhole', seconds: 30 },
  { target: 'postgres', fault: 'slow', seconds: 30 },
  { target: 'postgres', fault: 'restart', seconds: 10 },
  { target: 'redis', fault: 'cut', seconds: 20 },
  { target: 'redis', fault: 'blackhole', seconds: 30 },
  { target: 'redis', fault: 'slow', seconds: 30 },
  { target: 'redis', fault: 'restart', seconds: 10 },
  { target: 'redis', fault: 'loss', seconds: 10 },
  { target: 'archive', fault: 'full', seconds: 60 },
]

export function nameOf({ target, fault }: Cell): string {
  return `${target}/${fault}`
}

/** `only`: words that stand in the name, any of them, such as `poller/kill` or `redis`; none: every cell. */
export function cellsOf(only: readonly string[]): readonly Cell[] {
  return CELLS.filter((cell) => only.length === 0 || only.some((word) => nameOf(cell).includes(word)))
}
