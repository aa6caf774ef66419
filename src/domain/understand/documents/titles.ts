import type { DocumentSort } from '../../labels.ts'
import { isChecklist } from './checklist.ts'
import { filingIn } from './filing.ts'
import { isDraft, isSigned } from './signatures.ts'

/**
 * What a paper calls itself. The first heading decides: a letter of adoption cites agreements, an agreement cites
 * certificates, a questionnaire asks for the company code, but each says first what it is.
 */

/** Headings are sought in this many characters; what the body says, in this many. */
const HEAD = 600
/** Words that are a heading at the top and a mere topic further down: "forecast", "W-9". */
const TOP = 160
const BODY = 6000

interface Title {
  readonly sort: DocumentSort
  readonly heading: RegExp
  /** The heading stands at the very top. */
  readonly isTop?: true
  /** What the text must say besides, when the heading alone does not tell. */
  readonly holds?: (text: string) => boolean
}

/** Papers of a carrier's set-up and of other trades that are none of our sorts. */
const OTHER_HEADING =
  /certificate of [a-z ]{0,40}insurance|certificate of coverage|assurance pool|^\W{0,4}consent (?:and|to) (?:the )?assign|certificate of (?:incumbency|service)\b|\bincumbency\b|closing certificate|assignment and assumption|^\W{0,4}(?:certified |board |draft )?minutes\b|\bminutes (?:of|\()|petition for arbitration|returned without|request for negotiation|\bACORD\b|evidence of (?:insurance|coverage)|\bform W-?9\b|\bW-?9\b|request for taxpayer|exemption certificate|certificate of exemption|resale certificate|tax (?:license|exempt\w*|certificate)|certificate of (?:completion|formation|good standing|amendment|(?:name )?change|trade name|existence|incorporation|merger|organization)|statement of merger|articles of (?:amendment|incorporation|merger|organization)|secretary of state|credit application|credit reference|balance sheet|bank reference|bill of sale|consent to assign|letter of (?:authorization|agency)|blanket LOA|\bforecast\b|\binvoice\b|statement of account|diagram|distributed (?:energy|generation)|net metering|photovoltaic|notice of (?:name change|change of name|assignment|dispute|termination)|surety bond|power of attorney|non-?disclosure|curriculum vitae|purchase order|payoff|lease\b|event agreement|^\W{0,4}(?:\w+ )?guarant(?:y|ee)\b|letter of credit\b|^\W{0,4}joint notice\b|\bjoint (?:application|petition|motion) (?:for|of|to)\b|^\W{0,4}(?:assignment|transfer) of\b|membership agreement/i

const COMMISSION =
  /\b(?:public (?:utilit(?:y|ies)|service|regulation|regulatory) commission|utilities and transportation commission|(?:corporation|commerce|utilities|utility regulatory|telecommunications) commission|utilities board|board of public utilities|department of public (?:utilities|service)|commissioners?' order)\b/i
const CERTIFICATE =
  /\b(?:certificate of (?:public convenience|convenience|authority|registration|operating authority|territorial|service authority|necessity)|CPCN|certificate no\b|certificat(?:e|ion) to provide)/i
const GRANTS =
  /certificate of (?:public convenience|convenience|authority|registration|operating|service|territorial)|certif(?:ies|y) that|\b(?:is|are|be|was|has been) (?:hereby )?(?:granted|authorized|registered|certificated|licensed|accepted|issued)\b|order(?:s|ed)? granting|\bgranting (?:the )?(?:registration|certificat\w+|authority|CPCN)|authori(?:ty|zation|zed) to (?:provide|offer|operate|conduct|furnish)|registration (?:of|as|is|has|number)|accepted the registration|^certificate: /im
/** A commission's paper on something else: it approves an agreement, or answers a notice. */
const NOT_GRANTED =
  /\b(?:petition (?:of|for)\b[^.;]{0,60}\barbitration|name change|approv(?:al|es|ing) (?:of )?(?:the |an? )?(?:interconnection |amendment|agreement)|notice of (?:the )?(?:purchase|sale|merger|name))/i

/** A carrier's own notice, under the heading of the commission that it files it with. */
const NOTICE_OF_ADOPTION = /\bnotice of (?:adoption|election)\b/i

const ORDER = /\b(?:order|decision|ruling) (?:no\b|number|#|[A-Z]{0,2}\d)|\b(?:final|interim|general|rate) order\b/i

const OF_AUTHORITY = /\b(?:certificat\w+|CPCN|authori(?:ty|z\w+)|regist\w+|licen[cs]\w+)\b/i

/** An order on a certificate need not name its commission; whether it gives, refuses or ends it, its words say. */
const ON_CERTIFICATE =
  /\b(?:order|decision|notice)\b[^.;:\n]{0,30}\b(?:revoking|revocation|cancel+ing|cancel+ation|suspending|suspension|rescinding|rescission|denying|denial|granting|reinstating)\b[^.;:\n]{0,60}\b(?:certificat\w+|CPCN|operating authority|authority to (?:provide|operate))\b|\b(?:revocation|cancel+ation|suspension) of (?:the |its |your )?(?:certificate\b|CPCN)/i

const AGREEMENT =
  /\b(?:(?:interconnection|template|resale|commercial(?: services)?|adoption|services|platform|master|local services|traffic(?: exchange| termination)?|exchange of traffic|paging|reciprocal compensation|transport and termination)\s+agreement\b(?! request)|(?<=^|\n)\W{0,4}agreement (?:for|on|regarding) (?:the )?(?:adoption|exchange of|interconnection|resale)|amendment (?:no\b|number|\d|[IVX]+\b|to\b)|(?:\w+ )?amendment to (?:the )?(?:interconnection|agreement)|advi[cs]e adoption letter|signature pages?|execution pages?|counterpart signature|in witness whereof|caused this agreement to be (?:executed|signed))/i

/** In the order of trial where two begin at the same place. */
const TITLES: readonly Title[] = [
  { sort: 'other', heading: OTHER_HEADING, isTop: true },
  // A council that resolves to adopt somebody's agreement gives notice with it; one that lets a manager sign does not.
  {
    sort: 'other',
    heading: /\bresolution (?:no\b|number|\d)|\bboard resolution\b/i,
    isTop: true,
    holds: (text) => !/\b252 ?\(i\)|\badopts? the\b/i.test(text),
  },
  {
    sort: 'early-ordering-letter',
    heading:
      /\bearly[- ]order(?:ing)?\b|\bEOLA\b|\borders?(?:ing)? (?:pending|before|prior to|ahead of) (?:the )?(?:commission )?approval\b/i,
  },
  {
    sort: 'customer-questionnaire',
    heading:
      /\bquestionn?aire\b|\bcustomer profile form\b|^\W{0,4}section \d{1,2}\s{0,2}[-–:.]\s{0,2}(?:estimated |projected )?(?:volumes?|tax|credit|contacts)\b/i,
  },
  {
    sort: 'agreement-request-form',
    heading:
      /\bagreement request(?: form)?\b|\brequest form\b|\b(?:ICA|interconnection|resale) request form\b|\bform (?:to|for) request(?:ing)? an? (?:interconnection )?agreement\b|\brequest for (?:an? )?(?:interconnection |resale |commercial )?agreement\b/i,
    holds: (text) => !isLetter(text),
  },
  {
    sort: 'adoption-letter',
    heading:
      /\bnotice of (?:adoption|election)\b|(?<!\badvi[cs]e )\badoption (?:of|under|letter|notice|request|pursuant)\b|\belect(?:s|ion|ing)? (?:to adopt|under|pursuant)\b|\b252 ?\(i\)|\b(?:hereby )?adopts? (?:the|in its|your)\b|\b(?:hereby |chooses? to |elects? to |wish(?:es)? to |intends? to |desires? to )opts? in(?:to)?\b/i,
    holds: (text) =>
      /\badopt|\bopts? in|\bsteps? into\b|\belect|\bsame (?:contract|agreement|terms|deal)\b/i.test(text) &&
      !isRequestToNegotiate(text) &&
      !/\bdo(?:es)? not invoke\b|\binvokes? no\b/i.test(text),
  },
  {
    sort: 'ocn-letter',
    heading:
      /\bNECA\b|\bNational Exchange Carrier Association\b|\bcompany codes? (?:administrat|assign|record|desk|request|notif)|\bcode administration\b|\bassignment of (?:an? )?(?:company code|OCN|operating company)/i,
    holds: (text) => /\b(?:company codes?|OCN|operating company number)\b/i.test(text),
  },
  {
    sort: 'certification',
    heading: COMMISSION,
    holds: (text) =>
      GRANTS.test(text) &&
      !NOT_GRANTED.test(text.slice(0, 900)) &&
      !isToCommission(text) &&
      !isAdoption(text) &&
      !isRequestToNegotiate(text) &&
      !NOTICE_OF_ADOPTION.test(text.slice(0, HEAD)),
  },
  {
    sort: 'certification',
    heading: ON_CERTIFICATE,
    isTop: true,
    holds: (text) => !isLetter(text) && !isToCommission(text) && !OTHER_HEADING.test(text.slice(0, TOP)),
  },
  {
    sort: 'certification',
    heading: CERTIFICATE,
    holds: (text) => !isLetter(text) && !NOT_GRANTED.test(text.slice(0, 900)),
  },
]

/** What the body of an untitled paper says; the first that holds. */
const BODIES: readonly Title[] = [
  {
    sort: 'adoption-letter',
    heading:
      /\b(?:hereby )?(?:elects?|chooses?|wish(?:es)?|intends?|desires?) to adopt\b|\bhereby adopts?\b|\badopts? in its entirety\b|\bnotice of adoption\b/i,
    holds: (text) => !isRequestToNegotiate(text),
  },
  {
    sort: 'early-ordering-letter',
    heading:
      /\b(?:service )?orders? (?:placed|issued|submitted|sent|accepted)[^.]{0,40}\b(?:before|prior to|pending|ahead of)\b[^.]{0,60}\bapprov|\bearly ordering\b/i,
    holds: (text) => !isLetter(text),
  },
  { sort: 'certification', heading: /\bcertif(?:ies|y) that\b[^.]{0,160}\b(?:authorized|registered|certificated)\b/i },
  { sort: 'ocn-letter', heading: /\bcompany code\b[^.]{0,60}\bassigned\b|\bassigned\b[^.]{0,60}\bcompany code\b/i },
]

/** The sort that a text tells of itself; null when it tells none. `agreement`: one that nobody has signed so far. */
export function sortOfText(text: string): DocumentSort | 'agreement' | null {
  if (isChecklist(text) || filingIn(text) !== null) return 'other'
  const redlined = redlineOf(text)
  if (redlined !== null) return redlined
  const title = earliest(text)
  if (title !== null) return title
  const body = text.slice(0, BODY)
  const told = BODIES.find((one) => one.heading.test(body) && (one.holds?.(body) ?? true))
  if (told !== undefined) return told.sort
  if (looksLikeRequestForm(body)) return 'agreement-request-form'
  if (AGREEMENT.test(body) && isSigned(body) && !isLetter(body)) return 'signed-agreement'
  // An order on rates or rules, whatever its number is called.
  const isOrder = ORDER.test(text.slice(0, HEAD)) && !GRANTS.test(body) && !OF_AUTHORITY.test(body)
  return COMMISSION.test(text.slice(0, HEAD)) && (isOrder || NOT_GRANTED.test(body)) ? 'other' : null
}

const TRACKED = /^\s{0,20}Tracked changes \(redlined version\)[^\n]{0,120}/i

/** "[DELETED: upon approval] [INSERTED: upon filing]". */
const MARKED_BY_HAND = /\[(?:deleted?|inserted?|added|stricken|struck|removed|new text|old text)\s?:[^\]]{0,400}\]/gi

/** A marked-up paper is a redline of an agreement, unless it calls itself something else. */
function redlineOf(text: string): DocumentSort | null {
  const mark = TRACKED.exec(text)?.[0] ?? ([...text.slice(0, BODY).matchAll(MARKED_BY_HAND)].length > 1 ? '' : null)
  if (mark === null) return /\bredlined? (?:draft|version)\b/i.test(text.slice(0, HEAD)) ? 'redlined-agreement' : null
  const marked = text.slice(mark.length)
  const title = earliest(marked)
  if (title === 'early-ordering-letter' || title === 'customer-questionnaire') return title
  return /\bchecklist\b|\bproposed amendment\b/i.test(marked.slice(0, TOP)) ? 'other' : 'redlined-agreement'
}

/** "Resolution 12: the town adopts …": it decides on an agreement, and is none. */
function resolvesToAdopt(text: string): boolean {
  return /^\W{0,4}(?:\w+ ){0,3}resolution\b/i.test(text) && /\b252 ?\(i\)/i.test(text)
}

function earliest(text: string): DocumentSort | 'agreement' | null {
  const head = text.slice(0, HEAD)
  const body = text.slice(0, BODY)
  const found = TITLES.flatMap((title) => {
    const at = title.heading.exec(title.isTop === true ? head.slice(0, TOP) : head)?.index
    return at !== undefined && (title.holds?.(body) ?? true) ? [{ at, sort: title.sort }] : []
  }).sort((a, b) => a.at - b.at)
  const [first] = found
  const agreement = isLetter(body) || resolvesToAdopt(body) ? undefined : AGREEMENT.exec(head)?.index
  if (agreement !== undefined && (first === undefined || agreement < first.at)) {
    if (isDraft(head) || isAssignment(head)) return 'other'
    return isSigned(body) ? 'signed-agreement' : 'agreement'
  }
  // What both sides sign to carry an adoption out is an agreement.
  if (first?.sort === 'adoption-letter' && /\bexecution page\b|\bshort[- ]form\b/i.test(head) && isSigned(body))
    return 'signed-agreement'
  return first?.sort ?? null
}

/** Who gives an agreement away, and who takes it: a paper between those two. */
function isAssignment(head: string): boolean {
  return /\bassignor\b/i.test(head) && /\bassignee\b/i.test(head)
}

function isAdoption(text: string): boolean {
  return isLetter(text) && /\b252 ?\(i\)/i.test(text) && /\badopt/i.test(text)
}

function isLetter(text: string): boolean {
  if (/^\s{0,12}(?:Dear\b|To whom it may|Ladies and|Gentlemen\b)/im.test(text)) return true
  return /\b(?:enclosed (?:is|are|please find)|we (?:transmit|enclose)|transmitted herewith|please countersign and return)\b/i.test(
    text.slice(0, HEAD),
  )
}

function isToCommission(text: string): boolean {
  return /^\s{0,12}Dear (?:Secretary|Commission|Executive|Chair|Clerk)|\bfiling center\b/im.test(text)
}

function isRequestToNegotiate(text: string): boolean {
  return (
    /\brequests? (?:for |that )?(?:the parties (?:commence )?|(?:your company|Qwest(?: Corporation)?|CenturyLink|you) )?negotiat/i.test(
      text,
    ) && !/\bhereby adopt|\belects? to adopt/i.test(text)
  )
}

/** A form without a heading: it asks for the legal name, the states and the sort of agreement. */
function looksLikeRequestForm(text: string): boolean {
  const asks = [
    /^.{0,30}\blegal name\b/im,
    /^.{0,30}\bstates?(?:\(s\))?\b.{0,40}[:|]/im,
    /\b(?:interconnection|commercial|resale)\b.{0,60}\b(?:interconnection|commercial|resale)\b/i,
    /\btemplate\b.{0,80}\bnegotiat|\bopt[- ]in\b/i,
  ]
  return asks.every((one) => one.test(text))
}
