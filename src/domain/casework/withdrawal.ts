/**
 * Somebody takes a request back. Only a person closes a case; until then nothing is proved by such a mail, and nothing
 * is asked for. Better one too many: a mistaken hold costs a person a look, a missed one reminders to somebody who left.
 */
import type { ReadMail } from '../mail.ts'
import { firstFound, newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { CaseFile } from './case-file.ts'

export interface Withdrawal {
  readonly quote: string
}

const SAYS: readonly RegExp[] = [
  /\b(?:withdraw(?:s|ing|n)?|cancel(?:s|ing|ling|ed|led)?|retract(?:s|ing|ed)?|rescind(?:s|ing|ed)?|drop(?:s|ping|ped)?)\b[^.?!]{0,40}\b(?:our|its|the|my|this|that|their)\b[^.?!]{0,40}\b(?:requests?|ARF)\b/i,
  /\b(?:withdraw|cancel|retract|rescind) (?:it|this|the matter|everything)\b/i,
  /\bno longer (?:needs?|requires?|wants?|wish(?:es)?|plans?|pursu\w+|interested)\b[^.?!]{0,60}\b(?:agreements?|requests?|interconnect\w*|ICA)\b/i,
  /\b(?:please|kindly|you (?:can|may)) (?:close|cancel)\b[^.?!]{0,30}\b(?:our|this|the|my) (?:\w+ ){0,2}(?:request|case|file)\b/i,
  /\b(?:disregard|ignore)\b[^.?!]{0,20}\b(?:our|the|my|this) (?:\w+ ){0,2}(?:requests?|ARF|application|inquiry)\b(?! form)/i,
  /\b(?:abandon(?:s|ed|ing)?|discontinu(?:e|ed|ing)|gave up|giving up|called off|cancell?ed)\b[^.?!]{0,30}\b(?:the|our|this|its|these) (?:\w+ ){0,3}(?:project|plans?|launch|build|venture|entry|request)\b/i,
  /\b(?:will|shall|are|is)(?: not|n't) (?:be )?(?:going (?:ahead|forward)|go (?:ahead|forward)|proceed\w*|pursu\w+|moving forward|move forward) (?:with )?(?:(?:it|this|that)\b|(?:the|our|an?|this) (?:\w+ ){0,2}(?:agreement|request|interconnection|project|plans?|matter|adoption)\b)/i,
  /\b(?:decided|chosen) not to (?:go (?:ahead|forward)|proceed|pursue|enter)\b/i,
]
/** Where papers are dropped: "in the mail", "at your office". */
export const BROUGHT =
  '(?:in|into|at|on|by|with|to) (?:the |your |our |a )?(?:\\w+ )?(?:mail|post|mailbox|box|dropbox|portal|folder|offices?|desk|door|reception|courier|hand|FedEx|UPS|DHL|USPS)\\b'
/** Not what is taken back, a question, another way in its place, or what is handed in. */
const BUT = [
  /\?\s*$|\b(?:not|never|don't|won't) (?:\w+ )?(?:withdraw|cancel|retract|rescind|drop)|\binstead\b|\brequests? (?:for|to|that) (?:an? |the |any |our |your )?(?:changes?|edits?|redlines?|amend\w*|modif\w*|exten\w*|call|meeting|status|negotiat\w*|deposit|expedite\w*)\b|\b(?:adopt|opt in|sign|take) (?:your|the|it)\b|\bif (?:we|you|our|the)\b/i,
  new RegExp(
    `\\bdrop(?:s|ped|ping)?\\b(?:(?!\\b(?:and|but|because|since|as)\\b)[^.?!,;]){1,40}?\\b(?:off(?= (?:at|with|by|in|to|today|tomorrow|yesterday)\\b)|${BROUGHT})`,
    'i',
  ),
]

/** "Drop me a line", "we dropped by": another drop than a request's, beside which one may be taken back. */
const DROPS_ELSE = /\bdrop(?:s|ped|ping)? (?:me|us|you|him|her|them|in|by|off|a|an)\b[^.?!,;]{0,60}/gi

const TAKES_BACK = 'the sender takes it back'
const TOOK_BACK = 'the sender took it back, and now writes that it goes on'

/** Why a person looks first. */
export function takenBackWords({ quote: words }: Withdrawal): string {
  return `${TAKES_BACK}: "${words}"`
}

/** The one mail said so, a later one the opposite: a person says which holds. */
export function goesOnWords(words: string): string {
  return `${TOOK_BACK}: "${words}"`
}

export function isTakenBack({ needsPerson }: Pick<CaseFile, 'needsPerson'>): boolean {
  return [TAKES_BACK, TOOK_BACK].some((words) => needsPerson?.startsWith(words))
}

/** It waits for a person to close it as withdrawn, or was closed so. */
export function wasTakenBack(file: Pick<CaseFile, 'needsPerson' | 'closed'>): boolean {
  return file.closed === null ? isTakenBack(file) : file.closed.reason === 'withdrawn'
}

/** In the newest words of the mail; null: nothing is taken back. */
export function withdrawal(mail: ReadMail): Withdrawal | null {
  const sentences = newestSentences(mail)
  if (sentences.some((one) => /\binstead\b/i.test(one))) return null
  const found = sentences.find(takesBack)
  return found === undefined ? null : { quote: quote(found, firstFound(SAYS, found) ?? 0) }
}

export function takesBack(sentence: string): boolean {
  const words = sentence.replace(DROPS_ELSE, ' ')
  return BUT.every((one) => !one.test(words)) && firstFound(SAYS, words) !== null
}
