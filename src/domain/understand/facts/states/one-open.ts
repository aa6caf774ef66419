/**
 * Where several states are named and one is asked about: "Utah approved, Montana filed, and Idaho?", "I see Utah on the
 * docket, but not Idaho".
 */
import type { Found } from './list.ts'

const DONE =
  "(?:(?:,? (?:is|was|are|were|has been|have been|have|has|came|went)|['’]s) )?(?:both |all |already |now |just )*(?:approved|filed|signed|executed|countersigned|done|in(?! (?:the|an?|our|your|my|this|that|force)\\b)|back|through|out|closed|completed?|finished|received|arrived|live|recorded|settled|came|here)\\b"
/** "The Utah copy came". */
const PAPER = '(?: (?:one|copy|agreement|pages?|letter|draft|form|order|filing|side))?'
const IS_DONE = new RegExp(`^${PAPER} ?${DONE}[^.;?!,]{0,25}(?:[,;]|\\band\\b| - |,? so\\b)`, 'i')
const DONE_TOO = new RegExp(`^${PAPER} ?${DONE}|^ too\\b`, 'i')
/** "Montana on May 9", behind "Utah approved on May 3". */
const DATED_TOO =
  /^ (?:on )?(?:(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? \d{1,2}|the \d{1,2}(?:st|nd|rd|th))\b[^.;?!,]{0,12}(?:[,;]|\band\b| - )/i
/** It asks whether they are, or wants them to be. */
const ASKS =
  /^\W*(?:(?:and|so|ok|okay|well|then|now),? )*(?:is|are|was|were|has|have|had|do|does|did|can|could|will|would|when|where|what|which|who|whether|if|as|how|why|please)\b|\b(?:please|wants?|wanted|needs?|asks?|asked|requests?|like|can|could|would|get|both to)\b/i
const CLAUSE_BEGINS = /(?:^\W*|[,;] ?|\s-\s|\band |\bwith |\bboth |\bthat )(?:the |our )?$/i
const OPEN =
  /^\W{0,3}\?|^(?: (?:one|copy|agreement|pages?|letter|draft|form|order|filing|side))?,? (?:(?:did|has|have|was|is|are|does)(?:n't| not)\b|not|still|open|missing|pending|outstanding|to come|no (?:word|news|sign))\b|^[^.;!]{0,60}\?/i

const WANTED =
  /[,;] ?(?:and |but |so )?(?:please (?:send|check)|(?:we )?(?:still )?(?:need|miss)|still missing|missing (?:is|are))(?: the| us)? $/i

/** So far words are looked at on both sides. */
const FAR = 300

/** Of several, one that is told done in a sentence that goes on to ask about another. */
export function isDoneBesideOpen(text: string, one: Found, found: readonly Found[]): boolean {
  const before = text.slice(Math.max(0, one.list.from - FAR), one.list.from)
  if (!CLAUSE_BEGINS.test(before) || ASKS.test(before)) return false
  const behind = text.slice(one.list.to, one.list.to + FAR)
  const isDated =
    DATED_TOO.test(behind) &&
    found.some(({ at, list }) => at < one.at && IS_DONE.test(text.slice(list.to, list.to + FAR)))
  if (!IS_DONE.test(behind) && !isDated) return false
  return found.some(({ at, list }) => {
    if (at < one.list.to) return false
    const rest = text.slice(list.to, list.to + FAR)
    // "Iowa signed, please send Utah again".
    if (WANTED.test(text.slice(Math.max(one.list.to, list.from - 60), list.from))) return true
    return !DONE_TOO.test(rest) && !DATED_TOO.test(rest) && OPEN.test(rest)
  })
}

const SEES = /\b(?:found|find|see|saw|got|received|located|opened)\b[^.;:?!]{0,60}$/i
const BUT_NOT = /^[^.;:?!]{0,50}\bbut (?:not|nothing|none) (?:yet )?(?:for |in |from |on )?(?:the )?$/i

/** "We see Utah on the docket, but not Idaho". */
export function isSeenBesideMissing(text: string, one: Found, found: readonly Found[]): boolean {
  const next = found.find(({ at }) => at >= one.list.to)
  if (next === undefined || !BUT_NOT.test(text.slice(one.list.to, Math.min(next.at, one.list.to + 80)))) return false
  return SEES.test(text.slice(Math.max(0, one.list.from - 80), one.list.from))
}
