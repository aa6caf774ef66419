import type { Place } from '../reading.ts'
import { bareNamesIn, type FirmName } from './firm-names.ts'
import { PUBLIC_WORD, TRADE } from './name-words.ts'
import { AFTER, BEFORE, type Stance } from './state-cues.ts'
import { beforeList, behindList, type Found } from './state-list.ts'
import { CODE_OF, INCUMBENT_STATES } from './state-names.ts'
import { isJoined, isSource } from './state-source.ts'
import { isStatement, toldOf } from './state-topic.ts'

export type { Stance }

export interface StateContext {
  readonly text: string
  readonly one: Found
  readonly found: readonly Found[]
  readonly firms: readonly FirmName[]
  readonly company: string | null
  readonly place: Place
  readonly labelled: boolean
}

const FORMED =
  /\b(?:incorporated|organi[sz]ed|formed|chartered|established|registered office|formation|domiciled|registered agent|agent for service(?: of process)?|under the laws of|laws of the state of|incorporation|organi[sz]ation|(?:partnership|company|corporation|LLP) registered|certificates? of (?:amendment|good standing|formation|existence) (?:from|by))\b(?:[^.;]{0,30}|[^.;]{0,10}[. ]{3,40})$/i
const FORMED_AFTER =
  /^\s*(?:\w+ )?(?:corporation(?! commission)|c-corp|limited liability|LLC\b|L\.L\.C|company\b|limited partnership|trust\b|non-?profit|not-for-profit|professional|general partnership|cooperative\b|co-op\b|corp\b|municipal)/i
/** "The Delaware certificate of amendment". */
const OF_FORMATION =
  /^ (?:certificates? of (?:amendment|conversion|formation|incorporation|merger|name change|organi[sz]ation)|articles of|charter\b|(?:state )?franchise tax)/i
