/**
 * An address that nobody reads, said of itself: by forms, copiers, relays and shared boxes under any name. A Reply-To says
 * where somebody reads. That it rests on weekends, or that mail to it is not encrypted, a person writes.
 */
import { phrases } from '../understand/kind/phrases.ts'
import { saidOf } from './said.ts'

const BOX = '(?:address|mail ?box|inbox|(?:e-?)?mail account|box|alias|log-?in)'
const DEVICE =
  '(?:device|machine|copier|scanner|printer|fax(?:box)?|relay|gateway|unit|terminal|kiosk|system|service|sender|form|script|computer|handheld|workstation)'
/** What sends by itself; a system, a service, a gateway may be one-way as trunks are. */
const SENDER_DEVICE =
  '(?:device|machine|copier|scanner|printer|fax(?:box)?|relay|terminal|kiosk|sender|form|script|computer|handheld|workstation)'
const READ =
  '(?:monitored|read|attended|checked|watched|opened|looked at|seen|delivered|answered|received|kept|accepted|forwarded)'
/** Somebody reads it, only not always, or not all; or it is told who does not. */
const NOT_AT_TIMES =
  '(?! (?:by|before|yet|to|in time|any ?more than|on|over|after|outside|during|at|around|every|24|daily|hourly|nightly|closely|carefully|often|much|frequently|constantly|continuously|regularly|all day|all the time))'
/** Not "orders@acme.example; the mailbox is not watched": the box of an address that is named is that one's. */
const NO_OTHERS = '(?<!@\\S{1,80} [^!?]{0,80})'
/** The relay that this comes through, not an office "which does not accept e-mail filings". */
const OF_IT = `(?<=\\b(?:${BOX}|${DEVICE})\\b[^.!?]{0,40})`
/** All answers: not incomplete ones, nor those that a form is filled in with. */
const ALL_OF_THEM = '(?<=(?:^|[.,;:!?(\\n]|\\b(?:any|all|and|but|so|because|as|your))\\s{0,6})'
const IS_SAID = '(?=[^\\s\\w]|\\s*$|\\s*\\n| (?:here|from|at|back|please|so|and|or|but|sent|unread)\\b)'
/** No mail at all: not "if it is encrypted". */
const AT_ALL = `(?!,? (?:if|unless|when|let alone|over|with)\\b)${IS_SAID}`
const MAIL = '(?:return mail|e-?mails?|mails?|messages?|repl(?:y|ies)|answers?|responses?|anything|whatever|what is)'
const LOST =
  '(?:thrown away|discarded|deleted|dropped|binned|lost|ignored|refused|rejected|erased|destroyed|undeliverable|neither|piped)'
const HERE = `(?:(?:(?:sent|written|addressed|that arrives?|arrives?|arriving|coming|comes) )?(?:in )?(?:to (?:this|the) (?:sender |sending |e-?mail )?(?:${BOX}|${DEVICE}|e-?mail|message|number|user)|here|back|to it))`
const CANNOT = "(?:cannot|can'?t|can not|does not|doesn'?t|(?:is )?(?:not able|unable) to)"
const TODAY = '(?:today|tonight|this (?:afternoon|evening)|at (?:noon|midnight|\\w+(?: [ap]m)?(?: today)?)|in an hour)'

/** Told of what we sent: "your last notice came from an unattended mailbox". */
const NOT_YOURS = '(?<!\\byour\\b[^.!?]{0,60})'

