/**
 * Answers typed into the old mail below a header block, as Outlook quotes it: without `>`, so that nothing in a line says
 * whether it is old. Lines that begin with the writer's own name or initials in brackets are new; where the old mails are
 * at hand, so is what they do not say. The old lines get their `>`, and from there on the mail is one like any other.
 */
import type { ReadMail } from '../mail.ts'
import { isDivider, isQuoted, isRule, startsHeaderBlock } from './fold-marks.ts'
import { type Folded, foldText } from './newest-text.ts'
import { newestWords } from './newest-words.ts'
import { comparedWith } from './old-words.ts'

/** Says that answers stand below, or within what is quoted. */
const ANNOUNCED =
  /\b(?:in-?line|interspersed|(?:answers?|answered|responses?|responded|comments?|repl(?:y|ies|ied)|filled|marked|highlighted|typed|added|see)\b[^.!?\n]{0,60}\b(?:in (?:red|blue|green|bold|colou?r|caps|italics|brackets))|(?:answers?|answered|responses?|responded|comments?|replies|replied|filled in)\b[^.!?\n]{0,60}\b(?:below|beneath|between))\b/i
/** A mail with fewer new words may have said the rest below. */
const FEW_WORDS = 12
/** Of the words below the header block so many must be known before the others are taken for new. */
const KNOWN_SHARE = 0.6

/** The mail may hold answers that only the old mails tell from what it quotes. */
export function mayAnswerBetween(mail: ReadMail): boolean {
  return startOfOld(foldText(mail.text)) !== null && (saysFew(mail) || ANNOUNCED.test(newestWords(mail)))
}

/** It says that it answers below, and what is new there cannot be told: a person has to look. */
export function announcesAnswers(mail: ReadMail): boolean {
  if (startOfOld(foldText(mail.text)) === null) return false
  const words = newestWords(mail)
  return ANNOUNCED.test(words) || (saysFew(mail) && /\b(?:below|beneath)\b/i.test(words))
}

function saysFew(mail: ReadMail): boolean {
  return (
    newestWords(mail)
      .trim()
      .split(/\s+/, FEW_WORDS + 1).length <= FEW_WORDS
  )
}

/**
 * The mail with `>` before its old lines, where answers stand between them; the same object where none was found.
 * `older`: texts of the mails that it answers, ours among them; those that are not at hand are missing.
 */
export function withAnswersShown(mail: ReadMail, older: readonly string[]): ReadMail {
  const folded = foldText(mail.text)
  const from = startOfOld(folded)
  if (from === null) return mail
  const below = folded.lines.slice(from)
  const isNew = linesOfWriter(below, mail) ?? linesNotIn(below, older)
  if (isNew === null || !isNew.includes(true)) return mail
  const shown = below.map((line, at) => (isNew[at] === true || isQuoted(line) ? line : `> ${line}`))
  // What lies behind the limit of folding is not read anyway.
  return { ...mail, text: [...folded.lines.slice(0, from), ...shown].join('\n') }
}

/** The line from which on all is quoted without marks; null: there is none, or the mail passes another on. */
function startOfOld(folded: Folded): number | null {
  const last = folded.quoted.at(-1)
  if (last === undefined || folded.forwardMark) return null
  const { lines } = folded
  for (let at = last.from; at < last.to; at += 1)
    if (!isQuoted(lines[at] ?? '') && (isDivider(lines[at] ?? '') || startsHeaderBlock(lines, at))) return at
  return null
}

/** "[RV] It is 123A.", "[Robin Vale] …": lines that the writer marked; null where none is. */
function linesOfWriter(lines: readonly string[], { from }: ReadMail): readonly boolean[] | null {
  const marks = marksOf(from[0]?.name ?? '')
  if (marks.length === 0) return null
  const isMarked = (line: string) => {
    const mark = /^\s{0,8}[[<(]{1,2}([\p{L}. ,'-]{2,60})[\])>]{1,2}\s?:?\s*\S/u.exec(line)?.[1]
    return mark !== undefined && marks.includes(lettersOf(mark))
  }
  let inAnswer = false
  const found = lines.map((line) => {
    // An answer goes on to the next blank line.
    inAnswer = isMarked(line) || (inAnswer && line.trim() !== '' && !isHeading(line))
    return inAnswer
  })
  return found.includes(true) ? found : null
}

function marksOf(name: string): readonly string[] {
  const words = name.match(/\p{L}[\p{L}'-]*/gu) ?? []
  if (words.length < 2) return []
  const initials = words.map((word) => word[0]).join('')
  return [words.join(''), [...words].reverse().join(''), words[0] ?? '', initials].map(lettersOf)
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}]/gu, '')
}

/** Which lines are in none of the old mails; null where too little of the rest is known to tell. */
function linesNotIn(lines: readonly string[], older: readonly string[]): readonly boolean[] | null {
  const compare = comparedWith(older)
  if (compare === null) return null
  let [known, all] = [0, 0]
  let header = false
  const found = lines.map((line, at) => {
    header = startsHeaderBlock(lines, at) || (header && line.trim() !== '')
    if (header || isHeading(line) || isQuoted(line) || line.trim() === '') return false
    const { words, isOld } = compare(line)
    all += words
    if (isOld) known += words
    return words > 0 && !isOld
  })
  return all > 0 && known >= KNOWN_SHARE * all ? found : null
}

function isHeading(line: string): boolean {
  return isDivider(line) || isRule(line)
}
