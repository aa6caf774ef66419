/**
 * What a sentence says that makes a letter a legal notice, by what it is about. Each pattern has words of its own that
 * most sentences do not have, so that most cost one look per word. None has a gap that can run away.
 */

export interface Sign {
  /** In lower case; one of them stands in every sentence that the pattern finds. */
  readonly words: readonly string[]
  readonly pattern: RegExp
}

/** Whom an accusation means. */
const YOU =
  '(?:you|your (?:company|conduct|office|people|team|side)|qwest\\b[^.;]{0,20}?|centurylink\\b[^.;]{0,20}?|lumen\\b[^.;]{0,20}?|the (?:carrier|incumbent|ILEC))'
export const HAVE =
  '(?:\\s+(?:is|are|was|were|has|have|had|been|be|still|now|again|also|already|repeatedly|clearly|therefore|continues?|to|thus|once|more)){0,4}'
const AGREEMENT = '(?:agreement|ICA|contract)'
const GIVE =
  '(?:hereby |formally |now |also )*(?:giv(?:e|es|ing)|send(?:s|ing)?|serv(?:e|es|ing)|provid(?:e|es|ing)|tender(?:s|ing)?)'
const SUBJECT =
  '(?:default|dispute|breach|claim|material breach|non-?payment|termination|cancellation|non-?renewal|violation|arbitration|mediation|litigation|rejection|rescission|appeal|deposition|bankruptcy|force majeure|bad faith|intent(?:ion)? to (?:sue|arbitrate|petition|terminate|cancel|file|commence|seek|disconnect))'

function sign(words: string, pattern: string): Sign {
  return { words: words.split('|'), pattern: new RegExp(pattern, 'i') }
}

const DEFAULT: readonly Sign[] = [
  sign('notice', `\\b(?:formal|legal|written|billing|our|this) notice of (?:\\w+ ){0,2}?${SUBJECT}\\b`),
  sign('notice', `\\bnotice of (?:the |its |your |a |billing |material |formal |informal )*${SUBJECT}\\b`),
  sign(
    'notice',
    `\\b${GIVE}\\b[^.;]{0,60}\\bnotice\\b[^.;]{0,60}\\b(?:default|disput|breach|terminat|cancel|renew|violat|petition|arbitrat|complain|in bad faith)`,
  ),
  sign(
    'notice',
    '\\bnotice is (?:hereby )?given\\b|\\b(?:put|place)s? you on (?:formal |legal )?notice\\b|\\bformal(?:ly)? notif(?:y|ies|ication)\\b[^.;]{0,80}\\b(?:default|disput|breach|terminat|violat)',
  ),
  sign('default|breach', `\\b${YOU}${HAVE}\\s+in (?:material |continuing |serious |clear )?(?:default|breach)\\b`),
  sign('breach|violat', `\\b${YOU}${HAVE}\\s+(?:materially )?(?:breach(?:ed|es|ing)?|violat(?:ed|es|ing|e))\\b`),
  sign(
    'breach|violation',
    `\\b(?:a|in|clear|direct|continuing|plain) (?:material )?(?:breach|violation) of (?:the |your |its |our |47 |section|sections|this |both )`,
  ),
  sign('event of default', '\\bevent of default\\b'),
  sign(
    'cure',
    '\\b(?:unless|until|if|not|fail\\w*)\\b[^.;]{0,60}\\bcured?\\b|\\bdays?\\b[^.;]{0,30}\\bto cure\\b|\\bcure (?:the|this|its|your|such) (?:default|breach|violation)',
  ),
  sign(
    'fail|refus',
    `\\b${YOU}${HAVE}\\s+(?:fail(?:ed|s|ing)?|refus(?:ed|es|ing)) to (?:perform|comply|honou?r|meet|pay|provide|fulfill?|process|cure|negotiat\\w+|execute|abide)\\b`,
  ),
]

