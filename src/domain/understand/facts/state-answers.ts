/** Answers that speak of the states of other words: "both", "take out Montana", "Colorado came". */
import type { Reading } from '../reading.ts'
import type { StateMention } from './state-mentions.ts'

/**
 * "Colorado came, thanks" above a mail that speaks of three states: what is open are the other two. Null where the
 * writer's own words name a state for its own sake, or one that the mail below does not name.
 */
export function openBelow(told: readonly StateMention[], mentions: readonly StateMention[]): StateMention[] | null {
  if (!told.every((one) => one.stance === 'stated' && one.sentence.place === 'newest')) return null
  const below = mentions.filter((one) => one.stance === 'asked' && ['quoted', 'file'].includes(one.sentence.place))
  const here = new Set(told.map((one) => one.code))
  if (![...here].every((code) => below.some((one) => one.code === code))) return null
  const open = below.filter((one) => !here.has(one.code))
  return open.length > 0 ? open : null
}

/** "The same four, only take out Montana": what is ruled out above is not asked for below. */
export function withoutRuledOut(
  found: readonly StateMention[],
  mentions: readonly StateMention[],
): readonly StateMention[] {
  const out = new Set(
    mentions.filter((one) => one.stance === 'refused' && one.sentence.place === 'newest').map((one) => one.code),
  )
  const left = found.filter((one) => !out.has(one.code))
  return left.length > 0 ? left : found
}

const BOTH =
  /(?:^|[-*.;:,!?\n] ?|\b(?:for|in|of|on|to|about|with) )"?both(?: (?:of them|states|agreements|ICAs|of these))?["]?\s?(?:[.,;:?!)]|$)/im

/** "The letter for both": the two states that the writer names, however they stand by themselves. */
export function bothOf(
  told: readonly StateMention[],
  mentions: readonly StateMention[],
  { newest }: Reading,
): readonly StateMention[] | null {
  if (!BOTH.test(newest)) return null
  const own = mentions.filter(
    (one) => one.sentence.place === 'newest' && !['address', 'town', 'nowhere', 'refused'].includes(one.stance),
  )
  const codes = new Set(own.map((one) => one.code))
  return codes.size === 2 && told.every((one) => codes.has(one.code)) ? own : null
}
