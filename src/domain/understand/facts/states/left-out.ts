/** What the words behind a state rule out: "It reaches into Utah. Please leave that out." */
import type { Sentence } from '../../reading.ts'
import { type StateMention, statesFoundIn } from './mentions.ts'

const LEFT_OUT =
  /\b(?:leave|keep) (?:it|that(?: one)?|them|this one) out\b|\bnothing is (?:planned|needed|asked|wanted) (?:there|on that side)\b|\b(?:it|that one) (?:isn't|is not) (?:on (?:mine|my list)|wanted|needed)\b|\b(?:do|does|did|will|shall)(?:n't| not) (?:now )?(?:ask|apply|seek|request)(?: for)? (?:it|that(?: one)?|one|anything)\b|\bmakes? no (?:request|application|election|ask)\b|\bask(?:s|ing)? (?:for )?nothing there\b|\bno \w+ [^.;]{0,40}\b(?:is|are) (?:sought|asked|requested|needed|wanted) (?:there|in that state)\b|\bleav(?:e|ing) (?:it|(?:that|this) \w+) to (?:the|an?|another|our|its|somebody|someone)\b|\b(?:is|are)(?: not|n't) (?:with)?in (?:this|our|the present) (?:request|letter|election|notice|scope)\b/i

/** Rules out what was told of, and nothing that was asked for. */
const APART =
  /^\W{0,3}(?:(?:so|but|and),? )?(?:(?:that|this|it)(?: one)?(?:'s| is| has)? |which (?:is|are) |(?:those|these|they) are |please |just )?(?:not (?:a )?part of|not (?:covered by|included|concerned|affected|relevant|for now|for today|what this is)|nothing to do with|unrelated|untouched|a (?:separate|different) (?:matter|story|deal|project|request|thing)|(?:ignore|disregard|forget|skip|don't touch) (?:that|it|this)|(?:stays|remains) as (?:it|is)|(?:isn't|not|un)\s?(?:touched|affected)|no changes? there|nothing (?:changes|to do) there)\b/i

/** Words of the same sentence that are looked at. */
const BEHIND = 200

/** Of the states of a sentence, the last that it names is ruled out by its own end or by the sentence behind it. */
export function withoutLeftOut(mentions: readonly StateMention[], next: Sentence | undefined): readonly StateMention[] {
  const [last] = mentions.toReversed()
  if (last === undefined) return mentions
  const as = (stance: StateMention['stance']) => mentions.map((one) => (one === last ? { ...one, stance } : one))
  const isTold = ['plain', 'stated', 'already'].includes(last.stance)
  const behind = last.sentence.text.slice(last.at, last.at + BEHIND)
  if (mentions.length === 1 && LEFT_OUT.test(behind)) return as('refused')
  // "It has its own in Washington; that one isn't touched."
  const clauses = behind.split(/[;,(]\s?| - /).slice(1)
  if (isTold && clauses.some((words) => APART.test(words))) return as('elsewhere')
  if (next?.place !== last.sentence.place || statesFoundIn(next.text).length > 0) return mentions
  if (LEFT_OUT.test(next.text)) return as('refused')
  return isTold && APART.test(next.text) ? as('elsewhere') : mentions
}
