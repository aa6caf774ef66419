/**
 * How people say that they want no answer, one way a line: that none is needed, that none shall be written, that there have
 * been enough, that the matter is closed. Each has to be said of an answer to this mail, and of now and not of another
 * place, way, hour or person. The last ones are said of other things too: they count only where no sentence asks. The dialect
 * of the ways is that of `phrases`: a blank stands for any white space.
 */

const WRITE =
  '(?:(?:auto-?)?(?:reply|respond|answer|acknowledge)|revert|confirm(?: receipt)?|write(?: (?:back|in|here)\\b)?|e-?mail(?: back)?|(?:get|come) back to (?:me|us)|hit (?:me|us) back|say (?:anything|thank you|thanks))'
const WRITING =
  '(?:replying|responding|answering|acknowledging|writing(?: back)?|e-?mailing|confirming|thanking (?:me|us)|(?:getting|coming) back to (?:me|us))'
const REPLY =
  '(?:(?:automatic|automated|auto|written|formal|further|courtesy|kind of) )?(?:auto-?repl(?:y|ies)|repl(?:y|ies)|responses?|reactions?|answers?|acknowledge?ments?|acks?|confirmations?|receipts?|rogers?|follow-?ups?|thank-?you(?: note)?s?|(?:courtesy|holding|thank-you) (?:notes?|mails?|letters?)|(?:letter|note|mail|message|word) back)(?![a-z])(?! (?:page|form|block|sheet|section|clause|card|number|period|brief|comment|deadline)s?\\b|:? testimony\\b)'
const MAILS =
  '(?:(?:automatic|automated|follow-?up|further|of your|of these|of those|such|your|these|those|any|more) ){0,3}(?:e-?mails?|mails?|messages?|notes?|notices?|letters?|reminders?|surveys?|updates?|repl(?:y|ies)|acknowledge?ments?|receipts?|confirmations?|things?)'
const NEEDED =
  '(?:needed|necessary|nec\\b|required|expected|awaited|foreseen|wanted|wished(?: for)?|requested|solicited|invited|called for|desired)'
/** Of this mail, and by whom. */
const OF_THIS =
  '(?:,? (?:of any (?:kind|sort)|from (?:you|either of us|your (?:side|end|office|part))|on your (?:side|end|part)|(?:of|to|for|on) (?:this|it)(?: (?:e-?mail|message|letter|notice|note|report|one))?|of receipt|at your end))*'
/** Not now, or not by them, or not so, or not to somebody or some place: an answer is wanted all the same. */
const NOT_ALWAYS =
  '(?! (?:(?:until|unless|before|after|during|outside|out of|overnight|over|via(?! e-?mail)|through|with|straight|directly|by(?! e-?mail)|within|today|tomorrow|yet|now|right away|immediately|this week|there|that|which|under|in(?! writing)|at (?!all|this time|your end)|from (?!you)|on (?!this|your|it|my account)|for (?!this|it|my sake|our sake)|only|-?all|him|her|them)\\b|to (?!this\\b|it\\b|me\\b|us\\b|our (?:mail|letter|e-?mail|note|message|notice)\\b|the (?:mail|letter|e-?mail|note|message|notice)\\b)))'
/** "No confirmation needed, but please send the template": what is declined is a note, and the thing itself is wanted. */
const NOT_INSTEAD =
  '(?![,;]? (?:(?:but |and |just |please ){1,4}(?:send|return|issue)\\b|(?:what )?(?:i|we) (?:do )?(?:need|want) (?:the|an?)\\b|(?:yes or no|an? (?:\\w+[ -]){0,2}(?:call|e-?mail|answer|one)) (?:is|will|would)\\b))'
/** Of this mail, to its writer: not "do not write Suite 400", "do not e-mail Bob", "do not write to this address: 12 Elm Street". */
const THIS_ONE =
  "(?:(?<=\\b(?:me|us|back|here))(?! (?:at|any ?more at|by) (?:the|my|our)\\b)|(?=\\s*[^\\s\\w:]|\\s*$|\\s*\\n| (?:(?:to |on )?(?:this|that|it)(?! (?:as|question|item|point|section|row|line|part|form|address|thread|to the|in clear)\\b)|on this thread|(?:to )?(?:our|my|the) (?:letter|mail|e-?mail|message|note|notice)|(?:to )?(?:me|us)(?! (?:at|by) (?:the|my|our)\\b)|back|here|again|receipt|anything|(?:via|by) e-?mail|for (?:my|our) sake|on my account|or (?:acknowledge|confirm|respond|answer|reply|write|call)|and (?:do not|don'?t|file|close|note)|because|since|as|when|if|either|about (?:this|it)|please|pl[sz]|thx|thanks|thank you)\\b))"
