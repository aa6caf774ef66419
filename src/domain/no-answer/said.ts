/** Whether words that were found in a mail are meant: not asked, not read back to us, not told of what was. */
import { allIn } from '../understand/needs.ts'
import { marked } from '../understand/word-marks.ts'

/** Told of what was, or of what stands somewhere, or denied: "we heard nothing back", "we cannot let this go unanswered". */
const TOLD_OF =
  /(?:\b(?:was|were|had|been|got|get|gets|received|heard|hear|seen|see|saw|passed|gone|went|came|so far|have|has|(?:given|gave|sent)(?: (?:us|me|you))?|(?:says?|said|saying|reads?|asks? (?:us|me))(?::|[^.!?,;\n]{0,40})?|not|cannot)|n't)\s+$/i

/** The small print asks it of whoever should not have got the mail; "so please do not" stands under no condition. */
const ON_CONDITION =
  /(?:^|[.!?:\n]|\s-)\s*(?:if|should|unless|others are asked)\b(?![^.!?\n]*\bso (?:please |kindly |pls )?$)[^.!?\n]*$/i

/** How far back is looked for a quotation mark or the beginning of a sentence. */
const BEFORE = 200

/** A sentence with its end, however its lines are broken; a subject or a heading ends with its line and an empty one. */
export const SENTENCE = /(?:[^.!?\n]|[.!?](?!\s)|\n(?![^\S\n]{0,80}\n))+(?:[.!?]|\n|$)/g

/** What the pattern finds in earnest; null: nothing. */
export function saidOf(words: string, pattern: RegExp): string | null {
  for (const { 0: sentence, index: from } of words.matchAll(SENTENCE))
    for (const { 0: said, index } of allIn(pattern, marked(sentence)))
      if (isMeant(words, from + index, said)) return said
  return null
}

function isMeant(words: string, at: number, said: string): boolean {
  const before = words.slice(Math.max(0, at - BEFORE), at)
  const isAsked = /^[^.!?\n]*\?/.test(words.slice(at + said.length, at + said.length + BEFORE))
  return !isAsked && !isQuoted(before) && !TOLD_OF.test(before) && !ON_CONDITION.test(before)
}

/** Somebody's words, mostly our own ("your letter says ..."): a quotation mark of the same line is still open. */
function isQuoted(before: string): boolean {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const straight = line.split('"').length - 1
  return straight % 2 === 1 || line.lastIndexOf('“') > line.lastIndexOf('”')
}
