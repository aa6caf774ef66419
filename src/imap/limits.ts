/** Every limit of the IMAP adapter. Times are milliseconds, sizes bytes. */
export interface ImapLimits {
  /** From the first packet until logged in. */
  readonly connectMs: number
  /** Until the server greets, once it took the connection. */
  readonly greetingMs: number
  /** One command that answers in a few lines. */
  readonly commandMs: number
  /** One command that answers with mails: a batch of 30 MB gets through within this on a 1 Mbit/s line. */
  readonly transferMs: number
  /** Silence on the socket after which the connection is probed, and given up when the probe is not answered. */
  readonly silenceMs: number
  /** IDLE is renewed this often: a dead peer is then noticed in minutes, not after the 30 of RFC 2177. */
  readonly idleMs: number
  /** Saying goodbye is a courtesy and must not hold up a shutdown. */
  readonly logoutMs: number
  /** The largest mail fetched in one piece. A larger one ends the connection: look at sizes first, and download it. */
  readonly mailBytes: number
  /** How much of a large mail is asked for at once. */
  readonly chunkBytes: number
}

export const IMAP_LIMITS: ImapLimits = {
  connectMs: 30_000,
  greetingMs: 15_000,
  commandMs: 60_000,
  transferMs: 300_000,
  silenceMs: 60_000,
  idleMs: 120_000,
  logoutMs: 2_000,
  mailBytes: 256 * 1024 * 1024,
  chunkBytes: 1024 * 1024,
}