/** Mails to the writer, not those to another place or person, or on another way. */
const TO_US = '(?! (?:please )?(?:to|at) (?!me\\b|us\\b|this\\b|it\\b|all\\b)| by (?!e-?mail\\b))'
/** And nothing else after it: "no answer, please help" complains. */
const AND_THANKS =
  '(?:please|pl[sz]|thx|thanks|thank you)(?=[^\\s\\w]|\\s*$|\\s*\\n| (?:thanks|on this|to this|for this|and)\\b)'
/** What others, and we ourselves, need not do: the rules, a form, a letter to somebody else. */
const NOT_OURS = '(?<!\\b(?:we|i|they|resellers|carriers|clecs) )'
/** Said to us: not "we hold receipts", "it told us to save the confirmation", "you withhold any response". */
const TELLS_US = '(?<=(?:^|[.,;:!?(\\n]|\\b(?:please|kindly|pls|just|so|then|you (?:may|can|could|should)))\\s{0,6})'
/** The noun by itself: not "a notarial acknowledgment", "the Commission's confirmation". */
const BY_ITSELF =
  '(?<=(?:^|[.,;:!?(\\n]|\\b(?:an?|any|the|your|further|such|that|so|and|or|but|because|since|as|though|although|while|please))\\s{0,6})'
const A = '(?:an? |any |the |your )?(?:usual |standard |customary )?'
const SUBJECT = '(?:i|we|this|this one|it|that|(?:this|the) (?:letter|mail|e-?mail|notice|message|note|report|form))'
const PLEASE = '(?:please|kindly|pls)'
const DO_NOT = "(?:do not|don'?t)"
const IS_NOT = "(?:is not|are not|isn'?t|aren'?t|need not be|needn'?t be)"
const GLAD = '(?:appreciate it|obliged|grateful|glad|happy|thankful|relieved)'
/** Nothing more comes of the thought. */
const ENDS = '(?=[.,;!\\x29\\x5d]|\\s*$)'
const IS_WRONG =
  '(?:you|it|this|that|something|anything|any of) (?:\\w+ ){0,4}(?:object|disagree|wrong|missing|amiss|incorrect|mistaken)'

const THERE_IS_NO_NEED = [
  `no (?:\\w+ (?:or|and) )?${REPLY}(?: (?:and|or) no \\w+)?${OF_THIS},? (?:(?:(?:is|are) )?(?:being )?${NEEDED}${NOT_ALWAYS}${NOT_INSTEAD}|${AND_THANKS})`,
  `${BY_ITSELF}${REPLY}${OF_THIS} (?:(?:${IS_NOT} |not )${NEEDED}|(?:is |are )?unnecessary)${NOT_ALWAYS}${NOT_INSTEAD}`,
  `(?:repl(?:y|ies)|responses?|answers?|acknowledge?ments?) (?:required|needed|requested|expected|wanted|necessary)(?: (?:from|of|by) you(?:r \\w+)?)?: ?(?:none|no|nil|not)(?![a-z])`,
  `${SUBJECT} (?:really |also )?(?:requires?|needs?|wants?|expects?|asks? for|calls? for) no ${REPLY}${NOT_ALWAYS}`,
  `and (?:requires|needs|expects|asks for|calls for) no ${REPLY}${NOT_ALWAYS}`,
  `${SUBJECT} (?:do not|does not|don'?t|doesn'?t) (?:really |actually )?(?:need|require|expect|want|ask for|call for) ${A}${REPLY}${NOT_ALWAYS}${NOT_INSTEAD}`,
  `not (?:looking for|waiting for|expecting|asking for|in need of|collecting|soliciting|seeking|inviting) ${A}${REPLY}${NOT_ALWAYS}`,
  `(?:not|don'?t|isn'?t|aren'?t) (?:be )?(?:expect|expecting|need|needing|want|looking for) (?:to hear|anything|nothing) (?:back|from you|in return)${NOT_ALWAYS}`,
  `no need (?:for (?:you|anyone|anybody|your side) )?(?:to (?:(?:call|phone) or )?${WRITE}${THIS_ONE}|(?:for|of) ${A}${REPLY})${NOT_ALWAYS}${NOT_INSTEAD}`,
  `no need (?:for (?:you|anyone|anybody) )?to (?:write|confirm|chase|follow up)(?=[.,;!]| this| us| me)|do not need confirmation${ENDS}`,
  `${NOT_OURS}(?:needn'?t|need not|(?:don'?t|do not) (?:have|need) to) (?:\\w+ anything or )?(?:${WRITE}|be (?:answered|acknowledged|confirmed)|(?:bother|trouble)(?: yourself| yourselves)? (?:with )?(?:to ${WRITE}|${WRITING}))${THIS_ONE}${NOT_ALWAYS}`,
  // With all of it in hand nobody has to: that is why it comes at once.
  `(?<!\\b(?:so|order|hope|way|sure|ensure)\\b[^.;:!?]{0,30})(?:needn'?t|need not|(?:don'?t|do not) (?:have|need) to) chase (?:me|us)${NOT_ALWAYS}`,
  `nothing (?:is )?(?:needed|wanted)(?: back)?,? (?:so )?${DO_NOT} answer`,
  `(?:nobody|no one) (?:needs|has) to (?:${WRITE})${ENDS}`,
  "(?:there is|there's) nothing to write (?:to|about)",
  `no call for (?:${WRITING}|${A}${REPLY})|(?:we |i )?waive (?:the |any )?${REPLY}${ENDS}|${REPLY}(?: of receipt)? is (?:expressly |hereby )?waived${ENDS}`,
  '(?:nnr|nrn|nntr|n/r)(?= needed|[.,;!\\x29\\x5d]|\\s*$)',
  `(?<!\\b(?:we|i|they) (?:are|am|were) )(?:(?:not|isn'?t|aren'?t) (?:necessary|required|obliged|obligated)|unnecessary|no obligation) (?:for you )?to ${WRITE}${THIS_ONE}${NOT_ALWAYS}`,
  `${WRITING} (?:to (?:this|it|us|me) )?(?:${IS_NOT} (?:necessary|required|needed)|is unnecessary)${NOT_ALWAYS}`,
  `neither (?:need|expect|want) nor (?:need|expect|want) ${A}${REPLY}${NOT_ALWAYS}`,
  `(?:do not|don'?t) feel (?:that )?you (?:have|need) to ${WRITE}${THIS_ONE}${NOT_ALWAYS}`,
] as const

