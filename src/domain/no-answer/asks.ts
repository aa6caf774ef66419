/** Words that ask us to send, say or sign something. Many ways to ask are not known here: a mail without them may ask too. */
import { SENTENCE } from './said.ts'

const REFUSES = "(?:not|no|nothing|only|just|none)\\b|n't"
const ASKS = [
  /(?<!\bhow are (?:you|things|you all))\?["')\]]*\s*$/i,
  new RegExp(
    `\\b(?:please|kindly|pls|could you|can you|would you|will you)\\b(?! (?:find|see|note|be advised)\\b)(?![^.?!]{0,15}(?:\\b${REFUSES}))[^.?!]{0,30}\\b(?:send|e-?mail|mail|call|get in touch|tell|advise|confirm|let (?:us|me) know|explain|provide|forward|return|issue|prepare|start|add|countersign|sign(?! me)|reply|respond|answer)\\b`,
    'i',
  ),
  /\b(?:we|i) (?:need|want|would like|require|ask for|request)\b(?! (?:no|you to|to (?:thank|send))\b)[^.?!]{0,30}\b(?:agreement|template|draft|copy|form|list|answer|reply|signed)\b/i,
]

/** "Please let me know if you need more": a courtesy. */
const COURTESY =
  /\b(?:let (?:us|me) know|contact|call|write|reach(?: out)?|tell (?:us|me)|advise)\b[^.?!]{0,40}\b(?:if (?:you|anything|something|there)\b|any (?:further )?questions\b)|\bif (?:you|there|anything)\b[^.?!]{0,40}\b(?:questions|let (?:us|me) know|contact|call|reach)\b/i

/** The first sentence that asks for something; null: none does. */
export function askedIn(words: string): string | null {
  for (const [sentence] of words.matchAll(SENTENCE))
    if (ASKS.some((one) => one.test(sentence)) && !COURTESY.test(sentence)) return sentence.trim()
  return null
}
