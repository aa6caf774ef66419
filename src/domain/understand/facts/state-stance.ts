import type { Place } from '../reading.ts'
import { bareNamesIn, type FirmName } from './firm-names.ts'
import { PUBLIC_WORD, TRADE } from './name-words.ts'
import { beforeList, type Found } from './state-list.ts'
import { CODE_OF } from './state-names.ts'

/**
 * How a named state stands to the request, from nearest to farthest: a form's field, "only", asked for, just named,
 * where things are already, somebody else's or past, ruled out, where a person is, and part of an address or a name.
 */
export type Stance =
  | 'labelled'
  | 'only'
  | 'asked'
  | 'plain'
  | 'already'
  | 'elsewhere'
  | 'refused'
  | 'nowhere'
  | 'address'

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
  /\b(?:incorporated|organi[sz]ed|formed|chartered|established|registered office|formation|domiciled|under the laws of|laws of the state of|incorporation|organi[sz]ation)\b(?:[^.;]{0,30}|[^.;]{0,10}[. ]{3,40})$/i
const FORMED_AFTER =
  /^\s*(?:\w+ )?(?:corporation|c-corp|limited liability|LLC\b|L\.L\.C|company\b|limited partnership|non-?profit|not-for-profit|professional|general partnership|cooperative\b|co-op\b|corp\b|municipal)/i
const PLACE_AFTER =
  /^\s*(?:,? ?\d{5}\b|Springs\b|City\b|Falls\b|Beach\b|St\b|Street\b|Ave\b|Avenue\b|Blvd\b|Boulevard\b|Road\b|Rd\b|Drive\b|Heights\b|Island\b|County\b|River\b|Valley\b|Lake\b|Mountain\b|, D\.?C)/
