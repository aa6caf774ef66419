import type { Reading } from '../../reading.ts'

/** What the mail tells about its writer that helps to read names: the domain's words, the family name, whose agent. */
export interface Writer {
  /** Writes for another company: a lawyer, consultant, bookkeeper. */
  readonly isAgent: boolean
  /** The sender's domain spells this company's name. */
  readonly domainSpells: (company: string) => boolean
  /** So does the domain of another address in the mail. */
  readonly textDomainSpells: (company: string) => boolean
  /** The company bears the sender's family name, as law firms do. */
  readonly bearsNameOf: (company: string) => boolean
  /** The sender's domain without ending and marks; '' when it says nothing. */
  readonly domain: string
  /** A line that begins with the sender's name. */
  readonly isUnder: (line: string) => boolean
}

const AGENT =
  /\b(?:(?:our|my|the|your|each) clients?\b|clients?(?:'s)?(?: |:|=)|this (?:firm|office)\b|law (?:firm|office)|attorneys?(?: at law| for)|, attorneys\b|counsel for\b|we (?:represent|act for)|i represent|i am a paralegal|agents? for|consultants? for|(?:regulatory|compliance|filing) (?:consult\w+|services|agency)|llp\b|pllc\b|p\.c\.)/i
/** "I'm the engineer the city has hired". */
const HIRED =
  /\b(?:(?:hired|retained|engaged) (?:me|us)\b|(?:engineer|lawyer|attorney|accountant|bookkeeper|consultant|advis[eo]r|planner)s? (?:(?:that|who|whom) )?(?:[\p{L}']+ ){1,5}(?:has |have |had |just )*(?:hired|retained|engaged)\b)/iu
/** "We sell the lines to our clients", "my clients are older people": who buys its telephone service. */
const BUYERS =
  /\b(?:offer|(?:re)?sell|bill|serve|give|provide|connect)\b[^.;!?]{0,60}? (?:our|my|the) clients\b|\bclients\b(?=,? (?:(?:they|who|that|which),? )?(?:(?:are|is|have) (?:older|old|mostly|all|small|people|homes|houses|famil\w+|farm\w*|ranch\w*|shops?|business\w*)|(?:don't|do not|can|can't|cannot|want|pay|get|use|live|like|call|complain)\b))/gi
const SHARED_HOST =
  /^(?:gmail|googlemail|yahoo|hotmail|outlook|live|aol|icloud|me|msn|comcast|protonmail|proton|gmx|web|mail)\./
/** Words of names that so many share that a domain with them says nothing. */
const COMMON =
  /^(?:inc|incorporated|llc|corp|co|company|the|of|and|lp|ltd|corporation|telephone|telecom|telecommunications|communications|networks?|net|broadband|fiber|wireless|voice|tel|phone|internet|services?|cooperative|association)$/

/** Reads the sender and the addresses once per mail. */
export function writerOf(reading: Reading, ownAddresses: readonly string[]): Writer {
  const from = reading.mail.from[0]
  const own = new Set(ownAddresses.map((address) => bareDomain(address)))
  const domain = usable(bareDomain(from?.address ?? ''), own)
  const inText = new Set<string>()
  for (const match of `${reading.newest.slice(0, 20_000)}\n${reading.signature}\n${reading.quoted.slice(0, 20_000)}`.matchAll(
    /@([a-z0-9.-]{4,60})/gi,
  )) {
    const other = usable((match[1] ?? '').toLowerCase(), own)
    if (other !== '' && other !== domain) inText.add(other)
  }
  const family = familyName(from?.name ?? '')
  const name = (from?.name ?? '').toLowerCase()
  return {
    isAgent: speaksForOthers(`${reading.newest.slice(0, 20_000)}\n${reading.signature}`),
    domain,
    domainSpells: (company) => domain !== '' && spells(domain, company),
    textDomainSpells: (company) => [...inText].slice(0, 20).some((other) => spells(other, company)),
    bearsNameOf: (company) => family.length >= 4 && plainWords(company).some((word) => word === family),
    isUnder: (line) => name.length > 4 && line.toLowerCase().startsWith(name),
  }
}

function speaksForOthers(text: string): boolean {
  return HIRED.test(text) || AGENT.test(text.replace(BUYERS, ' '))
}

function bareDomain(address: string): string {
  return address.split('@').at(-1)?.toLowerCase() ?? ''
}

/** The registrable name without its ending and marks; '' for our own and for shared mail hosts. */
function usable(domain: string, own: ReadonlySet<string>): string {
  if (own.has(domain) || SHARED_HOST.test(domain)) return ''
  return domain.replace(/\.[a-z]+\.?$/, '').replace(/[^a-z0-9]/g, '')
}

/** `kbjerke@missouricoteau.example` writes for "Missouri Coteau …", `sbt.example` may be "Suwannee Bend Telephone". */
function spells(domain: string, company: string): boolean {
  const all = plainWords(company)
  const words = all.filter((word) => word.length > 1 && !COMMON.test(word))
  const squeezed = words.join('')
  if (squeezed.length >= 4 && (domain.startsWith(squeezed.slice(0, 12)) || domain.includes(squeezed))) return true
  const matched = words.filter((word) => word.length >= 4 && domain.includes(word))
  if (matched.length >= 2 || (matched.length === 1 && (matched[0]?.length ?? 0) * 2 >= domain.length)) return true
  const initials = all
    .filter((word) => !/^(?:inc|llc|lp|ltd|the|of|and)$/.test(word))
    .map((word) => word[0])
    .join('')
  return initials.length >= 3 && domain === initials
}

function plainWords(text: string): string[] {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

/** "Barnaby Coldwell III", "Lee Orr, Esq.": no part of the family's name. */
const BEHIND_NAME = /(?:,?\s+(?:jr|sr|ii|iii|iv|esq)\.?)+$/i

/** "Writer, Paula" and "Paula Writer" are both of the family Writer; double names count by their last part. */
function familyName(name: string): string {
  const whole = name.trim().replace(BEHIND_NAME, '')
  const turned = whole.includes(',') ? (whole.split(',')[0] ?? '').replace(BEHIND_NAME, '') : whole
  return name.includes('@') || !/\s/.test(name.trim()) ? '' : (plainWords(turned).at(-1) ?? '')
}
