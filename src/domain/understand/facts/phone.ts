/** North American numbers (NANP): optional +1, area code, three and four digits, with the usual separators. */
const PHONE =
  /(?<![\d]|\d[.-]|\p{L}-)(?:\+?1[ ./-]{0,2})?\(?([2-9]\d{2})\)?[ ./-]{0,3}([2-9]\d{2})[ .-]{0,3}(\d{4})(?!\d|[.-]\d)/gu
/** What stands before digits that are no telephone number. */
const NO_PHONE_BEFORE =
  /\b(?:BAN|FRN|account|acct|docket|invoice|PON|order|number is|first number|envelope|PIN|case|circuit|tracking|EIN|FEIN|TNs?|BTN|ATN|CSR for|passcode|access code|meeting ID|conference ID)\b[\s#:.]{0,4}$/i
/** Bare digits count when they could be nothing else. */
const WRITTEN_AS_PHONE = /^\+?1?\d{10}$|[2-9]\d{2}[ .()/-]{1,4}\d{3}/

/** What a number is said to be; `bare` when nothing is said. */
export type PhoneSort = 'direct' | 'office' | 'bare' | 'mobile' | 'main' | 'desk' | 'fax'

/** A telephone number of a text as +1 and ten digits, and where it stands. */
export interface Phone {
  readonly number: string
  readonly at: number
  readonly end: number
  readonly sort: PhoneSort
}

/** Words that name a number's sort. `desk`: a place that many people answer, not a person. In the order of trial. */
const LABELS: readonly (readonly [PhoneSort, string])[] = [
  ['office', '(?:phone|tel|telephone|voice|ph|office)\\.?\\s?(?:/|&|and|or|\\+)\\s?(?:tele)?fax'],
  ['fax', '(?:tele)?fax|facsimile|fx|f'],
  ['mobile', 'cell(?:ular|phone)?|mobile|mob|mbl|m|c|text'],
  ['direct', 'direct(?: (?:dial|line))?|dir|did|d|desk phone'],
  ['main', 'main(?: (?:line|number|office))?|switchboard|reception|front desk|general|toll[ -]?free'],
  ['desk', 'NOC|24 ?x ?7|repair|after[ -]hours|emergenc(?:y|ies)|help ?(?:desk|line)|dispatch|trouble|conference|bridge'],
  ['office', 'office|off|o|tel|telephone|phone|ph|p|t|v|voice|work|w|business|call'],
]
const BEFORE = LABELS.map(
  ([sort, words]) =>
    [
      sort,
      new RegExp(`(?:^|[^\\p{L}\\p{N}'])(?:${words})(?: (?:no|num|number|line|phone))?[\\s.:#/|()=-]{0,4}$`, 'iu'),
    ] as const,
)
const AFTER = LABELS.map(
  ([sort, words]) =>
    [sort, new RegExp(`^\\s{0,2}(?:(?:x|ext\\.?)\\s?\\d{1,5})?[ ,]{0,2}[([-]?\\s?(?:${words})(?![\\p{L}\\p{N}'@])`, 'iu')] as const,
)

/** All numbers of a text in their order with what each is said to be, fax numbers included. */
export function numbersIn(text: string): Phone[] {
  const matches = [...text.slice(0, 32_768).matchAll(PHONE)].filter((match) => WRITTEN_AS_PHONE.test(match[0]))
  let last = 0
  let isTrailing = false
  return matches.flatMap((match, i) => {
    const end = match.index + match[0].length
    const line = text.lastIndexOf('\n', match.index - 1) + 1
    const from = Math.max(line, last, match.index - 32)
    const before = text.slice(from, match.index)
    const after = text.slice(end, Math.min(end + 24, matches[i + 1]?.index ?? end + 24)).split('\n')[0] ?? ''
    if (line > last) isTrailing = false
    last = end
    if (NO_PHONE_BEFORE.test(before)) return []
    const told = isTrailing ? undefined : labelled(BEFORE, before)
    const trailing = labelled(AFTER, after)
    // "801.555.0177 (v) 801.555.0178 (f)": where the first number's word follows it, so do the others'.
    if (told === undefined && trailing !== undefined) isTrailing = true
    return [
      {
        number: `+1${match[1]}${match[2]}${match[3]}`,
        at: match.index,
        end,
        sort: sortOf(told, trailing),
      },
    ]
  })
}

/** The numbers of a text in their order; fax numbers and account numbers are left out. */
export function phonesIn(text: string): Phone[] {
  return numbersIn(text).filter((phone) => phone.sort !== 'fax')
}

function labelled(table: readonly (readonly [PhoneSort, RegExp])[], words: string): PhoneSort | undefined {
  return table.find(([, pattern]) => pattern.test(words))?.[0]
}

/** "Tel 303-555-0101 (direct)": the closer word wins over a word that only says that it is a telephone. */
function sortOf(before: PhoneSort | undefined, after: PhoneSort | undefined): PhoneSort {
  if (before === undefined || before === 'office') return after ?? before ?? 'bare'
  return before
}
