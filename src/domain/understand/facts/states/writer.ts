/** Words that look like a state and are the writer's own name: "MT" below the letter of Mona Trent, Georgia Lund's signature. */
import { stateName } from '../../../states.ts'
import type { Reading } from '../../reading.ts'
import type { StateMention } from './mentions.ts'

export function isOfWriter(mention: StateMention, reading: Reading): boolean {
  return isInitials(mention, reading) || isWriter(mention, reading) || isBelowName(mention, reading)
}

/** "MT" below the letter of Mona Trent. */
function isInitials({ code, sentence }: StateMention, { mail }: Reading): boolean {
  const name = mail.from[0]?.name ?? ''
  const initials = name.split(/[\s.]+/).map((word) => word.charAt(0))
  return sentence.text.replace(/[^\p{L}]/gu, '') === code && initials.join('').toUpperCase() === code
}

/** Georgia Lund and Denzel Washington sign their letters: where the whole name stands, or the first below a closing. */
function isWriter({ code, at, sentence }: StateMention, { mail }: Reading): boolean {
  const name = (mail.from[0]?.name ?? '').trim().toLowerCase()
  const said = sentence.text.toLowerCase()
  const state = stateName(code).toLowerCase()
  const words = name.split(/[\s,]+/)
  if (words.length < 2 || !words.includes(state)) return false
  const from = said.lastIndexOf(name, at)
  if (from >= 0 && at < from + name.length) return true
  const others =
    said
      .slice(0, at)
      .concat(said.slice(at + state.length))
      .match(/\p{L}+/gu) ?? []
  return words[0] === state && others.every((word) => CLOSING.has(word))
}

const CLOSING: ReadonlySet<string> = new Set([
  ...['thanks', 'thank', 'you', 'best', 'regards', 'kind', 'cheers', 'sincerely', 'yours', 'truly', 'again', 'many'],
])

/** "Acme is authorized to provide service in AZ, CO, …", "we work in AZ CA …": what stands below every mail of the house. */
const WHERE_THEY_ARE =
  /\b(?:(?:authorized|licensed|certified|certificated|registered|approved) (?:to (?:provide|offer|sell|do|practice)\b|(?:in|as)\b)|we (?:work|practice|serve|operate|are)|serving|offices? in|admitted in|doing business)\b/i
/** And the words of one who writes there what he wants: "and would like to interconnect in all of these". */
const ASKS =
  /\b(?:wants?|asks?|requests?|likes?|wish(?:es)?|needs?|seeks?|intends?|interconnect\w*|agreements?|ICAs?|all of (?:them|these|those)|each of)\b/i
const MANY = 5

/** Below the line with the writer's name, at the end of his words; "I am Jane Doe" signs nothing. */
function isBelowName({ sentence }: StateMention, { mail, sentences }: Reading): boolean {
  if (sentence.place !== 'newest' || !WHERE_THEY_ARE.test(sentence.text) || ASKS.test(sentence.text)) return false
  if ((sentence.text.match(/\b[A-Z]{2}\b|\b\p{Lu}\p{Ll}+\b(?=,| and )/gu) ?? []).length < MANY) return false
  const own = sentences.filter(({ place }) => place === 'newest')
  const at = own.indexOf(sentence)
  const name = (mail.from[0]?.name ?? '').trim().toLowerCase()
  const isSigned = own.slice(0, at).some(({ text }) => text.trim().toLowerCase().startsWith(name))
  return name.includes(' ') && at >= own.length - 2 && isSigned
}
