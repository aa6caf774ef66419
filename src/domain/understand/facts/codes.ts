import { CODE_OF, CODES } from './states/names.ts'
import { cellsUnder } from './tables.ts'

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
  /** No label of its own, in a text that speaks of such codes: it needs the company or its state beside it. */
  readonly loose: boolean
}

/** A reader of scans takes "m" for "rn". */
const OCN_LABEL =
  '(?:[Oo][Cc][Nn]s?|(?:[Oo]perating )?[Cc]o(?:m|rn)pany (?:[Nn]u(?:m|rn)ber|[Cc]ode|[Rr]ecord)s?|NECA(?: [Cc]ompany)? (?:[Cc]ode|ID)s?|[Cc]ode [Ll]etter)'
/** Between a label and its code: marks, and few words that say nothing else. */
const TIGHT =
  "(?:'s|s)?(?::(?: (?:and|&|[A-Z][a-z]+|[A-Z]{2}),?){1,6})?(?: ?\\((?:OCN|ACNA|IAC|NECA|[A-Z]{2}|[a-z ]{2,20})\\))?(?: (?:is|are|was|of|no\\.?|number|code|assigned|will be|has been|letter|from|NECA|attached|for|in|the|our|your|this|new|state|carrier|survivor|company|which|reads|as|follows|both|each|all|on|order|form|stays|remains|it|its|(?:North |South |New |West )?[A-Z][a-z]+|[A-Z]{2})){0,6}[\\s:#=.()|_*\"',-]{0,40}(?:is )?(?:[A-Z]{2}:? )?"
const OCN_CODE = '([0-9][0-9A-Z]{3}|[A-Z][0-9A-Z]{3})(?![\\w-]|\\.\\d)'
const ACNA_CODE = '([A-Z]{3})(?![\\w-])'

