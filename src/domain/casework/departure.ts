/**
 * Somebody leaves for good, or is replaced (domain 7, intent 28): whoever is to be written to instead is verified by
 * another way before anything is changed (T15). An absence is none.
 */
import type { ReadMail } from '../mail.ts'
import { firstFound, newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'

export interface Departure {
  readonly quote: string
}

const SAYS: readonly RegExp[] = [
  /\b(?:am|are|is|was|'m|'s|will be) (?:leaving|retiring|departing|moving on|resigning)\b/i,
  /\b(?:have|has|'ve) (?:\w+ )?(?:left|retired|resigned|departed|moved on)\b(?! (?:for the day|the office|on (?:vacation|leave)))/i,
  /\bno longer (?:with|works?|working|employed|at|part of|the (?:right |proper )?contact)\b/i,
  /\bmy last day\b/i,
  /\b(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)?|tak(?:es|ing|en) over (?:from|for)|took over (?:from|for)) (?:me|him|her|my|his)\b/i,
  /\bmy (?:successor|replacement)\b/i,
]
/** "leaving on vacation", "leaving the office early": back again. */
const ABSENT =
  /\b(?:leaving|departing)\b[^.]{0,30}\b(?:vacation|holidays?|trip|leave|today|early|office)\b|\b(?:vacation|parental|maternity|medical|annual) leave\b|\bwhile I am (?:away|out)\b/i

/** In the newest words of the mail; null: nobody leaves. */
export function departure(mail: Pick<ReadMail, 'text'>): Departure | null {
  for (const sentence of newestSentences(mail)) {
    if (ABSENT.test(sentence)) continue
    const at = firstFound(SAYS, sentence)
    if (at !== null) return { quote: quote(sentence, at) }
  }
  return null
}