const NONE_SHALL_BE_WRITTEN = [
  `${PLEASE},? (?:(?:send|write) (?:me |us )?)?no ${REPLY}${NOT_ALWAYS}`,
  `${PLEASE} ${DO_NOT} (?:bother to |feel (?:obliged|obligated) to |take the time to )?${WRITE}${THIS_ONE}${NOT_ALWAYS}`,
  `${PLEASE} ${DO_NOT} send (?:me |us )?(?:${A}${REPLY}|(?:one|any) of (?:those|these|your))${NOT_ALWAYS}`,
  `${DO_NOT} (?:reply|respond|answer|acknowledge|write(?: (?:back|here))?)(?: (?:to )?(?:this|it|me|us)(?: (?:automated |automatic )?(?:e-?mail|mail|message|note|notice|report|address|form))?)?(?:,? (?:by (?:e-?mail|machine)|please|pls|on my account|for (?:my|our) sake))?(?=[.,;!*\\x29]| or (?:acknowledge|confirm|respond|answer|reply|write|call|send)\\b|\\s*$)`,
  `${DO_NOT} send (?:me |us )${A}(?:automatic |auto-?)?(?:${REPLY})(?=,? or (?:a |an |any )?(?:acknowledge|survey|confirm|receipt|anything)|[.!]|\\s*$)`,
  `${DO_NOT} send (?:me |us )?(?:anything|any (?:answer|reply|mail|e-?mail|message|note))(?: \\w+)? (?:back|to this(?! address)|in return)`,
  `${DO_NOT} (?:bother|trouble|derange|disturb|tire|worry)(?: yourself| yourselves)? (?:to ${WRITE}|(?:about |by |with )?(?:${WRITING}|${A}${REPLY}))${THIS_ONE}${NOT_ALWAYS}${NOT_INSTEAD}`,
  `${DO_NOT} (?:you )?(?:go |be )writing (?:me|us)|(?:skip|refrain from|no sense in) (?:${WRITING}|any ${REPLY}|further ${MAILS})`,
  `(?:please|kindly|that you|must|to) (?:send|transmit) (?:me |us )?nothing(?=[.,;!]| (?:back|until|to this|in return))`,
  '(?:^|[.;:,!?]) ?(?:so )?(?:send|write|mail|transmit) (?:me |us )?(?:nothing|none)(?=[.,;!]| (?:back|until|to))',
  `(?:nobody|no one|no-one) (?:on|at|from|in) your (?:side|end|team|office|company|staff)(?: is to| should| may| shall| needs to) (?:${WRITE}|contact|call)(?! (?:our|the|their|his|her)\\b)`,
  `spare (?:me|us) (?:(?:the|your|an?|any|all) )?(?:usual |customary )?${REPLY}|${TELLS_US}(?:skip|omit|forgo|suppress|withhold|dispense with|hold|save) (?:(?:the|your|an?|any|all) )?(?:usual |customary )?${REPLY}${THIS_ONE}${NOT_INSTEAD}`,
  `(?:spare|save) (?:yourself|yourselves) (?:the|your|an?) (?:${REPLY}|courtesy|effort of ${WRITING}|trouble of ${WRITING}|typing|ink)`,
  `spare (?:me|us) (?:\\w+ ){0,3}${MAILS}|(?:please|kindly) (?:suppress|spare (?:me |us )?(?:the|your) ${REPLY})`,
  `without (?:the|your) (?:usual |customary )?(?:courtesy (?:note|mail|letter)|acknowledge?ment|auto-?reply|thank-?you)|${PLEASE} (?!do not|don)(?:\\w+ ){1,6}without (?:an?|any) ${REPLY}`,
  'save (?:the|your|an?) (?:typing|ink|stamp|keystrokes)',
  `(?:be|feel) sorry if (?:(?!nobody|no one|none)\\w+ ){1,10}(?:answer|answered|reply|replied|respond|responded|write|wrote)${ENDS}`,
  `${GLAD} if you (?:did not|didn'?t|would not|wouldn'?t) ${WRITE}${THIS_ONE}${NOT_ALWAYS}`,
  `${GLAD} if (?:nobody|no one|none of you) (?:would ${WRITE}|wrote|answered|replied|confirmed|acknowledged)`,
  `(?:'d|would|had) rather you (?:didn'?t|did not|not) ${WRITE}${THIS_ONE}${NOT_ALWAYS}`,
  'hold (?:all |any )?(?:\\w+,? ){0,3}(?:and |or )?(?:mails?|e-?mails?|messages?|letters|correspondence) (?:of any kind )?until',
  `(?<!\\b(?:still|then|but|with|and) )nothing (?:by (?:e-?mail|mail)|in writing|back)(?:[.!]|, (?:not|please)| (?:from you|on this|please))|(?:please|so),? nothing back${ENDS}`,
  `${TELLS_US}(?:let|leave) (?:this|it)(?: one)? (?:go )?(?:unanswered|unacknowledged|without (?:an answer|a reply|comment))${ENDS}`,
  `nothing (?:more |further |at all )?(?:is to )?be sent(?: here| back| in return|${ENDS})`,
  `${DO_NOT} (?:hit|press) reply|${DO_NOT} e-?mail me(?=[.,;!])|(?:please|kindly) (?:stay|keep|remain) (?:quiet|silent)`,
  `${DO_NOT} send (?:me |us )?any (?:more )?(?:letters|mails?|e-?mails?|messages)${THIS_ONE}${TO_US}${NOT_ALWAYS}`,
  `let (?:nothing|no (?:answer|mail|word)) (?:come|go|be) (?:back|out|written)`,
  `(?:ask|request|prefer)(?: that)? you (?:do |did )?not (?:to )?${WRITE}${THIS_ONE}${NOT_ALWAYS}|requested not to ${WRITE}${THIS_ONE}${NOT_ALWAYS}`,
  `(?:prefer|appreciate|would like) no ${REPLY}${NOT_ALWAYS}`,
  `${DO_NOT} (?:waste|spend) (?:your |any )?time (?:on ${A}${REPLY}|${WRITING})${NOT_ALWAYS}`,
  `${DO_NOT} contact (?:me|us) (?:about|on|regarding) (?:this|it)(?: letter| mail| e-?mail| message| matter)?${ENDS}`,
] as const

