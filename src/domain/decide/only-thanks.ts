/** "Thank you, received!": words that say nothing new. Whatever else stands in a mail makes it something to look at. */
import type { ReadMail } from '../mail.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import { plain } from '../understand/plain.ts'

const THANKS =
  /^(?:(?:ok(?:ay)?|great|perfect|good|super|wonderful|excellent|received|noted|understood|got it|will do|cheers)(?:[, ]+(?:thanks?|thank you|received|noted|got it|understood)(?: (?:so|very) much)?)?|(?:many |much )?(?:thanks|thank you|thx|appreciated?)(?: (?:so|very) much| a lot| again)?(?: for (?:the|your|this|letting)(?: [a-z]+){1,4})?(?:[, ]+(?:received|noted|got it|understood))?|we (?:are on it|have (?:all|everything) we need|will be in touch|will get back to you)|i am on it|that (?:went|was|is) (?:well|fine|great|perfect|helpful)|(?:have|enjoy) (?:an?|the|your) (?:\w+ ){0,2}(?:day|weekend|evening|afternoon|week|holidays?|vacation|one)|take care|talk (?:to you )?soon|happy (?:holidays|new year|thanksgiving))$/i
const AROUND =
  /^(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))\b.{0,40}|(?:kind|best|warm|many)? ?(?:regards|wishes)|best|sincerely|yours|cheers|sent from my .{1,20})$/i
/** A name has no full stop behind it. */
const NAME = /^\p{Lu}[\p{L}'-]{0,20}(?: \p{Lu}\.?[\p{L}'-]{0,20}){0,2}$/u
const MOST = 300

export function saysOnlyThanks({ text, attachments }: Pick<ReadMail, 'text' | 'attachments'>): boolean {
  if (attachments.some((file) => !file.inline)) return false
  const folded = foldText(plain(text))
  const newest = textOf(folded, folded.newest).trim()
  if (folded.forwardMark || newest.length > MOST || newest.includes('?')) return false
  const said = saidIn(newest)
  // "Thank you very much!" above a name looks like the end of a letter, and may be all there is of it.
  const end = textOf(folded, folded.signature).trim().split('\n')[0] ?? ''
  const all = said.length > 0 ? said : saidIn(end)
  return all.length > 0 && all.every(isThanks)
}

export function isThanks(sentence: string): boolean {
  return THANKS.test(sentence)
}

/** The newest words without greetings, names and the end of a letter, sentence by sentence. */
export function saidBesides({ text }: Pick<ReadMail, 'text'>): readonly string[] {
  const folded = foldText(plain(text))
  return folded.forwardMark ? [] : saidIn(textOf(folded, folded.newest).trim())
}

function saidIn(text: string): readonly string[] {
  return withoutNames(text)
    .split(/[.!\n]+|, (?=(?:we|that|i) )/)
    .map((one) => one.replace(/\s+/g, ' ').trim().replace(/,$/, ''))
    .filter((one) => one !== '' && !AROUND.test(one))
}

/** Names stand at the end, on lines of their own: "Received. Rejected." ends with none. */
function withoutNames(text: string): string {
  const lines = text.split('\n').map((line) => line.trim())
  while (lines.length > 1 && (lines.at(-1) === '' || NAME.test(lines.at(-1) ?? '') || AROUND.test(lines.at(-1) ?? '')))
    lines.pop()
  return lines.join('\n')
}
