import type { Reason } from './points.ts'

type Cue = readonly [Reason, RegExp]

/** "All shares were sold; the agreement stays with Tern Telephone Company." */
const STAYS_WITH =
  /\b(?:agreements?|ICAs?|contracts?) (?:will )?(?:stays?|remains?|continues?|rests?|is staying|keeps on) (?:with|in|at|under|in the (?:name|hands) of)[\s,:"'(-]{0,4}(?:the )?$/i

/** Words that end right before the name. */
export const BEFORE: readonly Cue[] = [
  [
    'named as the party',
    /(?<!\b(?:other|old|former|parent|different|wrong|selling|first|merged|new) )\b(?:legal |contracting |requesting |right )?(?:entity|applicant|(?:contracting|requesting) (?:party|carrier|company))(?: (?:here|in question|for this|involved))? (?:is|will be|would be|should be|shall be)[\s:,"']{0,3}(?:the )?$/i,
  ],
  [
    'client',
    /\b(?:behalf of|(?:represent|act for|advise|assist|work with)(?:s|ing)?|acts? for|(?:counsel|attorneys?|lawyers?|agents?|consultants?|paralegal|representatives?|adviser|outside counsel) (?:for|to)|for (?:our|my|the|a) (?:\w+ )?client|(?:our|my|the|their) (?:\w+ )?clients?(?: is| =)?|\bclient(?: is|'s name is)?|our insured|request of|request of (?:our|my|the|a) (?:\w+ )?(?:customer|member|borrower|depositor|policyholder|principal)|(?:keep|do|handle|prepare|maintain)s? the (?:books|accounting|taxes|filings|bookkeeping|paperwork|regulatory (?:work|filings|affairs)) (?:of|for)|(?:for|behalf of) (?:our|its|their) (?:wholly[- ]owned |new |newly formed )?(?:subsidiary|operating (?:company|subsidiary)))[\s,:=-]{0,3}(?:the )?$/i,
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
  [
    'it is for it',
    /\b(?:company|entity|carrier|party|one) (?:that|which|who) (?:needs?|wants?|asks?|requests?|seeks?|will (?:sign|hold|need))\b[^.;]{0,50}\b(?:is|will be)(?: now)?[\s:,"]{0,3}$/i,
  ],
  ['it is for it', /\b(?:for|re:?)[\s,:-]{0,3}$/i],
  ['it is for it', /\b(?:entitles?|allows?|permits?|enables?|empowers?|authori[sz]es?) (?:the )?$/i],
  ['it is for it', /\b(?:can|could|may|should|shall|must|whether) $/i],
  [
    'third party',
    /\b(?:relatives|cousins?|friends?|folks|people|neighbou?rs?|competitors?|buddy|pal|uncle)(?: [\w'-]+){0,2} (?:at|from|of|with|runs?) $/i,
  ],
  [
    'new name',
    /\b(?:change(?:d|s)? (?:its|our|their|the) (?:\w+ )?name (?:\w+ ){0,4}to|(?:new|current) (?:\w+ )?name(?: is| of|:)?|(?:is|are) (?:now|officially|legally|formally)(?: called| known as| named)?|, ?now|n\/?k\/?a|now known as|rename[ds]?(?: \w+){0,3} (?:to|as)?|rebranded(?: as)?|(?:ought to|should|shall|must|to) (?:now )?(?:read|say|show|be in the name of)|in the name of|name (?:change )?to|name of this corporation is|show the name|in the new name of|became|becomes?|(?:turn(?:s|ed)?|convert(?:s|ed)?) into|going forward as|(?:is|are|be|hereafter|henceforth)\b[^.;]{0,30} (?:named|known as|called)(?: the)?|under the name(?: of)?|(?:bears?|bear|carry|carries|takes?|legally) (?:the name(?: of)?|be),?|convert(?:ed|s|ing) (?:in)?to|doing everything as)[\s,:"'(-]{0,4}$/i,
  ],
  ['new name', /\bname\b[^.;]{0,40}\bfrom [^.;]{3,90} to[\s,:"'(-]{0,4}$/i],
  ['new name', /\bchanged (?:its|our|the) (?:\w+ )?name\b[^.;]{0,40} to[\s,:"'(-]{0,4}$/i],
  [
    'holds it afterwards',
    /\b(?:merge[ds]?|merging|consolidated|folded|rolled)\b[^.;]{0,30}\binto|\b(?:surviving (?:entity|company|corporation|carrier)(?: is| will be|:)?|survivor(?: is| will be|:)?|acquired by|bought by|purchased by|sold\b[^.;]{0,50} to|purchaser|buyer|transferee|new owner|successor)[\s,:"'(-]{0,4}$/i,
  ],
  ['holds it afterwards', /\b(?:acquisition|purchase|takeover) of [^.;]{3,70} by[\s,:"'(-]{0,4}$/i],
  ['holds it afterwards', STAYS_WITH],
  ['named as the party', STAYS_WITH],
  [
    'assigned to it',
    /\b(?:(?:assign(?:s|ed|ment)?|transfer(?:s|red)?|convey(?:s|ed)?)\b[^.;]{0,90} to|assignee)[\s,:"'(-]{0,4}(?:the )?$/i,
  ],
  ['assigns it', /\b(?:assignor|transferor)[\s,:"'(-]{0,4}(?:the )?$/i],
  ['it acts', /\b(?:would like|wants?|needs?|helps?|lets?)\s+(?:for )?$/i],
  ['client', /\b(?:portco|portfolio company|newco|our carrier|our company)[\s,:"'(-]{0,4}$/i],
  ['holds it afterwards', /\b(?:merge[ds]?|merging|consolidated|folded|rolled)\b[^.;]{0,30}\binto (?:and with )?$/i],
  [
    'former name',
    /\b(?:(?:formerly|heretofore|hitherto|until now)(?: \w+)?(?: known as| called| named)?|f\/?k\/?a|previously(?: known as)?|we were|(?:former|old|prior|previous) (?:\w+ )?name(?: of| is| was|:)?|no longer|not|used to be|known until \w+ as|went by|predecessor|back when we were|still (?:shows?|says|reads|lists?))[\s,:"'(-]{0,4}(?:the )?$/i,
  ],
  ['former name', /\bname\b[^.;]{0,40}\bfrom[\s,:"'(-]{0,4}$/i],
  [
    'gone after the deal',
    /\b(?:(?:acqui\w+|purchas\w+|bought|buys?|sold|sale|transfer\w*|assign\w*|closed)\b[^.;]{0,60}\b(?:assets?|customers|business|lines|operations|network|stock|shares|interests?|side) of|(?:acquisition|purchase|takeover|sale) of|(?<!\b[Ii] (?:have |just |recently ){0,2})(?:acquired|bought(?: out)?|purchased|took over)|takes over|absorbed|seller|merged entity|assign(?:s|ed|ment of)? (?:the |its )?(?:\w+ ){0,4}(?:agreement|ICA|contract)s? (?:of|from)|successor (?:of|to)|merger of)[\s,:"'(-]{0,4}(?:substantially )?(?:all )?(?:of )?(?:the )?$/i,
  ],
  [
    'matter closed',
    /\b(?:(?:that|this) (?:takes care of|closes|settles)|nothing (?:changes|further|new|else|open|needed)|no (?:changes?|questions?|action)|(?:please )?close|closing out|unchanged) (?:\w+ ){0,3}(?:for|to|on|with|from|out)?\s*$/i,
  ],
  [
    'trade name',
    /\b(?:d\.?\/?b\.?\/?a\.?|doing business as|trading as|t\/a|trade name|brand(?:ed)? (?:as|name))[\s,:"'(-]{0,4}$/i,
  ],
  [
    'parent or affiliate',
    /\b(?:parent(?: company)?|affiliates?|affiliated with|sister(?: company)?|(?:subsidiary|daughter) of|owned by|part of|division of|holding company|controlled by|backed by)[\s,:"'(-]{0,4}(?:is |of )?(?:the )?$/i,
  ],
  [
    'third party',
    /\b(?:customers?|vendor|(?:upstream|underlying|other|wholesale) (?:provider|carrier|reseller)|bank(?:s with)?|references?|insurer|insured by|producer|certificate holder|employ|hired|fired|competitor|such as|unlike|versus|vs\.?|instead of|rather than|not to be confused with|no relation to|nothing to do with)[\s,:"'(-]{0,4}(?:the )?$/i,
  ],
  // "Our line splits two exchanges, Elk and Sage": places.
  [
    'third party',
    /\b(?:exchanges?|wire cent(?:er|re)s?|rate cent(?:er|re)s?|towns|cities|villages|communities|counties)(?:,|:| of| in| called| -)? (?:both )?$/i,
  ],
]

/** Words right behind the name. */
export const AFTER: readonly Cue[] = [
  [
    'client',
    /^,? (?:for (?:which|whom)|on whose behalf|in whose name|whose (?:counsel|attorney|lawyer|agent|consultant)) (?:I|we) (?:act|write|appear|speak|represent|work|am|are)\b/i,
  ],
  ['client', /^,? \(?(?:which is |is )?(?:our|its) (?:wholly[- ]owned |new |newly formed |operating )?subsidiary\b/i],
  [
    'holds it afterwards',
    /^,? \(?(?:is |are |which is )?now (?:an? )?(?:(?:wholly[- ]owned|direct|indirect) )*(?:subsidiary|affiliate) of\b/i,
  ],
  [
    'holds it afterwards',
    /^, which (?:remains|stays|is still|continues (?:as|to be)) (?:the )?(?:party|contracting|certificated|certified|licensed|holder|carrier|CLEC)\b/i,
  ],
  [
    'named as the party',
    /^,? (?:is|will be|would be|should be|shall be) (?:the|our|your) (?:legal |contracting |requesting |right |actual |proper )?(?:entity|applicant|contracting party|signatory|carrier of record|company name|legal name|name (?:to use|on the))\b/i,
  ],
  ['writer speaks for it', /^,? (?:here|on the line|speaking|writing)\b/i],
  [
    'it acts',
    /^,?\s*(?:\([^)]{0,60}\)[\s,]*)?(?:(?:a|an) [^,.;]{5,80}, )?(?:hereby|formally|respectfully|would|will|wants?|wish(?:es)?|intends?|desires?|requests?|asks?|elects?|seeks?|adopts?|accepts?|agrees?|opts?|proposes?|needs?|plans?|requires?|submits?|gives?|notif(?:y|ies)|disputes?|exercises?|terminates|enters|is (?:going|entering|requesting|asking|electing|adopting|ready|seeking|interested|looking|certified|registered|prepared|planning|opting|submitting|returning|winding)|has (?:completed|signed|executed|elected|decided|received|registered|been (?:certified|granted|assigned|a party|party))|signed|executed|can (?:now )?(?:order|start|sign)|gave|hopes?)\b/i,
  ],
  ['it acts', /^,? and [^.;]{4,70}?,? (?:will|would|shall|both|each|wish|want|intend|need|elect|request|adopt)\b/i],
  ['it acts', /^ to (?:step into|adopt|opt|take over|enter|have the same|sign|obtain|get)\b/i],
  ['it acts', /^[^.;]{0,60}\b(?:hereby|respectfully requests?|elects to|wishes to|would like to)\b/i],
  [
    'its agreement or paper',
    /^(?:'s|')\s*(?:\w+ ){0,3}(?:agreement|ICA|interconnection|contract|application|form|questionnaire|certificate|request|letter|OCN|ACNA|code)/i,
  ],
  // "Between Qwest Corporation and Tern Telephone, LLC ("Assignor")": its agreement, whoever gets it.
  ['its agreement or paper', /^,?\s*\(\s*(?:the |hereinafter )?["']assignor["']\)/i],
  [
    'defined as the party',
    /^,?\s*\(\s*(?:(?:the |hereinafter |collectively,? )?["'](?!incumbent|seller|ILEC|assign|buyer|purchaser|target|carrier 2)[^"']{2,30}["']|OCN\b|ACNA\b|applicant\b|[A-Z]{2}(?:[,/ ]+[A-Z]{2})*\))/i,
  ],
  [
    'holds it afterwards',
    /^,?\s*(?:\([^)]{0,40}\)\s*)?,?\s*(?:- )?(?:which (?:is|will be) |is |as |being |will be )?(?:the )?(?:surviv\w+|purchaser|buyer|successor|\(incoming\)|incoming)\b|^ \(incoming/i,
  ],
  [
    'holds it afterwards',
    /^,?\s*(?:which |has |have |just |now )*(?:acquired|bought|purchased|took over|takes over|absorbed|owns (?:all|the|substantially)|gets (?:the|all|our)\b|is (?:acquiring|buying))\b/i,
  ],
  [
    'former name',
    /^,?"?\s*(?:n\/?k\/?a\b|now known as\b|(?:has )?(?:legally |formally |officially )?changed (?:its|our|the) (?:\w+ ){0,2}name|(?:is|are) now (?:called|known|named|doing|operating as)\b|will (?:do business as|be (?:called|known as|named|renamed))\b|,? (?:(?:is |are )?now|(?:is|are) (?:officially|legally|formally)) \p{Lu}[^.;]{0,60}\b(?:Inc|LLC|L\.L\.C|Corp|Co|Company|LP|Ltd)\b|became\b|becomes\b|will (?:[a-z]+ ){0,6}(?:turn|convert) into\b|(?:turned|turns|converted|converts) into\b|any ?more\b|is no longer)/iu,
  ],
  [
    'gone after the deal',
    /^,?\s*(?:which |has |have |is |was |will |be |being |are |were )*(?:merge[ds]?\b|merging|(?:sold|sells) (?:its|the|all|us|most|to(?! me\b))|been (?:merged|acquired|sold|bought)|acquired by|bought by|purchased by|dissolv\w+|ceases?\b|does not exist|no longer exists|(?:transfers?|transferred)\b[^.;]{0,60}\bto\b)/i,
  ],
  [
    'assigns it',
    /^(?:, [^,.;]{3,60})?,?\s*(?:which |has |have |will |shall )*(?:assigns?|assigned)\b[^.;]{0,60}\bto\b/i,
  ],
  [
    'matter closed',
    /^[^.;]{0,60}(?:\bCLOSED\b|\bcontinue[sd]? with me|\bdecided not to\b|- executed\b(?! (?:counterparts?|cop(?:y|ies)|pages?|signature|agreement|amendment|version)))|^ (?:file )?(?:is|was) closed\b/,
  ],
  [
    'matter closed',
    /^[^.;]{0,60}\b(?:nothing (?:is )?(?:needed|due|further|else|from you|to do|today)|no action|all good|all set|(?:wants?|needs?|asks?) nothing|withdrew|please close|leave (?:that|it|them) (?:be|alone))\b/i,
  ],
  ['third party', /^,? \([^)]{0,40}\bnot (?:ours|us|a party|part of)\b/i],
  [
    'parent or affiliate',
    /^,?\s*(?:is|was|remains) (?:(?:only|just) )?(?:our|the|its|their|my|a) (?:\w+ )?(?:parent|affiliate|sister|holding|shell)\b/i,
  ],
  ['third party', /^[^.;]{0,40}\bis not (?:a |the )?(?:carrier|CLEC|party|applicant|customer)\b/i],
  ['parent or affiliate', /^,?\s*\(?(?:our|the|its|their) (?:parent|affiliate|sister|holding)\b/i],
  // "Tern GmbH's American daughter, Tern USA, Inc.": the company behind it is meant.
  [
    'parent or affiliate',
    /^(?:'s|'|’s|’) (?:new |own |local |wholly[- ]owned )?(?:US|U\.S\.|USA|American|local|domestic|Delaware)?[- ]?(?:daughter|subsidiary|arm|branch|operating company)\b/i,
  ],
]
