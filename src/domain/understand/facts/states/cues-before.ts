import { OTHER_REQUEST, WRITES_APART } from './another-matter.ts'
import type { StanceCue } from './stance-cue.ts'
import { MOVED, NETWORK, PERSON, placeOf, SERVED, SOMEBODY } from './whose.ts'

const REFUSED =
  "(?:not (?:the|for|in|to|yet (?:in|for)|interested|asking|seeking|looking|including|part of|touching|about|going|doing|entering|planning|need(?:ed)?)|don't (?:want|need|plan|ask|care|send)|do not (?:want|need|plan|ask|seek)|does not (?:want|need|plan|ask|seek|concern|include)(?! (?:for )?an? (?:new|second|separate))|doesn't (?:want|need|plan|concern|include)|no (?:asks?|interest|plans?|need|request|longer)|nothing (?:in|for|to|about|new|further|changes|(?:is to|will|shall|should|needs? to) change)|instead of|rather than|except|excluding|other than|apart from|minus|out of scope:?|(?:everything|everywhere|all) but|decided (?:not|against)|dropp(?:ed|ing)|(?:we|I|they|to|please|will|'ll|can) drop|withdr(?:aw|awn|ew)|left out|leav(?:e|ing) out|hold off (?:on|with|for)|(?:please|kindly|could you|can you) (?:hold|park|pause|postpone)|on hold (?:is|are)|skip|forget|scratch|scrap|ignore|disregard|untick|uncheck|(?:remove|delete|strike|take (?:off|out))(?![^.;:]{0,40}\\bfrom\\b))"
