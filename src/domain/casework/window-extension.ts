/**
 * Somebody writes that the window for arbitration is extended, or asks for it (domain 7, intent 13; 4.2). No program
 * agrees to it: the recorded day of receipt stays until a person says what both parties agreed in writing.
 */
import type { ReadMail } from '../mail.ts'
import { firstFound, newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'

export interface WindowExtension {
  readonly quote: string
}

const MOVES =
  '(?:exten(?:d(?:s|ed|ing)?|sions?)|toll(?:s|ed|ing)?|enlarg\\w+|prolong\\w*|postpon\\w+|suspend\\w*|mov(?:e|ed|ing)|shift(?:ed|ing)?|push(?:ed|ing)? (?:back|out))'
const WINDOW =
  '(?:arbitration (?:window|period|deadlines?|clock|dates?|filing)|(?:statutory|negotiations?|252(?:\\(b\\)(?:\\(1\\))?)?) (?:window|period|deadlines?|clock|time ?(?:line|frame)?)|(?:window|deadline|clock|period) (?:for|to) (?:arbitrat\\w+|petition\\w*)|(?:135th|160th|135|160)(?:[- ]days?| day)|day (?:135|160)|time (?:for|to) (?:fil\\w+ )?(?:an? |the )?(?:petition|arbitrat\\w+)|deemed (?:date of )?receipt|date of receipt)'
const SAYS: readonly RegExp[] = [
  new RegExp(`\\b${MOVES}\\b[^.?!]{0,80}\\b${WINDOW}`, 'i'),
  new RegExp(`\\b${WINDOW}[^.?!]{0,80}\\b${MOVES}\\b`, 'i'),
  // The window is that of arbitration where it is moved by days, or to one.
  /\b(?:exten(?:d(?:s|ed|ing)?|sion of)|toll(?:s|ed|ing)?|enlarg\w+)\b the (?:window|clock) (?:by|for|until|to)\b/i,
  /\b(?:deemed|treated?|considered?) (?:as |to (?:be|have been) )?received (?:on|as of)\b/i,
  /\b(?:deemed|agreed|treated as)\b[^.?!]{0,40}\breceipt\b[^.?!]{0,30}\b(?:on|as of)\b/i,
]
/** What is ruled out, or was never to be. */
const DENIED = /\b(?:not|never|cannot|can't|won't|no)\b[^.?!,;]{0,30}\b(?:agree|consent|exten\w+|toll\w*|mov\w+)\b/i

/** In the newest words of the mail; null: it speaks of none. */
export function windowExtension(mail: Pick<ReadMail, 'text'>): WindowExtension | null {
  for (const sentence of newestSentences(mail)) {
    if (DENIED.test(sentence)) continue
    const at = firstFound(SAYS, sentence)
    if (at !== null) return { quote: quote(sentence, at) }
  }
  return null
}