const THERE_HAVE_BEEN_ENOUGH = [
  `(?:stop|quit|cease) (?:sending|mailing|writing|e-?mailing) (?:me|us) ${MAILS}\\b${TO_US}`,
  `(?:stop|quit|cease) (?:writing to|e-?mailing|bothering|pestering) (?:me|us)${ENDS}|(?:please|kindly) stop (?:confirming|acknowledging|thanking)|${TELLS_US}(?:stop|abstain from) (?:replying|responding|answering)(?: (?:to )?(?:me|us|this|it|my|our)(?: (?:one|thread|mails?|e-?mails?|messages?|letters?))?)?${ENDS}`,
  `no (?:more|further) (?:${MAILS}|traffic|correspondence)(?:,? ${AND_THANKS}|,? (?:on this|about this|to this|from you|in this matter|of any|(?:is |are )?(?:needed|necessary|required|wanted))${TO_US}|(?<!\\b(?:are|were|is|be|have|has) no \\w[^.!]{0,40})[.!])`,
  `no (?:second|third|fourth)(?: one)?,? ${AND_THANKS}`,
  `not another (?:automatic )?(?:${REPLY})${NOT_ALWAYS}`,
  '(?:let|may) that be the end of (?:it|this)',
] as const

const IT_IS_FOR_THE_BIN = [
  `(?:ignore|disregard|delete|bin|trash|forget|throw away) this (?:e-?mail|mail|message|note)(?= too|[.,;!]| please)`,
  `test(?:ing)?(?: message| mail)?[,;.:]? please ignore|(?:can|may) (?:safely )?ignore this${ENDS}`,
  '(?:concludes|ends|closes) (?:our|this) correspondence|(?:consider|regard) (?:the|this|our) correspondence (?:as )?closed',
  'pay (?:me|us) no mind',
] as const

