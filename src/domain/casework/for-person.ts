/**
 * What a person in a known thread writes that no rule may act on, and that must not lie unseen: something said before is
 * corrected, what was taken back goes on, or somebody leaves and another is to be written to. Its receipt is confirmed
 * and a person is asked in words that name it; nothing else follows.
 */
import type { ReadMail } from '../mail.ts'
import { STATE_NAMES } from '../states.ts'
import { firstFound, newestSentences } from '../understand/newest-words.ts'
import { quote } from '../understand/quote.ts'
import type { CaseFile } from './case-file.ts'
import { type Departure, handedOn } from './departure.ts'
import { isTakenBack } from './withdrawal.ts'

export interface ForPerson {
  readonly matter: 'correction' | 'goes-on' | 'departure'
  readonly quote: string
  /** USPS code that a correction names in place of another. */
  readonly state: string | null
  /** USPS codes of all that a correction names. */
  readonly states?: readonly string[]
  /** Who leaves, and who is to be written to instead. */
  readonly leaves?: Departure
}

const CORRECTION: readonly RegExp[] = [
  /\b(?:I|we) (?:actually |really )?mean(?:t)?\b(?! (?:to|well|that we|by)\b)/i,
  /\b(?:my|our) (?:mistake|error|fault)\b|\bsorry, (?:that|this|it) (?:was|is) wrong\b/i,
  /\b(?:a|one|please note (?:a|this|the)) corrections?\b|\bplease correct\b|\bcorrecting (?:my|our)\b/i,
  /\bshould (?:have )?(?:read|been|say|said|be)\b[^.?!]{0,60}\b(?:not|instead of|rather than)\b/i,
]

const GOES_ON: readonly RegExp[] = [
  /\b(?:want|wish|like|decided|intend|plan|going|ready) to (?:continue|proceed|go (?:on|ahead|forward)|keep (?:it|going|the request))/i,
  /\b(?:please )?(?:disregard|ignore)\b[^.?!]{0,40}\b(?:last|previous|earlier|prior|withdrawal|my (?:note|mail|e-?mail|message))/i,
  /\b(?:please )?(?:continue|proceed|go ahead|carry on|reinstate|revive|re-?open)\b[^.?!]{0,60}\b(?:request|negotiat\w+|agreement|case|file|process)/i,
  // "No, keep Washington after all"
  /\b(?:keep|leave|want|need|add)\b[^.?!]{0,40}\bafter all\b|\bafter all\b[^.?!]{0,30}\b(?:keep|leave|want|need)\b|\b(?:is|are) back on\b/i,
  /\b(?:do not|don't) (?:drop|cancel|close|withdraw|remove)\b/i,
  /\b(?:reversed|changed)\b[^.?!]{0,30}\b(?:itself|mind|decision|course)\b|\breconsidered\b/i,
]

/** In the newest words; `files`: the cases that the mail touches. Null: nothing of the kind is said. */
export function forPerson(mail: ReadMail, files: readonly CaseFile[]): ForPerson | null {
  const heldBack = files.some((file) => isTakenBack(file) || file.closed?.reason === 'withdrawn')
  for (const sentence of newestSentences(mail)) {
    const goesOn = heldBack ? firstFound(GOES_ON, sentence) : null
    if (goesOn !== null && !/\bnot\b[^.?!]{0,20}\b(?:continue|proceed|go)\b/i.test(sentence))
      return { matter: 'goes-on', quote: quote(sentence, goesOn), state: null }
    const correction = firstFound(CORRECTION, sentence)
    if (correction !== null) return { matter: 'correction', quote: quote(sentence, correction), ...statesOf(sentence) }
  }
  const leaves = handedOn(mail)
  return leaves === null ? null : { matter: 'departure', quote: leaves.quote, state: null, leaves }
}

const NAMES = Object.entries(STATE_NAMES).sort(([, one], [, other]) => other.length - one.length)

/** All states that are named, and the one that is not denied: "Oregon, not Washington". */
function statesOf(sentence: string): Required<Pick<ForPerson, 'state' | 'states'>> {
  const said = namedIn(sentence.replace(/\b(?:not|instead of|rather than)\b[^,.;!?]*/gi, ' '))
  return { state: said.length === 1 ? (said[0] ?? null) : null, states: namedIn(sentence) }
}

function namedIn(words: string): readonly string[] {
  const said = words.replace(/\bWashington,? D\.?C\.?/gi, 'District of Columbia')
  const named = NAMES.filter(([, name]) => new RegExp(`\\b${name}\\b`, 'i').test(said)).map(([code]) => code)
  return named.filter((code) => !(code === 'VA' && named.includes('WV')))
}
