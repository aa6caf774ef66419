/** What the words behind a state rule out: "It reaches into Utah. Please leave that out." */
import type { Sentence } from '../../reading.ts'
import { type StateMention, statesFoundIn } from './mentions.ts'

/** "Please leave that out", "nothing is planned there", "that one is not adopted", "do not send those". */
const LEFT_OUT: readonly RegExp[] = [
  /\b(?:leave|keep) (?:it|that(?: one)?|them|this one) out\b/i,
  /\bnothing is (?:planned|needed|asked|wanted) (?:there|on that side)\b/i,
  /\b(?:it|that one) (?:isn't|is not) (?:on (?:mine|my list)|wanted|needed)\b/i,
  /\b(?:do|does|did|will|shall)(?:n't| not) (?:now )?(?:ask|apply|seek|request)(?: for)? (?:it|that(?: one)?|one|anything)\b/i,
  /\bmakes? no (?:request|application|election|ask)\b/i,
  /\bask(?:s|ing)? (?:for )?nothing there\b/i,
  /\bno \w+ [^.;]{0,40}\b(?:is|are) (?:sought|asked|requested|needed|wanted) (?:there|in that state)\b/i,
  /\bleav(?:e|ing) (?:it|(?:that|this) \w+) to (?:the|an?|another|our|its|somebody|someone)\b/i,
  /\b(?:is|are)(?: not|n't) (?:with)?in (?:this|our|the present) (?:request|letter|election|notice|scope)\b/i,
  /\b(?:it|that(?: one)?|this one|they|those|both|which) (?:is|are)(?: not|n't) (?:a )?part of (?:this|our|the|my|today's)(?: present)? (?:request|letter|election|notice|application|filing|adoption|mail|e-?mail)\b/i,
  /\b(?:that|this|the other|the latter)(?: (?:one|two))? (?:is|are)(?: not|n't) (?:being )?(?:elected|adopted|requested|sought|asked for|wanted|needed)\b/i,
  /\b(?:those|these|they) (?:are not|aren't) (?:elected|adopted|requested|sought|asked for|wanted|needed)\b/i,
  /\b(?:don't|do not|needn't|need not) send (?:it|that(?: one)?|those|them)(?=[.!,;)]|$)/i,
  /\bnone of your (?:concern|business)\b/i,
  /\bnothing (?:has been |is )?(?:decided|settled|agreed) there\b/i,
  /\b(?:decided|settled|agreed|promised|planned|signed up for) nothing (?:there|about it|on that)\b/i,
  /\b(?:don't|do not|needn't|need not) send (?:it|that(?: one)?|those|them)(?: ones)? (?:again|once more|a second time)\b/i,
]

/** Rules out what was told of, and nothing that was asked for. */
const APART =
  /^\W{0,3}(?:(?:so|but|and),? )?(?:(?:that|this|it|those|these|they|both)(?: (?:one|two|agreements?|contracts?|ICAs?|states?))?(?:'s| is|'re| are| has| have)? |which (?:is|are) |please |just )?(?:all |both |therefore )?(?:not (?:a )?part of|not (?:covered by|included|concerned|affected|relevant|for now|for today|what this is)|nothing to do with|unrelated|untouched|a (?:separate|different) (?:matter|story|deal|project|request|thing)|(?:ignore|disregard|forget|skip|don't touch) (?:that|it|this|those|them)|(?:stays?|remains?) as (?:it|is|they)|(?:isn't|aren't|not|un)\s?(?:touched|affected)|no changes? there|nothing (?:changes|to do) there)\b/i
/** Said of all that were named, not of the last alone. */
const ALL_OF_THEM = /\b(?:those|these|they|them|both|neither)\b/i

/** Words of the same sentence that are looked at. */
const BEHIND = 200

/**
 * Of the states of a sentence, the last that it names (all, where the words are of several) is ruled out by its own end or
 * by one of the sentences behind it, as long as these name no other state: "He asked about Utah. He is early. We decided
 * nothing there."
 */
export function withoutLeftOut<M extends StateMention>(
  mentions: readonly M[],
  behind: readonly (Sentence | undefined)[],
): readonly M[] {
  const [last] = mentions.toReversed()
  if (last === undefined) return mentions
  const own = last.sentence.text.slice(last.at, last.at + BEHIND)
  // "It has its own in Washington; that one isn't touched."
  const clauses = own.split(/[;,(]\s?| - |\bbut (?=(?:that|it|those|they)\b)/).slice(1)
  const told = clauses.find((words) => APART.test(words))
  if (isLeftOut(own) && (mentions.length === 1 || areAll(own, mentions))) return ruledOut(mentions, 'refused', own)
  if (told !== undefined && isTold(last)) return ruledOut(mentions, 'elsewhere', told)
  for (const [at, next] of behind.entries()) {
    if (next?.place !== last.sentence.place || statesFoundIn(next.text).length > 0) return mentions
    if (isLeftOut(next.text) && (at === 0 || /\bnothing\b[^.;]{0,40} there\b/i.test(next.text)))
      return ruledOut(mentions, 'refused', next.text)
    if (at === 0 && isTold(last) && APART.test(next.text)) return ruledOut(mentions, 'elsewhere', next.text)
  }
  return mentions
}

function isLeftOut(words: string): boolean {
  return LEFT_OUT.some((way) => way.test(words))
}

function isTold({ stance }: StateMention): boolean {
  return stance === 'plain' || stance === 'stated' || stance === 'already'
}

/** The words are of several, and those are all told of alike. */
function areAll(words: string, mentions: readonly StateMention[]): boolean {
  const [first] = mentions
  return (
    ALL_OF_THEM.test(words) &&
    mentions.every((one) => first !== undefined && isTold(one) && one.stance === first.stance)
  )
}

function ruledOut<M extends StateMention>(
  mentions: readonly M[],
  stance: 'refused' | 'elsewhere',
  words: string,
): readonly M[] {
  const all = areAll(words, mentions)
  return mentions.map((one, at) => (all || at === mentions.length - 1 ? { ...one, stance } : one))
}
