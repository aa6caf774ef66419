import { rememberedShort } from '../../remembered.ts'
import { localPart } from './mailboxes.ts'

/** Names of people: how they are cleaned, told from firms and offices, and recognised again in another form. */

const WORD = "(?:\\p{Lu}(?:\\.|[\\p{L}'’]*(?:-\\p{L}[\\p{L}']*)*))"
const PARTICLE = '(?:de|del|da|dos|di|du|la|le|van|von|der|den|ter|ten|bin|al|el|y|st\\.|mac)'
/** Two to five capitalised words, particles and initials among them. */
const NAME = new RegExp(`${WORD}(?: (?:${PARTICLE} ){0,2}${WORD}){1,4}`, 'gu')
const WHOLE_NAME = new RegExp(`^${WORD}(?: (?:${PARTICLE} ){0,2}${WORD}){1,4}$`, 'u')

/** Words of firms and offices: a name they stand in is no person's. */
const FIRM =
  'Inc|LLC|LLP|PLLC|PC|LP|Ltd|Corp|Corporation|Company|Co|Cooperative|Coop|Association|Authority|Partners|Partnership|Group|Holdings|Telephone|Telecom|Telecommunication|Telecommunications|Tel|Fiber|Network|Networks|Wireless|Broadband|Communications|Voice|Cable|Carrier|Carriers|Systems|Service|Services|Solutions|Exchange|Internet|Digital|Mobile|Utilities|Consulting|Consultant|Consultants|Agency|Advisors|Associates|Legal|Firm|Attorney|Attorneys|Desk|Department|Dept|Team|Office|Support|Billing|Sales|Regulatory|Contract|Contracts|Agreement|Agreements|Interconnection|Interconnect|Account|Accounts|Payable|Receivable|Admin|Administration|Info|Certificate|Certificates|Certs|Surety|Duty|Form|Web|Scanner|Scan|MFP|Planning|Provisioning|Compliance|Operations|Engineering|Filing|Filings|Wholesale|Affairs|Relations|Treasury|Credit|Finance|Commission|NOC|LNP'
/** What a person is, after the name. */
const OFFICE =
  'Counsel|President|Manager|Director|Officer|Chief|Vice|VP|CEO|CFO|COO|CTO|Owner|Secretary|Treasurer|Supervisor|Supv|Specialist|Analyst|Coordinator|Administrator|Engineer|Paralegal|Assistant|Clerk|General|Senior|Executive|Principal|Member|Agent'
/** Words of places, letters and papers that stand capitalised beside others. */
const THING =
  'Suite|Ste|Street|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Floor|Box|Building|Highway|Hwy|Broadway|City|County|Regards|Thanks|Thank|Sincerely|Respectfully|Truly|Yours|Cheers|Kind|Warm|Dear|Hello|Hi|Sent|From|Subject|Date|Phone|Fax|Cell|Direct|Email|Notice|Confidential|Please|Attached|Enclosed|Signature|Section|Exhibit|Amendment|Letter|Order|Public|Whom|Concern|Person|People|Human|Somebody|Anybody|Listing|Listings|Directory|State|States|Template|Questionnaire|Ordering|Early|Opt|In|The|This|That|We|Our|Your|You|Yes|No|Not|Ok|Re|Fw|Fwd|ICA|OCN|ACNA|CLEC|ILEC|PUC|PSC|EOLA|ARF|LSR|ASR|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|July|September|October|November|December'
const PLACE =
  /^(?:(?:north|south) (?:dakota|carolina)|new (?:mexico|york|jersey|hampshire)|west virginia|rhode island)$/i
const NO_PERSON = new Set(`${FIRM}|${OFFICE}|${THING}`.toLowerCase().split('|'))
const OFFICES = new Set(`${OFFICE}|Regards|Thanks|CPA|EA|CMA|Esq|MBA|JD|PhD|PMP|RCDD`.toLowerCase().split('|'))

