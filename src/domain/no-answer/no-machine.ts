/**
 * How people say that no machine may answer, one way a line, each under a sentence that says it so. Every way names an
 * answer or who gives it, and an answer of ours: a renewal, a transfer, a repair line may be automatic or not without a
 * word about our letters, and their own responder is no business of ours. In this trade a notice is a legal paper.
 * The dialect of the ways is that of `phrases`: a blank stands for any white space.
 */

const MADE =
  '(?:auto|automatic|automated|canned|robo|robot(?:ic)?|bot|chatbot|ai|ai-generated|boilerplate|(?:machine|system|computer)-(?:made|written|generated))'
/** What a machine writes. */
const WRITTEN =
  '(?:repl(?:y|ies)|responses?|responders?|answers?|ack(?:nowledge?ment)?s?|receipts?|confirmations?|e-?mails?|mails?|messages?|notes?|letters?)'
/** "Form letters that we have to fill in" are another thing, and "our auto-reply" is theirs. */
const LETTER = `(?<!\\b(?:our|my) )(?:${MADE}[ -](?:form )?${WRITTEN}|auto-?(?:repl(?:y|ies)|responders?|acks?)|form letters?(?! that| which))(?![a-z])`
/** What answers by itself; bare "machine" and "system" too, for here they are told to answer or not to. */
const MACHINE =
  '(?:(?:automatic|automated|auto|intake|mail|e-?mail|ticket(?:ing)?) ){0,2}(?:auto-?(?:responder|reply|answer)|automat(?:ic|ed|on|ion)|machines?|systems?|robots?|(?:chat)?bots?|ai|computers?|scripts?|responders?)'
const A = '(?:(?:an?|any|the|your|that|some) )?'
const BY_MACHINE = `(?:automatically|(?:by|through|with|from) ${A}(?:auto-?reply|${MACHINE}))`
const ANSWER = '(?:answer|reply|respond|acknowledge)'
const PERSON = '(?:person|human(?: being)?|somebody|someone|member of (?:your|the) \\w+)'

/** Nothing more comes of the thought: "do not let the system answer until …" lets it, later. */
const ENDS = '(?=[.,;!\\x29\\x5d]|\\s*$)'
/** Whom the letter would come to now, not "to our old address". */
const TO_THIS =
  '(?:(?:to|for|on|about|in|with) (?:this|it|me|us|(?:our|my) (?:own )?(?:letters?|mails?|e-?mails?|messages?|requests?|address|thread)))'
/** The letter itself, and to whom or about what: not "automatic notices clause", "the automatic reply lists a form". */
const AS_SUCH = `(?=[^\\s\\w]|\\s*$| (?:please|pl[sz]|again|this time|any ?more|here|now|at all|systems?|necessary|needed|thanks?|${TO_THIS}(?! (?:for|only|at|in)\\b)|from (?:you|your)|go(?:es)?|out|(?:is |are )?(?:to )?be (?:sent|given|made|issued|returned)(?! by)|is sent|are sent|shall|should|may|must)\\b)`
/** This mail, and nothing else: not a line, an order. */
const THIS = `(?: to)?(?: (?:this|it|me|us)(?: (?:one|mail|e-?mail|message|note|letter|request))?)?${ENDS}`

/** Said of what others do: "we do not answer trouble tickets automatically". */
const OF_OTHERS = '(?<!\\b(?:we|they|carriers|auditors|who|which|agreement|contract) )'
const MUST_NOT =
  "(?:do not|don'?t(?: you dare)?|never|must not|may not|should not|shall not|under no circumstances|that you not)"
/** The writer's own will: "we do not need", "I will not accept", "I'd rather not get". */
const WILL_NOT =
  "(?:(?:do not|don'?t|would not|wouldn'?t|will not|won'?t|cannot) (?:need|want|wish|care|like|accept|take)|(?:prefer|wish|want|like|ask|rather) not)"
/** Between that and the letter; what is not seen, had, waited for or understood is told, not refused. */
const FEW_WORDS =
  "(?:(?!(?:see|have|find|look|wait|rely|reply|heed|know|think|agree|understand|open|worry|mind|miss|hesitate|forget|fail)\\b)[\\w'-]{1,30} ){0,6}"
const PLEASE_DO = '(?<=(?:^|[.,;:!?(\\n]|\\b(?:please|kindly|pls|to|you (?:may|can|could|should|must)))\\s{0,6})'
const STOP =
  '(?:stop|cease|bypass|block|do without|disable|deactivate|(?:turn|switch|shut) off|suppress|mute|skip|omit|forgo|hold|withhold|refrain from|dispense with|spare (?:me|us)|(?:exclude|exempt|remove) (?:me|us) from|(?:opt|take) (?:me|us) (?:off|out of)|unsubscribe (?:me|us) from)'
const REFUSED =
  '(?:accept(?:able|ed)|welcome|wanted|wished|needed|necessary|required|appropriate|appreciated|allowed)(?=[^\\s\\w]|\\s*$| (?:here|on|for|please|and|or|to (?:this|it|me|us)|from (?:you|your))\\b)'
/** "No auto-reply" is as often a complaint: only with a wish, or where nothing else is said. */
const WISHED =
  '(?=,? (?:please|pl[sz]|if you please|thanks?|thank you)\\b|[.!;]?\\s*$|[;\\x29]| (?:necessary|needed|required|wanted|at all|any ?more)\\b| (?:is |are )?(?:to )?be (?:sent|given|made|issued|returned)| (?:is|are) sent| (?:to|on|for) (?:it|this(?: (?:letter|mail|e-?mail|message|request|one))?)(?:[.;!]|\\s*$|,? (?:please|if you please)\\b)| goes out| (?:shall|should|may|must)\\b)'

