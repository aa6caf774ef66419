/**
 * What happens to mail, told in a fixed list of verbs. Metrics, the log and the live view all listen to the same.
 * No verb carries the contents of a mail.
 */
import type { Decision } from '../domain/decision.ts'

/** Which mail a stage worked on, by its number in the ledger, and since when: what tells one mail from another in logs and traces. */
export interface Stint {
  /** Null: a letter that answers no mail. */
  readonly mail: number | null
  /** Milliseconds since 1970. */
  readonly begunAt: number
}

export interface Journal {
  /** `mails`: those that go on to be read. */
  taken(count: number, mails: readonly number[], begunAt: number): void
  read(milliseconds: number, refused: string | null, stint: Stint): void
  /** The pictures of a mail were recognised. */
  recognised(milliseconds: number, mail: number): void
  decided(decision: Decision, milliseconds: number, stint: Stint): void
  /** `latencyMs`: since the reply was decided. */
  sent(outcome: string, latencyMs: number, stint: Stint & { readonly reply: number }): void
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
    taken: (...told) => journals.forEach((one) => void one.taken(...told)),
    read: (...told) => journals.forEach((one) => void one.read(...told)),
    recognised: (...told) => journals.forEach((one) => void one.recognised(...told)),
    decided: (...told) => journals.forEach((one) => void one.decided(...told)),
    sent: (...told) => journals.forEach((one) => void one.sent(...told)),
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