const TERMINATION: readonly Sign[] = [
  sign(
    'terminat|cancel',
    `\\b(?:hereby|elects? to|herewith|formally|exercis\\w+ (?:its|our) right to|(?:we|company|llc|inc\\.?|corp\\.?|corporation|carrier) (?:will|shall|must)(?: now)?)\\s+(?:terminat\\w+|cancel\\w*)\\b[^.;]{0,60}\\b${AGREEMENT}`,
  ),
  sign(
    'terminat',
    `\\b(?:letter|e-?mail|mail|this)\\b[^.;]{0,40}\\bnotice\\b[^.;]{0,40}\\bterminat|\\b${AGREEMENT}\\b[^.;]{0,60}\\b(?:is|are|will be|shall be|stands?) (?:hereby )?terminated\\b`,
  ),
  sign(
    'renew',
    `\\b(?:will|shall|does|do) not renew\\b[^.;]{0,60}\\b${AGREEMENT}|\\bnot to renew\\b[^.;]{0,60}\\b${AGREEMENT}`,
  ),
]

const DISPUTE: readonly Sign[] = [
  sign(
    'disput',
    `\\b(?:section|sec\\.|§|pursuant to|under|according to)\\b[^;]{0,90}\\b(?:agreement|ICA|contract)\\b[^;]{0,60}\\bdisputes?\\b[^;]{0,60}(?:\\$|\\bBAN\\b|\\bbill|\\bcharge|\\binvoice|\\bamount)`,
  ),
  sign(
    'disput',
    `\\bdisput(?:es?|ing|ed)\\b[^;]{0,90}(?:\\$|\\bBAN\\b|\\bbill|\\bcharge|\\binvoice|\\bamount)[^;]{0,90}\\b(?:section|pursuant to|under)\\b[^;]{0,40}\\b(?:\\d|agreement|ICA)`,
  ),
  sign(
    'disput',
    '\\b(?:hereby|formally|expressly) disputes?\\b|\\b(?:we|company|llc|inc\\.?|corp\\.?|\\w+) disputes? (?:your|the) (?:position|notice|claim|interpretation|reading|statement|account|termination|letter)',
  ),
  sign(
    'disput',
    '\\bdisputed amounts?\\b[^.;]{0,80}\\b(?:agreement|ICA|section)|\\bwithh(?:old|eld)\\w*\\b[^.;]{0,60}\\bdisputed?\\b',
  ),
  sign(
    'disput',
    '\\bdispute (?:has|had) (?:now )?arisen\\b|\\b(?:this|the) (?:matter|letter|mail) (?:is|concerns) (?:a|an) (?:formal |billing )?dispute\\b',
  ),
  sign(
    'dispute',
    '\\bdesignat\\w+\\b[^.;]{0,80}\\bdispute|\\bescalat\\w+\\b[^.;]{0,60}\\bdispute (?:under|pursuant)|\\bdispute\\b[^.;]{0,60}\\bescalat\\w+ (?:under|pursuant)',
  ),
  sign(
    'dispute resolution|dispute-resolution|arbitration',
    '\\b(?:invok|initiat|commenc|trigger|request|demand|start|begin)\\w*\\b[^.;]{0,40}\\bdispute[- ]resolution\\b|\\binvok\\w+ (?:the |its )?arbitration\\b',
  ),
  sign('dispute resolution', '\\bdispute resolution (?:under|pursuant to) (?:section|sec\\.|§)'),
  sign('without prejudice', '\\bwithout prejudice to\\b[^.;]{0,80}\\b(?:rights|remedies|claims)\\b'),
]