/** Whether one of the words is such that no person is called so. */
function isNoPerson(words: string): boolean {
  return words.split(/[^\p{L}\p{N}]+/u).some((word) => NO_PERSON.has(word.toLowerCase())) || PLACE.test(words)
}
const DEGREE = /^(?:CPA|Esq|Jr|Sr|PE|P\.E|MBA|JD|J\.D|PhD|II|III|IV|CISR|CIC|PMP|RCDD|Inc|LLC)\.?\b/i
/** "Kim Lee CPA": behind a given and a family name, without a comma. */
const DEGREE_BEHIND =
  /(?<= \S{2,40})(?: (?:CPA|EA|CMA|Esq|MBA|JD|J\.D|LLM|PhD|Ph\.D|PE|P\.E|PMP|RCDD|CISR|CIC)\.?){1,3}(?=$|,)/
const HONORIFIC =
  /^(?:Mr|Mrs|Ms|Mx|Miss|Hon|Sir|Madam|Attn|Atty|c\/o|Lic|Ing|Engr|Pastor|Rev|Fr|Capt|Col|Sgt|Herr|Frau|Mme|Sra?)\b\.?:?\s+/i
/** Kept where it is written, no part of the name when names are compared. */
const ACADEMIC = /^(?:Dr|Prof)\.?\s+/i

/** "Prescott, Emil" becomes "Emil Prescott"; brackets, quotes, titles and degrees go. */
export const personName: (name: string) => string = rememberedShort(tidyName)

function tidyName(name: string): string {
  const bare = name
    .replace(/\([^)]{0,60}\)|\[[^\]]{0,60}\]/g, ' ')
    .replace(/["“”<>]|^'|'$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(HONORIFIC, '')
    .replace(DEGREE_BEHIND, '')
    .replace(/, ?(Jr|Sr|II|III|IV)\b\.?/, ' $1')
    .replace(/\s(?:via|on behalf of|at|from)\s.*$/i, '')
  const turned = /^([^,]{2,40}), ?([^,]{1,40})(?:,.*)?$/.exec(bare)
  const [, family = '', given = ''] = turned ?? []
  if (turned === null || DEGREE.test(given)) return bare.replace(/,.*$/, '')
  if (isNoPerson(given) || family.split(' ').length > 3) return family
  return `${given} ${family}`
}

/** Whether words are a whole name of a person: given and family name and nothing of a firm or an office. */
export function isFullName(words: string): boolean {
  return WHOLE_NAME.test(words) && !isNoPerson(words)
}

/** Whether one word may be somebody's given name. */
export function isGivenName(word: string): boolean {
  return !isNoPerson(word) && !LEAD.test(word)
}

/** The whole names in a text with their places. A line in capitals has no names, only shouting. */
export function namesIn(text: string): { readonly name: string; readonly at: number }[] {
  const isShouted = text.length > 40 && !/\p{Ll}/u.test(text)
  return isShouted ? [] : [...text.matchAll(NAME)].flatMap((match) => trimmed(match[0], match.index, text))
}

/** Takes off what clings to a name: "Contact Kim Lee", "Kim Lee President"; a street or a firm is no name. */
function trimmed(words: string, start: number, text: string): { name: string; at: number }[] {
  const parts = words.split(' ')
  let at = start
  while (parts.length > 1 && isLead(parts[0] ?? '')) at += (parts.shift() ?? '').length + 1
  while (parts.length > 2 && OFFICES.has((parts.at(-1) ?? '').toLowerCase())) parts.pop()
  const name = parts.join(' ')
  const last = parts.at(-1) ?? ''
  const isFirm = /^ & \p{Lu}|^,? (?:LLC|Inc|LLP|PLLC|Corp)\b/u.test(
    text.slice(start + words.length, start + words.length + 8),
  )
  const isPlace =
    /\d\s?$/.test(text.slice(Math.max(0, at - 2), at)) || /^(?:St|Ln|Dr|Ct|Pl|Pkwy|\p{Lu}{2})$/u.test(last)
  return parts.length > 1 && !isPlace && !isFirm && !isNoPerson(name) && /\p{L}{2}/u.test(last) ? [{ name, at }] : []
}

function isLead(word: string): boolean {
  return isNoPerson(word) || LEAD.test(word) || HONORIFIC.test(`${word} `)
}

const LEAD =
  /^(?:Ansprechpartner|Herrn|Kollegen|Kollegin|Contact|Answer|Reply|Write|Call|Ask|Send|Copy|Reach|Signer|Signatory|And|But|Or|For|To|With|By|If|When|As|At|On|It|Is|He|She|They|Her|His|My|Me|I|I'm|Also|Then|Our|Let|Put|Tell|Both|Until|While|Since|After|Before|Because|Cc|Per|Via|Return|Client|Name|Requester|Requested|Questions|Responses|Replies|Route|Direct|Email|Notify|Use|Work|Speak|Talk|Now|Here|There|What|Who|Where|Mister)$/i

const STROKED: Readonly<Record<string, string>> = { đ: 'd', Đ: 'd', ø: 'o', Ø: 'o', ł: 'l', Ł: 'l' }

/** Letters only, accents off, lower case. */
export function folded(word: string): string {
  return word
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐøØłŁ]/g, (letter) => STROKED[letter] ?? letter)
    .replace(/[^\p{L}]/gu, '')
    .toLowerCase()
}

