/**
 * Which of the states that a mail names is it about? Rules know how people say that (`stance.ts`), and what was learned from
 * labelled mails has a say of its own: a state on which the two differ is judged by how sure the learned one is.
 */
import type { Intent } from '../../../labels.ts'
import type { StateWeights } from '../../model/model.ts'
import { evidence } from '../../quote.ts'
import type { NamedState } from './mentions.ts'
import type { StatesNamed } from './named.ts'
import type { StatesFinding } from './states.ts'
import { type Surroundings, surroundingsOf } from './surroundings.ts'

/**
 * How much the rules' word is worth, in logarithms of odds. On mails of which neither rules nor weights were made, anything
 * from a half to two is as good; on those in sight of which the rules were written more would look better.
 */
const RULES_WORD = 1

/** What the rules found, less the states that are surely not meant, and with those that surely are. */
export function meantStates(
  found: StatesFinding,
  named: StatesNamed,
  main: Intent | undefined,
  weights: StateWeights,
): StatesFinding {
  if (main === undefined || weights.features.size === 0) return found
  const surroundings = surroundingsOf(named, main)
  const judged = [...surroundings].map(([code, shown]) => ({
    code,
    isMeant: speaksFor(shown, weights) + (found.states.includes(code) ? RULES_WORD : -RULES_WORD) > 0,
  }))
  const states = [
    ...found.states.filter((code) => !surroundings.has(code)),
    ...judged.filter(({ isMeant }) => isMeant).map(({ code }) => code),
  ].sort()
  if (states.join() === found.states.join()) return found
  return { states, evidence: shownFor(states, named.inText) }
}

function speaksFor(shown: Surroundings, { bias, features }: StateWeights): number {
  let points = bias
  for (const [name, value] of shown) points += value * (features.get(name) ?? 0)
  return points
}

/** For each state where the mail names it first, the writer's own words before all others. */
function shownFor(states: readonly string[], inText: readonly NamedState[]) {
  const own = inText.filter(({ sentence }) => sentence.place === 'newest')
  const mentions = states.flatMap((code) => [...own, ...inText].find((one) => one.code === code) ?? [])
  const first = mentions.filter(({ sentence }, at) => mentions.findIndex((one) => one.sentence === sentence) === at)
  return first.slice(0, 3).map(({ sentence, at }) => evidence('states', sentence.from, sentence.text, at))
}
