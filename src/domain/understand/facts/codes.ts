import { CODE_OF, CODES } from './state-names.ts'

/** A code that stands beside its label. */
export interface Code {
  readonly sort: 'ocn' | 'acna'
  readonly code: string
  readonly at: number
  /** The words around it in its line. */
  readonly before: string
  readonly after: string
  /** The state that the words say it is for. */
  readonly state: string | null
}

const OCN_LABEL = '(?:OCNs?|(?:[Oo]perating )?[Cc]ompany (?:[Nn]umber|[Cc]ode)s?|NECA(?: [Cc]ompany)? (?:[Cc]ode|ID)s?|[Cc]ode [Ll]etter)'
/** Between a label and its code: marks, and few words that say nothing else. */
const TIGHT =
  "(?:'s|s)?(?: ?\\((?:OCN|ACNA|IAC|NECA|[A-Z]{2}|[a-z ]{2,20})\\))?(?: (?:is|are|was|of|no\\.?|number|code|assigned|will be|has been|for|in|the|our|your|this|new|state|carrier|survivor|company|which|reads|as|follows|(?:North |South |New |West )?[A-Z][a-z]+|[A-Z]{2})){0,6}[\\s:#=.()|_*\"',-]{0,40}(?:is )?"
const OCN_CODE = '([0-9][0-9A-Z]{3}|[A-Z][0-9A-Z]{3})(?![\\w-]|\\.\\d)'
const ACNA_CODE = '([A-Z]{3})(?![\\w-])'

