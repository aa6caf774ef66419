export interface Parcel {
  /** SMTP envelope, RFC 5321. */
  readonly from: string
  readonly to: readonly string[]
  /** The exact bytes; dot-stuffing is the courier's. */
  readonly raw: Uint8Array
  /**
   * Awaited when every byte was handed over and the final dot was not: the last moment at which the mail can still be
   * kept from being delivered. A rejection abandons it (`not-sent`).
   */
  readonly beforeDot: () => Promise<void>
}

/**
 * What became of one SMTP transaction. `not-sent`: the server never had the whole mail. `unsure`: the connection was
 * lost after the final dot and before the answer (RFC 5321 6.1), so it may have been delivered.
 */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly response: string }
  | { readonly outcome: 'deferred'; readonly why: string }
  | { readonly outcome: 'refused'; readonly why: string }
  | { readonly outcome: 'not-sent'; readonly why: string }
  | { readonly outcome: 'unsure'; readonly why: string }

export interface Courier {
  send(parcel: Parcel): Promise<SendOutcome>
  close(): Promise<void>
}
