/** Words by which a company takes another carrier's agreement, as against asking about it (domain 3.6, 7.1). */
import type { Place } from './claim.ts'
import { THEIRS } from './holder.ts'
import { inOwnWords } from './place.ts'

/** Words by which a company elects to adopt, as against asking about it. */
const ELECTS_ADOPTION =
  /\b(?:elects?|electing|election|wish(?:es)?|wants?|would like|'d like|intends?|seeks?|hereby|decided|chooses?|requests?|exercises?|please)\b(?:[^.?]|\.(?! [A-Z])){0,80}\b(?:adopt\w*|opt(?:ing)?[ -]?in\w*|MFN|most[ -]favou?red[ -]nation|step(?:ping)? into)\b/i
const ADOPTS = /\badopting\b[^.?]{0,60}\bagreement\b|\bMFN into\b|\badoption of\b[^.?]{0,60}\bagreement\b/i
/** "Wants the same agreement as Big Sky Voice has". */
const WANTS_THE_SAME =
  /\b(?:wants?|would like|'d like|wish(?:es)?|requests?|takes?|taking|will have|rather have|prefers?|go(?:ing)? with|please)\b[^.?]{0,60}\bsame\b[^.?]{0,40}\b(?:agreement|contract|ICA|terms|deal)\b[^.?]{0,60}\b(?:as|that|which)\b[^?]{0,60}\b(?:has|have|got|signed)\b/i
const WANTS =
  "(?:[Ww]ants?|[Ww]ould like|'d like|takes?|taking|will take|will have|rather have|[Pp]refers?|go(?:ing)? with|[Gg]ive us)"
/** Whoever wants to see it, or to talk about it, does not take it. */
const ONLY_SEES =
  '(?![^.?]{0,120}\\b(?:see|read|review|look|discuss|copy|know|understand|compare|negotiat\\w*|template)\\b)'
/** "Give us what Big Sky Voice has", "we want the Big Sky Voice deal", "we would rather have Big Sky Voice's contract". */
const WANTS_THEIRS = new RegExp(
  `\\b${WANTS}\\b${ONLY_SEES}[^.?]{0,20}\\b(?:what \\p{Lu}[^.?]{2,60}\\b(?:has|have|got|signed)\\b|${THEIRS})`,
  'u',
)
/** "The Big Sky Voice deal, docket D2019.6.33, please." */
const PLEASE_THEIRS = new RegExp(
  `^(?:[Jj]ust |[Ss]imply )?${ONLY_SEES}${THEIRS}[^.?]{0,80}\\b(?:docket|case|order)\\b.{0,60}\\bplease\\b`,
  'u',
)
const GIVE_WHAT = /\b(?:give us|wants?|takes?|taking|have|with) what\b/gi
const ASKS_ABOUT =
  /\?\s*$|\b(?:which (?:of|agreements?|ones?|carriers?|CLECs?)|what|list of|how (?:do|can|to|does|is)|available|whether|explain|copy of)\b/i

export function electionIn(sentences: readonly string[]): Place | null {
  const firm = sentences.filter((one) => !ASKS_ABOUT.test(one.replace(GIVE_WHAT, '')))
  const found = [ELECTS_ADOPTION, ADOPTS, WANTS_THE_SAME, WANTS_THEIRS, PLEASE_THEIRS].map((one) =>
    inOwnWords(firm, one),
  )
  return found.find((place) => place !== null) ?? null
}
