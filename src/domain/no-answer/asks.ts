/** What a mail asks us to send, say or sign: whoever does so has not done with us, whatever else he says. */
import { SENTENCE } from './said.ts'

const ASKS = [
  /\?["')\]]*\s*$/,
  /\b(?:please|kindly|pls|could you|can you|would you|will you)\b(?![^.?!]{0,15}(?:\b(?:not|no|nothing|only|just)\b|n't))[^.?!]{0,30}\b(?:send|tell|advise|confirm|let (?:us|me) know|explain|provide|forward|return|countersign|sign|reply|respond|answer)\b/i,
  /\b(?:we|i) (?:need|want|would like|require|ask for|request)\b[^.?!]{0,30}\b(?:agreement|template|draft|copy|form|list|answer|reply|signed)\b/i,
]

/** "Please let me know if you need more": a courtesy. */
const IN_CASE = /\bif (?:you|anything|something|there)\b|\bany (?:further )?questions\b/i

/** The first sentence that asks for something; null: none does. */
export function askedIn(words: string): string | null {
  for (const [sentence] of words.matchAll(SENTENCE))
    if (ASKS.some((one) => one.test(sentence)) && !IN_CASE.test(sentence)) return sentence.trim()
  return null
}
