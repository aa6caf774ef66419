import { CODE_OF } from '../states/names.ts'
import { gapBefore, touches, type Word } from './name-tokens.ts'
import {
  COMMON_WORD,
  HARD_SUFFIX,
  INCUMBENT,
  isCounted,
  isJoiner,
  isStop,
  PUBLIC_WORD,
  SUFFIX,
  TRADE,
} from './name-words.ts'

/** How the words of a company's name hang together, and which words may be part of one. */

const CAPITAL = /^[\p{L}\d'&.+-]*\p{Lu}[\p{L}\d'&.+-]*$|^\d{1,3}(?:st|nd|rd|th|ers?)?$/u
export const NUMBERED = /^(?:\(?[\da-z]{1,3}[.)]|.*\d-\d.*|(?:19|20)\d\d|25[12]|[A-Z]{1,5}-\d.*)$/
export const ORDINAL = /^\d{1,3}(?:st|nd|rd|th|ers?)$/

/** "Ames, Vance & Daughters": a family's name by itself before the comma, and "&" behind the next one. */
export function isFirstPartner(text: string, words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (word === undefined || next === undefined || words[at + 2]?.bare !== '&' || !isNameWord(word)) return false
  if (!/^\p{Lu}\p{Ll}+$/u.test(word.bare) || CODE_OF.has(word.bare.toLowerCase()) || isNumber(next)) return false
  return before === undefined || before.ends || /[\n,:;]/.test(gapBefore(text, words, at)) || isBeforeName(before.bare)
}

function isBeforeName(word: string): boolean {
  return /^(?:of|for|by|at|with|and|between|from|is|represents?|advises?)$/.test(word)
}

export function isNumber({ bare }: Word): boolean {
  return /^(?:\d{1,3}|(?:18|19|20)\d\d|\d-\d)$/.test(bare)
}

/** "Arrowhead 218, Inc.", "22 Lakes Telephone": not "Suite 218", "UM 1889", nor what a list or a date counts. */
export function isNumberOfName(text: string, words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  if (before !== undefined && !before.ends && touches(text, words, at) && isCounted(before.bare)) return false
  if (before !== undefined && !before.ends && touches(text, words, at) && isNamed(before)) return true
  const [isShort, opensLine] = [/^\d{1,3}$/.test(words[at]?.bare ?? ''), /[\n,:;(]/.test(gapBefore(text, words, at))]
  return isShort && (opensLine || /^(?:$|\p{Ll}|The$)/u.test(before?.bare ?? ''))
}

function isNamed(word: Word): boolean {
  return word.bare === 'No.' || (/\p{Ll}/u.test(word.bare) && word.bare !== word.bare.toLowerCase() && isNameWord(word))
}

/** "Farmers & Miners", "Company of Western Utah": both sides are names, and the left one is not a name by itself. */
export function joins(words: readonly Word[], at: number): boolean {
  const left = words[at - 1]
  const right = words[at + 1]
  if (left === undefined || right === undefined || left.ends) return false
  if (isJoiner(left.bare) && /^(?:of|on)$/.test(left.bare)) return joins(words, at - 1)
  const isLetter = words[at]?.bare === '&' && /^\p{Lu}$/u.test(left.bare)
  // "Qwest Corporation d/b/a CenturyLink QC and Tern Voice, Inc." are two.
  if (!(isNameWord(left) || isLetter || isOffer(words, at - 1)) || left.bare === 'QC' || INCUMBENT.test(left.bare))
    return false
  if (
    words[at]?.bare === 'of' &&
    (SAID_OF.test(left.bare) || isOfBody(left, right) || isIntroduced(words, at) || isPersonOf(words, at))
  )
    return false
  return !(words[at]?.bare === 'and' && SUFFIX.test(left.bare)) && (!SUFFIX.test(right.bare) || isOffer(words, at + 1))
}

/** "Red River Page & Dispatch Co.", "Fork Phone & PC, Inc.": one of two things that a shop offers, whatever else the word means. */
export function isOffer(words: readonly Word[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at], words[at + 1]]
  if (before === undefined || word === undefined || next === undefined || before.ends || word.ends) return false
  if (next.bare === '&') return OFFER.test(word.bare) && isNameWord(before) && /\p{Ll}/u.test(before.bare)
  return before.bare === '&' && /^P[CS]$/.test(word.bare) && SUFFIX.test(next.bare)
}
const OFFER = /^(?:Page|Signal|Signature|Letter|Notice|Order|Exhibit|Copy|Section|Project|Agent|Engineer|Call|PC)$/

/** "Comments of Tern Voice, Inc.", "Responses of …": what a firm writes, does or is asked is no part of its name. */
const SAID_OF =
  /^(?:Comments?|Redlines?|Mark-?up|Edits|Revisions|Remarks|Responses?|Answers?|Repl(?:y|ies)|Objections?|Petition|Motion|Statement|Reports?|Drafts?|Consent|Approval|Acceptance|Renewal|Withdrawal|Conversion|Purchase|Sale|Dissolution|Bankruptcy|Receiver|Trustee|Executor|Successor|Directors|Trustees|Commissioners|Governors|Maintenance|Copies|Names?)$/i

/** "The Board of the Sage Utility Authority": those who decide for a body, and not the body. */
function isOfBody(left: Word, right: Word): boolean {
  return right.bare === 'the' && /^(?:Board|Council|Commission|Staff|Office|Clerk|Management|Members)$/i.test(left.bare)
}

