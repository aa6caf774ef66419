/** A word beside a state, and what it makes of it: `cues-before.ts` and `cues-after.ts` list them. */

/**
 * How a named state stands to the request, from nearest to farthest: a form's field, "only", asked for, just named,
 * stated, where things are already, somebody else's or past, ruled out, where a person is or works, a town's, of an
 * address, part of a company's name.
 */
export type Stance =
  | 'labelled'
  | 'only'
  | 'asked'
  | 'plain'
  | 'stated'
  | 'already'
  | 'elsewhere'
  | 'refused'
  | 'nowhere'
  | 'town'
  | 'address'
  | 'name'

/** How a state stands to the request when these words are around it, unless the same words say something else too. */
export type StanceCue = readonly [stance: Stance, says: RegExp, unless?: RegExp]