const wordsOf: (name: string) => readonly string[] = rememberedShort((name) =>
  name
    .replace(ACADEMIC, '')
    .replace(/ (?:Jr|Sr|II|III|IV)\.?$/, '')
    .split(/[\s.]+/)
    .map(folded)
    .filter((word) => word !== ''),
)

/**
 * Whether two names may be one person's: the family name agrees and the given names do not contradict (one may be an
 * initial, or begin as the other does: "Deb", "Debra"), or one is only a given name.
 */
export function samePerson(one: string, other: string): boolean {
  const [a, b] = [wordsOf(personName(one)), wordsOf(personName(other))]
  const [firstA = '', firstB = ''] = [a[0], b[0]]
  if (firstA === '' || firstB === '') return false
  if (a.length === 1 || b.length === 1) return a.length === 1 ? b.includes(firstA) : a.includes(firstB)
  // Vietnamese and Hungarian names have the family first, and where they are written for others last.
  if (a.length > 1 && a.length === b.length && [...a].sort().join(' ') === [...b].sort().join(' ')) return true
  if (!isOneFamily(personName(one), personName(other))) return false
  const length = Math.min(firstA.length, firstB.length, 3)
  return firstA.slice(0, length) === firstB.slice(0, length)
}

/** "Fox", "F." and "Orr-Fox" may be one family. */
function isOneFamily(one: string, other: string): boolean {
  const [a, b] = [one, other].map(
    (name) =>
      name
        .replace(/ (?:Jr|Sr|II|III|IV)\.?$/, '')
        .split(/[\s.]+/)
        .filter((word) => word !== '')
        .at(-1) ?? '',
  )
  const [x, y] = [folded(a ?? ''), folded(b ?? '')]
  if (x === y) return true
  if (x.length === 1 || y.length === 1) return x.startsWith(y) || y.startsWith(x)
  const parts = (name: string) => name.split('-').map(folded)
  return parts(a ?? '').includes(y) || parts(b ?? '').includes(x)
}

/** Whether an address may be made of this name: a whole name word, or its initials ("jml", "wibarra", "debk"). */
export function fitsAddress(name: string, email: string): boolean {
  const local = folded(localPart(email))
  const words = wordsOf(name)
  if (local === '' || words.length === 0) return false
  if (words.some((word) => word.length > 2 && local.includes(word.slice(0, 7)))) return true
  const initials = name
    .split(/[\s.-]+/)
    .map((word) => folded(word).slice(0, 1))
    .join('')
  return initials.length > 1 && local === initials
}

/** The better written of two names of one person: whole over partial, with accents over without. */
export function fullerName(shown: string, other: string): string {
  if (!samePerson(shown, other)) return shown
  const [a, b] = [wordsOf(shown), wordsOf(other)]
  if (a.length === 1 && b.length > 1) return other
  if ((a[0] ?? '').length === 1 && (b[0] ?? '').length > 1) return other
  if ((a.at(-1) ?? '').length === 1 && (b.at(-1) ?? '').length > 1) return other
  if ([...a].sort().join('') === [...b].sort().join('') && shown !== other)
    return /[^\u0000-\u007f]/.test(other) ? other : shown
  return shown
}
