/**
 * What a person in a known thread writes that no rule may act on, and that must not lie unseen: another day of receipt is
 * spoken of (4.2, intent 13), something said before is corrected, or what was taken back goes on. Its receipt is
 * confirmed and a person is asked in words that name it; nothing else follows.
 */
import type { ReadMail } from '../mail.ts'
import { STATE_NAMES } from '../states.ts'
import { foldText, textOf } from '../understand/newest-text.ts'
import { plain } from '../understand/plain.ts'
import { quote } from '../understand/quote.ts'
import { sentencesOf } from '../understand/sentences.ts'
import type { CaseFile } from './case-file.ts'
import { isTakenBack } from './withdrawal.ts'

export interface ForPerson {
  readonly matter: 'extension' | 'correction' | 'goes-on'
  readonly quote: string
  /** USPS code that a correction names in place of another. */
  readonly state: string | null
}

const WINDOW =
  '(?:arbitration |negotiation |statutory |252 )*(?:window|periods?|deadlines?|clocks?|time ?lines?|dates?)'
const EXTENSION: readonly RegExp[] = [
  /\b(?:extend(?:s|ed|ing)?|extension of|toll(?:s|ed|ing)?|suspend(?:s|ed|ing)?)\b[^.?!]{0,40}\b(?:arbitration|negotiation|statutory|252|135|160)[^.?!]{0,20}\b(?:window|period|deadline|clock|time|date|day)/i,
  new RegExp(`\\b${WINDOW}\\b[^.?!]{0,30}\\b(?:be |is |are |was )?(?:extended|tolled|suspended|enlarged)\\b`, 'i'),
  /\b(?:deemed|agreed|treated as)\b[^.?!]{0,40}\b(?:received|receipt)\b[^.?!]{0,30}\b(?:on|as of|date|day)\b/i,
  /\b(?:extension|tolling)\b[^.?!]{0,30}\b(?:of|to) the (?:arbitration|negotiation|135|160|statutory)/i,
]

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
  /\b(?:reversed|changed)\b[^.?!]{0,30}\b(?:itself|mind|decision|course)\b|\breconsidered\b/i,
]

/** In the newest words; `files`: the cases that the mail touches. Null: nothing of the kind is said. */
export function forPerson(mail: ReadMail, files: readonly CaseFile[]): ForPerson | null {
  const folded = foldText(mail.text)
  const sentences = sentencesOf(plain(textOf(folded, folded.newest)))
  const heldBack = files.some((file) => isTakenBack(file) || file.closed?.reason === 'withdrawn')
  for (const sentence of sentences) {
    const goesOn = heldBack ? first(GOES_ON, sentence) : null
    if (goesOn !== null && !/\bnot\b[^.?!]{0,20}\b(?:continue|proceed|go)\b/i.test(sentence))
      return { matter: 'goes-on', quote: quote(sentence, goesOn), state: null }
    const extension = first(EXTENSION, sentence)
    if (extension !== null) return { matter: 'extension', quote: quote(sentence, extension), state: null }
    const correction = first(CORRECTION, sentence)
    if (correction !== null)
      return { matter: 'correction', quote: quote(sentence, correction), state: stateIn(sentence) }
  }
  return null
}

function first(patterns: readonly RegExp[], sentence: string): number | null {
  const found = patterns.map((pattern) => pattern.exec(sentence)).find((match) => match !== null)
  return found?.index ?? null
}

const NAMES = Object.entries(STATE_NAMES).sort(([, one], [, other]) => other.length - one.length)

/** The one state that is named and not denied: "Oregon, not Washington". */
function stateIn(sentence: string): string | null {
  const said = sentence
    .replace(/\b(?:not|instead of|rather than)\b[^,.;!?]*/gi, ' ')
    .replace(/\bWashington,? D\.?C\.?/gi, 'District of Columbia')
  const named = NAMES.filter(([, name]) => new RegExp(`\\b${name}\\b`, 'i').test(said)).map(([code]) => code)
  const states = named.filter((code) => !(code === 'VA' && named.includes('WV')))
  return states.length === 1 ? (states[0] ?? null) : null
}