/** "Our sister company, Sage Fiber of Idaho". */
const FIRM_OF =
  /\p{Lu}[\p{L}&'-]+ (?:Broadband|Communications|Connect|Fiber|Fone|Internet|Net|Networks?|Tel|Telco|Telecom|Telephone|Voice|Wireless|Holdings|Group|Capital|Partners|Company) of (?:the )?$/u
const NAME_AFTER =
  /^\s*(?:Springs\b|City\b|Falls\b|Beach\b|St\b|Street\b|Ave\b|Avenue\b|Blvd\b|Boulevard\b|Road\b|Rd\b|Drive\b|Heights\b|Island\b|County\b|River\b|Valley\b|Lake\b|Mountain\b|, D\.?C)/
const CITY_BEFORE = /(?:^|[\s(·])(?:St\. |Fort |New |Los |Las |Saint |Grand |Rapid )?\p{Lu}[\p{L}.'-]+,\s*$/u
const NO_CITY =
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Agreement|Form|ARF|For|In|The|Our|Your|State|States|Company|page|Page|Notice|Request|Inc\.?|LLC|L\.L\.C\.?|LP|L\.P\.?|Corp\.?|Co\.?|Telephone|Telecom|Letter|Questionnaire|Template|Amendment|ICA|Opt-in|Dakota|Mexico|Carolina|Virginia|York|Jersey|Hampshire|Island|Adoption|Renewal|Resale|Interconnection|Collocation|Commercial|Certificate|Certification|Signature|Status|Question|Draft|Drafts|Redline|Redlines|Termination|Assignment|Merger|Filing|Signed|Executed|Approved|Trunks|Forecast|Cooperative|Hello|Hi|Thanks|Well|So|Yes|No|Now|Currently|Also)(?:\b|(?<=\.)),? $/i

/** "The Virginia, Minnesota office", "the Nevada, Iowa exchange": a town that is called as a state is. */
const OFFICE_OF_TOWN =
  /^, ?(?:(?:North |South |New )?\p{Lu}\p{Ll}+|[A-Z]{2}),? (?:(?:central )?office|exchange|CO|wire cent(?:er|re)|switch|rate cent(?:er|re)|tandem)\b/u

/** "A small company in Raft Springs, Utah": said in a sentence, not written as an address. */
const IN_CITY =
  /\b(?:in|at|near|around|from|for|serving|serves?|trunks|the) (?:(?:the|downtown|loc) )?(?:\p{Lu}[\p{L}.'-]+ ){0,3}\p{Lu}[\p{L}.'-]+,? $/u

/** "States: Utah, Idaho (Wyoming on hold)". */
const PUT_OFF =
  /^[^\p{L}\n]{0,3}(?:is |are )?(?:on hold|withdrawn|dropped|removed|n\/a|not (?:yet|now|needed|included)|later|next year|TBD)\b/iu
/** "This mail is about Iowa", "this time for Nebraska", "this election is for the New Mexico side". */
const THIS_ONE =
  /(?<!\b(?:in|of|from|by) )\bthis (?:mail|e-?mail|message|note|time|one|election|adoption|request|letter|notice)(?:,? (?:it(?:'s| is)|is))?(?: only)? (?:about|for|concerns)(?: only)?(?: the)?(?: state of)? $/i

/** "Our Kansas code": the code's state need not be the request's. */
const CODE_OF_IT = /^ (?:OCN|ACNA|(?:company )?code)s?\b/i

const IS =
  /^['’]s(?= (?:all |already |now |not |still )*(?:fine|good|okay|ok|done|set|out|on|off|closed|live|in|with|signed|filed|approved|the same|unaffected|unchanged|next|later|coming)\b)/i

type ByStance = Partial<Record<Stance, readonly RegExp[]>>
const [BEFORE_BY, AFTER_BY] = [byStance(BEFORE), byStance(AFTER)]

function byStance(cues: typeof BEFORE): ByStance {
  const by: ByStance = {}
  for (const [stance, pattern] of cues) by[stance] = [...(by[stance] ?? []), pattern]
  return by
}

/** Takes the first that applies. */
export function stanceOf(context: StateContext): Stance {
  const { text, one, found } = context
  const before = text.slice(Math.max(0, one.at - 60), one.at)
  const after = text.slice(one.at + one.length, one.at + one.length + 60)
  if (isOfName(context, before, after)) return isLocal(before, after) ? 'town' : 'name'
  if (isNoState(context, before, after)) return isLocal(before, after) ? 'town' : 'address'
  if (context.labelled) return PUT_OFF.test(after) ? 'refused' : 'labelled'
  if (/\bnot (?:for |in )?$/i.test(before)) return /\b(?:means|stands for)\b/i.test(before) ? 'address' : 'refused'
  if (CODE_OF_IT.test(after))
    return /\b(?:ignore|disregard|retired?|cancel|not ours)/i.test(after) ? 'elsewhere' : 'plain'
  if (belongsToOther(context)) return 'elsewhere'
  if (isSource(text, one, found)) return 'elsewhere'
  if (isJoined(text, one, found)) return 'already'
  if (
    /\b(?:only|just)(?: (?:for|in|took|needs?|wants?|asks? for|about|serves?|covers?))?(?: the)?(?: state of)? $/i.test(
      before,
    ) ||
    /^,? (?:only|alone)\b(?! (?:for |in )?\p{Lu}| (?:we|they|you|it|one|ours|theirs)\b)/u.test(behindList(text, one)) ||
    /^ (?:is|was) (?:what (?:is|was|we) )?(?:meant|intended|the right one)\b/i.test(after) ||
    THIS_ONE.test(before)
  )
    return 'only'
  const clause = lastClause(beforeList(text, one))
  const rest = spelled(nextClause(text.slice(one.at + one.length, nextState(one, found))))
  const behind = toldBehind(text, one)
  // What follows a list is said of all of it, up to the next state.
  const ofList = behind.slice(0, Math.max(0, nextState(one, found) - one.list.to))
  const held = clause.replace(MAY_HAVE, '$1')
  const said = (stance: Stance) =>
    BEFORE_BY[stance]?.some((pattern) => pattern.test(stance === 'already' ? held : clause)) ||
    AFTER_BY[stance]?.some((pattern) => pattern.test(rest) || pattern.test(ofList))
  if (said('refused') && !/\bnot (?:only|just)\b/i.test(clause)) return 'refused'
  const isQuestion = /^[^.;!]*\?/.test(text.slice(one.at))
  if (/\b(?:everything|everywhere|all|any(?:thing|where)) but (?:for |in )?(?:the )?$/i.test(before)) return 'refused'
  const told = toldOf({ clause, behind, before, rest }, isQuestion)
  if (told === 'refused' || told === 'elsewhere') return told
  if (said('nowhere')) return 'nowhere'
  if (said('elsewhere')) return 'elsewhere'
  if (isCity(one, before, after) && !isBehindCompany(before, context.company))
    return (IN_CITY.test(before) || (one.at < 40 && /^ (?:and|is|are|we)\b/.test(after))) && !/^,? ?\d{5}\b/.test(after)
      ? 'town'
      : 'address'
  if (said('already') || told === 'already') return 'already'
  if (said('asked') || (isQuestion && context.place === 'newest')) return 'asked'
  const isTold = isStatement(text) || !INCUMBENT_STATES.includes(one.code)
  return context.place === 'newest' && isTold ? 'stated' : 'plain'
}

/** "The board of a Montana co-op": formed there, and nowhere else at home. */
function isLocal(before: string, after: string): boolean {
  return /\b(?:an?|the|our|this|that|small|little|rural) $/i.test(before) && /^ (?:co-?op|cooperative)s?\b/.test(after)
}

/** Part of the name of a company, or of a town. */
function isOfName({ one, firms, text, company }: StateContext, before: string, after: string): boolean {
  if (NAME_AFTER.test(after) && !one.isCode) return true
  // "Acme Networks of Nevada, Inc." and "Acme Voice (Idaho), Inc." are what a group has for a state; "Acme's Idaho draft".
  if (/(?:\bof |\(|['’]s )$/.test(before)) return false
  if (firms.some((firm) => one.at >= nameStart(firm, company) && one.at < firm.to)) return true
  return partOfCompany(text, one.at, one.length, company) || isPartOfName(text, one)
}

/** Part of a company's name, a place of formation, or a place that is named like a state. */
function isNoState(context: StateContext, before: string, after: string): boolean {
  const { one, firms, text, company } = context
  if (firms.some((firm) => one.at >= nameStart(firm, company) && one.at < firm.to)) return true
  if (partOfCompany(text, one.at, one.length, company) || FIRM_OF.test(before)) return true
  // "Georgia Pruitt" in a line of her own, "the Virginia, Minnesota office".
  if (!one.isCode && /^(?:GA|VA)$/.test(one.code) && /^ \p{Lu}\p{Ll}+\s*$/u.test(after) && before === '') return true
  if (!one.isCode && OFFICE_OF_TOWN.test(after)) return true
  if (OF_FORMATION.test(after) || /\d{4},? \($/.test(before)) return true
  // "Acme Fiber, Inc. (Delaware)" says where it was formed; no carrier serves the state of most charters from there.
  if (one.code === 'DE' && /\($/.test(before)) return true
  return FORMED.test(before) || FORMED_AFTER.test(after) || /^,? ?\d{5}\b/.test(after)
}

/** "Little Missouri Networks" and "Missouri Slope Telco", but not "Oregon Wireless" and no commission. */
function isPartOfName(text: string, one: Found): boolean {
  if (one.isCode) return false
  return bareNamesIn(text, () => false).some(
    (name) =>
      name.from <= one.at &&
      one.at < name.to &&
      name.name.split(' ').length >= 3 &&
      !/\b(?:Commission|Board|Authority|Department|Utilities|Interconnection)\b/.test(name.name) &&
      one.length < name.to - one.at,
  )
}

/** "Iowa Cobblestone Telephone, LLC" in a table's row is the state and the company. */
function nameStart(firm: FirmName, company: string | null): number {
  return company !== null && firm.name.endsWith(company) ? firm.to - company.length : firm.from
}

/** "Harney Desert Network Agency, Oregon" is no city. */
function isBehindCompany(before: string, company: string | null): boolean {
  return company !== null && before.replace(/[\s,(]+$/, '').endsWith(company.slice(-12))
}

function isCity(one: Found, before: string, after: string): boolean {
  if (NO_CITY.test(before.replace(/\s*$/, ' ')) || endsWithState(before)) return false
  const last = /([\p{L}-]+)[\s,]*$/u.exec(before)?.[1] ?? ''
  if (/^\p{Lu}/u.test(last) && (TRADE.test(last) || PUBLIC_WORD.test(last))) return false
  if (CITY_BEFORE.test(before)) return true
  return (
    one.isCode && /(?:^|\s)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,? $/u.test(before) && /^(?:\s*$|\s*\d|\s*[-|·])/.test(after)
  )
}

/** "Basalt Fork Networks, Inc. (WA)", a table's row: the state of a carrier that the mail is not about. */
function belongsToOther({ text, one, firms, company }: StateContext): boolean {
  if (company === null || firms.length === 0) return false
  const own = bare(company)
  if (firms.some((firm) => own.startsWith(bare(firm.name)) || bare(firm.name).includes(own))) return false
  return firms.some(
    (firm) =>
      firm.to <= one.at &&
      /^\s?(?:[(|\t]|- |, )\s?(?:[A-Z]{2}, ?)*$/.test(text.slice(firm.to, one.at)) &&
      /^\s*(?:[)|\t,]|$)/.test(text.slice(one.at + one.length)),
  )
}

/** "Could we have the same for Idaho?": not what somebody has already. */
const MAY_HAVE =
  /\b((?:can|could|may|might|shall|like to|want to|wish to|need to|happy to|glad to)(?: (?:we|I|you|they|it))?|(?:do|does|did) (?:we|you|they)) (?:have|get|got|hold)\b/gi

/** What the clause says behind the list in which the state stands. */
function toldBehind(text: string, one: Found): string {
  return spelled(nextClause(behindList(text, one).slice(0, 120)))
}

/** Without the colon behind the state; "Iowa's fine" with its verb. */
function spelled(words: string): string {
  return words.replace(/^\s?[:-]\s/, ' ').replace(IS, ' is')
}

const CLAUSE_END =
  /(?<!\b(?:Mr|Mrs|Ms|Dr|No))[.;?!:]\s|,\s(?=(?:we|I|they) (?:\w+ )?(?:ask|need|want|request|wish)(?:ed)?\s)|\s(?:but|however|whereas|while|so|and now|now|and (?:we|they|it|would|have|continue|keep|proceed|go ahead|(?:now )?(?:expanding|entering|planning|looking|seeking|adding|launching|moving|going)|(?:want|need|wish|ask|seek|request|elect)(?:s|es)?)|then)\s/gi

function lastClause(text: string): string {
  const window = text.slice(-150)
  let from = 0
  for (const match of window.matchAll(CLAUSE_END)) from = match.index + 1
  return window.slice(from)
}

function nextClause(text: string): string {
  const end = text.search(/[.;?!]\s|\s(?:whereas|while|and now|now we|and (?:we|they) )/i)
  return end < 0 ? text : text.slice(0, end)
}

/** Where the words about another state begin; those behind a list are said of all of it. */
function nextState(one: Found, found: readonly Found[]): number {
  const end = one.at + one.length + 100
  const next = found.find((other) => other.at > one.at && other.list.from > one.at)
  return Math.min(end, next?.at ?? end)
}

function endsWithState(before: string): boolean {
  const word = /(\p{Lu}[\p{L}]+),?\s*$/u.exec(before)?.[1]
  return word !== undefined && (CODE_OF.has(word.toLowerCase()) || /^[A-Z]{2}$/.test(word))
}

/** "Missouri" in "Missouri Coteau" when the company is "Missouri Coteau Telephone, Inc.". */
function partOfCompany(text: string, at: number, length: number, company: string | null): boolean {
  if (company === null) return false
  const name = text.slice(at, at + length).toLowerCase()
  const inside = company.toLowerCase().indexOf(name)
  if (inside < 0 || length <= 2) return false
  const next = company.slice(inside + length).split(/\s/)[1] ?? ''
  const words = company.slice(0, inside).trimEnd().split(/\s/)
  // "Harrowgate Telecom of Iowa, Inc."
  const before = words.slice(/^(?:of|in)$/.test(words.at(-1) ?? '') ? -2 : -1).join(' ')
  const [ahead, behind] = [text.slice(0, at).toLowerCase(), text.slice(at + length).toLowerCase()]
  return (
    (next.length > 2 && behind.trimStart().startsWith(next.toLowerCase())) ||
    (before.length > 2 && ahead.trimEnd().endsWith(before.toLowerCase()))
  )
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
