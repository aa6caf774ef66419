/** Where a state's name names no state: in the name of a company or a town, where a company was formed, in an address. */
import type { Place } from '../../reading.ts'
import { bareNamesIn, type FirmName } from '../company/firm-names.ts'
import { PUBLIC_WORD, TRADE } from '../company/name-words.ts'
import type { Found } from './list.ts'
import { CODE_OF, INCUMBENT_STATES } from './names.ts'

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
  /\b(?:incorporated|organi[sz]ed|formed|chartered|established|registered office|formation|domiciled|registered agent|agent for service(?: of process)?|under the laws of|laws of the state of|incorporation|organi[sz]ation|(?:partnership|company|corporation|LLP) registered|(?:kind|type|form|sort)\W{1,3}(?:a )?(?:company|corporation|LLC|partnership) from|certificates? of (?:amendment|good standing|formation|existence) (?:from|by))\b(?:[^.;]{0,30}|[^.;]{0,10}[. ]{3,40})$/i
/** "A corporation of Nevada", and not "the corporation of which you ask in Idaho". */
const FORMED_OF = /\b(?:limited liability company|corporation) of (?:the state of )?$/i
const FORMED_AFTER =
  /^\s*(?:\w+ )?(?:corporation(?! commission)|c-corp|limited liability|LLC\b|L\.L\.C|company\b|limited partnership|trust\b|non-?profit|not-for-profit|professional|general partnership|cooperative\b|co-op\b|corp\b|municipal)/i
/** "It says 'of Nevada' since that's where the LLC was born"; behind "of", for one is registered as a carrier too. */
const BORN_THERE =
  /^[^.;]{0,40}\b(?:that's|that is|it's|which is) where (?:the|our|it|we|they)(?: \w+)? (?:was|were|is|are) (?:born|formed|set up|organi[sz]ed|incorporated|registered)\b/i
/** "The Delaware certificate of amendment". */
const OF_FORMATION =
  /^ (?:secretary of state|department of state|corporations? division|division of corporations|certificates? of (?:amendment|conversion|formation|incorporation|merger|name change|organi[sz]ation)|articles of|charter\b|(?:state )?franchise tax)/i
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

/** Part of the name of a company, or of a town. */
export function isOfName({ one, firms, text, company }: StateContext, before: string, after: string): boolean {
  if (NAME_AFTER.test(after) && !one.isCode) return true
  // "Acme Networks of Nevada, Inc." and "Acme Voice (Idaho), Inc." are what a group has for a state; "Acme's Idaho draft";
  // "in Idaho Acme, Inc. asks": the name may begin behind the state.
  if (/(?:\b(?:of|[Ii]n|[Ff]or|is) |\(|['’]s )$/.test(before)) return false
  if (firms.some((firm) => one.at >= nameStart(firm, company) && one.at < firm.to)) return true
  return partOfCompany(text, one.at, one.length, company) || isPartOfName(text, one)
}

/** "The Virginia CO": a town that is called like a state in which the carrier has no office. */
function isTown(one: Found, after: string): boolean {
  return !one.isCode && !INCUMBENT_STATES.includes(one.code) && OFFICE.test(after)
}

const OFFICE = /^ (?:CO\b|(?:central offices?|tandems?|exchanges?|wire cent(?:er|re)s?|rate cent(?:er|re)s?)\b)/

/** Part of a company's name, a place of formation, or a place that is named like a state. */
export function isNoState(context: StateContext, before: string, after: string): boolean {
  const { one, firms, text, company } = context
  if (firms.some((firm) => one.at >= nameStart(firm, company) && one.at < firm.to)) return true
  if (partOfCompany(text, one.at, one.length, company) || FIRM_OF.test(before)) return true
  // "Georgia Pruitt" in a line of her own, "the Virginia, Minnesota office".
  if (!one.isCode && /^(?:GA|VA)$/.test(one.code) && /^ \p{Lu}\p{Ll}+\s*$/u.test(after) && before === '') return true
  if (!one.isCode && OFFICE_OF_TOWN.test(after)) return true
  if (isTown(one, after)) return true
  if (OF_FORMATION.test(after) || /\d{4},? \($/.test(before)) return true
  // "Acme Fiber, Inc. (Delaware)" says where it was formed; no carrier serves the state of most charters from there.
  if (one.code === 'DE' && /\($/.test(before)) return true
  const isBorn = /\bof $/.test(before) && BORN_THERE.test(after)
  const isFormed = FORMED.test(before) || FORMED_OF.test(before) || FORMED_AFTER.test(after)
  return isBorn || isFormed || /^,? ?\d{5}\b/.test(after)
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
export function isBehindCompany(before: string, company: string | null): boolean {
  return company !== null && before.replace(/[\s,(]+$/, '').endsWith(company.slice(-12))
}

export function isCity(one: Found, before: string, after: string): boolean {
  if (NO_CITY.test(before.replace(/\s*$/, ' ')) || endsWithState(before)) return false
  const last = /([\p{L}-]+)[\s,]*$/u.exec(before)?.[1] ?? ''
  if (/^\p{Lu}/u.test(last) && (TRADE.test(last) || PUBLIC_WORD.test(last))) return false
  if (CITY_BEFORE.test(before)) return true
  return (
    one.isCode && /(?:^|\s)\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?,? $/u.test(before) && /^(?:\s*$|\s*\d|\s*[-|·])/.test(after)
  )
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
