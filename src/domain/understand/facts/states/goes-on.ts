/** "Montana goes on as it is": told beside what is asked for another state, and asks for nothing. */
import type { Sentence } from '../../reading.ts'
import { type StateMention, statesFoundIn } from './mentions.ts'
import type { Stance } from './stance-cue.ts'

/** The states of a clause stand as § in it. */
const STATE =
  '(?:the |our |your )?§(?:(?:,|,? and|/|,? &) ?(?:the |our |your )?§)*(?: (?:agreement|contract|ICA|one|side)s?)?'
const GOES = '(?:go(?:es|ing)? on|stay(?:s|ing)?|continu(?:es?|ing)|remain(?:s|ing)?)'
const AS_IT_IS = '(?:just |exactly )?(?:as (?:it|they) (?:is|are|stands?)|as is|as before|unchanged)'
const GOES_ON = new RegExp(
  `^\\W*(?:(?:and|while|with) )?(?:${[
    `${STATE}(?: (?:both|just|simply|will|shall))* ${GOES} ${AS_IT_IS}`,
    `(?:as )?for ${STATE},? (?:it|they|that one)(?: (?:will|shall|just|simply))* ${GOES} ${AS_IT_IS}`,
    `(?:(?:as )?(?:for|in) ${STATE},? )?we (?:stay|stick|go on|are staying) with (?:the|our) (?:present|current|existing|old|same) (?:agreement|contract|ICA|one)(?: (?:for|in) ${STATE})?`,
    `(?:(?:we|please|just|let us|I)(?: will|'ll| can)? )?(?:leave|keep|leaving|keeping|(?:are |am |'re )?(?:content|happy|fine|satisfied) with) ${STATE} ${AS_IT_IS}`,
  ].join('|')})[\\s.!)]*$`,
  'i',
)
/** "Utah, with Montana staying as it is": before the state begins a clause of its own. */
const CUT = /;|, (?=(?:with|while|and) )|\(/g
/** Nobody says it in more words. */
const LONGEST = 160
/** "Please correct our name in it", "we only want a new exhibit A": something may be asked of what goes on. */
const REFERS_BACK =
  /\b(?:it|its|them|their|there|both|this|that|these|those|same|all|needs?|wants?|wish|ask|asks|requests?|requires?|should|must|new|correct\w*|chang\w*|updat\w*|amend\w*)\b/i
const TOLD: readonly Stance[] = ['asked', 'plain', 'stated']
const ASKED: readonly Stance[] = ['labelled', 'only', 'asked', 'plain']

/** With what goes on told apart, where something is asked for another state and nothing is said of it besides. */
export function withoutGoingOn(
  mentions: readonly StateMention[],
  sentences: readonly Sentence[],
): readonly StateMention[] {
  const going = mentions.filter(
    (one) => one.sentence.place === 'newest' && TOLD.includes(one.stance) && goesOn(one, sentences),
  )
  if (going.length === 0) return mentions
  const codes = new Set(going.map(({ code }) => code))
  const besides = mentions.filter(
    (one) => !going.includes(one) && ['newest', 'subject'].includes(one.sentence.place) && ASKED.includes(one.stance),
  )
  if (!besides.some(({ code }) => !codes.has(code))) return mentions
  const isAsked = (code: string) => besides.some((one) => one.code === code && one.sentence.place === 'newest')
  return mentions.map((one) =>
    going.includes(one) && !isAsked(one.code) ? { ...one, stance: 'elsewhere' as const } : one,
  )
}

/** It is the whole of a sentence, or of a clause set off in it, and the words behind it are not of it. */
function goesOn({ sentence, at }: StateMention, sentences: readonly Sentence[]): boolean {
  const first = sentence.text.lastIndexOf(';', at) + 1
  const cuts = [...sentence.text.slice(first, at).matchAll(CUT)].slice(-2).map((cut) => first + cut.index + 1)
  const end = sentence.text.indexOf(';', at)
  const to = end < 0 ? sentence.text.length : end
  if (![first, ...cuts].some((from) => to - from <= LONGEST && GOES_ON.test(withMarks(sentence.text.slice(from, to)))))
    return false
  const nth = sentences.indexOf(sentence)
  const next = nth < 0 ? undefined : sentences[nth + 1]
  return ![sentence.text.slice(to), next?.place === sentence.place ? next.text : ''].some(
    (behind) => statesFoundIn(behind).length === 0 && REFERS_BACK.test(behind),
  )
}

function withMarks(clause: string): string {
  return statesFoundIn(clause).reduceRight(
    (text, { at, length }) => `${text.slice(0, at)}§${text.slice(at + length)}`,
    clause,
  )
}
