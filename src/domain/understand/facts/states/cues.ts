/** The words around a state that tell how it stands to the request. */

import { ASKS_APART, IS_PENDING, OTHER_REQUEST, WRITES_APART } from './another-matter.ts'
import { MOVED, PERSON, placeOf, SOMEBODY } from './whose.ts'

/**
 * How a named state stands to the request, from nearest to farthest: a form's field, "only", asked for, just named, stated, where things are already, somebody else's or past, ruled out, where a person is, of a town, and part of an address or a name.
 */
export type Stance =
  | 'labelled'
  | 'only'
  | 'asked'
  | 'plain'
  | 'stated'
  | 'already'
  | 'elsewhere'
  | 'refused'
  | 'nowhere'
  | 'town'
  | 'address'
  | 'name'

type Cue = readonly [Stance, RegExp]
const REFUSED =
  "(?:not (?:the|for|in|to|yet (?:in|for)|interested|asking|seeking|looking|including|part of|touching|about|going|doing|entering|planning|need(?:ed)?)|don't (?:want|need|plan|ask|care|send)|do not (?:want|need|plan|ask|seek)|does not (?:want|need|plan|ask|seek|concern|include)(?! (?:for )?an? (?:new|second|separate))|doesn't (?:want|need|plan|concern|include)|no (?:asks?|interest|plans?|changes?|need|request|longer)|nothing (?:in|for|to|about|new|further|changes)|instead of|rather than|except|excluding|other than|apart from|minus|out of scope:?|(?:everything|everywhere|all) but|decided (?:not|against)|dropp(?:ed|ing)|(?:we|I|they|to|please|will|'ll|can) drop|withdr(?:aw|awn|ew)|left out|leav(?:e|ing) out|hold off (?:on|with|for)|(?:please|kindly|could you|can you) (?:hold|park|pause|postpone)|on hold (?:is|are)|skip|forget|scratch|scrap|ignore|disregard|untick|uncheck|(?:remove|delete|strike|take (?:off|out))(?![^.;:]{0,40}\\bfrom\\b))"
