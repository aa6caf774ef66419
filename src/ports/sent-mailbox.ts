/** The Sent mailbox (RFC 6154 \Sent). */
export interface SentMailbox {
  /** True when a mail with this Message-ID lies there. */
  has(messageId: string): Promise<boolean>
  append(raw: Uint8Array, at: Date): Promise<void>
}
