/**
 * Ten digits that are no telephone number: the carrier's account numbers (BAN) begin with one and go on with a customer
 * code of three digits, and dockets, invoices and codes may look the same.
 */

/** Codes that stand beside their number, in the singular or the plural. */
const CODES = 'BAN|BTN|ATN|WTN|FRN|PON|EIN|FEIN|LRN|SPID|PIN|TN|ASR|LSR|FOC|TSR|CSR'
/** What has a number of its own; the words alone are enough. */
const THINGS =
  'account|acct|docket|invoice|order|envelope|case|circuit|tracking|passcode|access code|meeting ID|conference ID|CSR for'
/** These only where a number of theirs is spoken of: "our file" says nothing about the digits behind it. */
const NUMBERED =
  'account|acct|docket|invoice|order|case|file|ticket|confirmation|contract|agreement|policy|license|licence|registration|reference|ref|first|tax|bill'
const OF_NUMBER = '(?:no|nos|num|number|numbers|id|#)\\b\\.?(?: (?:is|are|was))?'

const NO_PHONE_BEFORE = new RegExp(
  `\\b(?:(?:${CODES})s?\\)?(?: (?:is|are|was|ending(?: in)?|${OF_NUMBER}))?[\\s#:.=|"'(-]{0,4}` +
    `|(?:${THINGS})[\\s#:.]{0,4}` +
    `|(?:${NUMBERED})\\.? ?${OF_NUMBER}[\\s#:.=|"'(-]{0,4})$`,
  'i',
)
/** "… and 303-555-0102": another of the same sort. */
const ANOTHER = /^[\s,;&/|]*(?:and|or)?[\s,;&/|]*$/i
/** The customer code of an account: three digits more, unless a street or another number begins with them. */
const CUSTOMER_CODE = /^[ /]\d{3}(?!\d|[ .)/-]{1,3}\d| \p{Lu})/u

export interface Digits {
  /** The words between the number before and this one, and between this one and the next. */
  readonly before: string
  readonly after: string
  /** The words before it say that it is a telephone or a fax. */
  readonly isLabelled: boolean
}

/** `last`: the number before it in its line, and whether that was none; null: it is the first. */
export function isNoPhone({ before, after, isLabelled }: Digits, last: { readonly isNone: boolean } | null): boolean {
  if (NO_PHONE_BEFORE.test(before)) return true
  return (!isLabelled && CUSTOMER_CODE.test(after)) || (last?.isNone === true && ANOTHER.test(before))
}