/** "I am Shibata of Kumoi Systems, Inc.", "he's Abel Ortega of …", "Ms. Orr of …": the words are a person's. */
function isIntroduced(words: readonly Word[], of: number): boolean {
  return [2, 3, 4].some((back) => {
    const word = words[of - back]?.bare ?? ''
    if (word === 'is') return /^(?:this|he|she|who|caller|name)$/i.test(words[of - back - 1]?.bare ?? '')
    return /^(?:am|I'm|(?:he|she|[Ii]t)(?:'s)?|man|woman|caller|named|Mr|Mrs|Ms|Mx|Dr)\.?$/.test(word)
  })
}

/** "Dan Fox of Tern Telecom Company rang": people ring, companies do not. */
function isPersonOf(words: readonly Word[], of: number): boolean {
  const [given, family] = [words[of - 2], words[of - 1]]
  if (given === undefined || family === undefined || given.ends) return false
  const lead = words[of - 3]
  const isMet = lead !== undefined && !lead.ends && /^(?:with|from|met|saw|called|told|asked)$/.test(lead.bare)
  if (isMet && [given, family].every(isPlain) && !CODE_OF.has((words[of + 1]?.bare ?? '').toLowerCase())) return true
  const end = words.slice(of + 1, of + 9).findIndex(({ bare }) => SUFFIX.test(bare))
  const verb = end < 0 ? '' : (words[of + end + 2]?.bare ?? '')
  return (
    /^(?:rang|phoned|called|says|said|wrote|writes|left|came|stopped)$/.test(verb) && [given, family].every(isPlain)
  )
}

/** No word of a company's name by itself. */
function isPlain({ bare }: Word): boolean {
  const isTrade = TRADE.test(bare) || PUBLIC_WORD.test(bare) || COMMON_WORD.test(bare) || SUFFIX.test(bare)
  return !isTrade && /^\p{Lu}\p{Ll}+$/u.test(bare)
}

/** "Peak to Peak", "Coast to Coast". */
export function isEcho(words: readonly Word[], at: number): boolean {
  const left = words[at - 1]
  return words[at]?.bare === 'to' && left !== undefined && isNameWord(left) && left.bare === words[at + 1]?.bare
}

/** "Dialed In Communications, LLC", "Heron Acquisition Co.": an everyday word, written large, between those of a name. */
export function isEverydayInName(words: readonly Word[], at: number): boolean {
  const [left, word, right] = [words[at - 1], words[at]?.bare ?? '', words[at + 1]]
  if (word === 'Acquisition') return SUFFIX.test(right?.bare ?? '')
  if (!/^(?:In|Can|On|All|Now|You)$/.test(word) || left === undefined || left.ends || right === undefined) return false
  return isNameWord(left) && left.bare !== 'Opt' && /^\p{Lu}\p{Ll}+$/u.test(left.bare) && TRADE.test(right.bare)
}

/** "A & B": a letter that stands for a name, and not the article. */
export function isLetterOfName(words: readonly Word[], at: number): boolean {
  return /^\p{Lu}$/u.test(words[at]?.bare ?? '') && words[at + 1]?.bare === '&'
}

export function isNameWord(word: Word): boolean {
  if (/^[a-z]+$/.test(word.bare)) return false
  if (/^\d(?=\d*[A-Z])[\dA-Z]{3}$/.test(word.bare)) return false
  return CAPITAL.test(word.bare) && !NUMBERED.test(word.bare) && !isStop(word.bare) && !HARD_SUFFIX.test(word.bare)
}

/** "Juniper Municipal Light, Water & Fiber". */
export function isNextUtility(text: string, words: readonly Word[], at: number): boolean {
  const [before, word] = [words[at - 1], words[at]]
  if (before === undefined || word === undefined || gapBefore(text, words, at) !== ', ') return false
  return UTILITY.test(before.bare) && (UTILITY.test(word.bare) || TRADE.test(word.bare)) && isNameWord(word)
}
const UTILITY = /^(?:Light|Water|Power|Gas|Electric|Sewer)$/

/** "Our cabinet on Front St. Tern Telecom LLC": no saint. */
export function isStreet(text: string, words: readonly Word[], at: number): boolean {
  const before = words[at - 1]
  if (words[at]?.bare !== 'St.' || before === undefined || before.ends || !touches(text, words, at)) return false
  return isNameWord(before) && !/^(?:Port|East|West|North|South|Sault|Old|New|Lake|Mount)$/.test(before.bare)
}

/** "UTAH Tern Telecom, Inc.", "ESTIMATED VOLUMES Tern Telecom, Inc.": how many words of a heading stand before the name. */
export function capitalsBefore(words: readonly Word[], start: number, suffix: number): number {
  const own = words.slice(start, suffix).map(({ bare }) => bare)
  const count = own.findIndex((word) => !/^\p{Lu}{3,}$/u.test(word))
  if (count < 1 || !own.slice(count).every((word) => /\p{Ll}/u.test(word) || isJoiner(word))) return 0
  // "BIG SKY Fiber Networks", "NEVADA Fiber Networks": a name in capitals before its trade.
  const isHeading = count > 1 || CODE_OF.has((own[0] ?? '').toLowerCase())
  return isHeading && !TRADE.test(own[count] ?? '') && own.length - count > 1 ? count : 0
}

/** "Sandbluff Communications Co. of Nebraska": how many words there are behind the legal form. */
export function wordsOfState(text: string, words: readonly Word[], end: number): number {
  if (words[end]?.ends || words[end + 1]?.bare !== 'of' || HARD_SUFFIX.test(words[end]?.bare ?? '')) return 0
  for (const count of [2, 1]) {
    const named = words.slice(end + 2, end + 2 + count)
    const areTogether = named.every((_, at) => touches(text, words, end + 2 + at))
    if (named.length === count && areTogether && CODE_OF.has(named.map(({ bare }) => bare.toLowerCase()).join(' ')))
      return count + 1
  }
  return 0
}
