/** Words that tell where a company's name begins and ends, and what trade it is in. */

/** Legal forms that end a name by themselves. */
const HARD =
  'Inc\\.?|Incorporated|LLC|L\\.L\\.C\\.?|L\\.C\\.|L3C|S\\.P\\.C\\.?|LP|L\\.P\\.?|LLLP|LLP|L\\.L\\.P\\.?|PLLC|P\\.L\\.L\\.C\\.?|PLLP|P\\.L\\.L\\.P\\.?|PLC|PC|P\\.C\\.?|PS|P\\.S\\.?|P\\.A\\.?|PBC|P\\.B\\.C\\.?|Ltd\\.?|ULC|GmbH|S\\.A\\.?|s\\.r\\.o\\.?'
/** Legal forms that are everyday words too. */
const SOFT =
  'LC|Corp\\.?|Corporation|Company|Co\\.?|Limited|Cooperative|Co-operative|Co-op|Coop|Association|Assn\\.?|Authority|Partnership|Agency|Associates|Society|Enterprise'

export const SUFFIX = new RegExp(`^(?:${HARD}|${SOFT})$`, 'i')
export const HARD_SUFFIX = new RegExp(`^(?:${HARD})$`, 'i')
/** Written small, only these end a name: "the company" and "our association" do not. */
export const SMALL_SUFFIX =
  /^(?:llc|l\.l\.c\.?|inc\.?|incorporated|corp\.?|ltd\.?|lp|l\.p\.?|llp|pllc|pbc|ulc|s\.r\.o\.?)$/
/** Most texts name no company, and looking at their words one by one is dear. */
export const MAY_END_NAME = new RegExp(`(?:^|[^\\p{L}])(?:${HARD}|${SOFT})(?!\\p{L})`, 'iu')

/** The carrier's own companies, which no mail is about. */
export const INCUMBENT =
  /^(?:the )?(?:United|Central) Telephone\b|\b(?:Qwest|CenturyLink|CenturyTel|Lumen|Embarq|U ?S ?WEST|Brightspeed|Level 3)\b/i

/** Words of the carrier's trade: they mark a name without a legal form, and a family's name that is no law firm's. */
export const TRADE =
  /(?:tel|tele|telco|phone|phones|telephone|telecom|telecommunications?|communications?|comm|comms|telephony|telefonie|broadband|fiber|fibre|fibernet|wireless|networks?|net|internet|cable|voice|voip|sip|mobile|cellular|pcs|dial|dialtone|tone|exchange|wireline|switch|wave|lightwave|carrier|digital|optic|optics|wisp|isp|utility|utilities)$/i

/** Such a word and nothing before it: "Telephone Company" names nobody. */
export const COMMON_WORD =
  /^(?:the|tele?|telco|phones?|telephone|telecom|telecommunications?|communications?|broadband|fiber|wireless|networks?|internet|cable|voice|mobile|cellular|exchange|carrier|utility|interconnection|incumbent|local|operating|holding|insurance|parent|new|other|requesting|limited|electric|power|water|management|services?)$/i

/** Words of public bodies that run networks; they mark a name without a legal form too. */
export const PUBLIC_WORD =
  /^(?:Nation|Tribe|Tribes|Tribal|Pueblo|Band|Rancheria|Commission|Board|Authority|District|Agency|County|City|Town|Village|Township|Borough|Parish|University|College|Schools?|Cooperative|Co-op|Coop|Municipal|Works|Consortium|Collective|Connect|Link)$/

/** "City of …", "… Nation": public bodies as they are called. */
export const PUBLIC_BODY =
  /\b(?:(?:City|Town|County|Village|Borough|Port|University|Confederated Tribes|Board of Public Utilities|Public Utility District No\. \d{1,2}) of (?:the )?\p{Lu}[\p{L}'-]+(?: (?!(?:ICA|NTA|ARF|Interconnection|Agreement|Request|Contract)\b)\p{Lu}[\p{L}'-]+){0,3}(?: (?:Utilit(?:y|ies)|Commission|Board|Department|Authority)\b){0,2}|\p{Lu}[\p{L}'-]+(?: \p{Lu}[\p{L}'-]+){0,3} (?:Tribe|Nation|Pueblo|Utility District|Municipal Utilities|Municipal Power|State University|County PUD|PUD))\b(?! of \p{Lu})/gu

/** Legal forms of lawyers, accountants and engineers; a few carriers have them, and say in their name what they are. */
export const PROFESSION = /(?<![A-Z]\.)\b(?:LLP|L\.L\.P|PLLC|P\.L\.L\.C|PLLP|P\.L\.L\.P|PLC|PC|P\.C|PS|P\.S|P\.A)\.?$/i
/** Names of those who write for carriers or stand beside them. */
export const OTHER_TRADE =
  /\b(?:Consult\w*|Advis\w+|Regulatory|Compliance|Licensing|Filings?|Insurance|Assurance|Indemnity|Casualty|Underwriters|Brokers?|Law|Legal|Attorneys?|Counsel|Solicitors|Bookkeeping|Books|Ledgers?|CPAs?|Payroll|Accounting|Accountants?|Tax|(?<!\b(?:Cut|Red|West|East|North|South|Left|Right|Outer) )Bank|Bancorp|Credit Union|Capital|Ventures?|Equity|Secretary of State|Strateg\w+|Staffing|Realty|CLEC|Tariffs?|Dockets?|Desk|NECA|Surety|Launch\w*|Exchange Carrier Association|Council$)\b/i
