/**
 * What a mail shows of each state that it names, for a learner: the words before and behind it (and the list in which it
 * stands), the places where it stands, what else is named, and what the mail wants.
 */
import type { Intent } from '../../../labels.ts'
import type { NamedState } from './mentions.ts'
import type { StatesNamed } from './named.ts'
import { CODES, INCUMBENT_STATES, STATES } from './names.ts'
import type { Stance } from './stance-cue.ts'

/** Names of what is shown, with how much: of one state all of them together are as long as `LENGTH`. */
export type Surroundings = ReadonlyMap<string, number>

/** Per state (USPS code) that the mail names in words. */
export function surroundingsOf({ inText, inCells }: StatesNamed, main: Intent): ReadonlyMap<string, Surroundings> {
  const codes = [...new Set(inText.map(({ code }) => code))]
  return new Map(
    codes.map((code) => {
      const mentions = inText.filter((one) => one.code === code).slice(0, MOST_MENTIONS)
      const others = inText.filter((one) => one.code !== code)
      const cells = inCells.filter((cell) => cell.code === code).map(({ stance }) => `cell ${stance}`)
      const shown = [...mentions.flatMap(aroundMention), ...ofWhole(mentions, others, codes.length), ...cells]
      return [code, scaled([...shown, `wants ${main}`])]
    }),
  )
}

/** A paper may name a state a thousand times. */
const MOST_MENTIONS = 30

/** What is said of the mail as a whole: how many states it names, how often this one, and where. */
function ofWhole(mentions: readonly NamedState[], others: readonly NamedState[], states: number): readonly string[] {
  const places = placesOf(mentions)
  const elsewhere = placesOf(others)
  const isOnlyOthers = elsewhere.includes('newest') && !places.includes('newest')
  return [
    `states ${Math.min(states, 4)}`,
    `times ${Math.min(mentions.length, 3)}`,
    `in ${places.join('+')}`,
    ...elsewhere.map((place) => `others in ${place}`),
    ...(isOnlyOthers ? ['only others in newest'] : []),
    `incumbent ${INCUMBENT_STATES.includes((mentions[0] as NamedState).code)}`,
  ]
}

function placesOf(mentions: readonly NamedState[]): readonly string[] {
  return [...new Set(mentions.map(({ sentence }) => sentence.place))].sort()
}

/** Words that are looked at before the state, or its list, and behind it. */
const [BEFORE, BEHIND] = [14, 12]
/** Of those so many also by how far away they stand. */
const NEAR = 4

function aroundMention({ sentence, text, at, length, list, isCode, stance }: NamedState): readonly string[] {
  const { place } = sentence
  const before = tokensOf(text.slice(Math.max(0, list.from - 120), list.from)).slice(-BEFORE)
  const behind = tokensOf(text.slice(list.to, list.to + 120)).slice(0, BEHIND)
  const left = tokensOf(text.slice(Math.max(0, at - 30), at)).slice(-2)
  const right = tokensOf(text.slice(at + length, at + length + 30)).slice(0, 2)
  return [
    `at ${place}`,
    isCode ? 'code' : 'name',
    ...sideOf('before', before, before.toReversed(), place),
    ...sideOf('behind', behind, behind, place),
    `between ${before.at(-1) ?? '^'} ${behind[0] ?? '$'}`,
    // Within its list.
    `left ${left.join(' ')}`,
    `right ${right.join(' ')}`,
    `list ${at > list.from} ${at + length < list.to}`,
    ...(NO_STATE.includes(stance) ? [`taken for ${stance} ${place}`] : []),
  ]
}

/** Of what the rules make of a mention this alone is told the learner: the rest was written in sight of what it learns from. */
const NO_STATE: readonly Stance[] = ['name', 'address', 'town', 'nowhere']

/** One side: its words in their order, and from the state outwards. */
function sideOf(side: string, words: readonly string[], outwards: readonly string[], place: string): readonly string[] {
  const pairs = words.slice(1).map((word, at) => `${side} ${words[at]} ${word}`)
  const near = outwards.slice(0, NEAR).map((word, at) => `${side} ${at + 1} ${word}`)
  const next = [2, 3]
    .filter((count) => outwards.length >= count)
    .map((count) => `${side} next ${outwards.slice(0, count).join(' ')}`)
  return [
    ...words.flatMap((word) => [`${side} ${word}`, `${place} ${side} ${word}`]),
    ...pairs,
    ...near,
    ...next.flatMap((name, at) => (at === 0 ? [`${name} ${place}`] : [name])),
    ...(words.length === 0 ? [`${place} nothing ${side}`] : []),
  ]
}

const TOKEN = /\p{L}+(?:'[a-z]+)?|\d+|[.,;:?!()\-/|]/gu
const NAMED = new RegExp(`\\b(?:${STATES.map(([, name]) => name.replace(' ', '\\s')).join('|')})\\b`, 'gi')
/** Any other state, whichever: what is learned of one holds for all. */
const A_STATE = '§'

function tokensOf(text: string): readonly string[] {
  return (text.replace(NAMED, 'ZZ').match(TOKEN) ?? []).map((token) => {
    if (token === 'ZZ' || (CODES.has(token) && !WORDS.has(token))) return A_STATE
    return /^\d/.test(token) ? `#${Math.min(token.length, 5)}` : token.toLowerCase()
  })
}

/** In capitals these are words as often as states. */
const WORDS: ReadonlySet<string> = new Set(['IN', 'ME', 'OK', 'HI', 'OR'])

/** How long the arrow of all that is shown is, however much that is. */
const LENGTH = 4
/** What is shown more often counts no more. */
const MOST = 2

function scaled(names: readonly string[]): Surroundings {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, Math.min(MOST, (counts.get(name) ?? 0) + 1))
  const length = Math.sqrt([...counts.values()].reduce((sum, count) => sum + count * count, 0))
  return new Map([...counts].map(([name, count]) => [name, (LENGTH * count) / length]))
}
