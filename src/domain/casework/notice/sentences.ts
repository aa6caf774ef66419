/** Which sentence gives notice, and which only has its words. */
import { mayMatch } from '../../understand/needs.ts'
import { sentencesOf } from '../../understand/sentences.ts'
import { marked } from '../../understand/word-marks.ts'
import { HAVE, SIGNS } from './signs.ts'

/** Words that give notice, with what stands around them. */
export interface Found {
  readonly text: string
  readonly at: number
}

/** The first sentence of a text that gives notice, in its place; null when none does. */
export function noticeIn(text: string): Found | null {
  const whole = text.replace(/\s+/g, ' ')
  const words = marked(whole)
  const signs = SIGNS.filter(({ pattern }) => mayMatch(pattern, words))
  if (signs.length === 0) return null
  for (const sentence of sentencesOf(text)) {
    const at = noticeAt(sentence, signs)
    if (at === null) continue
    const from = Math.max(0, whole.indexOf(sentence))
    return { text: whole.slice(from), at }
  }
  return null
}

/** Where a sentence gives notice, as an index into it; null: it does not. */
export function noticeAt(sentence: string, signs = SIGNS): number | null {
  const lower = sentence.toLowerCase()
  for (const { words, pattern } of signs) {
    const found = words.some((word) => lower.includes(word)) ? pattern.exec(sentence) : null
    if (found !== null && !isOther(sentence, found)) return found.index
  }
  return null
}

/** Denied right before, asked, what the agreement says, or what happened to others: no notice, whatever words it has. */
function isOther(sentence: string, found: RegExpExecArray): boolean {
  if (DENIED.test(sentence.slice(0, found.index))) return true
  if (ACCUSES.test(sentence)) return NEWS.test(sentence)
  return ASKS.test(sentence) || CLAUSE.test(sentence) || NEWS.test(sentence) || SETTLED.test(sentence)
}

/** "This is not a notice of default", "we do not intend to file a complaint". */
const DENIED =
  /(?:\b(?:not|no|never|nor|neither|without)|n't|\bnothing)(?:\s+(?:an?|any|the|our|this|that|in|be|been|to|said|say\w*|acted?|acting|meant?|intend\w*|intention|plan\w*|wish\w*|want\w*|aware|of|you|qwest|suggest\w*|imply\w*|claim\w*|alleg\w*|accus\w*|file|filed|make|give|giving|formal|legal|such|written|as|and|for|kind|sort|currently)){0,8}\s*$/i

/** Said to us of us: a question or a clause around it changes nothing. */
const ACCUSES = new RegExp(
  `\\b(?:we regard|we consider|notice is hereby|(?:this|letter|mail) is (?:\\w+ ){0,2}notice|hereby)\\b|(?<!if )(?<!whether )\\b(?:you|your company|qwest|centurylink|lumen)(?: corporation)?${HAVE}\\s+(?:fail(?:ed|s|ing)|refus(?:ed|es|ing)|breach(?:ed|es|ing)|violat(?:ed|es|ing|e)|in (?:material )?(?:default|breach)|not (?:negotiat|act)\\w*)|\\byour (?:\\w+ )?(?:failure|refusal|breach|violation|default)\\b`,
  'i',
)

const ASKS =
  /^(?:\W{0,3}(?:and |but |also,? |so )?)(?:how|what|which|when|where|who|can|could|may|might|does|do|is|are|would|should|will)\b[^?]*\?\s*["')]?$|\b(?:explain|describe|tell (?:us|me)|let (?:us|me) know|advise(?: us| me)?|clarify|wonder\w*|understand|learn|questions?|curious|know)\b[^.;]{0,40}\b(?:how|what|when|which|whether|about|on the)\b/i

/** What the words of an agreement, a rule or a redline say of whoever it may be. */
const CLAUSE =
  /\b(?:either|neither|each|any|another|a|one|other|defaulting|non-?defaulting|billed|billing|disputing|terminating|aggrieved) part(?:y|ies)\b|(?<!\b(?:that|as|which|than|what) (?:the|our|your|this) )\b(?:section|clause|paragraph|article|provision|template|draft|language|agreement|terms|form|contract|rule|statute|tariff)s?(?: [\d.()a-z]{1,12})?\b[^.;]{0,30}?\b(?:says?|provides? (?:that|for)|states?|allows?|permits?|reads?|contains?|lets?|requires?|speaks?|sets?|describes?|governs?|covers?)\b|\b(?:we|our|company) (?:would )?(?:propose|suggest|redlin|edit|change|revis)\w*\b|\bour (?:redlines?|edits|changes|comments)\b|\b(?:change|delete|replace|strike|insert|add|move) (?:the|this|these|them|section|words)\b|\bthe words\b/i

const NEWS =
  /\b(?:according to (?:the |a )?(?:news|press|article|paper|report)|in the news|news(?:paper|letter)?\b|article|press (?:release|report)|headline|we (?:read|heard|saw)|reportedly|blog)\b/i

const SETTLED =
  /\b(?:was|were|is|has been|have been) (?:now )?(?:settled|resolved|withdrawn|closed)\b|\b(?:between|against) (?:AT&T|Verizon|Frontier|Windstream|Comcast|XO|Level 3)\b/i