export const NO_MACHINE = {
  'No auto-replies, please.': `(?<!\\b(?:sends|issues|uses|makes|with|see|saw|noticed?|note that|got|is|(?:we|i) send) )no (?:more |further )?(?:${LETTER}|(?:chat)?(?:ro)?bots?(?=,? please)|ai(?=,? please))${WISHED}`,
  'Please do not send me the automatic receipt.': `${OF_OTHERS}${MUST_NOT} ${FEW_WORDS}${LETTER}(?! be )${AS_SUCH}`,
  "We don't need the automated e-mail.": `${WILL_NOT} ${FEW_WORDS}${LETTER}${AS_SUCH}`,
  'Please turn off the automatic replies.': `${PLEASE_DO}${STOP} (?:[\\w'-]{1,30} ){0,3}${LETTER}${AS_SUCH}`,
  'Please have the automatic replies switched off.': `${LETTER} (?:to (?:me|us|our \\w+) )?(?:switched|turned|shut) off${ENDS}`,
  'We object to automatic replies.': `(?:object to|reject|opt out of|forbid) ${A}${LETTER}${AS_SUCH}`,
  'An automatic receipt is not acceptable.': `${LETTER}(?: (?:to|for|on|of) (?:this|it|me|us))? (?:(?:(?:is|are|would be) )?(?:not |un)|(?:will|would|can) not be |cannot be )${REFUSED}|${LETTER} (?:is|are) (?:forbidden|prohibited)${ENDS}|${LETTER} (?:must|should|has to|have to|can|may) (?:stop|cease|end|be (?:omitted|skipped|dropped|suppressed|turned off|switched off))${ENDS}`,
  'Do not answer this automatically.': `${OF_OTHERS}(?:${MUST_NOT}|not to) (?:be )?(?:(?:let|allow|have|permit) (?:(?!our\\b|my\\b)\\w+ ){1,4}(?:to )?)?(?:auto-?${ANSWER}|${ANSWER}(?:e?d)?(?: \\w+){0,4} ${BY_MACHINE}|automatically ${ANSWER}${THIS})`,
  'It must not be auto-acknowledged.': `not (?:to )?be (?:auto-?(?:replied|responded|answered|acknowledged)|(?:answered|replied to|responded to|acknowledged) ${BY_MACHINE})`,
  'Do not let anything automatic answer this.': `${OF_OTHERS}${MUST_NOT} (?:let|allow|have|permit|want) (?:anything |${A})${MACHINE} (?:to )?(?:(?:${ANSWER}|handle)${THIS}|(?:answering|replying|responding)${THIS}|(?:send|mail|e-?mail|write)(?: to)? (?:me|us|anything))`,
  'Let no robot answer this.': `let (?:nothing|no) ${MACHINE} ${ANSWER}${THIS}|your ${MACHINE} (?:is|are|must|may|shall|should) not (?:to )?${ANSWER}${THIS}`,
  'Please make sure that your system does not reply.': `(?:sure|ensure|see to it)(?: that)? (?:the|your) ${MACHINE} (?:does|do|will) not (?:${ANSWER}${THIS}|fire|send ${A}${LETTER})`,
  'Do not let an automatic reply go out.': `${OF_OTHERS}${MUST_NOT} (?:let|allow|have) ${A}${LETTER} (?:to )?(?:go|be sent|leave|come|reach)`,
  'Nothing automatic shall answer this.':
    'nothing automat\\w+ (?:shall|should|may|must|is to|to) (?:answer|reply|respond|acknowledge|go|be sent)',
  'See that nothing goes out automatically.':
    '(?:see|sure|ensure|ask|wish|want|prefer)(?: \\w+)?(?: that)? nothing (?:is |be |gets? )?(?:goes|go|sent|answered)(?: \\w+){0,2} (?:automatically|by itself)',
  'Only a person may answer this.': `(?:only|nobody but|no one but) (?:an? |the |your )?(?:real |live |actual )?${PERSON} (?:may|should|shall|must|can|is to|ought to) (?:${ANSWER}|read|handle|deal with)${THIS}|${ANSWER}ed by (?:an? )?${PERSON} only|(?:only (?:an? )?(?:human|personal) (?:reply|replies|answers?|responses?)|(?:human|personal) (?:reply|replies|answers?|responses?) only)${ENDS}|humans only,? please`,
  'I want a person to answer this, not the robot.': `${PERSON} [^.;!?]{0,30}\\b(?:${ANSWER}|write|read|look|call|handle)[^.;!?]{0,30}\\b(?:not|and no|rather than|instead of) (?:by )?${A}(?:${LETTER}|robot|(?:chat)?bot|machine|autoresponder|computer)${ENDS}|(?:answer|reply|response) from ${A}${PERSON},? (?:and )?not (?:from )?${A}(?:robot|(?:chat)?bot|machine|computer)${ENDS}`,
  'Have somebody call me instead of sending the automatic message.': `(?:instead of|rather than|in place of) (?:sending|mailing|issuing|giving|using) (?:(?:me|us) )?${A}${LETTER}`,
  'Keep your autoresponder off this thread.': `(?:keep|leave) ${A}${MACHINE} (?:off|out of|away from) (?:it|this|our)\\b`,
  'Please write yourselves, not by a form letter.': `not (?:with|by) an? ${LETTER}`,
  'I do not wish to hear from your robot.': `(?:do not|don'?t) (?:want|wish|care|like) to (?:hear from|talk to|deal with) ${A}(?:${LETTER}|${MACHINE})${ENDS}`,
} as const
