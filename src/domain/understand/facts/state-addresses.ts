/** States that stand in an address or a name: which of them may tell something where nothing else does. */
import { stateName } from '../../states.ts'
import type { StateMention } from './state-mentions.ts'

export function mayTell(one: StateMention, company: string): boolean {
  return !isPosted(one) && !isWrittenAsCode(one) && !isInName(one, company)
}

/** A line of a postal address. */
function isPosted({ sentence, at }: StateMention): boolean {
  return /^\p{L}+(?: (?:Dakota|Mexico|York))?,? ?\d{5}\b/u.test(sentence.text.slice(at, at + 30))
}

/**
 * "Tern Voice Washington, LLC", "Idaho Falls": part of a company's name or of a town's, which tell no state; "Tern Voice
 * of Florida, Inc." and "Tern Voice (Idaho), Inc." say for which state the company is.
 */
function isInName({ code, sentence, at }: StateMention, company: string): boolean {
  const name = stateName(code)
  if (/^[\p{L} ]{4,14}? (?:Springs|Falls|City|Heights|Beach|Island)\b/u.test(sentence.text.slice(at, at + 30)))
    return true
  // "In Idaho Tern Voice, LLC asks": the state is the clause's, wherever the name was thought to begin.
  if (company.startsWith(name) && /\b(?:in|for) $/i.test(sentence.text.slice(0, at))) return false
  if (company.includes(`of ${name}`) || company.includes(`(${name}`)) return false
  return (
    company.includes(name) &&
    sentence.text.slice(Math.max(0, at - company.length), at + company.length).includes(company)
  )
}

function isWrittenAsCode({ code, sentence, at }: StateMention): boolean {
  return sentence.text.startsWith(code, at)
}
