import { isNoPhone } from './no-phone.ts'

/** North American numbers (NANP): optional +1, area code, three and four digits, with the usual separators. */
const PHONE =
  /(?<![\d]|\d[.-]|\p{L}-)(?:\+?1[ ./-]{0,2})?\(?([2-9]\d{2})\)?[ ./-]{0,3}([2-9]\d{2})[ .-]{0,3}(\d{4})(?!\d|[.-]\d)/gu
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
  ['fax', '(?:tele|e-?)?fax|facsimile|telecop(?:y|ier)|fx|f'],
  ['mobile', 'cell(?:ular|phone)?|mobile|mob|mbl|m|c|text'],
  ['direct', 'direct(?: (?:dial|line))?|dir|did|d|desk phone'],
  ['main', 'main(?: (?:line|number|office))?|switchboard|reception|front desk|general|toll[ -]?free'],
  [
    'desk',
    'NOC|24 ?x ?7|repair|after[ -]hours|emergenc(?:y|ies)|help ?(?:desk|line)|dispatch|trouble|conference|bridge',
  ],
  ['office', 'office|off|o|tel|telephone|phone|ph|p|t|v|voice|work|w|business|call'],
]
const BEFORE = LABELS.map(
  ([sort, words]) =>
    [
      sort,
      new RegExp(
        `(?:^|[^\\p{L}\\p{N}'])(?:${words})(?: (?:no|num|number|line|phone))?(?: (?:is|at|on))?[\\s.:#/|(=-]{0,4}$`,
        'iu',
      ),
    ] as const,
)
const EXTENSION = /^\s{0,2}(?:x|ext\.?|extension)\s?\d{1,5}/i
const AFTER = LABELS.map(
  ([sort, words]) => [sort, new RegExp(`^[\\s,]{0,2}[([-]?\\s?(?:${words})(?![\\p{L}\\p{N}'@])`, 'iu')] as const,
)

/** A toll-free number is the company's. */
const TOLL_FREE = /^8(?:00|33|44|55|66|77|88)/

/** All numbers of a text in their order with what each is said to be, fax numbers included. */
export function numbersIn(text: string): Phone[] {
  if (!/\d{4}/.test(text)) return []
  let from = 0
  return text
    .slice(0, 32_768)
    .split('\n')
    .flatMap((line, row, lines) => {
      const at = from
      from += line.length + 1
      const found = numbersInLine(line, row === 0 ? '' : (lines[row - 1] ?? ''))
      return found.map((phone) => ({ ...phone, at: phone.at + at, end: phone.end + at }))
    })
}

/** The numbers of a text in their order; fax numbers and account numbers are left out. */
export function phonesIn(text: string): Phone[] {
  return numbersIn(text).filter((phone) => phone.sort !== 'fax')
}

interface Spot {
  readonly digits: string
  readonly at: number
  readonly end: number
  /** The words between the number before and this one, and between this one and the next. */
  readonly before: string
  readonly after: string
  /** An account, a docket or a code, by the words around it. */
  readonly isNone: boolean
}

/** A mail program may have wrapped the line between a word and its number: `above`. */
function numbersInLine(line: string, above = ''): Phone[] {
  const spots = spotsIn(line, above)
  const [first, last] = [spots[0], spots.at(-1)]
  if (first === undefined || last === undefined) return []
  // "801.555.0177 (v) 801.555.0178 (f)": each word follows its number. "208 555 0141 fax 208 555 0142": it precedes.
  const isTrailing = labelled(BEFORE, first.before) === undefined && labelled(AFTER, last.after) !== undefined
  return spots.flatMap(({ digits, at, end, before, after, isNone }) => {
    if (isNone) return []
    const told = isTrailing ? undefined : labelled(BEFORE, before)
    const trailing = isTrailing || /^\s{0,2}[([]/.test(after) ? labelled(AFTER, after) : undefined
    const sort = sortOf(told, trailing)
    const isCompanys = TOLL_FREE.test(digits) && (sort === 'bare' || sort === 'office')
    return [{ number: `+1${digits}`, at, end, sort: isCompanys ? 'main' : sort }]
  })
}

function spotsIn(line: string, above: string): Spot[] {
  const matches = [...line.matchAll(PHONE)].filter((match) => WRITTEN_AS_PHONE.test(match[0]))
  const spots: Spot[] = []
  for (const [i, match] of matches.entries()) {
    const end = match.index + match[0].length
    const next = matches[i + 1]?.index ?? line.length
    const last = spots.at(-1)
    const words = line.slice(Math.max(last?.end ?? 0, match.index - 32), match.index)
    const said = last === undefined && match.index < 32 ? `${wrapped(above)} ${words}` : words
    const after = line.slice(end, Math.min(next, end + 32))
    spots.push({
      ...{ digits: `${match[1]}${match[2]}${match[3]}`, at: match.index, end },
      before: words.replace(/^.*\)(?=[^)]*$)/, ''),
      after: after.replace(EXTENSION, ''),
      isNone: isNoPhone({ before: said, after, isLabelled: labelled(BEFORE, words) !== undefined }, last ?? null),
    })
  }
  return spots
}

/** A sentence that ends with its line says nothing about the next one. */
function wrapped(above: string): string {
  return /[.!?]\s*$/.test(above) ? '' : above.slice(-32)
}

function labelled(table: readonly (readonly [PhoneSort, RegExp])[], words: string): PhoneSort | undefined {
  return table.find(([, pattern]) => pattern.test(words))?.[0]
}

/** "Tel 303-555-0101 (direct)": the closer word wins over a word that only says that it is a telephone. */
function sortOf(before: PhoneSort | undefined, after: PhoneSort | undefined): PhoneSort {
  if (before === undefined || before === 'office') return after ?? before ?? 'bare'
  return before
}
