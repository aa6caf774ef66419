/** One IMAP account and the mailbox in it that is read; plain data, made from `IMAP_URL`. */
export interface ImapAccount {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`imaps://`). */
  readonly secure: boolean
  readonly user: string
  readonly password: string
  /** Path of the mailbox, e.g. `INBOX`. */
  readonly mailbox: string
  /** PEM text of the authority to trust besides the usual ones, or null. */
  readonly ca: string | null
  /** `user@host:port`: names the account wherever people read it. */
  readonly account: string
}
