/**
 * Somebody leaves for good, or is replaced (domain 7, intent 28): whoever is to be written to instead is verified by
 * another way before anything is changed (T15). An absence is none.
 */
import type { ReadMail } from '../mail.ts'
import { firstFound, newestSentences, newestWords } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'

export interface Departure {
  readonly quote: string
  /** Whom it says to write to instead, with the name where one stands before it; null: it names nobody. */
  readonly writeTo: string | null
}

const SAYS: readonly RegExp[] = [
  /\b(?:am|are|is|was|'m|'s|will be) (?:leaving|retiring|departing|moving on|resigning)\b/i,
  /\b(?:have|has|'ve) (?:\w+ )?(?:left|retired|resigned|departed|moved on)\b(?! (?:for the day|the office|on (?:vacation|leave)|it|this|that|these|them|blank|open|empty|out|off|a|an|some|you|us|sections?|fields?|the (?:rest|others?|last|first|box|line|form|field|section|date|space|question|answer)\w*)\b)/i,
  /\bno longer (?:with|works?|working|employed|at|part of|the (?:right |proper )?contact)\b/i,
  /\bmy last day\b/i,
  /\b(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)?|tak(?:es|ing|en) over (?:from|for)|took over (?:from|for)) (?:me|him|her|my|his)\b/i,
  /\bmy (?:successor|replacement)\b/i,
]
/** "leaving on vacation", "leaving the office early": back again. */
const ABSENT =
  /\b(?:leaving|departing)\b[^.]{0,30}\b(?:vacation|holidays?|trip|leave|today|early|office)\b|\b(?:vacation|parental|maternity|medical|annual) leave\b|\bwhile I am (?:away|out)\b/i

/** In the newest words of the mail; null: nobody leaves. */
export function departure(mail: Pick<ReadMail, 'text'> & Partial<Pick<ReadMail, 'from'>>): Departure | null {
  for (const sentence of newestSentences(mail)) {
    if (ABSENT.test(sentence)) continue
    const at = firstFound(SAYS, sentence)
    if (at !== null) return { quote: quote(sentence, at), writeTo: writeToIn(mail) }
  }
  return null
}

/** Words of a person that hand a matter on; that a "colleague is no longer with us" may be told beside another matter. */
const HANDS_ON =
  /\breplac\w+|\bsuccess\w+|\bsucceed\w*|\b(?:tak(?:es?|en|ing)|took) (?:it |this )?over\b|\binstead\b|\bfrom (?:now|then|that day|\w+day)(?: on)?\b|\b(?:write|direct|address|send|contact|reach|copy|forward|correspondence|e-?mails?|notices)\b[^.]{0,90}@|\bnew (?:point of )?contact\b|\b(?:write|send|address|direct)\b[^.]{0,60}\bto me\b/i

/** The same of a person, whose mail may be about much else. */
export function handedOn(mail: Pick<ReadMail, 'text' | 'from'>): Departure | null {
  return HANDS_ON.test(newestWords(mail)) ? departure(mail) : null
}

/** Once for each case and sender: a machine that nobody turns off may tell it after each of our mails. */
export function departureMark(sender: string): string {
  return `leaves ${sender.toLowerCase()}`
}

const ADDRESS = /[a-z0-9._%+-]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4}/gi
const NAME_BEFORE = /(\p{Lu}[\p{L}'-]+(?:\s+\p{Lu}[\p{L}'.-]*){1,2})[\s,:;(<]*(?:at|on|under|by|via)?[\s,:;(<]*$/u
const FOLLOWS =
  /\bI(?:'m| am|'ve| have| will)?\s+(?:now |just |be )?(?:tak(?:e|en|ing) over|took over|replac(?:e|ing|ed)|succeed(?:ing|ed)?|handling|his|her|the new|(?:his|her|their) (?:successor|replacement))\b|\b(?:write|send|address|direct|contact)\b[^.]{0,60}\b(?:to )?me\b/i

/** Another address than the sender's, or the sender's own where he is the one who follows. */
function writeToIn(mail: Pick<ReadMail, 'text'> & Partial<Pick<ReadMail, 'from'>>): string | null {
  const words = newestWords(mail)
  const from = mail.from?.[0]
  const sender = from?.address ?? ''
  for (const { 0: address, index } of words.matchAll(ADDRESS)) {
    if (address.toLowerCase() === sender) continue
    const name = NAME_BEFORE.exec(words.slice(Math.max(0, index - 80), index))?.[1]?.replace(/\s+/g, ' ')
    return name === undefined ? address : `${name}, ${address}`
  }
  if (!FOLLOWS.test(words) || sender === '') return null
  return from?.name ? `${from.name}, ${sender}` : sender
}

/** What a person writes once it is known by another way who it is. */
export function howToChange(ref: string, { writeTo }: Departure): string {
  return writeTo === null ? '' : ` It names ${writeTo}: if that is so, write "${ref} notice contact = ${writeTo}".`
}
