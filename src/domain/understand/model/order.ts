/**
 * Which of two matters is the main one. The weights tell what a mail is about; where two things are, a reader goes by
 * what the writer names first and last, and by what is asked for, handed in or denied. Only the two likeliest are put
 * in order: what a mail is about at all is not decided here.
 */
import type { Intent } from '../../labels.ts'
import type { Turned } from '../../understanding.ts'
import type { Clause } from './clauses.ts'
import type { Feature } from './feature.ts'
import { COLUMN_OF, type Model, QUESTIONS, type Shares } from './model.ts'
import { stretch } from './softmax.ts'

/** The two likeliest main intents, by their index, the likelier first, and what speaks for it before the other. */
export interface Pair {
  readonly likelier: number
  readonly other: number
  /** As many numbers as an order has weights; above 0 speaks for the likelier if the weight is above 0 too. */
  readonly signs: readonly number[]
}

/** How strongly a clause says that the mail is about each of the two. */
interface Heard {
  readonly clause: Clause
  readonly likelier: number
  readonly other: number
}

/** The pair of a mail: `shares` as the weights give them, `clauses` of the same features. */
export function pairOf(
  model: Pick<Model, 'features'>,
  shares: Shares,
  features: readonly Feature[],
  clauses: readonly Clause[],
): Pair {
  const [likelier, other] = twoLikeliest(shares.main)
  const points = pointsOf(model, features)
  const heard = clauses.map((clause) => ({ clause, likelier: points(clause, likelier), other: points(clause, other) }))
  return { likelier, other, signs: signsOf(shares, likelier, other, heard) }
}

/** What a model makes of a mail in the end: the two likeliest in their order, then as sure as such shares are right. */
export function orderedShares(
  model: Pick<Model, 'features' | 'order' | 'sharpness'>,
  shares: Shares,
  features: readonly Feature[],
  clauses: () => readonly Clause[],
): { readonly shares: Shares; readonly turned: Turned | null } {
  const { order, sharpness } = model
  const pair = order.length === 0 ? null : pairOf(model, shares, features, clauses())
  const ordered = pair === null ? shares : inOrder(shares, pair, order)
  return {
    shares: { ...ordered, main: stretch(ordered.main, sharpness) },
    turned: pair === null ? null : turnedIn(pair, ordered.main, order),
  }
}

/** Signs speak for the likelier; here they are looked at from the other one, which leads. */
function turnedIn({ likelier, other, signs }: Pair, main: readonly number[], order: readonly number[]): Turned | null {
  if ((main[other] as number) <= (main[likelier] as number)) return null
  const tellings = WAYS.map(({ way }, at) => {
    const [byBoth, byItself] = [ODDS + 2 * at, ODDS + 2 * at + 1]
    const points = [byBoth, byItself].reduce((sum, sign) => sum - (order[sign] as number) * (signs[sign] as number), 0)
    // A way may speak for the one that is not told so: what is told last may lead less often.
    return { points, because: `${(signs[byItself] as number) < 0 ? 'it' : 'the other'} is ${way}` }
  })
  const most = tellings.reduce((best, one) => (one.points > best.points ? one : best))
  const because = most.points > 0 ? most.because : 'all that is said of both, taken together'
  return { first: QUESTIONS.main[other] as Intent, second: QUESTIONS.main[likelier] as Intent, because }
}

/** The same shares with those of the pair as the order has them: together they stay as likely as they are. */
export function inOrder(shares: Shares, pair: Pair, order: readonly number[]): Shares {
  if (order.length === 0 || !areMatters(pair)) return shares
  const { likelier, other } = pair
  const together = (shares.main[likelier] as number) + (shares.main[other] as number)
  const height = order.reduce((sum, weight, at) => sum + weight * (pair.signs[at] as number), 0)
  const first = together / (1 + Math.exp(-height))
  const main = shares.main.map((share, at) => (at === likelier ? first : at === other ? together - first : share))
  return { ...shares, main }
}

/**
 * Whether the desk is asked for anything at all is no question of order: what is named first in a mail of one line would
 * make it nobody's.
 */
export function areMatters({ likelier, other }: Pick<Pair, 'likelier' | 'other'>): boolean {
  return likelier !== NOBODYS && other !== NOBODYS
}