const OCN = new RegExp(`\\b${OCN_LABEL}${TIGHT}${OCN_CODE}`, 'dg')
const OCN_SMALL = /\b(?:ocn|company code)\b[\s:#=(]{0,4}(?:is )?(\d{3}[a-z])\b/dgi
const OCN_AFTER = /\b([0-9]{3}[A-Z]|[0-9]{4})\b\W{0,3}(?:(?:is|as|being) (?:our|the|their|its) (?:\w+ )?|\()?(?:OCN|company code)\b(?!\W{0,6}(?:\d{3}[A-Z]|\d{4})\b)/dg
const ACNA = new RegExp(`\\bACNA(?: ?\\/ ?CCNA)?\\b${TIGHT}${ACNA_CODE}`, 'dg')
const ACNA_SMALL = /\bacna ?[:=] ?([a-z]{3})\b/dg
const BOTH = /\bOCNs?\b ?(?:\/|\||and|&|,|\+)+ ?ACNAs?\b[^\n]{0,12}?[\s:#=|,-]{1,8}([0-9A-Z]{4})\W{1,5}(?:and )?([A-Z]{3})\b/dg
const BOTH_TURNED = /\bACNAs?\b ?(?:\/|\||and|&|,|\+)+ ?OCNs?\b[^\n]{0,12}?[\s:#=|,-]{1,8}([A-Z]{3})\W{1,5}(?:and )?([0-9A-Z]{4})\b/dg

/** Three letters that are words, other codes, or nobody: `ZZZ` is end-user billing and `CUS` a casual customer (domain 3.8). */
const NO_ACNA =
  /^(?:ZZZ|CUS|AND|FOR|THE|OCN|CIC|TBD|TBA|NOT|ARE|OUR|YET|NEW|ICA|PUC|PSC|LLC|INC|FRN|NPA|IAC|YES|HAS|WAS|SEE|ALL|ANY|NXX|RAO|BAN)$/

/** All codes of a text. Bounded gaps, each pattern once over the text. */
export function codesIn(text: string): Code[] {
  if (!/\b(?:OCN|ACNA|company number|company code|NECA)/i.test(text)) return []
  const found: Code[] = []
  const add = (sort: Code['sort'], code: string | undefined, at: number | undefined) => {
    if (code === undefined || at === undefined || !isCode(sort, code)) return
    if (found.some((one) => one.at === at)) return
    const start = text.lastIndexOf('\n', at) + 1
    const end = text.indexOf('\n', at)
    const before = text.slice(Math.max(start, at - 160), at)
    const after = text.slice(at + code.length, Math.min(end < 0 ? text.length : end, at + code.length + 80))
    found.push({ sort, code, at, before, after, state: stateBeside(before, after) })
  }
  for (const [sort, pattern] of [['ocn', OCN], ['ocn', OCN_AFTER], ['acna', ACNA]] as const)
    for (const match of text.matchAll(pattern)) add(sort, match[1], match.indices?.[1]?.[0])
  for (const match of text.matchAll(BOTH)) {
    add('ocn', match[1], match.indices?.[1]?.[0])
    add('acna', match[2], match.indices?.[2]?.[0])
  }
  for (const match of text.matchAll(BOTH_TURNED)) {
    add('acna', match[1], match.indices?.[1]?.[0])
    add('ocn', match[2], match.indices?.[2]?.[0])
  }
  for (const [sort, pattern] of [['ocn', OCN_SMALL], ['acna', ACNA_SMALL]] as const)
    for (const match of text.matchAll(pattern)) add(sort, match[1]?.toUpperCase(), match.indices?.[1]?.[0])
  for (const cell of columnsOf(text)) add(cell.sort, cell.code, cell.at)
  return found
}

function isCode(sort: Code['sort'], code: string): boolean {
  return sort === 'ocn' ? /\d/.test(code) : !NO_ACNA.test(code)
}

/** "OCN for WY is 773K", "871D (ND)", "771K is the MT code". */
function stateBeside(before: string, after: string): string | null {
  const names = '((?:North |South |New |West )?[A-Z][a-z]+|[A-Z]{2})'
  const near =
    new RegExp(`\\b(?:OCN|ACNA|code)s? ?(?:(?:for|in) |\\()${names}\\b[^.;]{0,16}$`).exec(before) ??
    new RegExp(`^ ?(?:\\(|for |in |is the |, ?)${names}\\b`).exec(after) ??
    new RegExp(`\\b${names}\\s?[:=|-]\\s?(?:OCN )?$`).exec(before)
  const name = near?.[1] ?? ''
  return CODES.has(name) ? name : (CODE_OF.get(name.toLowerCase()) ?? null)
}

/** The codes under a table's heads "OCN" and "ACNA": rows of cells parted by bars, tabs, commas or semicolons. */
function columnsOf(text: string): { sort: Code['sort']; code: string; at: number }[] {
  const cells: { sort: Code['sort']; code: string; at: number }[] = []
  let columns: { sort: Code['sort']; column: number; mark: string; width: number }[] = []
  let at = 0
  for (const line of text.split('\n')) {
    const heads = headsOf(line)
    if (heads.length > 0) columns = heads
    else {
      for (const { sort, column, mark, width } of columns) {
        const parts = line.split(mark)
        if (Math.abs(parts.length - width) > 1) continue
        const code = (parts[column] ?? '').trim()
        if (!(sort === 'ocn' ? /^[0-9A-Z]{4}$/ : /^[A-Z]{3}$/).test(code)) continue
        const offset = parts.slice(0, column).join(mark).length + (column > 0 ? 1 : 0)
        cells.push({ sort, code, at: at + offset + (parts[column] ?? '').indexOf(code) })
      }
      if (line.trim() === '') columns = []
    }
    at += line.length + 1
  }
  return cells
}

function headsOf(line: string): { sort: Code['sort']; column: number; mark: string; width: number }[] {
  if (!/\b(?:OCN|ACNA)\b/i.test(line)) return []
  const mark = ['|', '\t', ';', ','].find((one) => line.split(one).length >= 2)
  if (mark === undefined) return []
  const parts = line.split(mark)
  return parts.flatMap((part, column) => {
    const head = part.trim().toUpperCase()
    return head === 'OCN' || head === 'ACNA'
      ? [{ sort: head === 'OCN' ? ('ocn' as const) : ('acna' as const), column, mark, width: parts.length }]
      : []
  })
}
