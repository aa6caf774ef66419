/**
 * Somebody leaves for good, or is replaced (domain 7, intent 28): whoever is to be written to instead is verified by
 * another way before anything is changed (T15). An absence is none.
 */
import type { ReadMail } from '../mail.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import { plain } from '../understand/plain.ts'
import { quote } from '../understand/quote.ts'
import { sentencesOf } from '../understand/sentences.ts'

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
  const folded = foldText(mail.text)
  for (const sentence of sentencesOf(plain(textOf(folded, folded.newest)))) {
    if (ABSENT.test(sentence)) continue
    const found = SAYS.map((pattern) => pattern.exec(sentence)).find((match) => match !== null)
    if (found) return { quote: quote(sentence, found.index) }
  }
  return null
}
