/**
 * A state whose paper is told to be on its way, and the next sentence asks after it: "On New Mexico: my redline went in on
 * September 15. Has it been assigned?"
 */
import type { Sentence } from '../../reading.ts'
import { type StateMention, statesFoundIn } from './mentions.ts'

const PAPER =
  /\b(?:redlines?|forms?|requests?|applications?|packages?|packets?|pages?|drafts?|letters?|questionnaires?|certificates?|papers|paperwork|signatures?|amendments?|comments)\b/i
const ON_ITS_WAY =
  /\b(?:went (?:in|out|off)|(?:was|were|is|are|has been|have been) (?:sent|mailed|filed|submitted|returned|handed in|uploaded)|(?:I|we) (?:have )?(?:sent|mailed|filed|submitted|returned|uploaded))\b/i
/** Then nothing is open, or it is long ago. */
const CLOSED =
  /\b(?:thanks|thank you|approved|all (?:good|fine|set|done|well)|fine|complete[d]?|came (?:back|through)|received|no need|(?:19|20)\d\d|last (?:year|spring|summer|fall|winter)|years? ago)\b/i
const IS_QUESTION =
  /^\W*(?:(?:and|but|so),? )?(?:has|have|had|is|are|was|were|did|does|do|where|who|when|any|what)\b[^.;]{0,40}\b(?:it|they|that|this|them|those|anybody|anyone|somebody|news|word|comments?|mine|ours)\b[^.;]{0,80}\?/i

/** "… and still wait for an answer", in the same sentence. */
const WAITS =
  /\b(?:still (?:wait|waiting)|(?:have |'ve )?(?:heard nothing|not heard)|no (?:answer|word|reply|news)|nothing (?:back|since)|without (?:an? )?(?:answer|reply|word))\b/i

export function withAskedBehind(
  mentions: readonly StateMention[],
  [next, second]: readonly (Sentence | undefined)[],
): readonly StateMention[] {
  const [one] = mentions
  if (one === undefined || mentions.some(({ code }) => code !== one.code) || one.stance !== 'already') return mentions
  const { text, place } = one.sentence
  if (place !== 'newest' || !PAPER.test(text) || !ON_ITS_WAY.test(text) || CLOSED.test(text)) return mentions
  // A sentence may stand between, "I have heard nothing since."
  const isAsked = [next, second].some(
    (behind, at, all) =>
      behind?.place === place &&
      IS_QUESTION.test(behind.text) &&
      all.slice(0, at + 1).every((said) => statesFoundIn(said?.text ?? '').length === 0),
  )
  return isAsked || WAITS.test(text) ? mentions.map((mention) => ({ ...mention, stance: 'asked' as const })) : mentions
}
