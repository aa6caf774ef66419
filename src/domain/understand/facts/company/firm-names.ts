import { rememberedShort } from '../../remembered.ts'
import { dictatedNamesIn } from './dictated-names.ts'
import {
  capitalsBefore,
  isEcho,
  isEverydayInName,
  isFirstPartner,
  isLetterOfName,
  isNameWord,
  isNextUtility,
  isNumber,
  isNumberOfName,
  isOffer,
  isStreet,
  joins,
  NUMBERED,
  ORDINAL,
  wordsOfState,
} from './name-joints.ts'
import { gapBefore, touches, type Word, wordsOf } from './name-tokens.ts'
import {
  COMMON_WORD,
  HARD_SUFFIX,
  INCUMBENT,
  isCounted,
  isJoiner,
  isStop,
  MAY_END_NAME,
  OF_COVER,
  OFFICE,
  PUBLIC_BODY,
  PUBLIC_WORD,
  RANK,
  SMALL_SUFFIX,
  SUFFIX,
  TRADE,
} from './name-words.ts'

/** A company name found in a text: the whole name as written and where it stands. */
export interface FirmName {
  readonly name: string
  /** Whether a legal form ends it, or it is called by the sort of public body it is. */
  readonly hasForm: boolean
  readonly from: number
  readonly to: number
}

/** Words of one name at most. */
const MAX_WORDS = 9
const LETTER = /^\p{Lu}\.$/u

/**
 * Company names in a text, found from their legal form backwards: capitalised words joined by "&", "of", "and"; written
 * small they begin behind the last everyday word. "City of …" and the like count too. Linear: every word is looked at
 * once as an ending and at most nine times as part of a name.
 */
export const firmNamesIn: (text: string) => readonly FirmName[] = rememberedShort(findFirmNames)

function findFirmNames(text: string): readonly FirmName[] {
  const names: FirmName[] = []
  if (MAY_END_NAME.test(text)) {
    const words = wordsOf(text)
    for (let at = 1; at < words.length; at += 1) {
      const end = lastSuffixFrom(text, words, at)
      if (end === null) continue
      const name = nameBetween(text, words, at, end)
      // "Sage Link Cooperative Telephone, Inc." ends at the last of its legal forms.
      while (name !== null && (names.at(-1)?.from ?? -1) >= name.from) names.pop()
      if (name !== null) names.push(name)
      at = end
    }
    names.push(...dictatedNamesIn(text).map((one) => ({ ...one, hasForm: true })))
  }
  for (const match of text.matchAll(PUBLIC_BODY)) {
    const [from, to] = [match.index, match.index + match[0].length]
    if (!names.some((name) => name.from < to && from < name.to))
      names.push({ name: match[0], hasForm: false, from, to })
  }
  return names
}

/**
 * Names without a legal form: two to six capitalised words that a word of the trade or of public bodies marks, or that
 * the given test knows, say because the sender's domain spells them.
 */
export function bareNamesIn(text: string, isKnown: (name: string) => boolean): FirmName[] {
  const words = wordsOf(text)
  const names: FirmName[] = []
  for (let at = 0; at < words.length; at += 1) {
    let end = at
    while (end < words.length && end - at < 8 && isPartOfRun(text, words, at, end)) end += 1
    const past = end
    while (end > at && (isJoiner(words[end - 1]?.bare ?? '') || OF_COVER.test(words[end - 1]?.bare ?? ''))) end -= 1
    const first = words[at]
    const last = words[end - 1]
    if (end - at >= 2 && first && last) {
      const name = tidy(text.slice(first.from, last.to))
      const isMarked = words.slice(at + 1, end).some((word) => TRADE.test(word.bare) || PUBLIC_WORD.test(word.bare))
      if ((isMarked || isKnown(name)) && !SUFFIX.test(words[end]?.bare ?? ''))
        names.push({ name, hasForm: false, from: first.from, to: last.to })
    }
    if (past > at) at = past - 1
  }
  return names.filter(
    ({ name, to }) =>
      !INCUMBENT.test(name) &&
      !(RANK.test(name) && OFFICE.test(text.slice(to, to + 20))) &&
      !/^Public Utility District$/i.test(name),
  )
}

function isPartOfRun(text: string, words: readonly Word[], first: number, at: number): boolean {
  const word = words[at]
  if (word === undefined) return false
  if (at > first && isNextUtility(text, words, at)) return true
  if (at > first && (!touches(text, words, at) || words[at - 1]?.ends === true || word.opens)) return false
  if (at > first && (isJoiner(word.bare) || (isNumber(word) && isNumberOfName(text, words, at)))) return true
  return isNameWord(word) && word.bare !== word.bare.toLowerCase()
}

/** The last of the legal forms that begin here ("Cooperative Association, Inc."), or null. */
function lastSuffixFrom(text: string, words: readonly Word[], at: number): number | null {
  if (!isSuffix(words[at])) return null
  let end = at
  while (goesOn(text, words, end) || isPartnersForm(words, end)) end += 1
  end += isTradeBehind(text, words, end) ? 1 : 0
  return end + wordsOfState(text, words, end)
}

/** "LLC LLC" are two cells of a table, and in "LLC, Limited liability company" the second explains the first. */
function goesOn(text: string, words: readonly Word[], end: number): boolean {
  const [word, next, after] = [words[end], words[end + 1], words[end + 2]]
  if (!isSuffix(next) || word?.ends || !/^[,.)]{0,2} $/.test(gapBefore(text, words, end + 1))) return false
  // "Tern Telephone, Inc., incorporated in Ohio" tells of it.
  if (next?.bare === 'incorporated' && /\p{Lu}/u.test(word?.bare ?? '')) return false
  return next?.bare !== word?.bare && after?.bare.toLowerCase() !== 'liability'
}

