import { ASKS_APART, IS_PENDING } from './another-matter.ts'
import type { StanceCue } from './stance-cue.ts'

/** Words behind it in its clause. */
export const AFTER: readonly StanceCue[] = [
  ['elsewhere', ASKS_APART],
  ['already', IS_PENDING],
  ['already', /^[^.;:]{0,45}\b(?:years|decades|(?:one|a) (?:year|decade)) ago\b/i],
  [
    'refused',
    /^[^.;:]{0,40}\b(?:is|are|was)(?: quite| not| now)? (?:irrelevant|relevant here|beside the point|of no (?:concern|interest|relevance)|(?:a|an) (?:separate|different|other) (?:matter|story|question)|another (?:matter|story))\b/i,
  ],
  [
    'elsewhere',
    /^(?:[)\s]{0,3}[:-] ?(?:thanks|thank you|got (?:it|the)|received|all (?:set|done|good))|\s(?:received|arrived|done|all (?:set|done|good)),)/i,
  ],
  ['elsewhere', /^[^.;:]{0,40}\b(?:by (?:mistake|error)|in error|erroneously|wrongly)\b/i],
  ['elsewhere', /^[^.;:]{0,20}\b(?:is|are) (?:AT&T|\p{Lu}[\p{L}&]+)'s?(?=[\s.,;)]|$)/u],
  ['elsewhere', /^[^.;:]{0,20},? (?:and )?(?:neither|none)(?: one)? of (?:which|whom|these|those|them|the two)\b/i],
  // "The Colorado-style alternative", "the Arizona language carried over".
  ['elsewhere', /^-(?:style|type|like)\b/i],
  [
    'elsewhere',
    /^ (?:language|wording|text|terms|redlines?|draft|version|clauses?|form|one)(?: (?:simply|just|merely))? (?:carried (?:over|across)|brought (?:over|across)|copied|re-?used|recycled|pasted|lifted|adapted|with the names? changed)\b/i,
  ],
  ['nowhere', /^ (?:border|state line|county line)\b/i],
  [
    'elsewhere',
    /^(?![^.;:]{0,30}\b(?:as|which|that)\b)[^.;:]{0,30}\b(?:in|by|with) (?:my|our|an?|the) (?:other|earlier|separate|previous) (?:mail|e-?mail|letter|message|note)\b/i,
  ],
  ['refused', /^(?::| ) ?(?:please |just )?(?:leave|keep|let) (?:it |that |this )?(?:alone|be|as (?:it )?is|out)\b/i],
  // "The Oregon folks will send their own", "in Iowa they let us".
  [
    'elsewhere',
    /^ (?:folks|people|team|office|crew|group|side)\b[^.;:]{0,20}\b(?:send|file|write|ask|have|has|do|does|handle)\w*\b[^.;:]{0,15}\b(?:their|its|his|her) own\b/i,
  ],
  ['elsewhere', /^,? they (?:let|allowed|gave|took|did|accepted|permitted)\b/i],
  ['already', /^ (?:\w+ ){0,2}[^.;:]{0,30}\bbut not (?:the|for|in|one for)\b/i],
  // "The Wyoming amendment you did last month looks perfect".
  [
    'elsewhere',
    /^ (?:\w+ )?(?:amendment|agreement|contract|one|draft|letter|form|adoption|questionnaire) (?:that |which )?you (?:did|made|prepared|drew up|wrote|gave us)(?: (?:us|me|for us|for me))? (?:last|in|back in|two|three|a|earlier|years?|this)\b[^.;?!]{0,40}\b(?:looks?|works?|worked|was|were|reads?|served|suits?|is (?:fine|good|great|perfect))\b/i,
  ],
  [
    'refused',
    /^(?! (?:plans?|requests?)\b)[^.;:]{0,30}\b(?:doesn't|does not|don't|do not|won't|will not) (?:change|move|be (?:affected|touched|changed|moved))\b/i,
  ],
  [
    'already',
    /^(?![^.;:]{0,30}\b(?:pending|waiting|open|outstanding|underway|asked|applied)\b)[^.;:]{0,20}\bsince (?:\w+ ){0,2}(?:years|months|long)\b/i,
  ],
  // "The Oregon contract can't be stretched across the river".
  [
    'already',
    /^ (?:[\w-]+ )?(?:agreement|contract|ICA|one|paper|deal) (?:can't|cannot|can not|couldn't|could not|won't|will not|doesn't|does not) (?:\w+ )?(?:be )?(?:stretch\w*|extend\w*|expand\w*|used|reused|carried|brought|reach|cover|apply|serve|work|do|amended|transferred|ported)(?= |[.,;]|$)/i,
  ],
  ['refused', /^[)\s]{0,2}no\b(?:[.!)]*\s*$| {1,3}\()/i],
  // "The observer in Utah gets no service".
  ['refused', /^[^.;:]{0,40}\b(?:gets?|takes?|receives?) (?:no (?:service|part)|none of (?:it|this|that))\b/i],
  [
    'asked',
    /^["”'’]{0,2} (?:was|were|has been|have been|got) (?:forgotten|omitted|overlooked|left (?:out|off) by (?:mistake|accident))\b|^\)? (?:was|were|is|are) (?:all )?(?:correct|right)\b/i,
  ],
  // By somebody; "the old one was terminated in May" may be why a new one is asked for.
  [
    'already',
    /^[^.;:]{0,30}\b(?:was|were|has been|have been) (?:already )?(?:terminated|ended) by\b(?! (?:mistake|accident|error))/i,
  ],
  ['elsewhere', /^ (?:sales|account|reps?|representatives?|team|desk)\b/i],
  [
    'elsewhere',
    /^ (?:\w+ ){0,2}(?:template|agreement|one|form|letter|version|paper|copy)s?(?: by mistake| in error)?,? (?:but |and |while )?we (?:need|needed|want|wanted|asked for|meant|are in)\b/i,
  ],
  [
    'refused',
    /^ (?:in|on) (?:the|our) (?:form|letter|subject|questionnaire)(?: \w+)? (?:by mistake|in error|(?:is|was) (?:wrong|a typo|a mistake|an error))\b/i,
  ],
  [
    'refused',
    /^[^.;:]{0,40}\b(?:(?:is|are|was|were|'s|isn't|aren't|has been|have been)(?: now| all| not|n't)? (?:going|off|out|dropped|closed|withdrawn|void|moot|abandoned|suspended|postponed|deferred|parked|paused|no longer|irrelevant|sold|dead|cancelled|canceled|on hold|affected|yours|ours|separate|covered|unaffected|unchanged)\b(?! here| (?:papers?|agreements?|letters?|filings?|documents?|contracts?|ones?)\b)|\b(?:(?:is|are|was|were|'s)(?: not|n't)|isn't|aren't|wasn't)(?: now| yet)? (?:needed|part|included)\b|can wait|but (?:that|it) (?:is|was|fell)|but that(?: one)? (?:already )?has(?! to\b))|^[^.;:]{0,30}\b(?:not (?:being )?|un)affected|^[^.;:]{0,45}\b(?:(?:may|can|should) (?:be left|rest|stay|wait)|runs? as (?:it|they)|(?:is|are|was|were)(?: not|n't) (?:being |to be )?(?:assigned|transferred|sold|conveyed|concerned|ready|on mine)|not the subject|I did not sign)\b|^,? n\/a\b|^[^.;:]{0,60}\b(?:needs?|wants?|requires?|asks? for) nothing\b|^(?: (?:OCN|ACNA|code|one|agreement|number|request|form|copy|version|draft|letter|box|line|entry|row)s?)?,? (?:please |just |kindly )?(?:ignore|disregard)\b|^[^.;:]{0,10}(?:[^.;:]{0,8}: )?\b(?:nothing(?! (?:in|for|on|about) (?!now\b|us\b|this\b|today\b|the (?:moment|time)\b))|not needed|no action|(?<!\b(?:had|have|has|got|with) )none(?! of (?:these|those|them|whom|which)))\b/i,
  ],
  [
    'elsewhere',
    /^[^.;]{0,60}\b(?:(?:with|w\/|from|under|by|through|to) (?:\w+ ){0,4}(?:different|another|other|reseller|affiliate|sister|(?:former|previous|old|prior) (?:owner|holder|carrier|company)|Frontier|Windstream|Verizon|AT&T|Brightspeed|Ziply)|sister|was sold|were sold|separately(?!,? (?:in|for) )|one only as|to come(?: later)?|will follow|to follow|follows (?:next|later|soon|when|once)|later (?:on|this|date)|next year|CLOSED|executed \d|as a reading|reference only|FYI)\b/,
  ],
  // "So is the Utah agreement of a company I've never heard of".
  [
    'elsewhere',
    /^ (?:[a-z]+ )?(?:agreement|ICA|contract|draft|amendment|letter|form)s? of (?:an?|another|some(?:body|one)?)(?: (?:other|different|\w+))? (?:compan(?:y|ies)|carrier|CLEC|firm|party|client)\b/i,
  ],
  // "Montana: no changes"; "Montana, no changes" and "Utah, no changes to your template" tell the way to an agreement there.
  [
    'refused',
    /^ no changes?\b(?! (?:from us|by us|of ours|to (?:the|your|its) (?:template|text|wording|terms|paper|form)))/i,
    // "Utah: no changes, we sign."
    /^ no changes?\b[^.;!?]{0,40}\b(?:sign|issue|execute|draft|templates?|as[ -]is|please (?:send|prepare))\b/i,
  ],
  // "In Idaho we negotiated for a year", "the negotiation in Colorado was enough".
  [
    'already',
    /^ (?:we|they)(?: have|'ve| had)? (?:negotiated|bargained|haggled)\b|^ (?:was|were) (?:quite |more than )?enough\b/i,
  ],
  ['refused', /^ (?:\w+ )?(?:fell|fallen|falls|dropped|drops|bowed|pulled) (?:out|off|through|away)\b/i],
  ['refused', /^ any ?(?:more|longer)\b|^ (?:please )?hold (?:it|that|off|this one|for now)\b/i],
  [
    'elsewhere',
    /^ (?:is|was) (?:the|our|my) other (?:business|company|entity|client|carrier)\b|^(?: form| request)?,? (?:which )?(?:is|was) (?:an?|our|my) (?:\w+ )?(?:error|mistake|slip)\b|^ (?:slips?|slipped|moves|moved) to (?:spring|summer|fall|winter|next|later|20\d\d|Q\d)\b/i,
  ],
  ['elsewhere', /^[^.;:]{0,20}\b(?:it|we|they) may (?:\w+ ){0,2}later\b|^ (?:never|was only ever|is only) /i],
  ['elsewhere', /^[)\s]{0,3}- (?:executed|closed|done|complete)/i],
  ['nowhere', /^ \((?:our|my|the) (?:office|home|seat|hq|headquarters)\b/i],
  ['elsewhere', /^ (?:laws?|statutes?|handled|handles|treats|treated|decided|ruled)\b/i],
  ['refused', /^[^.;:]{0,30}\bnot (?:meant|intended) for (?:us|me)\b/i],
  ['nowhere', /^\s*(?:lawyers?|attorneys?|counsel|accountant|bar|area code|resident|native)\b/i],
  ['elsewhere', /^\s*(?:affiliate|sister|parent|subsidiary|office|number)\b/i],
  ['already', /^ (?:\w+ )?(?:having|has) (?:given satisfaction|gone (?:so )?well|worked|served|proved)\b/i],
  ['already', /^ (?:already |now )?(?:has|got|uses) (?:the|an?|one|that|its|theirs)\b/i],
  [
    'already',
    /^[^.;:]{0,45}\b(?:since (?:\w+ )?'?\d{2,4}|(?:back )?in (?:(?:19|20)\d\d|'\d\d)|already|for (?:\w+ )?years|in place|is working|opened|(?:came|went) through|looks? (?:fine|good|right|okay)|stays|remains|continues|(?<!\b(?:and|please) )keeps?|stays? (?:the way|as|put)|(?:is|are) (?:all )?(?:approved|done|signed|finished|complete|good|set|fine)|(?:came|arrived),? thank|(?:was|were) (?:approved|signed|filed|replaced|renewed))\b|^\s*(?:executed|signed|approved|done|received),? thank/i,
  ],
  [
    'already',
    /^\s*(?:PUC|PSC|PRC|UTC|Public (?:Utilit\w+|Service|Regulation)|Corporation Commission|Commission|Utilities|Department|docket|case no|commission)\b/i,
  ],
]
