/**
 * Talks that are under way, seen from both sides: we sent a draft or a counter, and the answer takes a position on its
 * terms ("36 months, can it be 12", "4 is agreed, 9 is not"). Whoever disputes terms negotiates (domain 7.1).
 */
import { isDenied } from '../../negation.ts'
import type { Reading } from '../../reading.ts'

const PART =
  '(?:(?:sections?|clauses?|articles?|paragraphs?|no\\.|number|§|on|with|to) ?)?\\(?\\d{1,2}(?:\\.\\d{1,2}){0,3}\\)?'
/** What we wrote of wording that goes back and forth. */
const COUNTERED: readonly RegExp[] = [
  /\b(?:our|your|the) (?:counter(?:proposal|-?offer)?|redlines?|mark-?up|marked (?:draft|copy|version))\b/i,
  /\b(?:we|I) (?:\w+ )?(?:accept(?:ed)?|agree(?:d)? to|restored|kept|rejected|propose[ds]?)\b[^.;?!]{0,30}\b(?:your (?:words?|wording|language|text|edits?|changes?)|our (?:text|wording|language)|(?:new|other) wording|sentences? instead)\b/i,
  /\byour (?:section |clause |new )?\d{1,2}\.\d{1,2}(?:\.\d{1,2})? is (?:accepted|agreed|acceptable|fine)\b/i,
]
/** What the writer disputes or edits, whatever stands below. */
const DISPUTED: readonly RegExp[] = [
  /\b(?:is|are) there (?:an?|any)?(?:other|another| other| softer| different| milder) (?:wording|language|version of (?:it|that|this|\d))/i,
  /\bdiscuss (?:one|two|three|four|a few|some|several|certain) (?:of )?(?:its|your|the|their)?\s?(?:provisions?|clauses?|terms|sections?|articles?|points|language|wording|passages?|paragraphs?)\b/i,
  /\bnot acceptable (?:where|in (?:so far|as far)) (?:as )?\b/i,
]
/** A term of the draft that is too long: "can we get 12, or 24 with an out". */
const OTHER_TERM =
  /\b(?:can|could|may|might) (?:we|it|you|that|the term|this)\b[^.;?!]{0,15}\b(?:get|be|have|do|make it|live with|go (?:down )?to)\b[^.;?!\d]{0,20}\b\d{1,3}\b(?! ?(?:copies|pages?|[ap]\.?m\b|o'clock|:))/i
const TERM =
  /\b(?:terms? of|deposits? of|cap of|caps?|notice of|for) (?:\$ ?)?\d{1,3}\b|\b\d{1,3}[- ](?:months?|years?|days)\b/i
/** "9 is not", "(2) no", "fine with 4, not with 9". */
const POSITION = new RegExp(
  `(?:^|[.;,!] )\\W?${PART}:? (?:is|are)(?: not|n't)\\s*(?:agreed|acceptable|ok(?:ay)?|fine)?(?:[.,;!]|$)|(?:^|[.;,!] |\\band )${PART}:? no\\b(?! problem)|\\bnot with (?:section |clause )?\\d|\\b(?:can't|cannot|won't|will not) (?:accept|agree to|take|have) ${PART}(?=[\\s.,;!]|$)(?! (?:copies|pages|days|a\\.?m|p\\.?m))`,
  'i',
)

const PAPER = /\b(?:draft|template|agreement|text|wording|sentences?)\b/i

/** Something else than the talks below, or their end. */
const OTHER_MATTER =
  /\b(?:one more|another|separate(?:ly)?|(?:new|different|further) (?:request|agreement|one|matter|form)|commercial|resale|withdr[ae]wn?|disregard|template|as[ -]is|unmodified|unchanged|adopt\w*|opt(?:ing)? in(?:to)?|give up|gave up)\b/i
/** "Thank you for the request form of Acme Fiber, LLC for the template interconnection agreement." */
const RESTATED =
  /\b(?:request(?:ed|s)?|asked|asking|form|choose|chose|chosen)\b[^.;?!]{0,60}?\bfor (?:the|our) (?:template|standard) (?:\w+ )?agreement\b/i

/** Our mail below says that the template was asked for; whether the answer leaves it at that is for the caller to say. */
export function isTemplateRestated({ sentences }: Reading): boolean {
  return sentences.some(({ place, text }) => place === 'quoted' && RESTATED.test(text))
}

/** Whether terms of a draft are in dispute between the writer and us. */
export function areTalksUnderWay({ subject, sentences }: Reading): boolean {
  const own = sentences.filter(({ place }) => place === 'newest')
  const below = sentences.filter(({ place }) => place === 'quoted')
  const says = (some: typeof own, pattern: RegExp) => some.some(({ text }) => pattern.test(text))
  if (DISPUTED.some((one) => own.some(({ text }) => isSaid(text, one)))) return true
  if (below.length === 0) return false
  if (says(own, POSITION) && (says(below, PAPER) || PAPER.test(subject))) return true
  if (says(own, OTHER_TERM) && says(below, TERM)) return true
  if (says(own, OTHER_MATTER)) return false
  return COUNTERED.some((one) => one.test(subject) || says(below, one))
}

/** "No need to discuss any of its terms" disputes nothing. */
function isSaid(text: string, pattern: RegExp): boolean {
  const at = text.search(pattern)
  return at >= 0 && !isDenied(text, at)
}
