/** A password, or where access tokens come from (RFC 7628). */
export type ImapLogin =
  | { readonly password: string }
  /** `refused`: the token that the server has just turned down, or null. Rejects with `IntakeError login`. */
  | { readonly token: (refused: string | null) => Promise<string> }

/** One IMAP account and the mailbox in it that is read; plain data, made from `IMAP_URL`. */
export interface ImapAccount {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`imaps://`). */
  readonly secure: boolean
  readonly user: string
  readonly login: ImapLogin
  /** Path of the mailbox, e.g. `INBOX`. */
  readonly mailbox: string
  /** PEM text of the authority to trust besides the usual ones, or null. */
  readonly ca: string | null
  /** The server may do without TLS, although it is not on this machine. */
  readonly allowClearText: boolean
  /** `user@host:port`: names the account wherever people read it. */
  readonly account: string
}
