/**
 * When to try again. Time and chance are arguments, so every schedule can be read as a table.
 */

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/**
 * Waits after the 1st, 2nd, … attempt that the other server put off (a 4xx answer); the last one repeats. The first
 * ones are short for greylisting, which mostly opens within five minutes; from the seventh on it is patience, as
 * RFC 5321 4.5.4.1 asks for (half an hour and more between attempts). Thirty-six attempts last the four to five days
 * it names.
 */
export const RETRY_WAITS: readonly number[] = [
  5 * SECOND,
  15 * SECOND,
  45 * SECOND,
  2 * MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  1 * HOUR,
  2 * HOUR,
  4 * HOUR,
]

/** Waits after the 1st, 2nd, … connection in a row that failed. Nothing was refused: the whole server is away. */
export const RECONNECT_WAITS: readonly number[] = [1 * SECOND, 2 * SECOND, 5 * SECOND, 10 * SECOND, 20 * SECOND]

/**
 * How long a mail waits for a server that is away before a person is asked, in ms: the four to five days after which
 * RFC 5321 4.5.4.1 lets a sender give up.
 */
export const LONGEST_WAIT_MS = 5 * 24 * HOUR

/** Later by up to this share, so that mails put off together do not come back together. */
const SPREAD = 0.2

/**
 * When to send a mail again after `attempts` (1 or more) attempts of which the last ended at `now`, in ms since the
 * epoch. `jitter` is 0..1; the answer is never earlier than the schedule and at most a fifth of the wait later.
 * After `max` attempts it gives up.
 */
export function nextAttempt(
  now: number,
  attempts: number,
  jitter: number,
  max: number,
): { readonly at: number } | { readonly giveUp: true } {
  return attempts >= max ? { giveUp: true } : { at: now + waitAfter(RETRY_WAITS, attempts, jitter) }
}

/**
 * When to try again after `failures` (1 or more) connections in a row failed before a mail was handed over
 * (`not-sent`). Never more than 30 s, and it never gives up: the mails are blameless, until `LONGEST_WAIT_MS` are over.
 */
export function nextConnection(now: number, failures: number, jitter: number): { readonly at: number } {
  return { at: now + waitAfter(RECONNECT_WAITS, failures, jitter) }
}

function waitAfter(waits: readonly number[], count: number, jitter: number): number {
  const wait = waits[Math.min(Math.max(count, 1), waits.length) - 1] ?? 0
  return Math.round(wait * (1 + SPREAD * Math.min(Math.max(jitter, 0), 1)))
}