const OTHER_LANGUAGES = [
  'eine (?:antwort|rückmeldung|bestätigung) ist nicht (?:nötig|erforderlich|notwendig)',
  'keine (?:antwort|rückmeldung|bestätigung) (?:nötig|erforderlich|notwendig|erwünscht)',
  'bitte nicht (?:antworten|beantworten)',
  "(?:aucune|pas de) réponse (?:n'est )?(?:nécessaire|requise|attendue)",
  "(?:inutile|pas besoin) de (?:me |nous )?répondre|on n'attend pas de (?:retour|réponse)",
  'ne pas répondre',
  'no (?:es necesari[oa]|hace falta|se requiere|requiere|se necesita) (?:una |que )?(?:responder|respuesta|(?:me |nos )?respondan|(?:me |nos )?contest|acuse)',
  '(?:favor de|por favor,?) no (?:respond|contest)|no espero respuesta',
  'não (?:é (?:necessári[oa]|preciso)|precisam?|requer) (?:de )?(?:uma )?(?:responder|resposta)',
  'favor,? não respond',
  'non (?:è necessari[oa]|serve|occorre) (?:una )?(?:rispondere|risposta)',
  'si prega di non rispondere',
  'geen (?:antwoord|reactie|bevestiging) (?:nodig|vereist|gewenst|verwacht)',
  'hoeft? niet te (?:antwoorden|reageren)',
  'odpowiedź nie jest (?:wymagana|potrzebna|konieczna)',
  'nie (?:trzeba|należy|proszę) odpowiad|proszę nie odp',
  '返信(?:は|には)?(?:不要|ご無用|及び)',
  '(?:无需|不用|不必|请勿)(?:回复|答复)',
  '(?:회신|답장)은? ?(?:불필요|필요 ?없|안 하셔도)',
] as const

export const WAYS_TO_SAY_NO_ANSWER = [
  THERE_IS_NO_NEED,
  NONE_SHALL_BE_WRITTEN,
  THERE_HAVE_BEEN_ENOUGH,
  IT_IS_FOR_THE_BIN,
  OTHER_LANGUAGES,
] as const

/** Said of a mail, and as often of a form's row, an account, a list of papers. */
export const WAYS_TO_CLOSE = [
  `nothing (?:further |else |more )?(?:is )?(?:needed|required|expected|wanted) (?:back|(?:from|of|on|at) (?:you|your (?:side|end|part)))${NOT_ALWAYS}`,
  `nothing (?:more|further|else) (?:is )?(?:needed|required)${ENDS}|nothing to do (?:on|at) your (?:side|end)${ENDS}`,
  `nothing (?:here )?(?:for you )?to (?:reply|respond|answer|write|say)(?: to| about| here)?${ENDS}`,
  `(?:only|just) (?:speak up|write(?: back)?|reply|respond|answer|get in touch) (?:to object|if ${IS_WRONG})`,
  `(?:speak up|write(?: back)?|reply|respond|answer) only (?:to object|if ${IS_WRONG})`,
  `(?:ignore|disregard|delete|bin|trash|forget|throw away) this one(?= too|[.,;!]| please)`,
  '(?:gets?|have|has|receives?) (?:more than )?(?:enough|too much|plenty of) (?:e-?mail|mail|to read)(?: (?:as it is|already))',
  `leave (?:me|us) out(?: of (?:it|this))?${ENDS}`,
  '(?:consider|regard|treat) (?:the|this) (?:matter|file|request|ticket|thread|case)(?: as)? (?:shut|over|done with|finished)',
  '(?:you|your \\w+|nobody|no one) owes? (?:me|us) (?:nothing|no (?:answer|reply))',
  `(?:won't|will not) (?:see|read) (?:it|them|any of it|your (?:answer|reply|mail))${ENDS}`,
] as const