const NOBODYS = QUESTIONS.main.indexOf('unrelated')

function twoLikeliest(shares: readonly number[]): readonly [number, number] {
  const [first, second] = shares.map((_, at) => at).sort((a, b) => (shares[b] as number) - (shares[a] as number))
  return [first as number, second as number]
}

function pointsOf({ features: weights }: Pick<Model, 'features'>, features: readonly Feature[]) {
  return ({ shows }: Clause, intent: number): number => {
    let sum = 0
    for (const at of shows) {
      const { name, value } = features[at] as Feature
      sum += value * (weights.get(name)?.[COLUMN_OF.also + intent] ?? 0)
    }
    return sum
  }
}

const MATTERS = QUESTIONS.main.length
/** Signs before those of the ways: the odds of the main matter, and of standing in the mail at all. */
const ODDS = 2
/** Keeps the odds of what is hardly there apart from those of what is not there at all. */
const HARDLY = { main: 1e-6, also: 0.01 }

function signsOf(shares: Shares, likelier: number, other: number, heard: readonly Heard[]): readonly number[] {
  const ratio = (all: readonly number[], hardly: number) =>
    Math.log(((all[likelier] as number) + hardly) / ((all[other] as number) + hardly))
  const both = Math.min(shares.also[likelier] as number, shares.also[other] as number)
  const each = Array<number>(MATTERS).fill(0)
  each[likelier] = 1
  each[other] = -1
  return [
    ratio(shares.main, HARDLY.main),
    ratio(shares.also, HARDLY.also),
    // How the two are told counts by how likely the mail is about both.
    ...told(heard).flatMap((sign) => [sign * both, sign]),
    ...each,
    ...each.map((sign) => sign * both),
  ]
}

/** How a matter is told. */
type Way = 'named first' | 'in the subject' | 'asked for' | 'handed in' | 'denied' | 'told last'

interface Telling {
  readonly way: Way
  /** -1..1, above 0 for the likelier. */
  readonly of: (text: readonly Heard[], subject: readonly Heard[]) => number
}

const WAYS: readonly Telling[] = [
  { way: 'named first', of: namedFirst },
  { way: 'in the subject', of: (_text, subject) => Math.tanh(ahead(subject)) },
  { way: 'asked for', of: (text) => strongest(text.filter(({ clause }) => clause.asks)) },
  { way: 'handed in', of: (text) => strongest(text.filter(({ clause }) => clause.gives)) },
  { way: 'denied', of: (text) => strongest(text.filter(({ clause }) => clause.denies)) },
  { way: 'told last', of: (text) => Math.tanh(ahead(text.slice(-LAST)) / 2) },
]

/** How many signs a pair has: two odds, the ways of telling and the two intents, the latter both counted twice. */
export const ORDER_SIGNS = ODDS + 2 * WAYS.length + 2 * MATTERS

/** One number for each way. */
function told(heard: readonly Heard[]): readonly number[] {
  const subject = heard.filter(({ clause }) => clause.isSubject)
  const text = heard.filter(({ clause }) => !clause.isSubject)
  return WAYS.map(({ of }) => of(text, subject))
}

/** Clauses that end a letter, as far as it is looked at. */
const LAST = 3
/** What is named by half as much as anywhere in the mail is named, unless it is hardly spoken of at all. */
const NAMED = { ofMost: 0.5, least: 0.1 }

function namedFirst(heard: readonly Heard[]): number {
  const first = (points: readonly number[]) => {
    const most = Math.max(0, ...points)
    const at = points.findIndex((one) => one >= NAMED.ofMost * most && one > NAMED.least)
    return at < 0 ? Number.MAX_SAFE_INTEGER : at
  }
  return Math.sign(first(heard.map(({ other }) => other)) - first(heard.map(({ likelier }) => likelier)))
}

function ahead(heard: readonly Heard[]): number {
  return heard.reduce((sum, { likelier, other }) => sum + likelier - other, 0)
}

function strongest(heard: readonly Heard[]): number {
  const most = (points: readonly number[]) => (points.length === 0 ? 0 : Math.max(...points))
  return Math.tanh(most(heard.map(({ likelier }) => likelier)) - most(heard.map(({ other }) => other)))
}