/** Words before a state in its clause. */
export const BEFORE: readonly StanceCue[] = [
  ['elsewhere', WRITES_APART],
  ['already', OTHER_REQUEST],
  ['refused', new RegExp(`\\b${REFUSED}\\b[^.;:]{0,45}$`, 'i')],
  // "No changes for Montana"; the template "with no changes for Utah" is asked for there, and "no changes from us" is the way.
  [
    'refused',
    /\bno changes?\b[^.;:,]{0,45}$/i,
    /\b(?:templates?|NTA|forms?|paper|wording|terms|as[ -]is|sign|take|accept)\b|\bwith no changes?\b|\bno changes? (?:from|by|of) (?:us|me|ours|our)\b/i,
  ],
  ['refused', /(?:^|[:;,]|\band)\s?(?:please )?(?:drop|remove|delete|strike) (?:the )?$/i],
  // "We don't have anything with you in Utah".
  ['refused', /\b(?:don't|do not|doesn't|does not) have anything (?:with you|of yours|at all) in (?:the )?$/i],
  [
    'elsewhere',
    /\b(?:he|she|they|who) (?:once )?(?:ran|owned|operated|used to (?:run|own|have|operate)) [^.;:]{0,30}\bin $/i,
  ],
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
  // "We negotiated enough in Idaho".
  ['already', /\b(?:we|they|it|I)(?: have|'ve| had)? (?:negotiated|bargained|haggled) (?:\w+ ){0,3}in (?:the )?$/i],
  [
    'elsewhere',
    /\b(?:terms|wording|language|conditions|clauses|rates)\b[^.;:]{0,30}\b(?:is|are) (?:those|that|the ones?) (?:of|in|from) (?:the |our |your |its )?$/i,
  ],
  [
    'elsewhere',
    /(?<!\b(?:you|team|desk|negotiator) (?:have )?)\b(?:told|tells?|assured?|informed) (?:me|us)\b(?: that)?[^.;:]{0,15}\b(?:he|she|they|it)\b[^.;:]{0,50}\b(?:in|for) $/i,
  ],
  // "No necesitamos Nuevo México", "nous ne demandons pas l'Iowa", "wir brauchen kein Idaho".
  [
    'refused',
    /\bno (?:necesit\p{L}+|quer(?:emos|ía\p{L}*)|pedi\p{L}+|busc\p{L}+|solicit\p{L}+|requer\p{L}+|precis(?:amos|o)) [^.;:]{0,30}$|\bne (?:voul|demand|cherch|souhait)\p{L}+ pas [^.;:]{0,30}$|\bpas besoin [^.;:]{0,30}$|\b(?:brauchen|wollen|möchten) (?:nicht|kein\p{L}*) [^.;:]{0,30}$/iu,
  ],
  [
    'already',
    /\b(?:are|is|am) having (?:already )?(?:an? |one |the |our )?(?:\w+ ){0,2}(?:agreements?|ICAs?|contracts?|ones?)\b[^.;:]{0,40}$/i,
  ],
  ['nowhere', /\bI(?:'m| am)(?: \w+)? in $/i],
  [
    'elsewhere',
    /\b(?:not|n't|never|nor)\b[^.;:]{0,12}\b(?:confuse|confused|mix|mixed|muddle|muddled|lump|lumped|mistake|mistaken)(?: (?:it|this|that|them|us))?(?: up| together)? (?:with|for) (?:the|our|my|your|any|an?) (?:[\w-]+ )?$/i,
  ],
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
    /(?:^\W*|[,;:(] ?)(?:the )?same (?:\w+ )?as (?:in |for )?$|\blike (?:the one|those|what)\b[^.;:]{0,30}\b(?:in|for|from) $/i,
  ],
  [
    'already',
    /\b(?:clauses?|language|terms|sections?|rates?|wording|exhibits?|paragraphs?) (?:from|of|in) (?:our|the|your|its) (?:\w+ )?$/i,
  ],
  [
    'already',
    /\b(?:I|we|they|it) (?:paid|did|got|filed|launched|started|went live|ordered|learned|used)\b[^.;:]{0,30}\b(?:in|for) $/i,
    // "I filed the request form for Idaho on Monday" waits for it.
    /\b(?:forms?|requests?|questionnaires?|applications?)\b/i,
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
    /\b(?:(?:as|like|the way) (?:you|we|they|it) (?:did|had|do|were|was)(?: it| one| that)?(?: for us| with you| here)?|(?:that|what|which) (?:you|we) did(?: for us)?|last time(?: around)?,?|went (?:well|fine|smoothly|quickly)) (?:in|for|with) (?:the |our |its )?$/i,
  ],
  [
    'elsewhere',
    /\b(?:Verizon|AT&T|Frontier|Windstream|Ziply|Brightspeed|TDS|Cincinnati Bell)\b(?! (?:agreement|ICA|contract|terms))[^.;:,]{0,45}\b(?:in|for|of|serves|handles|has|covers|owns) (?:the )?$/i,
  ],
  [
    'nowhere',
    /\b(?:hello|hi|hey|greetings|regards|cheers|good (?:morning|afternoon|evening|day)|thanks|best|wishes)(?: to all| everyone| y'all| there)? from (?:\w+ ){0,2}$/i,
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
  ['nowhere', placeOf(PERSON, 'in|of|from|near|to|at'), SERVED],
  [
    'nowhere',
    new RegExp(
      `\\b(?:headquarter\\w*|based|seat(?:ed)?|located|offices?|${MOVED}(?:switch|softswitch|data cent(?:er|re)|colo)) (?:is |are |sits |stands )?(?:in|at|near) (?:(?:\\p{Lu}[\\p{L}.'-]+ ){0,3}\\p{Lu}[\\p{L}.'-]+,? )$`,
      'u',
    ),
  ],
  ['elsewhere', placeOf(SOMEBODY, 'in|of|from|near|to|at|for'), NETWORK],
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
    /\b(?:already|currently(?! (?:open|available|on offer))|presently|existing|so far|until now|to date|with (?:an?|its|our) (?:\w+ )?(?:agreement|contract|ICA)|got (?:an?|one|agreements?|contracts?|ICAs?)\b[^.;:]{0,50}|(?:have|has|'ve|had|hold|holds|holding) (?:had|been|got)?\s?(?:an?|our|its|their|\d{1,2}|another|one|two|three|four|five|six|seven|the|approved|agreements?|ICAs?)\b[^.;:]{0,50}|operat(?:e|es|ed|ing)|(?:do|does|doing) business|(?:we|they|it) serves?|certified|certificated?|(?:have|has|with) authority|licensed|registered|we run|opted in|signed (?:one |it )?(?:over )?(?=in )|live|up and running|since \d{4}|in (?:\w+ )?(?:19|20)\d\d)\b[^.;:]{0,70}$/i,
  ],
  [
    'asked',
    /\b(?:request\w*|needs?|needed|wants?|wanted|like to|ask\w*|elect\w*|adopt\w*|opt\w*|mfn|seek\w*|negotiat\w*|launch\w*|expand\w*|expansion|add(?:ing)?|enter\w*|go(?:ing)? into|plan\w*|(?:propos(?:es?|ing)|intend(?:s|ing)?|hop(?:es?|ing)|aim(?:s|ing)?|about|going) to|look(?:ing)? (?:at|to|for)|fresh|new|successor|replacement|terminat\w*|cancel\w*|amend\w*|assign\w*|please|send|prepare|draw up|sign\w*|return\w*|attach\w*|enclos\w*|orders?|ordering|apply|covers?|both|bring|offer|start|open|sell(?:s|ing)?|transfer\w*|convey\w*)\b[^.;]{0,80}$|\bfor (?:each of [^.;]{0,40})?(?:the )?(?:state of )?$/i,
  ],
]