/** Said of others mostly, but of some carriers too: those whose domain says so. */
export const PERHAPS_OTHER_TRADE =
  /\b(?:Agency|Agents|Trust|Commission|Department|Board|Bureau|Administration|Secretary|Mutual(?! (?:Tele|Communicat|Aid Tele|Exchange|Broadband|Fiber|Internet|Wireless|Network|Cable|Electric|Co-?op)))\b/i
/** "Alder Falls Public Utilities Commission" runs a town's lines; a state's commission of that name rules over carriers. */
export const UTILITY_BODY =
  /^(?!Public |State )(?:(?:City|Town|Village|Borough) of )?\p{Lu}[\p{L}.'-]+ (?:\p{Lu}[\p{L}.'-]+ ){0,3}(?:Utilit(?:y|ies)|Power|Light|Fiber|Broadband|Telecommunications) (?:Commission|Board|Department)$/u
/** Families and partners, who keep shops of all kinds, telephone companies too: their names say which. */
export const FAMILY = /\b(?:Associates|Brothers|Bros|Sons|Daughters)\b/i

/** Never part of a name, and a name does not reach beyond them: what opens a sentence, what people are, what papers are. */
const STOPS =
  'a an the this that these those there here and or but nor if when while as at by for from in into of on onto to with within without via per re is are was were be been being am has have had having do does did done can could will would shall should may might must not no yes we i you he she it they our my your his her its their us me him them who whom whose which what where why how please kindly say suppose put whether thanks thank hi hello hey dear sir madam regards best sincerely respectfully cheers cordially subject date sent cc bcc attn attention ref reference since until before after once although though because also so then than now today both between about regarding concerning behalf client clients tell let got get need needs want wants wanted use using sign signed signs send called named name names legal party parties attached enclosed herewith under pursuant effective following give gives prepare issue add whereas resolved necessity'
/** Offices and papers: "Founder of", "Certificate of", "Agreement". */
const ROLES =
  'founder cofounder co-founder owner president vice vp evp svp ceo cfo cto coo chief officer director manager member partner chairman chairwoman treasurer controller secretary counsel attorney attorneys lawyer paralegal agent agents representative consultant engineer analyst administrator coordinator seller purchaser assignor assignee clec ilec incumbent applicant insured customer licensee certificate registration application agreement agreements amendment letter form forms request requests questionnaire notice notification order docket case section sections exhibit attachment appendix schedule page pages signature copy copies docs documents assignment adoption opt-in election termination merger acquisition change update status question questions inquiry ica icas arf eola nta cq coi mfn w-9 w9 lsr lsrs asr ocn acna spid cic signer envelope noc re: fw: fwd: matter file project entity'
const ROLE_WORDS: ReadonlySet<string> = new Set(ROLES.split(' '))
const STOP_WORDS: ReadonlySet<string> = new Set(`${STOPS} ${ROLES}`.split(' '))

/** "We're" and "that's" stop a name as "we" and "that" do; "Earl's" does not. */
export const isStop = (word: string): boolean => {
  if (word === 'US') return false
  const small = word.toLowerCase()
  return (
    STOP_WORDS.has(small) ||
    small.endsWith("n't") ||
    (/'(?:re|m|ve|d|ll|s|t)$/.test(small) && STOP_WORDS.has(small.split("'")[0] ?? ''))
  )
}

export const isJoiner = (word: string): boolean =>
  /^(?:&|\+|and|of|the|de|del|do|da|dos|la|du|van|y|e|et|und|qui|on|en|el|los|las|des)$/.test(word)

/** A number behind these counts places, papers, days. */
const COUNTED =
  'suite ste box floor fl room rm unit apt bldg building route rural page vol volume phase tier class ext extension phone fax cell version title chapter rule item step table figure article part decision dkt january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday'
const COUNTED_WORDS: ReadonlySet<string> = new Set(COUNTED.split(' '))

export const isCounted = (word: string): boolean => {
  const small = word.toLowerCase().replace(/\.$/, '')
  return COUNTED_WORDS.has(small) || ROLE_WORDS.has(small)
}

/** "Assistant Utility Director", "Senior Network Engineer": what somebody is. */
export const RANK =
  /^(?:Assistant|Associate|Deputy|Acting|Interim|Senior|Junior|Lead|Chief|Principal|Regional|General|Executive|Vice|Head)\b/
export const OFFICE =
  /^ (?:Director|Manager|Engineer|Officer|Coordinator|Analyst|Specialist|Supervisor|Superintendent|Planner|Administrator|Clerk|Counsel|Attorney|President|Consultant|Lead)\b/

/** Behind a name in an insurer's paper: "Member: Sage Utility | General liability". */
export const OF_COVER = /^(?:General|Commercial|Professional|Workers|Umbrella|Policy|Holder)$/