const CITY_BEFORE = /(?:^|[\s(·])(?:St\. |Fort |New |Los |Las |Saint |Grand |Rapid )?\p{Lu}[\p{L}.'-]+,\s*$/u
const NO_CITY =
  /\b(?:Agreement|Form|ARF|For|In|The|Our|Your|State|States|Company|page|Page|Notice|Request|Inc\.?|LLC|L\.L\.C\.?|LP|L\.P\.?|Corp\.?|Co\.?|Telephone|Telecom|Letter|Questionnaire|Template|Amendment|ICA|Opt-in|Dakota|Mexico|Carolina|Virginia|York|Jersey|Hampshire|Island|Adoption|Cooperative|Hello|Hi|Thanks|Well|So|Yes|No|Now|Currently|Also)(?:\b|(?<=\.)),? $/i

type Cue = readonly [Stance, RegExp]
const REFUSED =
  "(?:not (?:the|for|in|to|interested|asking|seeking|looking|including|part of|touching|about|going|doing|entering|planning|need(?:ed)?)|don't (?:want|need|plan|ask|care)|do not (?:want|need|plan|ask|seek)|does not (?:want|need|plan|ask|seek|concern|include)|doesn't (?:want|need|plan|concern|include)|no (?:asks?|interest|plans?|changes?|need|request|longer)|nothing (?:in|for|to|about|new|further|changes)|instead of|rather than|except|excluding|other than|apart from|minus|decided (?:not|against)|dropp(?:ed|ing)|withdr(?:aw|awn|ew)|left out|skip|forget|scratch|scrap|ignore|disregard|untick|uncheck|remove|delete|strike|take off)"
const PERSON =
  '(?:lawyers?|attorneys?|lives?|lived|living|born|grew up|moved|cousin|friend|family|vacation|retired|counsel|sits|sit|school|admitted|fellow|guy|man|woman|lady|buddy|people|used to|worked|working for|mail(?:ing)? address)'
const SOMEBODY =
  '(?:resellers?|offices?|headquarters|headquartered|hq|based|located|home (?:is|office)|switch|data cent(?:er|re)s?|colo|(?:another|different|other) (?:incumbent|carrier|ILEC|compan|provider|CLEC|nation|tribe|outfit|business)\\w*|affiliates?|sister|parent|subsidiary|bank|firm|customers? in|remains?|predecessor)'

/** "A man from Colorado", "our parent completed one for Nevada"; no agreement is spoken of between. */
function placeOf(whom: string, preposition: string): RegExp {
  return new RegExp(
    `\\b${whom}\\b(?:(?!agreement|ICA|contract|request|template|form|letter|amendment)[^.;:,]){0,25}\\b(?:${preposition})(?: the| northern| southern| eastern| western)? (?:state of )?$`,
    'i',
  )
}

/** Words before a state in its clause. */
const BEFORE: readonly Cue[] = [
  ['refused', new RegExp(`\\b${REFUSED}\\b[^.;:]{0,45}$`, 'i')],
  ['elsewhere', /\bnever\b[^.;:]{0,45}$/i],
  ['elsewhere', /\b(?:we|they|it) had (?:one|an? \w+) (?:in|for) $/i],
  ['elsewhere', /\b(?:parent|affiliate|sister(?: company)?|subsidiary|competitor|predecessor|seller)'s (?:\w+ )?$/i],
  ['nowhere', placeOf(PERSON, 'in|of|from|near|to|at')],
  ['elsewhere', placeOf(SOMEBODY, 'in|of|from|near|to|at|for')],
  [
    'elsewhere',
    /\b(?:priced?|quoted?|thought (?:of|about)|considered|looked at|(?:we|they|it|client) (?:might|may)|maybe|perhaps|some ?day|next year|later|eventually)\b[^.;:]{0,30}$/i,
  ],
  ['already', /\b(?:we|they|it|client|who)(?: already)?(?:'ve| have| has| hold| got)(?: got)? $/i],
  [
    'already',
    /\b(?:have|has|had|hold|holds) no (?:\w+ ){0,2}(?:agreements?|ICAs?|contracts?)(?: with you)? (?:in|for) $/i,
  ],
  [
    'already',
    /\b(?:already|currently|presently|existing|so far|until now|to date|with (?:an?|its|our) (?:\w+ )?(?:agreement|contract|ICA)|(?:have|has|'ve|had|hold|holds|holding) (?:had|been|got)?\s?(?:an?|our|its|their|one|two|the|approved|agreements?|ICAs?)\b[^.;:]{0,50}|operat(?:e|es|ed|ing)|(?:do|does|doing) business|(?:we|they|it) serves?|certified|certificated?|(?:have|has|with) authority|licensed|registered|we run|opted in|signed (?:one |it )?(?:over )?(?=in )|live|up and running|since \d{4}|in (?:\w+ )?(?:19|20)\d\d)\b[^.;:]{0,70}$/i,
  ],
  [
    'asked',
    /\b(?:request\w*|needs?|needed|wants?|wanted|like to|ask\w*|elect\w*|adopt\w*|opt\w*|mfn|seek\w*|negotiat\w*|launch\w*|expand\w*|expansion|add(?:ing)?|enter\w*|go(?:ing)? into|plan\w*|look(?:ing)? (?:at|to|for)|fresh|new|successor|replacement|terminat\w*|cancel\w*|amend\w*|assign\w*|please|send|prepare|draw up|sign\w*|return\w*|attach\w*|enclos\w*|orders?|ordering|apply|covers?|both|bring|offer|start|open)\b[^.;]{0,80}$|\bfor (?:the )?(?:state of )?$/i,
  ],
]

/** Words behind it in its clause. */
const AFTER: readonly Cue[] = [
  [
    'refused',
    /^[^.;:]{0,40}\b(?:(?:is|are|was|were|'s|isn't|aren't|has been|have been)(?: now| all| not|n't)? (?:going|off|out|dropped|closed|sold|dead|cancelled|canceled|on hold|needed|part|included|affected|yours|ours|separate|covered|unaffected|unchanged)\b(?! here)|can wait|but (?:that|it) (?:is|was|fell))|^[^.;:]{0,30}\b(?:not (?:being )?|un)affected|^[^.;:]{0,10}\b(?:nothing|no changes?|not needed|no action|none)\b/i,
  ],
  [
    'elsewhere',
    /^[^.;]{0,60}\b(?:(?:with|from|under|by|through|to) (?:\w+ ){0,4}(?:different|another|other|reseller|affiliate|sister|Frontier|Windstream|Verizon|AT&T|Brightspeed|Ziply)|sister|was sold|were sold|separately|one only as|to come later|will follow|later (?:on|this|date)|next year|CLOSED|executed \d|as a reading|reference only|FYI)\b/,
  ],
  ['elsewhere', /^[)\s]{0,3}- (?:executed|closed|done|complete)/i],
  [
    'elsewhere',
    /^\s*(?:affiliate|sister|parent|subsidiary|office|lawyers?|attorney|counsel|number|area code|resident|native|side)\b/i,
  ],
  [
    'already',
    /^[^.;:]{0,45}\b(?:since (?:\w+ )?'?\d{2,4}|(?:back )?in (?:19|20)\d\d|already|for (?:\w+ )?years|in place|is working|stays|remains|continues|keeps?|(?:is|are) (?:all )?(?:approved|done|signed|finished|complete)|was (?:approved|signed|filed))\b/i,
  ],
  [
    'already',
    /^\s*(?:PUC|PSC|PRC|UTC|Public (?:Utilit\w+|Service|Regulation)|Corporation Commission|Commission|Utilities|Department|Secretary of State|docket|case no|commission)\b/i,
  ],
]

/** Takes the first that applies. */
export function stanceOf(context: StateContext): Stance {
  const { text, one, found } = context
  const before = text.slice(Math.max(0, one.at - 60), one.at)
  const after = text.slice(one.at + one.length, one.at + one.length + 60)
  if (isNoState(context, before, after)) return 'address'
  if (context.labelled) return 'labelled'
  if (belongsToOther(context)) return 'elsewhere'
  if (isSource(text, one, found)) return 'elsewhere'
  if (
    /\b(?:only|just)(?: (?:for|in|took|needs?|wants?|asks? for|about))?(?: the)?(?: state of)? $/i.test(before) ||
    /^,? (?:only|alone)\b/i.test(after)
  )
    return 'only'
  const clause = lastClause(beforeList(text, found, one.at))
  const rest = nextClause(text.slice(one.at + one.length, one.at + one.length + 100)).replace(/^\s?[:-]\s/, ' ')
  const said = (wanted: Stance) =>
    BEFORE.some(([stance, pattern]) => stance === wanted && pattern.test(clause)) ||
    AFTER.some(([stance, pattern]) => stance === wanted && pattern.test(rest))
  if (said('refused') && !/\bnot (?:only|just)\b/i.test(clause)) return 'refused'
  if (said('nowhere')) return 'nowhere'
  if (said('elsewhere')) return 'elsewhere'
  if (isCity(one, before, after) && !isBehindCompany(before, context.company)) return 'address'
  if (said('already')) return 'already'
  return said('asked') ? 'asked' : 'plain'
}

/** Part of a company's name, a place of formation, or a place that is named like a state. */
function isNoState(context: StateContext, before: string, after: string): boolean {
  const { one, firms, text, company } = context
  if (firms.some((firm) => one.at >= nameStart(firm, company) && one.at < firm.to)) return true
  if (partOfCompany(text, one.at, one.length, company) || isPartOfName(text, one)) return true
  // "Acme Fiber, Inc. (Delaware)" says where it was formed; no carrier serves the state of most charters from there.
  if (one.code === 'DE' && /\($/.test(before)) return true
  return (
    FORMED.test(before) ||
    FORMED_AFTER.test(after) ||
    (PLACE_AFTER.test(after) && !one.isCode) ||
    /^,? \d{5}\b/.test(after)
  )
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

/** "bring the Idaho agreement to Montana": what is carried over is not where it is wanted. */
function isSource(text: string, one: Found, found: readonly Found[]): boolean {
  return found.some((other) => {
    if (other.at <= one.at || other.code === one.code) return false
    const between = text.slice(one.at + one.length, other.at)
    return /^ (?:\w+ ){0,3}(?:agreement|ICA|contract|terms|one|deal|version)\b[^.;]{0,60}\b(?:adopted in|across to|over to|to|into|used in|use in|apply in|extended to|over in|up in|for|for us in)(?: the state of)? $/i.test(
      between,
    )
  })
}

const CLAUSE_END =
  /[.;?!:]\s|\s(?:but|however|whereas|while|so|and now|now|and (?:we|they|it|would|have|(?:want|need|wish|ask|seek|request|elect)(?:s|es)?)|then)\s/gi

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
  const before = company.slice(0, inside).trimEnd().split(/\s/).at(-1) ?? ''
  const here = text.slice(Math.max(0, at - 30), at + length + 30).toLowerCase()
  return (
    (next.length > 2 && here.includes(`${name} ${next.toLowerCase()}`)) ||
    (before.length > 2 && here.includes(`${before.toLowerCase()} ${name}`))
  )
}

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
