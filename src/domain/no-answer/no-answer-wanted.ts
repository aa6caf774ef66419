/**
 * A writer who wants no answer: "no reply needed", "this calls for no response", "please don't write back". An answer all
 * the same is one mail too many; silence where one is wanted is worse, so it has to be said of this mail and of now.
 */
import { phrases } from '../understand/kind/phrases.ts'
import { WAYS_TO_SAY_NO_ANSWER } from './ways-to-say.ts'

const ANYWHERE = new RegExp(phrases(...WAYS_TO_SAY_NO_ANSWER).source, 'gi')

/** Told of what was. */
const TOLD_OF = /\b(?:was|were|had|been|got|received|have|has)\s+$/i

/** Our own words, read back to us: 'your letter says "no reply is needed"'. */
const READ_BACK = /\byour?\b[^."“\n]{0,60}["“][^"”\n]{0,80}$/i

/** The small print asks it of whoever should not have got the mail. */
const IN_CASE = /(?:^|[.!?\n])\s*(?:if|should|unless)\b[^.!?\n]*$/i

/** The words that say so; null: none do. `words`: the newest text, without accents (`letters`). */
export function noAnswerWanted(words: string): string | null {
  for (const { 0: said, index } of words.matchAll(ANYWHERE)) {
    const before = words.slice(Math.max(0, index - 200), index)
    const isAsked = /^[^.!?\n]*\?/.test(words.slice(index + said.length, index + said.length + 200))
    if (!isAsked && !TOLD_OF.test(before) && !READ_BACK.test(before) && !IN_CASE.test(before)) return said
  }
  return null
}
