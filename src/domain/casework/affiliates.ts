/**
 * Companies that belong together: parents, subsidiaries, sisters. Each is a legal entity with agreements and cases of its
 * own (domain 6.2), and nothing of the one is told to the other. A mail's word is a question for a person; only a person
 * records that it is so. A former name, a trade name and a merger are something else.
 */
import { firmNamesIn } from '../understand/facts/company/firm-names.ts'
import { INCUMBENT } from '../understand/facts/company/name-words.ts'
import { quote } from '../understand/quote.ts'
import { nameKey } from './name-key.ts'
import { ownSentences } from './proofs/place.ts'
import { isSameEntity, type ProvingMail } from './proofs.ts'

/** A pair of names as a person recorded them; which stands first says nothing. */
export interface Affiliation {
  readonly one: string
  readonly other: string
}

/** The names that are recorded as affiliates of this company. */
export function affiliatesOf(company: string | null, known: readonly Affiliation[]): readonly string[] {
  if (company === null) return []
  const key = nameKey(company)
  return known.flatMap(({ one, other }) => (nameKey(one) === key ? [other] : nameKey(other) === key ? [one] : []))
}

export function areAffiliates(one: string, other: string, known: readonly Affiliation[]): boolean {
  return affiliatesOf(one, known).some((name) => isSameEntity(name, other))
}

export interface SaidAffiliate {
  readonly company: string
  readonly affiliate: string
  readonly quote: string
}

const TIE =
  '(?:(?:direct|indirect|whol+y[- ]owned|fully[- ]owned|majority[- ]owned|corporate|ultimate|elder|new)[, ]+){0,3}(?:affiliates?|subsidiar(?:y|ies)|sister(?: company)?|parent(?: company| corporation)?|holding company)'
/** "Acme Fiber, LLC, a wholly owned subsidiary of Bigfork Holdings, Inc." */
const BETWEEN = new RegExp(
  `^["')]*,?\\s*[("']*(?:(?:which|that|who) )?(?:(?:is|are) )?(?:an?|the) ${TIE} of (?:the )?["'(]*$`,
  'i',
)
/** "our parent, Bigfork Holdings, Inc."; "we are a subsidiary of Bigfork Holdings, Inc." */
const AHEAD = new RegExp(
  `\\b(?:(?:our|its|an?)(?: own)? ${TIE}(?:,| is|:)?|we are (?:an?|the) ${TIE} of(?: the)?) ["'(]*$`,
  'i',
)
/** "Bigfork Holdings, Inc. is our parent" */
const BEHIND = new RegExp(`^["')]*,?\\s*[("']*(?:(?:which|that|who) )?(?:is )?our ${TIE}\\b`, 'i')
/** One entity that goes into another, or is called otherwise, is no affiliate of it. */
const OTHER_TIE = /\bmerg(?:ed?|ers?|es|ing)\b|\bf\/k\/a\b|\bformerly\b|\bname change\b|\bchange of name\b|\brenamed\b/i

/** Another company of which the writer says in words of his own that it and the mail's company belong together. */
export function saidAffiliate(mail: ProvingMail): SaidAffiliate | null {
  const { abstained, company } = mail.understanding
  if (abstained || company === null) return null
  for (const sentence of ownSentences(mail)) {
    const affiliate = affiliateIn(sentence, company)
    if (affiliate !== null) return { company, affiliate, quote: quote(sentence, sentence.indexOf(affiliate)) }
  }
  return null
}

function affiliateIn(sentence: string, company: string): string | null {
  if (OTHER_TIE.test(sentence)) return null
  const names = firmNamesIn(sentence).filter(({ hasForm, name }) => hasForm && !INCUMBENT.test(name))
  for (const [at, { name, from, to }] of names.entries()) {
    const isOwn = isSameEntity(name, company)
    const before = names[at - 1]
    if (before !== undefined && BETWEEN.test(sentence.slice(before.to, from))) {
      if (isOwn !== isSameEntity(before.name, company)) return isOwn ? before.name : name
    }
    const ahead = sentence.slice(Math.max(0, from - 120), from)
    if (!isOwn && (AHEAD.test(ahead) || BEHIND.test(sentence.slice(to, to + 120)))) return name
  }
  return null
}

/** By this mark a case remembers that staff was asked about an affiliate. */
export function affiliateMark({ affiliate }: SaidAffiliate): string {
  return `affiliate/${nameKey(affiliate)}`
}
