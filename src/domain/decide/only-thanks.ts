/** "Thank you, received!": words that say nothing new. Whatever else stands in a mail makes it something to look at. */
import type { ReadMail } from '../mail.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import { plain } from '../understand/plain.ts'

const THANKS =
  /^(?:(?:ok(?:ay)?|great|perfect|good|super|wonderful|excellent|received|noted|understood|got it|will do|cheers)(?:[, ]+(?:thanks?|thank you|received|noted|got it|understood)(?: (?:so|very) much)?)?|(?:many |much )?(?:thanks|thank you|thx|appreciated?)(?: (?:so|very) much| a lot| again)?(?: for (?:the|your|this|letting)(?: [a-z]+){1,4})?(?:[, ]+(?:received|noted|got it|understood))?|we (?:are on it|have (?:all|everything) we need|will be in touch|will get back to you)|i am on it|that (?:went|was|is) (?:well|fine|great|perfect|helpful))$/i
const AROUND =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b.{0,40}|(?:kind|best|warm|many)? ?(?:regards|wishes)|best|sincerely|yours|cheers|sent from my .{1,20})$/i
const NAME = /^\p{Lu}[\p{L}.'-]{0,20}(?: \p{Lu}[\p{L}.'-]{0,20}){0,2}$/u
const MOST = 300

export function saysOnlyThanks({ text, attachments }: Pick<ReadMail, 'text' | 'attachments'>): boolean {
  if (attachments.some((file) => !file.inline)) return false
  const folded = foldText(plain(text))
  const newest = textOf(folded, folded.newest).trim()
  if (newest === '' || newest.length > MOST || newest.includes('?')) return false
  const said = newest
    .split(/[.!\n]+|, (?=(?:we|that|i) )/)
    .map((one) => one.replace(/\s+/g, ' ').trim().replace(/,$/, ''))
    .filter((one) => one !== '' && !AROUND.test(one))
  const words = said.filter((one, at) => at === 0 || !NAME.test(one))
  return words.length > 0 && words.every((one) => THANKS.test(one))
}