/** Words before a state in its clause. */
export const BEFORE: readonly Cue[] = [
  ['elsewhere', WRITES_APART],
  ['already', OTHER_REQUEST],
  ['refused', new RegExp(`\\b${REFUSED}\\b[^.;:]{0,45}$`, 'i')],
  ['refused', /(?:^|[:;,]|\band)\s?(?:please )?(?:drop|remove|delete|strike) (?:the )?$/i],
  ['refused', /\brather (?!than)[^.;:]{0,50}\bthan (?:in |for )?(?:the )?$/i],
  ['elsewhere', /(?:^|[,;(] ?)(?:just )?(?:as|like) in (?:the )?(?:state of )?$/i],
  [
    'elsewhere',
    /\b(?:parent|affiliates?|sister(?: company)?|subsidiary)(?: company)? (?:already )?(?:has|have|holds?|serves?) (?:(?:an? |one )[^.;:,]{0,30}(?:in|for) )?(?:the )?$/i,
  ],
  [
    'already',
    /\b(?:years?|months?) ago\b(?![^.;]{0,40}\b(?:please|kindly|now|today|needs?|wants?|asks?|requests?)\b)[^.;]{0,40}$|\b(?:done|finished|through|all set) with $/i,
  ],
  [
    'elsewhere',
    /\byou(?:r \w+)? (?:took|accepted|allowed|did|gave us|let us have) (?:the same|the like|that|one|it|this|such an? \w+)(?: \w+)? (?:for|in) $/i,
  ],
  ['refused', /(?:[,;]|\b(?:two|three|four|five|six|seven|list|states|same|\d{1,2})),? less $/i],
  ['nowhere', /\bcolleagues? (?:for|on) $/i],
  ['refused', /\bnothing (?:attached|enclosed|needed|wanted|planned|asked|required) (?:for|in|from) (?:the )?$/i],
  ['elsewhere', /\bnever\b[^.;:]{0,45}$/i],
  // "Two of our affiliates signed your form in Utah", "no connection with our Colorado redlines".
  [
    'elsewhere',
    /\b(?:affiliates?|sister compan(?:y|ies)|subsidiar(?:y|ies)|parent|predecessors?)\b(?: of (?:ours|us|mine))? (?:have |has |had |already )?(?:signed|executed|adopted|negotiated|closed|took|opted into)\b[^.;:]{0,40}\b(?:in|for) $/i,
  ],
  [
    'elsewhere',
    /\b(?:no (?:connection|relation|link)|nothing to do|unconnected|unrelated|not (?:connected|related)|separate(?:ly)?|independent(?:ly)?|distinct) (?:with|to|from|of) (?:the|our|your|its|any|my|what) (?:[\w-]+ ){0,3}$/i,
  ],
  ['elsewhere', /^\W*(?:last (?:year|time|month|week|spring|summer|fall|winter)|previously|years ago),? (?:for|in) $/i],
  [
    'elsewhere',
    /\b(?:copied|taken|borrowed|lifted|adapted|comes?|came) from (?:an?|the|our|your) $|\bwhose (?:\w+ )?$/i,
  ],
  [
    'already',
    /\b(?:thanks|thank you|thx)(?: (?:so|very) much)?(?: again)? for (?:\w+ing )?(?:us |me )?(?:the |your )?$/i,
  ],
  ['nowhere', /\b(?:Mr|Mrs|Ms|Dr)\.? \p{Lu}[\p{L}'-]+ (?:from|in|of|at) $/u],
  // "Your letter says Utah, but our form said Colorado."
  [
    'elsewhere',
    /\byou (?:have|had|put|listed|wrote|entered) (?:us |it |me )?down (?:as|for|in|under) (?:the )?$|\byour (?:\w+ ){1,3}(?:says?|said|shows?|mentions?|lists?|names?) (?:the )?$|\b(?:I|we) (?:read|heard|was told|were told) (?:that )?(?:in|for)? ?(?:the )?$|\b(?:first|old|original|earlier|previous|last) (?:form|letter|e-?mail|subject(?: line)?|request|copy) (?:said|had|showed) (?:the )?$|\b(?:looked|looking) into $/i,
  ],
  [
    'elsewhere',
    /\b(?:what|which|as) you (?:\w+ )?(?:accepted|agreed(?: to)?|did|signed|gave|granted|filed) (?:us )?(?:in|for) $|(?:, \p{Lu}\p{Ll}+|\b[Hh]e|\b[Ss]he) (?:does|handles|looks after) $/u,
  ],
  ['elsewhere', /\bwhat(?:ever)? (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:got|has|had|have|signed) (?:in|for) $/u],
  ['already', /\p{Lu}[\p{L}-]+'s? (?:\w+ )?(?:agreement|ICA|contract|deal|one) (?:in|for|from) $/u],
  ['already', /\bcommissions? (?:in|of) $/i],
  ['already', /\b(?:was|were|had been) for (?:the )?$|\bthat (?:closes|settles|does it for|takes care of) (?:the )?$/i],
  [
    'already',
    /\b(?:same|different|identical|similar|cheaper|higher|lower|better|worse)\b[^.;]{0,20}\b(?:as|from|than|to) (?:in|for|with) (?:the |our |your )?$/i,
  ],
  [
    'elsewhere',
    /^\W*(?:the )?same (?:\w+ )?as (?:in |for )?$|\blike (?:the one|those|what)\b[^.;:]{0,30}\b(?:in|for|from) $/i,
  ],
  [
    'already',
    /\b(?:clauses?|language|terms|sections?|rates?|wording|exhibits?|paragraphs?) (?:from|of|in) (?:our|the|your|its) (?:\w+ )?$/i,
  ],
  [
    'already',
    /\b(?:we|they|it) (?:paid|did|got|filed|launched|started|went live|ordered|learned|used)\b[^.;:]{0,30}\b(?:in|for) $/i,
  ],
  ['nowhere', /\bI (?:was|worked|used to be|have been) (?:with|at|for|in)\b[^.;:]{0,40}$/],
  [
    'elsewhere',
    new RegExp(
      `\\b${PERSON}\\b,? (?:has |have |had )?(?:got|has|had|did|received|signed)\\b[^.;:]{0,30}\\b(?:for|in) $`,
      'i',
    ),
  ],
  ['already', /\b(?:has|have|holds?),[^.;:]{0,30}\ban? (?:\w+ )?(?:agreement|ICA|contract)\b[^.;:]{0,30}$/i],
  ['already', /\b(?:hold|holds|have|has) (?:\w+ )?(?:licen[cs]es|CPCNs?|certificates)\b[^.;:]{0,70}$/i],
  ['already', /\b(?:we|they|it|client) (?:have )?signed (?:one )?for [^.;:]{0,50}$/i],
  [
    'elsewhere',
    /\b(?:headed|titled|entitled|reads|says|wrong (?:state|one) (?:is|was)|had (?:ticked|put|typed|written))[ "']{1,3}$/i,
  ],
  [
    'nowhere',
    /^\W{0,3}(?:also )?(?:licensed|admitted|members? of the bars?)(?: to practice)?(?: only)?:? (?:in|of|to)? ?(?:the )?$/i,
  ],
  ['nowhere', /\b(?:laws?|courts?|venue) of (?:the )?(?:state of )?$/i],
  [
    'elsewhere',
    /\b(?:one|deal|agreement|contract|language|terms|amendment)\b[^.;]{0,20}\b(?:you (?:gave|made with)|that (?:\p{Lu}[\p{L}'-]+ ){1,3}(?:signed|got|has|had|took))\b(?:(?! be | for our )[^.;:]){0,30}$/u,
  ],
  ['elsewhere', /\bnot (?:confined|limited|restricted|bound) to (?:the )?(?:state of )?$/i],
  ['elsewhere', /\bbelongs? to (?:my|our|another|an?|the|their)(?: other)? $/i],
  [
    'elsewhere',
    /\b(?:old|former|previous|earlier|last) (?:one|form|letter|copy|questionnaire|request|version)s?,? (?:\(|for |in |from )$/i,
  ],
  ['elsewhere', /\b(?:remember|know) us (?:from|in) (?:[^.;]{0,120}\bfrom )?$/i],
  [
    'elsewhere',
    /\b(?:(?:as|like|the way) (?:you|we|they|it) (?:did|had|do|were|was)(?: it| one| that)?(?: for us| with you| here)?|(?:that|what|which) (?:you|we) did(?: for us)?|last time(?: around)?,?|went (?:well|fine|smoothly|quickly)) (?:in|for|with) $/i,
  ],
  [
    'elsewhere',
    /\b(?:Verizon|AT&T|Frontier|Windstream|Ziply|Brightspeed|TDS|Cincinnati Bell)\b(?! (?:agreement|ICA|contract|terms))[^.;:,]{0,45}\b(?:in|for|of|serves|handles|has|covers|owns) (?:the )?$/i,
  ],
  [
    'nowhere',
    /\b(?:hello|hi|hey|greetings|regards|cheers|good (?:morning|afternoon|day)|thanks|best|wishes)(?: to all| everyone| y'all| there)? from (?:\w+ ){0,2}$/i,
  ],
  [
    'refused',
    /\b(?:originally|first|mistakenly|erroneously|wrongly|by mistake|in error|accidentally) (?:had )?(?:wrote|written|ticked|put|typed|entered|listed|named|said|checked|marked)(?: down)? (?:the )?$/i,
  ],
  ['already', /\bmine(?:'s| is)(?: in| for)? $/i],
  [
    'elsewhere',
    /\b(?:unlike|as with|just like|same as) (?:in|for) $|\b(?:next to|beside|just like|unlike|as with|similar to|(?<!the )same as|compared (?:to|with)|modell?ed (?:on|after)|based on|patterned (?:on|after)) (?:our|the|your|their|its|those (?:of|in)|what we have in) (?:(?:existing|current|old|own|\d{4}) )?$/i,
  ],
  [
    'elsewhere',
    /\b(?:that|this|it|those|these|page|form|copy|letter|one) (?:was|were) (?:(?:meant|intended|really|only|all) )?for (?:the )?$/i,
  ],
  ['elsewhere', /\b(?:we|they|it) had (?:one|an? \w+) (?:in|for) $/i],
  ['elsewhere', /\b(?:parent|affiliate|sister(?: company)?|subsidiary|competitor|predecessor|seller)'s (?:\w+ )?$/i],
  // "Paid to an account in Delaware".
  [
    'nowhere',
    /\b(?:pay|paid|wired?|remit(?:ted)?|payable|sent)\b[^.;]{0,40}\b(?:account|bank)\b[^.;:,]{0,20} (?:in|at) $/i,
  ],
  ['nowhere', placeOf(PERSON, 'in|of|from|near|to|at')],
  [
    'nowhere',
    new RegExp(
      `\\b(?:headquarter\\w*|based|seat(?:ed)?|located|offices?|${MOVED}(?:switch|softswitch|data cent(?:er|re)|colo)) (?:is |are |sits |stands )?(?:in|at|near) (?:(?:\\p{Lu}[\\p{L}.'-]+ ){0,3}\\p{Lu}[\\p{L}.'-]+,? )$`,
      'u',
    ),
  ],
  ['elsewhere', placeOf(SOMEBODY, 'in|of|from|near|to|at|for')],
  [
    'elsewhere',
    /\b(?:priced?|quoted?|thought (?:of|about)|considered|looked at|(?:we|they|it|client) (?:might|may)|(?:maybe|perhaps)(?! also $)|some ?day|next year|later|eventually)\b[^.;:]{0,30}$/i,
  ],
  ['already', /\bour (?:\w+ )?(?:agreement|contract|ICA)s?(?: with you)? (?:is|are|was) (?:for|in) $/i],
  [
    'already',
    /\b(?:we|they|it|client|who|you)(?: already)? (?:have|has|hold|holds|got|signed|negotiated|agreed)(?: with you)? (?:in|for) $/i,
  ],
  ['already', /\b(?:we|they|it|client|who)(?: already)?(?:'ve| have| has| hold| got)(?: got)? $/i],
  [
    'already',
    /\b(?:have|has|had|hold|holds) no (?:\w+ ){0,2}(?:agreements?|ICAs?|contracts?)(?: with you)? (?:in|for) $/i,
  ],
  [
    'already',
    /\b(?:already|currently(?! (?:open|available|on offer))|presently|existing|so far|until now|to date|with (?:an?|its|our) (?:\w+ )?(?:agreement|contract|ICA)|got (?:an?|one|agreements?|contracts?|ICAs?)\b[^.;:]{0,50}|(?:have|has|'ve|had|hold|holds|holding) (?:had|been|got)?\s?(?:an?|our|its|their|\d{1,2}|one|two|three|four|five|six|seven|the|approved|agreements?|ICAs?)\b[^.;:]{0,50}|operat(?:e|es|ed|ing)|(?:do|does|doing) business|(?:we|they|it) serves?|certified|certificated?|(?:have|has|with) authority|licensed|registered|we run|opted in|signed (?:one |it )?(?:over )?(?=in )|live|up and running|since \d{4}|in (?:\w+ )?(?:19|20)\d\d)\b[^.;:]{0,70}$/i,
  ],
  [
    'asked',
    /\b(?:request\w*|needs?|needed|wants?|wanted|like to|ask\w*|elect\w*|adopt\w*|opt\w*|mfn|seek\w*|negotiat\w*|launch\w*|expand\w*|expansion|add(?:ing)?|enter\w*|go(?:ing)? into|plan\w*|look(?:ing)? (?:at|to|for)|fresh|new|successor|replacement|terminat\w*|cancel\w*|amend\w*|assign\w*|please|send|prepare|draw up|sign\w*|return\w*|attach\w*|enclos\w*|orders?|ordering|apply|covers?|both|bring|offer|start|open|sell(?:s|ing)?|transfer\w*|convey\w*)\b[^.;]{0,80}$|\bfor (?:each of [^.;]{0,40})?(?:the )?(?:state of )?$/i,
  ],
]

/** Words behind it in its clause. */
export const AFTER: readonly Cue[] = [
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
  ['refused', /^[)\s]{0,2}no\b[.!)]*\s*$/i],
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
    /^[^.;:]{0,40}\b(?:(?:is|are|was|were|'s|isn't|aren't|has been|have been)(?: now| all| not|n't)? (?:going|off|out|dropped|closed|withdrawn|void|moot|abandoned|suspended|postponed|deferred|parked|paused|no longer|irrelevant|sold|dead|cancelled|canceled|on hold|needed|part|included|affected|yours|ours|separate|covered|unaffected|unchanged)\b(?! here| (?:papers?|agreements?|letters?|filings?|documents?|contracts?|ones?)\b)|can wait|but (?:that|it) (?:is|was|fell)|but that(?: one)? (?:already )?has(?! to\b))|^[^.;:]{0,30}\b(?:not (?:being )?|un)affected|^[^.;:]{0,45}\b(?:(?:may|can|should) (?:be left|rest|stay|wait)|runs? as (?:it|they)|(?:is|are|was|were)(?: not|n't) (?:being |to be )?(?:assigned|transferred|sold|conveyed|concerned|ready|on mine)|not the subject|I did not sign)\b|^,? n\/a\b|^[^.;:]{0,60}\b(?:needs?|wants?|requires?|asks? for) nothing\b|^(?: (?:OCN|ACNA|code|one|agreement|number|request|form|copy|version|draft|letter|box|line|entry|row)s?)?,? (?:please |just |kindly )?(?:ignore|disregard)\b|^[^.;:]{0,10}(?:[^.;:]{0,8}: )?\b(?:nothing|no changes?|not needed|no action|(?<!\b(?:had|have|has|got|with) )none(?! of (?:these|those|them|whom|which)))\b/i,
  ],
  [
    'elsewhere',
    /^[^.;]{0,60}\b(?:(?:with|w\/|from|under|by|through|to) (?:\w+ ){0,4}(?:different|another|other|reseller|affiliate|sister|(?:former|previous|old|prior) (?:owner|holder|carrier|company)|Frontier|Windstream|Verizon|AT&T|Brightspeed|Ziply)|sister|was sold|were sold|separately|one only as|to come(?: later)?|will follow|to follow|follows (?:next|later|soon|when|once)|later (?:on|this|date)|next year|CLOSED|executed \d|as a reading|reference only|FYI)\b/,
  ],
  // "So is the Utah agreement of a company I've never heard of".
  [
    'elsewhere',
    /^ (?:[a-z]+ )?(?:agreement|ICA|contract|draft|amendment|letter|form)s? of (?:an?|another|some(?:body|one)?)(?: (?:other|different|\w+))? (?:compan(?:y|ies)|carrier|CLEC|firm|party|client)\b/i,
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
  ['elsewhere', /^\s*(?:affiliate|sister|parent|subsidiary|office|number|side(?! (?:as well|too|also)\b))\b/i],
  ['already', /^ (?:\w+ )?(?:having|has) (?:given satisfaction|gone (?:so )?well|worked|served|proved)\b/i],
  ['already', /^ (?:already |now )?(?:has|got|uses) (?:the|an?|one|that|its|theirs)\b/i],
  [
    'already',
    /^[^.;:]{0,45}\b(?:since (?:\w+ )?'?\d{2,4}|(?:back )?in (?:(?:19|20)\d\d|'\d\d)|already|for (?:\w+ )?years|in place|is working|opened|(?:came|went) through|looks? (?:fine|good|right|okay)|stays|remains|continues|keeps?|stays? (?:the way|as|put)|(?:is|are) (?:all )?(?:approved|done|signed|finished|complete|good|set|fine)|(?:came|arrived),? thank|was (?:approved|signed|filed|replaced|renewed))\b|^\s*(?:executed|signed|approved|done|received),? thank/i,
  ],
  [
    'already',
    /^\s*(?:PUC|PSC|PRC|UTC|Public (?:Utilit\w+|Service|Regulation)|Corporation Commission|Commission|Utilities|Department|Secretary of State|docket|case no|commission)\b/i,
  ],
]
