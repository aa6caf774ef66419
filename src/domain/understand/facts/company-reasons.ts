import type { Place } from '../reading.ts'
import type { FieldOwner } from './company-labels.ts'
import { OTHER_TRADE, PERHAPS_OTHER_TRADE, TRADE } from './name-words.ts'
import type { Writer } from './writer.ts'

/** One place where a name stands, with the words around it in the same sentence. */
export interface Surroundings {
  readonly name: string
  readonly hasForm: boolean
  readonly place: Place
  /** Among the last lines of what the writer wrote. */
  readonly isAtEnd: boolean
  readonly before: string
  readonly after: string
  /** The whole line or paragraph, and the line below it. */
  readonly line: string
  readonly below: string
  readonly field: FieldOwner
  readonly writer: Writer
}

/**
 * Why a name is, or is not, the carrier the mail is about. Each reason counts once for a company however often it is
 * found, so a name is not right because it is repeated.
 */
export const POINTS = {
  'in the subject': 2,
  'in the new text': 2,
  'in the signature': 2,
  'in a file': 1.5,
  'in the quoted text': 0.75,
  'in a file name': 0.5,
  'field legal name': 8,
  'field carrier': 5,
  'field of somebody else': -7,
  client: 6,
  'writer speaks for it': 4,
  'it acts': 3,
  'it is for it': 1.5,
  'its agreement or paper': 2,
  'defined as the party': 3,
  'signs in a file': 2,
  'under the writer': 2,
  'domain of the writer': 5,
  'domain in the text': 2,
  'new name': 7,
  'holds it afterwards': 7,
  'assigned to it': 3,
  'former name': -8,
  'gone after the deal': -8,
  'trade name': -7,
  'adopted carrier': -6,
  'parent or affiliate': -5,
  'third party': -5,
  'matter closed': -4,
  'line of the signature': 4,
  'no legal form': -3,
  'other trade': -9,
  'firm of the writer': -8,
} as const
export type Reason = keyof typeof POINTS

const PLACE_REASON: Record<Place, Reason> = {
  subject: 'in the subject',
  newest: 'in the new text',
  signature: 'in the signature',
  file: 'in a file',
  quoted: 'in the quoted text',
  name: 'in a file name',
}

type Cue = readonly [Reason, RegExp]

