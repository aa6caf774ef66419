/** A state that is struck off a list or turned down: "take Wyoming off", "so no Kansas", "my bad about Idaho". */

/** The words of a sentence on both sides of the state, and of the list in which it stands. */
interface Around {
  readonly before: string
  readonly after: string
  readonly lead: string
  readonly behind: string
}

export function isTakenOut({ before, after, lead, behind }: Around): boolean {
  if (TAKE.test(lead) && isOff(behind)) return true
  if (LEAVE.test(lead) && ALONE.test(behind)) return true
  if (BARE_NO.test(lead) && ENDS_THERE.test(behind)) return true
  const isNamed = !/\bthe $/i.test(lead) || BOX.test(behind)
  if (CROSSED.test(lead)) return isNamed
  if (SLIP.test(lead)) return isNamed && !WANTED_AFTER_ALL.test(behind)
  const says = (words: RegExp) => words.test(after) || words.test(behind)
  return (says(TO_DELETE) && !OF_PAPER.test(before)) || (says(TURNED_DOWN) && !ORDERS_IN.test(before))
}

/** "Please take Wyoming off", "leave the Idaho box out". */
const TAKE = /\b(?:take|leave|cross|strike|knock|keep|pull|get)(?: please)? (?:the )?$/i
const OFF = /^(?: (?:one|box|row|line|agreement|part))? (?:off|out|away)\b/i
const NOT_SO = /^ (?:of|by) (?:business|service|mistake|accident)/i
const LIST = /^ of (?:(?:the|this|our|my) (?:list|request|form|mail|scope|picture)\b|(?:it|this)\b(?! \w))/i

/** "Take Utah out of the old agreement of our parent" strikes off no list. */
function isOff(words: string): boolean {
  const [off] = OFF.exec(words) ?? []
  if (off === undefined) return false
  const rest = words.slice(off.length)
  return !NOT_SO.test(rest) && (!/^ of\b/i.test(rest) || LIST.test(rest))
}

/** "Leave Montana alone", and not "take Montana alone", which takes nothing else. */
const LEAVE = /(?<!\b(?:not|never|cannot|to|n't) (?:want to )?)\b(?:leave|leaving|let)(?: please)? (?:the |our )?$/i
const ALONE =
  /^(?: (?:one|side|part|agreement|contract|ICA|deal))?(?: please)? (?:alone\b|in peace\b|be(?=\s*(?:[.,;!)]|$)))/i

/** "So no Kansas and no Missouri", and not "but no Idaho agreement". */
const BARE_NO = /(?:^|[(,;] ?|\b(?:so|and|but|with) )no $/i
const ENDS_THERE = /^(?: (?:and|or|nor) no\b|\s*(?:[.,;)!]|$))/i

/** "I crossed out Arizona", and not "the Utah address". */
const CROSSED = /\b(?:crossed|scratched|struck|inked|blacked) (?:out|off|through) (?:the )?$/i
const BOX = /^ (?:one|box|row|line|entry)\b/i
/** "Slip of the pen on Oregon"; not "my bad about Idaho yesterday: of course we want it", nor "on the Oregon form". */
const SLIP =
  /\b(?:slip of the (?:pen|finger|thumb|tongue)|(?:my|our) (?:bad|mistake|error|slip|fault)) (?:on|about|with|regarding) (?:the )?$/i
const WANTED_AFTER_ALL =
  /^[^.?!]{0,60}\b(?:we|I) (?:(?:do|still|also|certainly|of course|indeed) )?(?:want|need|ask for) (?:it|that|both|them)\b/i

/** "New Mexico has to be deleted", "the Oregon box should come off the form"; not "removed from the name of Heron". */
const TO_DELETE =
  /^["”'’)]{0,2}(?: (?:one|box|row|line|entry|agreement|contract|request|part))?,? (?:(?:has|have|had|needs?|ought) to|must|should|can|may|will|is to|are to) (?:now |please |therefore )?(?:be (?:deleted|removed|struck(?: out| off)?|crossed (?:out|off)|scratched|taken (?:off|out))|come (?:off|out))(?= *(?:[.,;!)"”]|$|(?:please|now|as|since|because|altogether|for now)\b|(?:from |of )?(?:the|our|this|my) (?:list|request|form|mail)))/i
/** "In Exhibit B, Utah should be deleted": a wish for other words. */
const OF_PAPER = /\b(?:exhibits?|sections?|clauses?|articles?|paragraphs?|appendix|schedules?|pages?)\b[^.;!?]*$/i

/** "The Idaho site was turned down"; not "the Idaho request form was rejected", which is sent again. */
const TURNED_DOWN =
  /^(?: (?:one|site|space|box|part|plan|project|idea|build|market|option|leg|half|entry))?,? (?:was|were|got|has been|have been|is|are) (?:turned down|voted down|rejected|vetoed|ruled out|scrapped|shelved|given up)\b/i
/** "Our LSRs in Idaho were rejected": they were, and not the state. */
const ORDERS_IN =
  /\b(?:LSRs?|ASRs?|E?911|orders?|ports?|porting|tickets?|filings?|forms?|certificates?|invoices?|claims?|requests?|applications?)\b[^.;,]{0,20} (?:in|for|from|of|at) (?:the )?$/i