const UNREAD = phrases([
  `(?:this|${NO_OTHERS}the) (?:(?:sender|sending|e-?mail|mail|return|from) )?${BOX} (?:is|are) (?:not|never|no longer) (?:being |actively |regularly )?${READ}${NOT_AT_TIMES}`,
  `(?:this|the) account is (?:not|never|no longer) (?:being |actively |regularly )?(?:monitored|attended|checked|watched|read)${NOT_AT_TIMES}`,
  `(?:^|[.,;:!]) ?(?:sender|sending|return)(?:'?s)? (?:e-?mail )?${BOX} (?:is|are) (?:not|never|no longer) ${READ}${NOT_AT_TIMES}`,
  `${NOT_YOURS}(?:this (?:\\w+ )?(?:is|comes|came|was)|it (?:is|comes)|sent|mailed|reached|go(?:es)?)(?: sent| mailed)?(?: from| by| to)? (?:an? |our |the )?(?:(?:send|outgoing|outbound|transmit)[- ]only (?:\\w+ )?(?:${BOX}|${DEVICE})|(?:unattended|unmonitored) (?:mail )?${BOX})(?! (?:of yours|for|with)\\b)`,
  `this (?:(?:is|comes from|was sent from) )?(?:an )?(?:${BOX} is )?(?:unmonitored|unattended|unread|outgoing-only|outbound-only|send-only)(?: (?:sender |e-?mail )?${BOX})?`,
  `th(?:is|e) (?:sender |e-?mail )?(?:${BOX}|account|${SENDER_DEVICE}) (?:is )?(?:only )?(?:(?:sends?|outgoing|outbound|one|write|transmits?)[- ](?:only|way)|sends (?:papers |mail |things )?out)${AT_ALL}`,
  `(?:this|the) ${BOX} is (?:used )?(?:for (?:sending|outgoing (?:e-?mail|mail|messages)) only|only for (?:sending|outgoing (?:e-?mail|mail|messages)))`,
  `${MAIL} ${HERE} (?:is|are|will)(?: be)? ${LOST}`,
  `${MAIL} ${HERE} (?:is|are|will) (?:not|never) (?:be |being )?${READ}|${MAIL} to this ${BOX} bounces?${AT_ALL}`,
  `${MAIL} ${HERE} (?:will )?(?:reach|go)(?:es)? (?:to )?(?:nobody|no one|nowhere)`,
  `${ALL_OF_THEM}(?:repl(?:y|ies)|answers|responses) (?:(?:is|are|will be) (?:${LOST}|not ${READ})(?! (?:if|unless|when|without|until|by|on|in)\\b)|vanish|evaporate|(?:will )?go unread|cannot be (?:read|received))`,
  // Of an address that is somebody else's, a pager's, a list's.
  `(?:do not|don'?t|never) (?:reply|respond|answer|write|send (?:anything|mail|e-?mail|messages))(?: back)? to (?:this (?:sender |e-?mail )?(?:${BOX}|${DEVICE}|list|number|pager)(?!, we (?:are|have)\\b)|the (?:(?:sender |e-?mail )(?:${BOX}|${DEVICE})|${SENDER_DEVICE}|list(?!, (?:only|just|but)\\b)|pager))(?! of| ?: ?\\d)${AT_ALL}`,
  `you cannot (?:reply|respond) to this (?:e-?mail|mail|message)${AT_ALL}|(?:i|we) (?:will not|won'?t) (?:see|read) (?:your|any) (?:repl(?:y|ies)|answers?|responses?)${AT_ALL}`,
  `incoming (?:e-?mail|mail|messages) (?:is|are) not (?:${READ})${NOT_AT_TIMES}|(?:doesn'?t|don'?t|can'?t|cannot|won'?t) (?:see|handle|read) (?:any )?repl(?:y|ies)`,
  `(?:i|we) (?:${CANNOT}|are unable to|am unable to) (?:read|receive|get) (?:any )?${MAIL} (?:at|on|under) this ${BOX}${AT_ALL}`,
  `(?:${BOX}|${OF_IT}(?:which|that)) ${CANNOT} (?:accept|receive|take) (?:any )?(?:incoming )?(?:e-?mail|mail|messages)${AT_ALL}`,
  `(?:answer|reply|response) (?:will|would) (?:land|go) nowhere|(?:answer|reply|response) (?:will not|won'?t|would not|wouldn'?t) (?:reach|get to) (?:me|us)(?! (?:at|in time|before|by|if|on|when|until)\\b)`,
  `(?:messages|mails?|e-?mails?|${SENDER_DEVICE}) (?:from here )?(?:is|are|goes?) (?:strictly )?one[- ]way${AT_ALL}`,
  `(?:this (?:\\w+ ){0,2}|the (?:(?:sending|sender|e-?mail|return) )?|our )(?:${BOX}|${DEVICE}) ${CANNOT} (?:(?:receive|accept|take|read|display|open|carry) (?:any )?(?:incoming |return )?(?:${MAIL}|any in)${AT_ALL}|take any in|read(?=[.,;!])(?!, let))`,
  `(?:${BOX}|${DEVICE}|${OF_IT}(?:which|and)) (?:accepts?|receives?|takes?) no (?:incoming |return )?${MAIL}${AT_ALL}`,
  `(?:${BOX}|${DEVICE}) (?:keeps?|has) no (?:inbox|mail ?box)|(?:${DEVICE}) does not carry repl`,
  `(?:my|this|the) (?:address|mail ?box|inbox|e-?mail(?: account)?|mail account) (?:is|gets|will be|goes|is being) (?:switched off|turned off|shut (?:down|off)|cut off|closed|retired|wiped|deleted|disabled|dark) ${TODAY}|my account is (?:switched|turned|shut) off ${TODAY}`,
  `(?:nobody|no one|no human|none of us) (?:here )?(?:reads|opens|checks|watches|monitors) (?:this(?: (?:${BOX}|mail|e-?mail))?|incoming mail)(?=[.,;!])`,
])

/** The words that say so; null: none do. `words`: the newest text with what stands below it, without accents (`letters`). */
export function senderUnread(words: string): string | null {
  return saidOf(words, UNREAD)
}
