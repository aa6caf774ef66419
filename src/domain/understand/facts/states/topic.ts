/** What is said of a state with which a clause begins: "Idaho isn't signed yet", "for Utah our lawyer is still reading". */
import type { Stance } from './stance-cue.ts'

/** Words that may stand before the state of which the clause then tells. */
const LEAD =
  /^\W*(?:(?:and|but|also|only|though|although|as|since|because|then|yes|no|thanks),? )*(?:(?:I|we) (?:assume|think|guess|believe|suppose|understand|gather|take it|know)(?: that)? )?(?:(?:as )?(?:for|in|on|about|regarding|concerning|to) )?(?:(?:the|our|your|my|that|this) )?(?:same for |(?:those|that|the ones?) (?:for|in|from|of) )?$/i

const GAP = '^[^.;:?!]{0,60}?\\b'
const NOT_WANTED = [
  // "Minnesota he does not dare"; in "for Utah he does not ask for any change" a state is asked for.
  "(?:he|she|client|board|boss|owner) (?:don't|doesn't|does not|do not|didn't|did not|won't|will not) (?:really )?(?:need|want|ask|require|buy|serve|care|touch|plan|dare)(?: (?:it|that|this|one|for it|for that))?(?: there)?\\s*(?:[.,;!)]|$)",
  "(?:we|I|they|you|it|client) (?:don't|do not|didn't|did not|won't|will not|needn't|need not)(?: (?:really )?(?:need|want|ask|require|buy|bother|serve|intend|care|touch|plan|dare)\\b|[.!)]*\\s*$)",
  "(?:is|are|was|were)(?:n't| not) (?:you(?:rs?)?|us|ours|in your|(?:a )?part|one of|(?:with)?in (?:this|our|scope)|included|meant|involved|touched|affected|needed|wanted|the question|what|where|for you)\\b",
  // "We withdraw our redlines" there, "we decline collocation", and ask for the rest.
  "(?:we|I|they|he|she|client)(?:'ll| will| now| have)? (?:(?:withdraw|withdrew|withdrawn|decline)(?= ?(?:[.,;!)]|$|it\\b|that\\b|(?:the|our|my) (?:request|application)\\b))|bow(?:ed)? out|pull(?:ed)? out|back(?:ed)? out|let (?:it|that|this)(?: one)? (?:go|lapse|expire|run out|die))\\b",
  'would (?:be|have been) (?:nice|good|great|lovely)',
  "(?:so|there(?:'s| is)) no need",
  'no need (?:for|to)',
  'no (?:rush|hurry)',
  "(?:doesn't|don't|does not|do not) (?:come|enter|belong|concern|matter|count|figure|play)\\b",
  'nothing (?:needed|wanted|required|asked|happens|changes|moves|to (?:do|change))',
  'neither (?:of us|party|side|company)\\b',
  'decided (?:not to|against)\\b',
  'but (?:then |have |we )*(?:dropped|gave up|decided against|passed on|rejected)\\b',
  '(?:shall|will|should|(?:is|are) to) (?:continue|remain|stay)',
  '(?:stays?|remains?) (?:exactly |just )?(?:as|what|where|how) (?:it|they|that|is)\\b',
  '(?:leave|set|put|keep) (?:it|that|this|them|those)(?: one)? (?:aside|out|alone|as)',
  "(?:we|I)(?:'ll| will| are| am|'re|'m)? (?:leave|leaving|skip|skipping|drop|dropped|dropping) (?:out|it|that|those)?",
  '(?:is|are) (?:someone|somebody|another|a different) ',
  "(?:I|we)(?:'ve| have) (?:already |since )?(?:managed|found|worked out|figured out|looked up)\\b",
].join('|')
/** Nothing is wanted there. */
const REFUSED = new RegExp(
  `${GAP}(?:${NOT_WANTED})|^[\\s,:-]{0,3}(?:is |are )?not (?:now|you(?:rs?)?|this (?:time|year|one)|at this time|for now|needed|wanted|included)\\b`,
  'i',
)
/** It comes another time, or by another hand. */
const ELSEWHERE = new RegExp(
  `^[\\s,:-]{0,3}(?:one |agreement )?(?:we|I)(?:'m| am|'re| are) (?:holding|keeping|sitting on)\\b|^[\\s,:-]{0,3}(?:coming|to come|due|tomorrow|soon|later)\\b|${GAP}(?:(?:will|shall|'ll|may|might|can|to|should) (?:come|follow|be sent|wait|join|slip|be done|do (?:when|once|after|later|it))|took (?:you|us|them)|(?<!\\b(?:that|which) )follows?\\b(?! up)|(?:comes?|is coming|will come) (?:later|separately|from (?:my|our|an?|the|another) (?:other )?(?:colleague|engineer|lawyer|counsel|sister|affiliate|office|consultant|department))|(?:a|the|our) (?:second|third|later|next) (?:wave|phase|round|step|stage)|not (?:today|yet|ready|before|until)|(?:we|they) (?:do|handle|cover|serve|run|get|buy)\\b[^.;?!]{0,20}\\b(?:ourselves|elsewhere|with|from|through)|(?:still|yet) (?:reading|reviewing|looking|thinking|deciding|checking|waiting for our)|another (?:day|time)|(?<!\\b(?:that|which) )(?:comes?|go(?:es)?|runs?) (?:through|via|with) (?!you\\b)\\w|has no (?:\\w+ )?(?:tax|requirement|registration|fee|rule)|own (?:ILEC|incumbent|carrier)\\b|once we|when we are|(?:will|shall|'ll) (?:write|ask|file|come back|send)\\b[^.;?!]{0,30}\\b(?:separately|later|apart)|see (?:my|our) (?:other|separate|next|earlier|previous|last) |you sold|belongs? to|was bought|(?:was|were|has been) answered by|(?:is|are|was|were) (?:now |still )?(?:with|in the hands of) (?!you\\b|your\\b)\\w+)`,
  'i',
)
/** How things went there: the matter of the mail only when nothing else is. */
const ALREADY = new RegExp(
  `${GAP}(?:(?:came|went|got|is|are|was|were|has been|have been|has|have) (?:already |all |now |just |finally |only )?(?:through|out|back|in|done|perfect|great|okay|ok|signed|filed|approved|answered|finished|complete|settled|live|closed|sent|fine|over|adopted|executed|arrived|gone)\\b|(?:came|arrived|went) |(?:isn't|aren't|wasn't|hasn't been|haven't been|is not|was not|has not been|have not been) (?:signed|filed|approved|ready|live|adopted|certified|done)|already|on (?:a|its|their) (?:own|separate)\\b)`,
  'i',
)

