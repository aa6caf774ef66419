/** Whether a company elects Colorado's interconnection tariff, as against naming it, asking about it or ruling it out. */
import type { Place } from './claim.ts'
import { inOwnWords } from './place.ts'

const ELECTS = /\b(?:elects?|chooses?|will|wish(?:es)?|would like|intends?|prefers?|opts?|decided)\b/gi
const TARIFF = /^[^.?]{0,80}?\btariff\b[^?]*$/i
/** Before the word that elects, at most two words between: "does not wish", "nor would we wish". */
const DENIES = /(?:\b(?:not|never|no longer|neither|nor|hardly)|n't)(?:\s+(?!and\b|but\b)\w+){0,2}\s+$/i
/** Between it and the tariff: "prefers an agreement to the tariff". */
const RULES_OUT =
  /\b(?:not|never|no|without|against|instead of|rather than|(?:over|to|than) (?:the|your|any|that|its)\b)/i

export function tariffElection(sentences: readonly string[]): Place | null {
  for (const sentence of sentences) if (elects(sentence)) return inOwnWords([sentence], /\btariff\b/i)
  return null
}

function elects(sentence: string): boolean {
  return [...sentence.matchAll(ELECTS)].some(({ 0: word, index }) => {
    const behind = sentence.slice(index + word.length)
    if (!TARIFF.test(behind) || DENIES.test(sentence.slice(0, index))) return false
    return !RULES_OUT.test(behind.slice(0, behind.toLowerCase().indexOf('tariff')))
  })
}