const OCN = new RegExp(`\\b${OCN_LABEL}${TIGHT}${OCN_CODE}`, 'dg')
const OCN_SMALL = /\b(?:ocn|company code)\b[\s:#=(]{0,4}(?:is )?(\d{3}[a-z])\b/dgi
/** Not the end of a telephone number above the next field's label. */
const OCN_AFTER =
  /(?<![-.\w])([0-9]{3}[A-Z]|[0-9]{4})\b[^\w\n]{0,3}(?:(?:is|as|being) (?:our|the|their|its) (?:\w+ )?|\()?(?:OCN|company code)\b(?!\W{0,6}(?:\d{3}[A-Z]|\d{4})\b)/dg
const ACNA = new RegExp(
  `\\b(?:ACNA|Acna|acna|[Aa]ccess [Cc]usto(?:m|rn)er [Nn]a(?:m|rn)e [Aa]bbr(?:ev(?:iation)?)?\\.?)(?: ?\\/ ?CCNA)?\\b${TIGHT}${ACNA_CODE}`,
  'dg',
)
/** "ACNA showed up yesterday, it's ULW", "NDP for billing (the ACNA)". */
const ACNA_SAID = new RegExp(`\\bACNA\\b[^.;\\n]{0,40}?(?:[:=] ?|\\b(?:is|it's|stays|remains) )${ACNA_CODE}`, 'dg')
/** "Our ACNA came through. It is ULW." */
const ACNA_NEXT = new RegExp(`\\bACNA\\b[^.;\\n]{0,40}[.!] (?:It|That|This)(?:'s| is|:) ${ACNA_CODE}`, 'dg')
const ACNA_BEHIND = /\b([A-Z]{3})\b[^.;\n()]{0,30}\((?:the |our |its )?ACNA\)/dg
/** Four signs that are a code by their looks: a digit first, and a letter. */
const LOOKS = '(?=[0-9A-Z]{0,3}[A-Z])([0-9][0-9A-Z]{3})(?<!\\d(?:AM|PM|ST|ND|RD|TH|GE))(?![\\w-])'
/** "The number from NECA already, it is 6R19", "our code with NECA is 1140", "5290 with NECA". */
const OF_NECA = new RegExp(`\\bNECA\\b[^.;\\n]{0,30}?(?<![-\\w])${LOOKS}`, 'dg')
const WITH_NECA = /\b(?:code|number)s?\b[^.;\n]{0,20}\bNECA\b[^.;\n]{0,8}?(?:\bis|:) ([0-9][0-9A-Z]{3})(?![\w-])/dg
const NECA_BEHIND = /(?<![-\w.])([0-9][0-9A-Z]{3}) (?:with|at|from|by) NECA\b/dg
/** "Code assigned: 615G", a row of what the administrator of company codes answers. */
const ROW = new RegExp(`\\bCode(?: assigned)?(?:: {0,3}|[ .\\t]{2,20})${LOOKS}`, 'dg')
/** "All under OCN 611Q move to 655P." */
const MOVED = new RegExp(`\\bOCN [0-9A-Z]{4} (?:\\w+ ){0,3}?(?:to|into|becomes) (?:OCN )?${LOOKS}`, 'dg')
const ACNA_SMALL = /\bacna ?[:=] ?([a-z]{3})\b/dg
const BOTH =
  /\bOCNs?\b ?(?:\/|\||and|&|,|\+)+ ?ACNAs?\b[^\n]{0,12}?[ \t.:#=|,_-]{1,40}(?=[A-Z]{0,3}\d)([0-9A-Z]{4})\W{1,5}(?:and )?([A-Z]{3})\b/dg
const BOTH_TURNED =
  /\bACNAs?\b ?(?:\/|\||and|&|,|\+)+ ?OCNs?\b[^\n]{0,12}?[ \t.:#=|,_-]{1,40}([A-Z]{3})\W{1,5}(?:and )?(?=[A-Z]{0,3}\d)([0-9A-Z]{4})\b/dg

/** "Tern Telecom, LLC (612J)": a list of carriers with their codes in brackets. */
const BEHIND_NAME =
  /\b(?:Inc|LLC|L\.L\.C|Corp|Corporation|Co|Company|LP|L\.P|Ltd|Cooperative|Association)\b\.?,? \(([0-9]{3}[A-Z])\)/dg

/** "Ours is 505E": a code put right where codes are spoken of. */
const CORRECTED =
  /\b(?:ours|(?:the )?(?:right|correct|new|proper) (?:one|code|OCN)|should (?:be|read|say))(?: is| was|:)? ([0-9](?=\d*[A-Z])[0-9A-Z]{3})\b/dgi
const LOOSE = new RegExp(
  `(?<!\\b(?:SP[Il]D|CIC|LRN|FRN|PON|LATA|RSID|ZCID|RAO|BAN|CLLI|AECN)\\W{1,3}(?:\\.{2,20} )?(?:is )?)(?<![\\w-])${LOOKS}`,
  'dg',
)

/** What the administrator of company codes answers: the one code in it is the code. */
const OF_ADMINISTRATOR =
  /^\W{0,4}(?:NECA|National Exchange Carrier Association|(?:CLEC |OCN |operating )?company code (?:assignment|confirmation|administrat\w+)|OCN assignment)\b/i

/** Three letters that are words, other codes, or nobody: `ZZZ` is end-user billing and `CUS` a casual customer (domain 3.8). */
const NO_ACNA =
  /^(?:ZZZ|CUS|AND|FOR|THE|OCN|CIC|TBD|TBA|NOT|ARE|OUR|YET|NEW|ICA|PUC|PSC|LLC|INC|FRN|NPA|IAC|YES|HAS|WAS|SEE|ALL|ANY|NXX|RAO|BAN)$/

/** Codes of one text that are looked at; a real one has a few. */
const MOST = 60

const SPEAKS_OF_CODES =
  /\b(?:OCN|ACNA|co(?:m|rn)pany nu(?:m|rn)ber|company (?:code|record)|code letter|NECA|customer name abbr)|\([0-9]{3}[A-Z]\)/i

/** All codes of a text. Bounded gaps, each pattern once over the text. */
export function codesIn(text: string): Code[] {
  if (!SPEAKS_OF_CODES.test(text)) return []
  const found: Code[] = []
  const add = (sort: Code['sort'], code: string | undefined, at: number | undefined, loose = false) => {
    if (code === undefined || at === undefined || found.length >= MOST || !isCode(sort, code)) return
    if (found.some((one) => one.at === at)) return
    const start = text.lastIndexOf('\n', at) + 1
    const end = text.indexOf('\n', at)
    const before = text.slice(Math.max(start, at - 160), at)
    const after = text.slice(at + code.length, Math.min(end < 0 ? text.length : end, at + code.length + 80))
    if (isQuarter(code, before) || isSpeed(code, before, after)) return
    found.push({ sort, code, at, before, after, loose, state: stateBeside(before, after) })
  }
  for (const [sort, pattern] of [
    ['ocn', OCN],
    ['ocn', OCN_AFTER],
    ['ocn', BEHIND_NAME],
    ['ocn', OF_NECA],
    ['ocn', WITH_NECA],
    ['ocn', NECA_BEHIND],
    ['ocn', MOVED],
    ['acna', ACNA],
    ['acna', ACNA_SAID],
    ['acna', ACNA_NEXT],
    ['acna', ACNA_BEHIND],
  ] as const)
    for (const match of text.matchAll(pattern)) add(sort, match[1], match.indices?.[1]?.[0])
  if (/\bcompany code/i.test(text))
    for (const match of text.matchAll(ROW)) add('ocn', match[1], match.indices?.[1]?.[0])
  for (const match of text.matchAll(BOTH)) {
    add('ocn', match[1], match.indices?.[1]?.[0])
    add('acna', match[2], match.indices?.[2]?.[0])
  }
  for (const match of text.matchAll(BOTH_TURNED)) {
    add('acna', match[1], match.indices?.[1]?.[0])
    add('ocn', match[2], match.indices?.[2]?.[0])
  }
  for (const [sort, pattern] of [
    ['ocn', OCN_SMALL],
    ['acna', ACNA_SMALL],
  ] as const)
    for (const match of text.matchAll(pattern)) add(sort, match[1]?.toUpperCase(), match.indices?.[1]?.[0])
  for (const cell of cellsUnder(text, /^(?:CLEC )?OCNs?$/i))
    if (/^[0-9A-Z]{4}$/.test(cell.text)) add('ocn', cell.text, cell.at)
  for (const cell of cellsUnder(text, /^ACNA$/i)) if (/^[A-Z]{3}$/.test(cell.text)) add('acna', cell.text, cell.at)
  const isLone = OF_ADMINISTRATOR.test(text) && [...text.slice(0, 2_000).matchAll(LOOSE)].length === 1
  for (const [pattern, loose] of [
    [CORRECTED, false],
    [LOOSE, !isLone],
  ] as const)
    for (const match of text.matchAll(pattern)) add('ocn', match[1], match.indices?.[1]?.[0], loose)
  return found
}

function isCode(sort: Code['sort'], code: string): boolean {
  return sort === 'ocn' ? /\d/.test(code) : !NO_ACNA.test(code)
}

/** "NECA will assign our code in 2Q26". */
function isQuarter(code: string, before: string): boolean {
  return (
    /^[1-4][QH]\d\d$/.test(code) &&
    /\b(?:in|by|during|until|till|before|after|since|for|early|mid|late) $/i.test(before)
  )
}

/** "The port has to be 100G". */
function isSpeed(code: string, before: string, after: string): boolean {
  const isOfLine = (words: string) =>
    /\b(?:ports?|links?|circuits?|hand-?offs?|interfaces?|optics?|NNI|trunks?)\b/i.test(words)
  return /^[1248]00G$/.test(code) && (isOfLine(before.slice(-60)) || isOfLine(after.slice(0, 20)))
}

/** "OCN for WY is 773K", "871D (ND)", "771K is the MT code". */
function stateBeside(before: string, after: string): string | null {
  const names = '((?:North |South |New |West )?[A-Z][a-z]+|[A-Z]{2})'
  const near =
    new RegExp(`\\b(?:OCN|ACNA|code)s? ?(?:(?:for|in) |\\()${names}\\b[^.;]{0,16}$`).exec(before) ??
    new RegExp(`^ ?(?:\\(|for |in |is (?:the )?|, ?)${names}\\b`).exec(after) ??
    new RegExp(`\\b${names}\\s?[:=|-]\\s?(?:OCN )?$`).exec(before)
  const name = near?.[1] ?? ''
  return CODES.has(name) ? name : (CODE_OF.get(name.toLowerCase()) ?? null)
}