const DEMAND: readonly Sign[] = [
  sign(
    'demand',
    '\\b(?:formal(?:ly)?|hereby|written|final|last) demands?\\b|\\bdemand letter\\b|\\bdemands? (?:that|payment|immediate|arbitration|an? (?:answer|response|explanation|cure)|performance|compliance)\\b|\\bdemand for (?:arbitration|payment|performance|mediation|indemni\\w+)\\b',
  ),
  sign('cease', '\\bcease[- ]and[- ]desist\\b'),
  sign(
    'remed|relief|rights',
    '\\b(?:reserv\\w+|pursue\\w*|pursuing|exercis\\w+|seek\\w*|avail\\w*|waiv\\w+)\\b[^.;]{0,60}\\b(?:rights and remedies|legal remed(?:y|ies)|available remed(?:y|ies)|remedies|all (?:of )?(?:our|its) rights, including)\\b|\\bseek\\w* relief\\b',
  ),
  sign(
    'commission|regulator|fcc|court',
    '\\b(?:if|unless|otherwise|failing|absent)\\b[^.;]{0,120}\\b(?:take|bring|refer|raise|escalate|go|turn)\\b[^.;]{0,40}\\b(?:to|before|with) the (?:\\w+ ){0,3}(?:commission|regulator|fcc|courts?)\\b',
  ),
  sign(
    'legal action|lawsuit|litigat|sue',
    '\\b(?:take|commence|begin|start|bring|pursue|initiate|consider|threaten)\\w*\\b[^.;]{0,30}\\b(?:legal action|legal proceedings|litigation|a lawsuit)\\b|\\bfil(?:e|ed|ing) (?:a |this )?(?:law)?suit\\b|\\b(?:will|shall|may|must|to|intends? to) sue\\b',
  ),
  sign(
    'indemni|defense',
    '\\b(?:tender\\w*|claim\\w*|demand\\w*|seek\\w*)\\b[^.;]{0,40}\\bindemnif?\\w*|\\btender\\w* (?:of )?(?:the |its |our )?defen[cs]e\\b',
  ),
]

const BAD_FAITH: readonly Sign[] = [
  sign('bad faith|bad-faith', '\\bbad[- ]faith\\b'),
  sign('51.301', '\\b51\\.301\\b'),
  sign(
    'good faith|good-faith',
    "\\b(?:fail(?:ed|s|ure|ing)?|refus(?:ed|es|al|ing)|not|never|without|lack\\w*|absence|nothing|cannot|hardly|breach\\w*|violat\\w+|contrary|hasn't|haven't|isn't|aren't|short of|obligat\\w+ to (?:us|negotiate)|duty)\\b[^.;]{0,60}\\bgood[- ]faith\\b",
  ),
  sign(
    'stonewall|delaying|obstruct|stalling',
    `\\b(?:stonewall\\w*|obstruct\\w*|delaying tactics?|stalling)\\b|\\b${YOU}${HAVE}\\s+(?:deliberately|intentionally|willfully|unreasonably|knowingly) (?:delay\\w*|hold\\w*|withh\\w+|refus\\w+)`,
  ),
]