const WISH =
  /\b(?:needs?|wants?|wish\w*|ask\w*|request\w*|please|pls|kindly|seek\w*|would|we'd|I'd|like|let us|let's|also|too|as well|both|attach\w*|enclos\w*|sign\w*|send\w*|sent|return\w*|adopt\w*|opt\w*|elect\w*|amend\w*|assign\w*|terminat\w*|cancel\w*|negotiat\w*|plan\w*|launch\w*|expand\w*|enter\w*|add\w*|chang\w*|renam\w*|our|we|I|my|matter|concerns?|states? (?:is|are)|it's|it is)\b/i
const STATEMENT =
  /\b(?:is|are|was|were|has|have|had|did|does|do|will|can|could|may|might|says?|said|told|got|gave|went|came|took|makes?|made|goes|comes|\w{3,}ed|\w+n't)\b/i

/** A sentence that states something and wants nothing: "The Wyoming and Utah agreements shall continue." */
export function isStatement(text: string): boolean {
  // "The form from May" states nothing.
  return !/\?\W*$/.test(text) && STATEMENT.test(text.replace(/\bMay\b/g, '')) && !WISH.test(text)
}

/** "Please send Colorado, Kansas we do ourselves": a clause begins behind the comma. */
const AFRESH = /[,;)] ?(?:and |but )?(?:(?:as )?(?:for|in|on) )?(?:the )?$/i
const GOES_ON = /^ (?:(?:agreement|one|side|part|request|form)s? )?(?:we|I|they|he|she)\b/

interface Told {
  /** The words before the list in which the state stands, and behind that list. */
  readonly clause: string
  readonly behind: string
  /** The words right before and behind the state. */
  readonly before: string
  readonly rest: string
}

/** Null where the clause does not begin with the state. A question asks, whatever it is about. */
export function toldOf({ clause, behind, before, rest }: Told, isQuestion: boolean): Stance | null {
  if (isQuestion) return null
  if (LEAD.test(clause)) return toldIn(behind)
  return AFRESH.test(before) && GOES_ON.test(rest) ? toldIn(rest) : null
}

function toldIn(words: string): Stance | null {
  if (REFUSED.test(words)) return 'refused'
  if (ELSEWHERE.test(words)) return 'elsewhere'
  return ALREADY.test(words) ? 'already' : null
}
