/** North American numbers (NANP): optional +1, area code, three and four digits, with the usual separators. */
const PHONE = /(?<![\d.#-])(?:\+?1[ .-]?)?\(?([2-9]\d{2})\)?[ .\u00a0-]{0,2}(\d{3})[ .\u00a0-]?(\d{4})(?![\d-])/g
const FAX_BEFORE = /\b(?:fax|facsimile|f)\b[\s.:]{0,4}$/i
const NOT_A_PHONE =
  /\b(?:BAN|FRN|account|docket|invoice|order|PON|number is|first number|envelope|PIN|case|circuit)\b[\s#:.]{0,4}$/i

/** A telephone number of a text as +1 and ten digits, and where it stands. */
export interface Phone {
  readonly number: string
  readonly at: number
}

/** The numbers of a text in their order; fax numbers and account numbers are left out. */
export function phonesIn(text: string): Phone[] {
  return [...text.slice(0, 32_768).matchAll(PHONE)]
    .filter((match) => {
      const before = text.slice(Math.max(0, match.index - 24), match.index)
      return !FAX_BEFORE.test(before) && !NOT_A_PHONE.test(before) && /[ .()-]|^\+?1?\d{10}$/.test(match[0])
    })
    .map((match) => ({ number: `+1${match[1]}${match[2]}${match[3]}`, at: match.index }))
}
