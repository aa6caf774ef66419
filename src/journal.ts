/**
 * What happens to mail, told in a fixed list of verbs. Metrics, the log and the live view all listen to the same.
 * No verb carries the contents of a mail.
 */
import type { Decision } from './domain/decision.ts'

export interface Journal {
  taken(count: number): void
  read(milliseconds: number, refused: string | null): void
  /** The pictures of a mail were recognised. */
  recognised(milliseconds: number): void
  decided(decision: Decision, milliseconds: number): void
  /** `latencyMs`: since the reply was decided. */
  sent(outcome: string, latencyMs: number): void
  copied(): void
  synced(): void
  swept(rung: number, orphans: number): void
  /** Reminders and clocks of so many requests were looked at, and so many letters written. */
  timePassed(requests: number, letters: number): void
  /** A person ordered something, by the command line, a mail or a link. */
  ordered(act: string, done: boolean): void
  digested(digests: number): void
  /** Somebody was told of so many troubles, or of their end. */
  alerted(sorts: readonly string[]): void
  trouble(where: string, error: Error): void
}

/** One journal that tells several. */
export function tellAll(journals: readonly Journal[]): Journal {
  return {
    taken: (count) => journals.forEach((one) => void one.taken(count)),
    read: (milliseconds, refused) => journals.forEach((one) => void one.read(milliseconds, refused)),
    recognised: (milliseconds) => journals.forEach((one) => void one.recognised(milliseconds)),
    decided: (decision, milliseconds) => journals.forEach((one) => void one.decided(decision, milliseconds)),
    sent: (outcome, latencyMs) => journals.forEach((one) => void one.sent(outcome, latencyMs)),
    copied: () => journals.forEach((one) => void one.copied()),
    synced: () => journals.forEach((one) => void one.synced()),
    swept: (rung, orphans) => journals.forEach((one) => void one.swept(rung, orphans)),
    timePassed: (requests, letters) => journals.forEach((one) => void one.timePassed(requests, letters)),
    ordered: (act, done) => journals.forEach((one) => void one.ordered(act, done)),
    digested: (digests) => journals.forEach((one) => void one.digested(digests)),
    alerted: (sorts) => journals.forEach((one) => void one.alerted(sorts)),
    trouble: (where, error) => journals.forEach((one) => void one.trouble(where, error)),
  }
}
