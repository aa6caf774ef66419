/** "The letter for both", "one for each of the two States": the states are those that the letter named before. */
import type { Reading, Sentence } from '../../reading.ts'
import type { StateMention } from './mentions.ts'
import { INCUMBENT_STATES } from './names.ts'
import type { Stance } from './stance.ts'

const BOTH =
  /(?<!\bnot )\bboth(?=\s?(?:[.,;:!?"'()]|$)| (?:states|agreements|ICAs|contracts|drafts|of (?:them|these|those))\b)/i
const COUNTED =
  /\b(?:the|these|those|each of|in all) (two|three|four|five|six) (?:interconnection )?(?:states|agreements|ICAs|jurisdictions)\b(?! (?:you|your|that you)\b)/i
const MANY: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
])
/** Nobody counts these among the states of a letter. */
const NEVER: readonly Stance[] = ['refused', 'nowhere', 'name', 'town']

/** Those of the writer's own words, where they are as many as he says; none where no number is said, or another. */
export function countedStates({ sentences, forwarded }: Reading, mentions: readonly StateMention[]): StateMention[] {
  const own = sentences.filter(({ place }) => place === 'newest' || place === 'subject')
  const named = mentions.filter(
    (one) => own.includes(one.sentence) && INCUMBENT_STATES.includes(one.code) && !NEVER.includes(one.stance),
  )
  if (new Set(named.map(({ code }) => code)).size < 2) return forwarded ? [] : withBelow(own, named, mentions)
  for (const sentence of own) {
    const many = manyOf(sentence)
    if (many === null) continue
    const before = own.slice(0, own.indexOf(sentence) + 1)
    const here = named.filter((one) => before.includes(one.sentence))
    for (const some of [here.filter((one) => one.stance !== 'address'), here])
      if (new Set(some.map((one) => one.code)).size === many) return some
  }
  return []
}

function manyOf({ text }: Sentence): number | null {
  const counted = COUNTED.exec(text)?.[1]
  if (counted !== undefined) return MANY.get(counted.toLowerCase()) ?? null
  return BOTH.test(text) ? 2 : null
}

/** "I attach both", "thank you both", "we will sign both": not of states. */
const OF_PAPERS = /\b(?:attach\w*|enclos\w*|sign\w*|thank\w*|sen[dt]\w*|copies|originals|here (?:are|is))\b/i

/**
 * "So now it is both of them, please" above a mail that speaks of two states, also where it ruled one of them out. Where
 * the writer names a state himself it has to be among them.
 */
function withBelow(own: readonly Sentence[], named: readonly StateMention[], mentions: readonly StateMention[]) {
  const said = own.find(
    (sentence) => sentence.place === 'newest' && manyOf(sentence) !== null && !OF_PAPERS.test(sentence.text),
  )
  const below = mentions.filter(
    (one) =>
      one.sentence.place === 'quoted' &&
      INCUMBENT_STATES.includes(one.code) &&
      (one.stance === 'refused' || !NEVER.includes(one.stance)) &&
      one.stance !== 'address',
  )
  const codes = new Set(below.map(({ code }) => code))
  const all = new Set([...codes, ...named.map(({ code }) => code)])
  return said !== undefined && codes.size > 0 && all.size === manyOf(said) ? [...named, ...below] : []
}
