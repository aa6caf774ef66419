/**
 * Which of the states that a mail names is it about? Rules know how people say that (`stance.ts`), and what was learned from
 * labelled mails has a say of its own: a state on which the two differ is judged by how sure the learned one is.
 */
import type { Intent } from '../../../labels.ts'
import type { StateWeights } from '../../model/model.ts'
import { evidence } from '../../quote.ts'
import type { NamedState } from './mentions.ts'
import type { StatesNamed } from './named.ts'
import type { Stance } from './stance-cue.ts'
import { nearestStance, type StatesFinding } from './states.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'

/**
 * How much the rules' word is worth, in logarithms of odds: 2 is seven to one. Chosen on mails of which neither the rules nor
 * the weights were made. What rules out a state in so many words, or takes its name for a company's, is not gainsaid: of
 * those that the learned one would have taken nearly all were wrongly taken.
 */
const MEANT = 2
const NOT_MEANT: Readonly<Record<Stance, number>> = {
  ...{ labelled: 2, only: 2, asked: 2, plain: 2, stated: 2 },
  ...{ elsewhere: 4, already: 4, address: 3 },
  ...{ refused: Infinity, nowhere: Infinity, town: Infinity, name: Infinity },
}

/** So much more where the writer's own words do not name it: a paper of another state lies beside many a request. */
const NOT_OWN = 1.5

/** What the rules found, less the states that are surely not meant, and with those that surely are. */
export function meantStates(
  found: StatesFinding,
  named: StatesNamed,
  main: Intent | undefined,
  weights: StateWeights,
): StatesFinding {
  if (main === undefined || weights.features.size === 0) return found
  const surroundings = surroundingsOf(named, main)
  // A whole region less some: which, the rules have read.
  if (found.states.some((code) => !surroundings.has(code))) return found
  const judged = [...surroundings].map(([code, shown]) => ({
    code,
    isMeant: speaksFor(shown, weights) + rulesWord(found.states, code, named.inText) > 0,
  }))
  const states = judged
    .filter(({ isMeant }) => isMeant)
    .map(({ code }) => code)
    .sort()
  if (states.join() === found.states.join()) return found
  const leftOut = found.states.filter((code) => !states.includes(code))
  return {
    states,
    evidence: [...shownFor('states', states, named.inText), ...shownFor(LEFT_OUT, leftOut, named.inText)],
  }
}

/** What evidence is for that the rules took for one of a state. */
const LEFT_OUT = 'states-left-out'

function rulesWord(found: readonly string[], code: string, inText: readonly NamedState[]): number {
  if (found.includes(code)) return MEANT
  const own = inText.filter(({ sentence }) => sentence.place === 'newest')
  // "Now only Utah, please": the others are ruled out.
  if (own.some((one) => one.stance === 'only' && found.includes(one.code))) return -Infinity
  const [here, all] = [own, inText].map((some) => some.filter((one) => one.code === code)) as [
    NamedState[],
    NamedState[],
  ]
  return here.length > 0 ? -NOT_MEANT[nearestStance(here)] : -NOT_MEANT[nearestStance(all)] - NOT_OWN
}

function speaksFor(shown: Surroundings, { bias, features }: StateWeights): number {
  let points = bias
  for (const [name, value] of shown) points += value * (features.get(name) ?? 0)
  return points
}

/** For each state where the mail names it first, the writer's own words before all others. */
function shownFor(what: string, states: readonly string[], inText: readonly NamedState[]) {
  const own = inText.filter(({ sentence }) => sentence.place === 'newest')
  const mentions = states.flatMap((code) => [...own, ...inText].find((one) => one.code === code) ?? [])
  const first = mentions.filter(({ sentence }, at) => mentions.findIndex((one) => one.sentence === sentence) === at)
  return first.slice(0, 3).map(({ sentence, at }) => evidence(what, sentence.from, sentence.text, at))
}
