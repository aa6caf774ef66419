/**
 * An address that nobody reads, said of itself: by forms, copiers, relays and shared boxes under any name. A Reply-To says
 * where somebody reads. That it rests on weekends, or that mail to it is not encrypted, a person writes.
 */
import { phrases } from '../understand/kind/phrases.ts'

const BOX = '(?:address|mail ?box|inbox|account|box)'
const DEVICE = '(?:device|machine|copier|scanner|printer|relay|gateway|unit|terminal|kiosk|system|service|sender|form)'
const READ =
  '(?:monitored|read|attended|checked|watched|opened|looked at|seen|delivered|answered|received|kept|accepted|forwarded)'
const MAIL = '(?:e-?mails?|mails?|messages?|repl(?:y|ies)|answers?|responses?|anything|what is)'
const LOST = '(?:thrown away|discarded|deleted|dropped|binned|lost|ignored|refused|rejected)'
const HERE = `(?:to (?:this|the) (?:sender |sending |e-?mail )?(?:${BOX}|${DEVICE}|e-?mail|message|number)|here|back|to it)`

const UNREAD = phrases([
  `th(?:is|e) (?:(?:sender|sending|e-?mail|mail|return|from) )?${BOX} (?:is|are) (?:not|never) (?:being |actively |regularly )?${READ}(?! (?:on|over|after|outside|during|at|around|every|24))`,
  `this (?:is|comes from|was sent from) an (?:unmonitored|unattended|unread|outgoing-only|outbound-only|send-only) (?:sender |e-?mail )?${BOX}`,
  `this (?:sender |e-?mail )?(?:${BOX}|${DEVICE}) is (?:send|outgoing|outbound|one|write)[- ](?:only|way)`,
  `${MAIL} (?:(?:sent|written|addressed) )?${HERE} (?:is|are|will)(?: be)? ${LOST}`,
  `${MAIL} (?:(?:sent|written|addressed) )?${HERE} (?:is|are|will) (?:not|never) (?:be |being )?${READ}`,
  `${MAIL} (?:(?:sent|written) )?${HERE} (?:will )?(?:reach|go)(?:es)? (?:to )?(?:nobody|no one|nowhere)`,
  `(?:repl(?:y|ies)|answers|responses) (?:is|are|will be) (?:${LOST}|not ${READ})`,
  `(?:messages|mails?|e-?mails?|${DEVICE}) (?:from here )?(?:is|are|goes?) (?:strictly )?one[- ]way`,
  `(?:this|the|our) (?:\\w+ ){0,2}(?:${BOX}|${DEVICE}) (?:cannot|can't|can not|does not|doesn't|is (?:not able|unable) to) (?:receive|accept|take) (?:any )?(?:incoming )?(?:${MAIL}|anything)`,
  `(?:${BOX}|${DEVICE}|which|that|and) (?:accepts?|receives?|takes?) no (?:incoming |return )?${MAIL}`,
  `(?:${BOX}|${DEVICE}) (?:keeps?|has) no (?:inbox|mail ?box)`,
])

/** The words that say so; null: none do. `words`: the newest text with what stands below it, without accents (`letters`). */
export function senderUnread(words: string): string | null {
  return UNREAD.exec(words)?.[0] ?? null
}