/** "GmbH & Co. L.P." is one legal form. */
function isPartnersForm(words: readonly Word[], end: number): boolean {
  const [word, next, after] = [words[end], words[end + 1], words[end + 2]]
  if (word?.bare === '&') return /^(?:Co|Company)\.?$/.test(next?.bare ?? '')
  return HARD_SUFFIX.test(word?.bare ?? '') && next?.bare === '&' && /^(?:Co|Company)\.?$/.test(after?.bare ?? '')
}

/** "Red Lake Cooperative Telephone": the trade may stand behind what is a legal form too. */
function isTradeBehind(text: string, words: readonly Word[], end: number): boolean {
  const [word, next] = [words[end], words[end + 1]]
  if (word?.ends !== false || next === undefined || !/^(?:Cooperative|Co-operative|Co-op|Coop)$/.test(word.bare))
    return false
  return touches(text, words, end + 1) && !next.opens && /^\p{Lu}/u.test(next.bare) && TRADE.test(next.bare)
}

function isSuffix(word: Word | undefined): boolean {
  if (word === undefined || !SUFFIX.test(word.bare)) return false
  // "AZ, CO" are states.
  return word.bare === word.bare.toLowerCase() ? SMALL_SUFFIX.test(word.bare) : !/^CO\.?$/.test(word.bare)
}

function nameBetween(text: string, words: readonly Word[], suffix: number, end: number): FirmName | null {
  let start = suffix
  while (start > 0 && end - start < MAX_WORDS && reachesBack(text, words, start, suffix)) start -= 1
  if (start === suffix && isSmall(words[suffix])) start = smallStart(text, words, suffix)
  while (
    start < suffix &&
    /^(?:&|\+|\p{Ll}+|Company|Carrier|Corporation)$/u.test(words[start]?.bare ?? '') &&
    !isSmall(words[suffix])
  )
    start += 1
  start += capitalsBefore(words, start, suffix)
  // "Amendment No. 2 of Tern Telecom, LLC".
  if (words[start]?.bare === 'No.' && words[start + 2]?.bare === 'of') start += 3
  // "… of Exhibit A. Purgatoire Telecom Company": a letter that counts something is no initial.
  if (LETTER.test(words[start]?.bare ?? '') && isCounted(words[start - 1]?.bare ?? '')) start += 1
  const first = words[start]
  const last = words[end]
  if (first === undefined || last === undefined || start === suffix) return null
  if (!HARD_SUFFIX.test(last.bare) && words.slice(start, suffix).every((word) => COMMON_WORD.test(word.bare)))
    return null
  // "Arizona Corporation Commission" is no corporation.
  if (/^(?:Commission|Board|Division)/i.test(words[end + 1]?.bare ?? '')) return null
  const name = tidy(text.slice(first.from, last.to))
  return name.length < 5 || name.length > 120 ? null : { name, hasForm: true, from: first.from, to: last.to }
}

/** Whether the word before `start` belongs to the name too. */
function reachesBack(text: string, words: readonly Word[], start: number, suffix: number): boolean {
  const word = words[start - 1]
  const here = words[start]
  if (word === undefined || here === undefined || word.ends || (word.closes && start !== suffix)) return false
  // "for Minnesota (Northwoods Cooperative": a bracket that is not closed before the suffix opens what it names.
  if (here.opens && !words.slice(start, suffix).some((one) => one.closes)) return false
  if (!touches(text, words, start) && !isJoined(text, words, start, suffix)) return false
  // "Qwest and 3 Tall Pines Telephone" are two.
  if (isStreet(text, words, start - 1)) return false
  if (word.bare === 'comma') return start === suffix
  if (isJoiner(word.bare)) return joins(words, start - 1) && !(isNumber(here) && word.bare !== '&')
  if (isNumber(word)) return isNumberOfName(text, words, start - 1)
  if (
    isLetterOfName(words, start - 1) ||
    isEcho(words, start - 1) ||
    isEverydayInName(words, start - 1) ||
    isOffer(words, start - 1)
  )
    return true
  return isNameWord(word) && (word.bare !== word.bare.toLowerCase() || ORDINAL.test(word.bare))
}

/** ", Inc.", and letters with a stroke between: "A&B/C Relay". */
function isJoined(text: string, words: readonly Word[], start: number, suffix: number): boolean {
  const gap = gapBefore(text, words, start)
  if (start === suffix) return /^[,)]{1,2} ?\n?$/.test(gap)
  if (gap === ', ' && isFirstPartner(text, words, start - 1)) return true
  return gap === '/' && [words[start - 1], words[start]].every((word) => /^[\p{Lu}&]{1,3}$/u.test(word?.bare ?? ''))
}

/** Where a name written small begins: behind the last everyday word, at most five words back. */
function smallStart(text: string, words: readonly Word[], suffix: number): number {
  let start = suffix
  while (start > 0 && suffix - start < 5) {
    const word = words[start - 1]
    if (word === undefined || word.ends || isStop(word.bare) || !/^[\p{L}\d&'.-]+$/u.test(word.bare)) break
    if (NUMBERED.test(word.bare) || isSuffix(word)) break
    // "Looplark Inc (delaware corp)": what kind of company it is.
    if (word.opens && start > 1 && isSuffix(words[start - 2])) return suffix
    if (!touches(text, words, start) && !(start === suffix && gapBefore(text, words, start) === ', ')) break
    start -= 1
  }
  return start
}

function isSmall(word: Word | undefined): boolean {
  return word !== undefined && SMALL_SUFFIX.test(word.bare)
}

export function tidy(name: string): string {
  return name
    .replace(/\s+/g, ' ')
    .replace(/^["'(]+/, '')
    .replace(/ comma (?=\S{2,12}$)/, ', ')
}
