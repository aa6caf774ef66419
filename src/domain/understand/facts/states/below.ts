/** A list that the mail below names, and the newest words narrow or widen: "the same four, less Montana". */
import type { Place, Reading } from '../../reading.ts'
import type { StateMention } from './mentions.ts'

const SAME_AND_MORE =
  /\b(?:the )?same (?:(?:two|three|four|five|six|seven|\d{1,2}|list|states)\b|(?:states )?as (?:before|below)\b)[^.;?!]{0,80}\b(?:plus|add(?:ing|ed)?|as well|also|together with|along with|and)\b/i

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
  nearestIn: (places: readonly Place[]) => readonly StateMention[],
): readonly StateMention[] {
  return SAME_AND_MORE.test(newest) ? [...told, ...nearestIn(['quoted'])] : told
}
