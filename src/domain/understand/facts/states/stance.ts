/** How a state stands to the request, by the words around it. */
import { AFTER } from './cues-after.ts'
import { BEFORE } from './cues-before.ts'
import { isBehindCompany, isCity, isNoState, isOfName, type StateContext } from './in-name.ts'
import { beforeList, behindList, type Found } from './list.ts'
import { INCUMBENT_STATES } from './names.ts'
import { isJoined, isSource } from './source.ts'
import type { Stance, StanceCue } from './stance-cue.ts'
import { isTakenOut } from './taken-out.ts'
import { isStatement, toldOf } from './topic.ts'

export type { Stance }

/** "A small company in Raft Springs, Utah": said in a sentence, not written as an address. */
const IN_CITY =
  /\b(?:in|at|near|around|from|for|serving|serves?|trunks|the) (?:(?:the|downtown|loc) )?(?:(?:City|Town|Village|Township) of )?(?:\p{Lu}[\p{L}.'-]+ ){0,3}\p{Lu}[\p{L}.'-]+,? $/u

/** "States: Utah, Idaho (Wyoming on hold)". */
const PUT_OFF =
  /^[^\p{L}\n]{0,3}(?:is |are )?(?:on hold|withdrawn|dropped|removed|n\/a|not (?:yet|now|needed|included)|later|next year|TBD)\b/iu
const ONLY =
  /\b(?:only|just)(?: (?:for|in|took|needs?|wants?|asks? for|about|serves?|covers?))?(?: the)?(?: state of)? $/i
const IS_ONLY =
  /^,? (?:and )?nowhere else\b|^,? (?:only|alone)\b(?! (?:for |in )?\p{Lu}| (?:we|they|you|it|one|ours|theirs)\b)/u
/** "Currently we are operating in Texas only": where things are, and not where something is asked for. */
const ONLY_TODAY =
  /\b(?:currently|at present|presently|today|so far|until now|up to now|to date|at the moment|right now)\b[^.;:?]{0,40}\b(?:operat\w*|serv(?:e|es|ing)|active|present|live|doing business|do business|have|has|hold|holds|in business|licensed|certified)\b[^.;:?]{0,40}$|\b(?:operat\w*|serv(?:e|es|ing)|active|present|live)\b[^.;:?]{0,20}\b(?:currently|today|so far)\b[^.;:?]{0,20}$/i
/** "Acme has nothing with you there, only Washington": it has one there, and may want one elsewhere. */
const HOLDS =
  /(?<!\b(?:to|may|can|could|should|must|will|would|shall)(?: we| I)? )\b(?:has|have|had|holds?)\b(?=[^.;:?!]{0,60}\b(?:with you|(?:agreements?|ICAs?|contracts?)(?! (?:request|form)))\b)[^.;:?!]{0,60}$/i
/** "Not in scope: Florida and Nevada". */
const NOT_THESE =
  /\b(?:not|no longer|nothing) (?:(?:yet|now) )?(?:requested|needed|wanted|included|asked(?: for)?|covered|affected|concerned|(?:with)?in scope|in play): $/i
/** "This mail is about Iowa", "this time for Nebraska", "this election is for the New Mexico side". */
const THIS_ONE =
  /(?<!\b(?:in|of|from|by) )\bthis (?:mail|e-?mail|message|note|time|one|election|adoption|request|letter|notice)(?:,? (?:it(?:'s| is)|is))?(?: only)? (?:about|for|concerns)(?: only)?(?: the)?(?: state of)? $|^\W*this is about (?:the )?$/i

/** "We have nothing in Montana, so we need one there": what is lacking is asked for. */
const LACKS =
  /\b(?:nothing|none|not (?:one|any|an?)|no (?:\w+ )?(?:agreement|contract|ICA|one|paper))(?: \w+)?(?: with you)? (?:in|for) (?:the )?$/i
const SO_NEEDED =
  /^(?: (?:yet|so far|at all|as of today))?,? (?:so|hence|thus|therefore|and so|which is why|that is why|that's why)\b[^.;?!]{0,30}\b(?:need|want|ask|request|require|would like|apply|have to)\b/i
/** "A company certified in Nevada wants to become a CLEC in Idaho". */
const BECOMES =
  /\b(?:become|becoming|register(?:ing)? as|operate as|start(?:ing)? (?:up )?as) (?:an? )?(?:\w+ )?(?:CLEC|carrier|(?:tele)?phone company|reseller|provider) in (?:the )?(?:state of )?$/i
/** "I found the Nevada list but not the Idaho one". */
const MISSES = /\b(?:found|find|see|saw|got|received|located|opened)\b[^.;:?!]{0,60}\bbut not (?:the |for |in |one )*$/i
/** What goes over to another holder is the matter, whoever's it was. */
const VESTS =
  /^ (?:interconnection |resale |commercial )?(?:agreement|ICA|contract|one)s? (?:(?:will|shall|is to|are to|is|are|has|have|would) )?(?:also )?(?:vests?|pass(?:es|ed)?|go(?:es)? over|devolves?|(?:be(?:en)? )?(?:assigned|transferred|conveyed)|transfers?|comes? over)(?: by operation of law)? (?:in|to|on|onto|into|with)\b/i

/** What is sent is the matter, also where a commission gave it. */
const ENCLOSED = /\b(?:attach|enclos)\w*\b[^.;]{0,60}$/i
const CERTIFICATE = /^[^.;]{0,40}(?:commission|PUC|PSC|PRC|UTC|board)['’]?s? (?:certificate|order|decision)\b/i

/** "Our Kansas code": the code's state need not be the request's. */
const CODE_OF_IT = /^ (?:OCN|ACNA|(?:company )?code)s?\b/i

/** "Iowa's fine the way it is". */
const IS =
  /^['’]s(?= (?:all |already |now |not |still )*(?:fine|good|okay|ok|done|set|out|on|off|closed|live|in|with|signed|filed|approved|the same|unaffected|unchanged|next|later|coming)\b)/i

/** "It is an Oregon paper": where it comes from, as long as something else is asked for. */
const IS_A = /^(?!.*\b(?:want|need|ask|request|seek|look)).*\b(?:is|was) an? $/i
const PAPER_OF_IT = /^ (?:paper|docket|filing|one|agreement|contract|ICA)[,.;)]/i

type ByStance = Partial<Record<Stance, readonly StanceCue[]>>
const [BEFORE_BY, AFTER_BY] = [byStance(BEFORE), byStance(AFTER)]

function byStance(cues: typeof BEFORE): ByStance {
  const by: ByStance = {}
  for (const cue of cues) by[cue[0]] = [...(by[cue[0]] ?? []), cue]
  return by
}

function isSaid([, says, unless]: StanceCue, words: string): boolean {
  return says.test(words) && unless?.test(words) !== true
}

/** Takes the first that applies. */
export function stanceOf(context: StateContext): Stance {
  const { text, one, found } = context
  const before = text.slice(Math.max(0, one.at - 60), one.at)
  const lead = beforeList(text, one).slice(-100)
  const after = text.slice(one.at + one.length, one.at + one.length + 60)
  if (isOfName(context, before, after)) return isLocal(before, after) ? 'town' : 'name'
  if (isNoState(context, before, after)) return isLocal(before, after) ? 'town' : 'address'
  if (NOT_THESE.test(lead)) return 'refused'
  if (context.labelled) return PUT_OFF.test(after) ? 'refused' : 'labelled'
  if (/\bnot (?:for |in )?$/i.test(before)) return /\b(?:means|stands for)\b/i.test(before) ? 'address' : 'refused'
  if (CODE_OF_IT.test(after))
    return /\b(?:ignore|disregard|retired?|cancel|not ours)/i.test(after) ? 'elsewhere' : 'plain'
  if (isTakenOut({ before, after, lead, behind: behindList(text, one) })) return 'refused'
  if (IS_A.test(before) && PAPER_OF_IT.test(after)) return 'already'
  if (belongsToOther(context)) return 'elsewhere'
  if (isSource(text, one, found)) return 'elsewhere'
  if (isJoined(text, one, found)) return 'already'
  const isOnly = ONLY.test(lead) || (!ONLY_TODAY.test(lead) && IS_ONLY.test(behindList(text, one)))
  if (isOnly && HOLDS.test(lead)) return 'already'
  if (
    isOnly ||
    /^ (?:is|was) (?:what (?:is|was|we) )?(?:meant|intended|the right one)\b/i.test(after) ||
    THIS_ONE.test(lead)
  )
    return 'only'
  if (BECOMES.test(before) || MISSES.test(lead)) return 'asked'
  if (isBareAnswer(context)) return 'asked'
  if (LACKS.test(lead) && SO_NEEDED.test(behindList(text, one))) return 'asked'
  // "The subsidiary's Colorado agreement will vest in us".
  if (VESTS.test(text.slice(one.list.to))) return 'asked'
  const clause = lastClause(beforeList(text, one))
  const rest = spelled(nextClause(text.slice(one.at + one.length, nextState(one, found))))
  const behind = toldBehind(text, one)
  // What follows a list is said of all of it, up to the next state.
  const ofList = behind.slice(0, Math.max(0, nextState(one, found) - one.list.to))
  const held = clause.replace(MAY_HAVE, '$1')
  // "Attached is the Idaho PUC's certificate".
  const isEnclosed = ENCLOSED.test(clause) && CERTIFICATE.test(rest)
  const said = (stance: Stance) =>
    BEFORE_BY[stance]?.some((cue) => isSaid(cue, stance === 'already' ? held : clause)) ||
    AFTER_BY[stance]?.some((cue) => isSaid(cue, rest) || isSaid(cue, ofList))
  if (said('refused') && !/\bnot (?:only|just)\b/i.test(clause)) return 'refused'
  const isQuestion = /^[^.;!]*\?/.test(text.slice(one.at))
  // "We aren't certified anywhere but in Idaho".
  if (/(?:n't|\bnot|\bnever)\b[^.;:]{0,40}\b(?:any(?:thing|where)) but (?:for |in )?(?:the )?$/i.test(before))
    return 'only'
  if (/\b(?:everything|everywhere|all|any(?:thing|where)) but (?:for |in )?(?:the )?$/i.test(before)) return 'refused'
  const told = toldOf({ clause, behind, before, rest }, isQuestion)
  if (told === 'refused' || told === 'elsewhere') return told
  if (said('nowhere')) return 'nowhere'
  if (said('elsewhere')) return 'elsewhere'
  if (isCity(one, before, after) && !isBehindCompany(before, context.company))
    return (IN_CITY.test(before) || (one.at < 40 && /^ (?:and|is|are|we)\b/.test(after))) && !/^,? ?\d{5}\b/.test(after)
      ? 'town'
      : 'address'
  if (!isEnclosed && (said('already') || told === 'already')) return 'already'
  if (said('asked') || (isQuestion && context.place === 'newest')) return 'asked'
  const isTold = isStatement(text) || !INCUMBENT_STATES.includes(one.code)
  return context.place === 'newest' && isTold ? 'stated' : 'plain'
}

/** "AZ and UT." in a sentence of its own is what was asked, whatever is told of them behind. */
function isBareAnswer({ text, one, place }: StateContext): boolean {
  if (place !== 'newest') return false
  return (
    /^\W*(?:\d{1,2}[.)]\W*)?$/.test(beforeList(text, one)) &&
    /^ ?(?:please|for now)?\.\W*$/i.test(behindList(text, one))
  )
}

/** "The board of a Montana co-op": formed there, and nowhere else at home. */
function isLocal(before: string, after: string): boolean {
  return /\b(?:an?|the|our|this|that|small|little|rural) $/i.test(before) && /^ (?:co-?op|cooperative)s?\b/.test(after)
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
  /(?<!\b(?:Mr|Mrs|Ms|Dr|No))[.;?!:]\s|,\s(?=(?:we|I|they) (?:\w+ )?(?:ask|need|want|request|wish)(?:ed)?\s)|,\s(?=(?:(?:could|can|would|will) (?:you|we) |please |let's |make (?:it|that) |do ))|\s(?:but|however|whereas|while|although|though|so|and now|now|and (?:we|they|it|would|have|continue|keep|proceed|go ahead|(?:now )?(?:expanding|entering|planning|looking|seeking|adding|launching|moving|going)|(?:want|need|wish|ask|seek|request|elect)(?:s|es)?)|then)\s/gi

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

function bare(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}