const PROCEEDING: readonly Sign[] = [
  sign(
    'petition',
    '\\b(?:serv(?:e|ed|es|ing|ice)|enclosed|attached|fil(?:e|ed|ing|es)|submit\\w*|lodg\\w+)\\b[^.\\n]{0,80}\\bpetition (?:for|to) (?:arbitrat|mediat|compel|enforce|interven)',
  ),
  sign(
    'petition',
    '\\bpetition for (?:arbitration|mediation|enforcement|declaratory)\\b[^\\n]{0,80}\\b(?:252|commission|docket|served|service)\\b',
  ),
  sign(
    'petition',
    '\\bpetition(?:s|ed|ing)?\\b(?: (?:the|with|to))? ?[^.;]{0,60}\\b(?:commission|board|fcc|authority)\\b[^.;]{0,60}\\b(?:arbitrat|mediat|compel|enforce|relief)',
  ),
  sign('petition', '\\b(?:answer|response|respond|reply)\\b[^.;]{0,40}\\bpetition\\b[^.;]{0,40}\\b(?:is|are) due\\b'),
  sign(
    'arbitrat',
    '\\b(?:fil(?:e|ed|es|ing)|petition\\w*|appl(?:y|ied)|submit\\w*|request\\w*|seek\\w*|demand\\w*|ask\\w*) (?:\\w+ ){0,6}?(?:for|to) (?:\\w+ )?arbitrat(?:ion|e)\\b',
  ),
  sign(
    'mediat',
    '\\b(?:request\\w*|ask\\w*|appl(?:y|ied) for|invit\\w+)\\b[^.;]{0,60}\\b(?:commission|board)\\b[^.;]{0,30}\\b(?:to )?mediat|\\brequest\\w* (?:for )?mediation\\b|\\bmediation\\b[^.;]{0,40}\\b252 ?\\(a\\)',
  ),
  sign(
    'serv',
    '\\bservice copy\\b|\\b(?:you are|is|are) (?:hereby )?served (?:with|up)?on?\\b|\\b(?:hereby|herewith|formally) serv(?:e|es|ed|ing)\\b|\\bby way of service\\b',
  ),
  sign(
    'complaint',
    '\\bformal complaint\\b|\\bcomplaint\\b[^.;]{0,40}\\b(?:with|before|to|at) the (?:\\w+ ){0,4}(?:commission|fcc|puc|psc|board|attorney general)\\b|\\bcomplaint against (?:you|qwest|centurylink|lumen)|\\b(?:will|shall|must|intends? to|going to|has|have) (?:now |today |also )?(?:file|filed|bring|brought|lodge|lodged)\\b[^.;]{0,20}\\bcomplaint\\b',
  ),
  sign(
    'subpoena|summons|show cause|deposition|injunct',
    '\\bsubpoena\\b|\\b(?:a|the|enclosed|attached) summons\\b|\\border to show cause\\b|\\bnotice of deposition\\b|\\binjunct(?:ion|ive)\\b',
  ),
  sign('litigation', '\\blitigation hold\\b'),
  sign(
    'preserv|spoliat',
    '\\b(?:preserve|preservation of|retain|not (?:to )?destroy)\\b[^.;]{0,30}\\b(?:documents?|records|evidence|e-?mails?|communications|data|files)\\b|\\bspoliation\\b',
  ),
  sign(
    'chapter 11|chapter 7|automatic stay',
    '\\b(?:petition|relief|case|protection|filed|filing)\\b[^.;]{0,40}\\bchapter (?:11|7)\\b|\\bautomatic stay\\b',
  ),
]

const POSITIONS: readonly Sign[] = [
  sign(
    'notice',
    "\\b(?:reject\\w*|object\\w* to|disput\\w+|contest\\w*|den(?:y|ies)|(?:not|never) (?:accept\\w*|recogni[sz]e\\w*|acknowledge\\w*))\\s+(?:your|the|this|qwest's|centurylink's|lumen's) (?:\\w+ ){0,3}notice\\b",
  ),
  sign(
    'notice',
    '\\byour (?:\\w+ ){0,2}notice\\b[^.;]{0,60}\\b(?:defective|untimely|premature|invalid|improper|ineffective|void|without (?:legal )?effect|no (?:legal )?effect|baseless)',
  ),
  sign(
    'deemed',
    `\\b(?:${AGREEMENT}|request|amendment|adoption|petition|election)\\b[^.;]{0,60}\\bdeemed (?:to (?:be|have been) )?(?:approved|effective|in (?:force|effect)|accepted|granted|received|executed|adopted)\\b`,
  ),
  sign(
    'position|regard|consider|contend|maintain',
    `\\b(?:position (?:is )?that|regards?|considers?|contends?|maintains?)\\b[^.;]{0,60}\\b(?:${AGREEMENT}|request|adoption|window|amendment)\\b[^.;]{0,80}\\b(?:took effect|in (?:force|effect)|effective|received on|received as of|open(?:ed|s)?|began|started|approved)\\b`,
  ),
]

export const SIGNS: readonly Sign[] = [
  ...DEFAULT,
  ...TERMINATION,
  ...DISPUTE,
  ...DEMAND,
  ...BAD_FAITH,
  ...PROCEEDING,
  ...POSITIONS,
]