/** Words that end right before the name. */
const BEFORE: readonly Cue[] = [
  [
    'client',
    /\b(?:behalf of|(?:represent|act for|advise|assist|work with)(?:s|ing)?|acts? for|(?:counsel|attorneys?|lawyers?|agents?|consultants?|paralegal|representatives?|adviser|outside counsel) (?:for|to)|for (?:our|my|the|a) (?:\w+ )?client|(?:our|my|the|their) (?:\w+ )?clients?(?: is| =)?|\bclient(?: is|'s name is)?|our insured|request of)[\s,:=-]{0,3}(?:the )?$/i,
  ],
  [
    'writer speaks for it',
    /\b(?:we are|we're|we at|i am (?:\w+ ){0,7}(?:of|at|from|with|for)|i'm (?:\w+ ){0,7}(?:of|at|from|with|for)|this is (?:\p{L}+ ){1,3}(?:at|from|with|of|over here at)|here at|from all of us at|our (?:little |small )?(?:company|co-op|cooperative|business|outfit|firm|corporation|llc)(?: is|'s name is| is called)?|my company(?: is)?|i (?:own|run|manage|lead|head)|(?:we|i) (?:own|operate) (?:and operate )?|i write (?:for|from|in name of)|writing (?:for|from)|in (?:the )?name of|us being|the undersigned|name is|called|work (?:for|at)|employed by|joined|in-house (?:counsel )?(?:at|for))[\s,:-]{0,3}(?:the )?$/iu,
  ],
  [
    'writer speaks for it',
    /\b(?:founder|co-founder|owner|president|ceo|cfo|coo|cto|manager|director|chair\w*|treasurer|secretary|controller|counsel|officer|member|lead|admin\w*|operations|ops|regulatory|engineer|vp|gm|lawyer)(?: of| at| for| with|,| @|\s-| \|) ?(?:the )?$/i,
  ],
  [
    'its agreement or paper',
    /\b(?:application of|matter of(?: the application of)?|certificate (?:of|for)|registration of|registered to|issued to|granted to|assigned to|grants|certify that|certifies that|executed by|signed by|w-?9 (?:of|for|from)|questionnaire (?:of|for|from)|letter (?:of|for|from)|form (?:of|for|from)|behalf|authori[sz]ed by|named insured|held by)[\s,:-]{0,3}(?:the )?$/i,
  ],
  ['it is for it', /\b(?:for|re:?)[\s,:-]{0,3}$/i],
  ['it is for it', /\b(?:can|could|may|should|shall|must|whether) $/i],
  [
    'third party',
    /\b(?:relatives|cousins?|friends?|folks|people|neighbou?rs?|competitors?|buddy|pal|uncle)\b[^.;]{0,25} (?:at|from|of|with|runs?) $/i,
  ],
  [
    'new name',
    /\b(?:change(?:d|s)? (?:its|our|their|the) (?:\w+ )?name (?:\w+ ){0,4}to|(?:new|current) (?:\w+ )?name(?: is| of|:)?|(?:is|are) now(?: called| known as| named)?|, ?now|n\/?k\/?a|now known as|rename[ds]?(?: \w+){0,3} (?:to|as)?|rebranded(?: as)?|name (?:change )?to|name of this corporation is|show the name|in the new name of|became|becomes?|going forward as|(?:is|are|be|hereafter|henceforth)\b[^.;]{0,30} (?:named|known as|called)(?: the)?|under the name(?: of)?|doing everything as)[\s,:"'(-]{0,4}$/i,
  ],
  ['new name', /\bname\b[^.;]{0,40}\bfrom [^.;]{3,90} to[\s,:"'(-]{0,4}$/i],
  ['new name', /\bchanged (?:its|our|the) (?:\w+ )?name\b[^.;]{0,40} to[\s,:"'(-]{0,4}$/i],
  [
    'holds it afterwards',
    /\b(?:merge[ds]?|merging|consolidated|folded|rolled)\b[^.;]{0,30}\binto|\b(?:surviving (?:entity|company|corporation|carrier)(?: is| will be|:)?|survivor(?: is| will be|:)?|acquired by|bought by|purchased by|sold\b[^.;]{0,50} to|purchaser|buyer|transferee|new owner|successor)[\s,:"'(-]{0,4}$/i,
  ],
  ['holds it afterwards', /\b(?:acquisition|purchase|takeover) of [^.;]{3,70} by[\s,:"'(-]{0,4}$/i],
  [
    'assigned to it',
    /\b(?:(?:assign(?:s|ed|ment)?|transfer(?:s|red)?|convey(?:s|ed)?)\b[^.;]{0,90} to|assignee)[\s,:"'(-]{0,4}(?:the )?$/i,
  ],
  ['it acts', /\b(?:would like|wants?|needs?|helps?|lets?)\s+(?:for )?$/i],
  ['client', /\b(?:portco|portfolio company|newco|our carrier|our company)[\s,:"'(-]{0,4}$/i],
  ['holds it afterwards', /\b(?:merge[ds]?|merging|consolidated|folded|rolled)\b[^.;]{0,30}\binto (?:and with )?$/i],
  [
    'former name',
    /\b(?:(?:formerly|heretofore|hitherto|until now)(?: \w+)?(?: known as| called| named)?|f\/?k\/?a|previously(?: known as)?|(?:former|old|prior|previous) (?:\w+ )?name(?: of| is| was|:)?|no longer|not|used to be|known until \w+ as|went by|predecessor|back when we were|still (?:shows?|says|reads|lists?))[\s,:"'(-]{0,4}(?:the )?$/i,
  ],
  ['former name', /\bname\b[^.;]{0,40}\bfrom[\s,:"'(-]{0,4}$/i],
  [
    'gone after the deal',
    /\b(?:(?:assets?|customers|business|lines|operations|stock|shares|membership interests?|phone side|acquisition|purchase|takeover) of|acquired|bought(?: out)?|purchased|took over|takes over|absorbed|assignor|seller|transferor|merged entity|assign(?:s|ed|ment of)? (?:the |its )?(?:\w+ ){0,4}(?:agreement|ICA|contract)s? (?:of|from)|successor (?:of|to)|merger of)[\s,:"'(-]{0,4}(?:substantially )?(?:all )?(?:of )?(?:the )?$/i,
  ],
  [
    'matter closed',
    /\b(?:nothing (?:changes|further|new|else|open|needed)|no (?:changes?|questions?|action)|(?:please )?close|done|finished|closing out|unchanged|completed) (?:\w+ ){0,3}(?:for|to|on|with|from|out)?\s*$/i,
  ],
  [
    'trade name',
    /\b(?:d\.?\/?b\.?\/?a\.?|doing business as|trading as|t\/a|trade name|brand(?:ed)? (?:as|name))[\s,:"'(-]{0,4}$/i,
  ],
  [
    'parent or affiliate',
    /\b(?:parent(?: company)?|affiliates?|affiliated with|sister(?: company)?|subsidiary of|owned by|part of|division of|holding company|controlled by|backed by)[\s,:"'(-]{0,4}(?:is |of )?(?:the )?$/i,
  ],
  [
    'third party',
    /\b(?:customers?|vendor|upstream|reseller|underlying carrier|provider|bank(?:s with)?|references?|insurer|insured by|agency|producer|certificate holder|employ|hired|fired|competitor|such as|unlike|versus|vs\.?|instead of|rather than|not to be confused with|no relation to|nothing to do with)[\s,:"'(-]{0,4}(?:the )?$/i,
  ],
]

/** Words right behind the name. */
const AFTER: readonly Cue[] = [
  ['writer speaks for it', /^,? (?:here|on the line|speaking|writing)\b/i],
  [
    'it acts',
    /^,?\s*(?:\([^)]{0,60}\)[\s,]*)?(?:(?:a|an) [^,.;]{5,80}, )?(?:hereby|formally|respectfully|would|will|wants?|wish(?:es)?|intends?|desires?|requests?|asks?|elects?|seeks?|adopts?|accepts?|agrees?|opts?|proposes?|needs?|plans?|requires?|submits?|gives?|notif(?:y|ies)|disputes?|exercises?|is (?:requesting|asking|electing|adopting|ready|seeking|interested|looking|certified|registered|prepared|planning|opting|submitting|returning|winding)|has (?:completed|signed|executed|elected|decided|received|registered|been (?:certified|granted|assigned|a party|party))|signed|executed|can (?:now )?(?:order|start|sign)|gave|hopes?)\b/i,
  ],
  ['it acts', /^[^.;]{0,60}\b(?:hereby|respectfully requests?|elects to|wishes to|would like to)\b/i],
  [
    'its agreement or paper',
    /^(?:'s|')\s*(?:\w+ ){0,3}(?:agreement|ICA|interconnection|contract|application|form|questionnaire|certificate|request|letter|OCN|ACNA|code)/i,
  ],
  [
    'defined as the party',
    /^,?\s*\(\s*(?:(?:the |hereinafter |collectively,? )?["'](?!incumbent|seller|ILEC|assign|buyer|purchaser|target|carrier 2)[^"']{2,30}["']|OCN\b|ACNA\b|applicant\b|[A-Z]{2}(?:[,/ ]+[A-Z]{2})*\))/i,
  ],
  [
    'holds it afterwards',
    /^,?\s*(?:\([^)]{0,40}\)\s*)?,?\s*(?:which (?:is|will be) |is |as |being |will be )?(?:the )?(?:surviv\w+|assignee|purchaser|buyer|successor)\b/i,
  ],
  [
    'holds it afterwards',
    /^,?\s*(?:which |has |have |just |now )*(?:acquired|bought|purchased|took over|takes over|absorbed|is (?:acquiring|buying))\b/i,
  ],
  [
    'former name',
    /^,?"?\s*(?:n\/?k\/?a\b|now known as\b|(?:has )?(?:legally |formally |officially )?changed (?:its|our|the) (?:\w+ ){0,2}name|(?:is|are) now (?:called|known|named|doing|operating as)\b|,? (?:is |are )?now \p{Lu}[^.;]{0,60}\b(?:Inc|LLC|L\.L\.C|Corp|Co|Company|LP|Ltd)\b|became\b|becomes\b|any ?more\b|is no longer)/iu,
  ],
  [
    'gone after the deal',
    /^,?\s*(?:which |has |have |is |was |will |be |being |are |were )*(?:merge[ds]?\b|merging|(?:sold|sells) (?:its|the|all|us|most|to)|been (?:merged|acquired|sold|bought)|acquired by|bought by|purchased by|dissolv\w+|ceases?\b|does not exist|no longer exists|(?:assigns?|assigned|transfers?|transferred)\b[^.;]{0,60}\bto\b)/i,
  ],
  [
    'matter closed',
    /^[^.;]{0,60}(?:\bCLOSED\b|\bcontinue[sd]? with me|\bdecided not to\b|- executed\b)|^ (?:file )?(?:is|was) closed\b/,
  ],
  ['third party', /^,? \([^)]{0,40}\bnot (?:ours|us|a party|part of)\b/i],
  ['parent or affiliate', /^,?\s*\(?(?:our|the|its|their) (?:parent|affiliate|sister|holding)\b/i],
]

const ADOPTION =
  /\badopt|\bopt(?:s|ed|ing)?[ -]?in|\b252 ?\(i\)|\bsame (?:terms|agreement|one|deal|contract)|\bMFN\b|\bt(?:ak(?:e|es|ing)|ook) over\b|\bsteps? into\b/i
/** The object of an adoption: nothing between but the agreement's own words. */
const ADOPTED_BEFORE =
  /\b(?:adopt(?:s|ed|ing|ion)?|opt(?:s|ed|ing)?[ -]?in(?:to)?|mfn (?:in)?to|tak(?:e|es|ing) over|stepp?(?:s|ing)? into|elects|get|copy|clone)\b(?:, in (?:its|their) entirety,)?(?:[^.,;:-]|-(?=\w)){0,90}$/i
const AGREEMENT_OF =
  /\b(?:agreements?|ICAs?|contracts?|terms|deal|those in effect)\b[^.;:,]{0,40}\b(?:of|with|held by|by|and|that)\s*(?:the )?$/i
const BETWEEN = /\bbetween\b[^.;]{2,70}\band\s*$/i
const ITS_OWN_BEFORE = /\b(?:for|behalf of|client,?|in favou?r of|by which|we,?|us,|name of)\s*(?:the )?$/i
const HAS_ONE =
  /^(?:'s|')?,?\s*(?:(?:already|just|now|also|still) )*(?:(?:has|have|had|got|gets?|holds?|enjoys?|made|negotiated|struck|entered)\b(?! (?:been|elected|decided|completed|chosen|reviewed|asked|requested|submitted|filed))|signed\b(?! (?:the )?(?:adoption|letter|form))|already|agreement|ICA|interconnection agreement|contract|deal|, ?approved|\((?:docket|approved|case|agreement|[A-Z]{1,4}[-\d]))/i

/** All reasons that one mention gives. */
export function reasonsAt(here: Surroundings): Set<Reason> {
  const reasons = new Set<Reason>([PLACE_REASON[here.place]])
  for (const [reason, pattern] of BEFORE) if (pattern.test(here.before)) reasons.add(reason)
  for (const [reason, pattern] of AFTER) if (pattern.test(here.after)) reasons.add(reason)
  if (here.field === 'legal') reasons.add('field legal name')
  if (here.field === 'carrier') reasons.add('field carrier')
  if (here.field === 'other') reasons.add('field of somebody else')
  if (isAdopted(here, reasons)) reasons.add('adopted carrier')
  if (here.place === 'file' && SIGNED_BELOW.test(`${here.after}\n${here.below}`)) reasons.add('signs in a file')
  if (here.writer.isUnder(here.line)) reasons.add('under the writer')
  addTrade(here, reasons)
  settle(reasons)
  // "Agents for: A · B · C" says nothing about this mail.
  if (reasons.has('client') && /^\s*[·/|;•]/.test(here.after)) reasons.delete('client')
  return reasons
}

const SIGNED_BELOW = /^[\s:,]{0,4}(?:\([^)]{0,30}\)[\s:,]{0,3})?(?:by\b|signature\b|signed\b|\/s\/|name:|its:|title:)/i

function isAdopted(here: Surroundings, reasons: ReadonlySet<Reason>): boolean {
  if (here.place === 'signature' || here.field === 'legal' || here.field === 'carrier') return false
  const object = ADOPTED_BEFORE.test(here.before)
  if (!object && here.writer.domainSpells(here.name)) return false
  const hasOne = HAS_ONE.test(here.after)
  if (ITS_OWN_BEFORE.test(here.before) || reasons.has('client') || (reasons.has('it acts') && !hasOne)) return false
  if (!ADOPTION.test(here.line)) return false
  return object || AGREEMENT_OF.test(here.before) || BETWEEN.test(here.before) || HAS_ONE.test(here.after)
}

function addTrade(here: Surroundings, reasons: Set<Reason>): void {
  const { writer, name } = here
  const isCarrierName = name.split(/[\s.,]+/).some((word) => TRADE.test(word))
  const isTheWriters = writer.domainSpells(name)
  const isBare = !here.hasForm
  if (isBare) {
    reasons.add('no legal form')
    if (here.isAtEnd && isAlone(here)) reasons.add('line of the signature')
  }
  if (OTHER_TRADE.test(name) || (PERHAPS_OTHER_TRADE.test(name) && !(isTheWriters && (isCarrierName || isBare))))
    reasons.add('other trade')
  else if (writer.bearsNameOf(name) && (isBare || !isCarrierName)) reasons.add('firm of the writer')
  else if (isTheWriters && writer.isAgent && (isBare || !isCarrierName) && !reasons.has('client'))
    reasons.add('firm of the writer')
  else if (isTheWriters) reasons.add('domain of the writer')
  else if (writer.textDomainSpells(name)) reasons.add('domain in the text')
}

/** The line is the name, perhaps with a title before it or a state behind it. */
function isAlone(here: Surroundings): boolean {
  return /^(?:[\p{L} &/-]{0,40},)?\s*$/u.test(here.before) && /^[\s,]*(?:\(?[\p{L} .]{2,20}\)?)?\s*$/u.test(here.after)
}

/** Where two reasons exclude each other the telling one stays. */
function settle(reasons: Set<Reason>): void {
  if (reasons.has('new name')) reasons.delete('former name')
  if (reasons.has('holds it afterwards')) {
    reasons.delete('gone after the deal')
    reasons.delete('former name')
  }
  if (reasons.has('client')) reasons.delete('it is for it')
  if (reasons.has('field legal name') || reasons.has('client')) reasons.delete('third party')
}
