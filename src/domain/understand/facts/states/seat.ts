/**
 * The place of an office below a letter, or at its head: "Acme Telephone, Inc., Trinidad, Colorado". Where somebody sits is
 * not what he asks for; "Acme Telephone, Inc. (Colorado)" tells which of a carrier's agreements is meant.
 */
import type { Reading, Sentence } from '../../reading.ts'
import { firmNamesIn } from '../company/firm-names.ts'
import type { StateMention } from './mentions.ts'

/** A town right before the state, and not "Acme Networks of" or "Acme, Inc.,". */
const TOWN_BEFORE = /(?:^|[\s(|·-])\p{Lu}[\p{L}.'-]+(?:,| \() ?$/u
/** "Offices in Colorado and New Mexico", "Colorado office". */
const OFFICES = /\boffices? (?:in|at|:)[^.;]{0,60}$/i
const OFFICE = /^\p{L}+(?: \p{L}+)? (?:field |branch |head |home |main )?office\b/iu
/** "Serving southern Colorado since 1908". */
const SERVING = /^\W*(?:proudly )?serving [^.;]{0,40}$/i
/** What follows the head of a letter. */
const HEAD_ENDS =
  /^\W*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) \d|\d{1,2}[/.-]\d|dear\b|to whom\b|re:|via\b|attn\b|ladies\b)/i
const LINES_OF_HEAD = 4

/** The line, or one of so many above it, names the firm. */
const LINES_OF_FIRM = 2
const LINES_OF_END = 10

export function isSeat(mention: StateMention, reading: Reading): boolean {
  const { sentence, at } = mention
  const [before, from] = [sentence.text.slice(0, at), sentence.text.slice(at)]
  const isSignature = sentence.place === 'signature'
  if (isSignature && (OFFICES.test(before) || SERVING.test(before) || OFFICE.test(from))) return true
  if (mention.stance !== 'address' || !TOWN_BEFORE.test(before) || isBehindFirm(before)) return false
  return isSignature || (sentence.place === 'newest' && isBare(sentence) && isAroundLetter(mention, reading))
}

function isBehindFirm(before: string): boolean {
  const to = before.replace(/[\s,(]+$/, '').length
  return firmNamesIn(before).some((firm) => firm.to >= to)
}

/** Nothing is said in it. */
function isBare({ text }: Sentence): boolean {
  return !/:|(?:^|\s)(?!(?:of|and|in|at)\b)\p{Ll}{2,}/u.test(text)
}

/** Among the first lines with a date or "Dear" behind; or below the firm's name, and nothing is said any more. */
function isAroundLetter({ sentence }: StateMention, { sentences }: Reading): boolean {
  const own = sentences.filter(({ place }) => place === 'newest')
  const nth = own.indexOf(sentence)
  const behind = own.slice(nth + 1)
  if (nth < LINES_OF_HEAD && behind.slice(0, 2).some(({ text }) => HEAD_ENDS.test(text))) return true
  const lines = own.slice(Math.max(0, nth - LINES_OF_FIRM), nth + 1)
  return (
    nth > 0 &&
    behind.length <= LINES_OF_END &&
    lines.some(({ text }) => firmNamesIn(text).length > 0) &&
    behind.every(isBare)
  )
}
