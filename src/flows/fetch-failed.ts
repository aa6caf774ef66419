import type { MailListing } from '../ports/mailbox.ts'

/** The mailbox was open and listed these mails, and broke off while handing them over: one of them may be to blame. */
export class FetchFailed extends Error {
  readonly listings: readonly MailListing[]
  constructor(listings: readonly MailListing[], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    this.name = 'FetchFailed'
    this.listings = listings
  }
}
