/** A mail or its service copy says that arbitration was petitioned for: a suggestion for a person, never a record. */
import type { ReadMail } from '../mail.ts'
import { FILE_TEXT_LIMIT } from '../understand/limits.ts'
import { newestWords } from '../understand/newest-words.ts'
import { plain } from '../understand/plain.ts'
import { quote } from '../understand/quote.ts'
import { sentencesOf } from '../understand/sentences.ts'

const SAYS =
  /\b(?:fil(?:e[ds]?|ing)|serv(?:e[ds]?|ing|ice)|submit(?:s|ted)?|lodged|enclos(?:e[ds]?|ing)|attach(?:ed|ing)?)\b[^.\n]{0,80}\bpetition\b[^.\n]{0,80}\barbitrat\w+|\bpetition\b[^.\n]{0,80}\barbitrat\w+[^.\n]{0,120}\b(?:filed|served|submitted|lodged)\b|\b(?:has|have|had)?\s*(?:today |now )?petitioned\b[^.\n]{0,80}\barbitrat\w+/i
/** What is only intended, asked or ruled out is no petition: looked for in front of it. */
const NOT_YET =
  /\b(?:will|would|may|might|could|can|if|unless|intends?|plans?|until|before|not|never|deadline|to)\b[^.\n]{0,60}$/i
/** The head of a pleading. */
const CAPTION = /\bpetition\b[^.]{0,120}\bfor arbitration\b/i

export interface SaidPetition {
  readonly quote: string
  /** File name of the service copy; null: the mail's own words. */
  readonly attachment: string | null
}

export function saidPetition(mail: ReadMail): SaidPetition | null {
  const newest = newestWords(mail)
  for (const sentence of sentencesOf(newest)) {
    const found = /\?\s*$/.test(sentence) ? null : SAYS.exec(sentence)
    if (found !== null && !NOT_YET.test(sentence.slice(0, found.index)))
      return { quote: quote(newest, Math.max(0, newest.indexOf(found[0]))), attachment: null }
  }
  for (const file of mail.attachments) {
    const head = plain((file.text ?? '').slice(0, Math.min(2_000, FILE_TEXT_LIMIT)))
    const at = head.search(CAPTION)
    if (at >= 0 && /\b(?:docket|before the|commission)\b/i.test(head))
      return { quote: quote(head, at), attachment: file.filename }
  }
  return null
}
