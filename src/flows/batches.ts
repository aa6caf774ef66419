import type { MailListing } from '../ports/mailbox.ts'

export interface TakeInLimits {
  /** A larger mail is taken by its header alone and quarantined. */
  readonly mailBytes: number
  /** Mails up to this size are fetched together. */
  readonly smallBytes: number
  readonly batchMails: number
  readonly batchBytes: number
}

export const TAKE_IN_LIMITS: Omit<TakeInLimits, 'mailBytes'> = {
  smallBytes: 4 << 20,
  batchMails: 50,
  batchBytes: 16 << 20,
}

/** Groups listings into fetches bounded in number and bytes; a large mail always stands alone. */
export function batches(listings: readonly MailListing[], limits: TakeInLimits): readonly (readonly MailListing[])[] {
  const result: MailListing[][] = []
  let current: MailListing[] = []
  let bytes = 0
  for (const listing of listings) {
    const large = listing.size > limits.smallBytes
    if (
      current.length > 0 &&
      (large || current.length >= limits.batchMails || bytes + listing.size > limits.batchBytes)
    ) {
      result.push(current)
      current = []
      bytes = 0
    }
    current.push(listing)
    bytes += listing.size
    if (large) {
      result.push(current)
      current = []
      bytes = 0
    }
  }
  if (current.length > 0) result.push(current)
  return result
}
