/** A list that the mail below names, and the newest words narrow or widen: "the same four, less Montana". */
import type { Place, Reading } from '../../reading.ts'
import type { StateMention } from './mentions.ts'

const SAME_AND_MORE =
  /\b(?:the )?same (?:(?:two|three|four|five|six|seven|\d{1,2}|list|states)\b|(?:states )?as (?:before|below)\b)[^.;?!]{0,80}\b(?:plus|add(?:ing|ed)?|as well|also|together with|along with|and)\b/i

/** "Put Iowa on it too", "make it Oregon as well": on what the mail below is about. */
const ADDS = /\b(?:put|throw|add|tack|get|include|make (?:it|that)) (?:in |on )?(?:the )?$/i
const TO_IT =
  /^[\p{L}.]{2,12}(?: \p{Lu}\p{L}{3,8})? (?:(?:on|onto|to|in|into) (?:it|that|there|(?:the|our) (?:list|request|order|other|others))\b|too\b|as well\b|also\b)/u
/** "In the same go, plus here". */
const PLUS_HERE = /\bplus (?:here|the ones? (?:you have|below|from before))\b/i
/** "The same three states"; as many agreements may be of one state. */
const SAME_STATES = /\b(?:the )?same (two|three|four|five|six|seven) (?:states|jurisdictions)\b/i
const MANY = ['two', 'three', 'four', 'five', 'six', 'seven']

/** Without those that the writer's own words take out; all of them where none would remain. */
export function narrowed(below: readonly StateMention[], mentions: readonly StateMention[]): readonly StateMention[] {
  const out = mentions.filter(
    (one) => one.sentence.place === 'newest' && (one.stance === 'refused' || one.stance === 'elsewhere'),
  )
  const left = below.filter((one) => !out.some(({ code }) => code === one.code))
  return left.length > 0 ? left : below
}

/** "The same three, plus Idaho": what the mail below asks for comes with it. */
export function widened(
  told: readonly StateMention[],
  { newest }: Reading,
  mentions: readonly StateMention[],
  nearestIn: (places: readonly Place[]) => readonly StateMention[],
): readonly StateMention[] {
  if (SAME_AND_MORE.test(newest)) return [...told, ...nearestIn(['quoted'])]
  // What is in force or was withdrawn, and what a paper names, is not what was asked for.
  const below = () => nearestIn(['quoted']).filter(({ stance }) => stance !== 'already' && stance !== 'refused')
  const said = SAME_STATES.exec(newest)?.[1]
  if (said !== undefined) {
    const all = [...told, ...below()]
    return new Set(all.map(({ code }) => code)).size === MANY.indexOf(said.toLowerCase()) + 2 ? all : told
  }
  return told.some(isAdded) || (told.length > 0 && PLUS_HERE.test(newest))
    ? [...told, ...narrowed(below(), mentions)]
    : told
}

function isAdded({ sentence: { text }, at }: StateMention): boolean {
  return ADDS.test(text.slice(Math.max(0, at - 30), at)) && TO_IT.test(text.slice(at, at + 60))
}
