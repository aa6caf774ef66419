/** A mail that asks for several legal entities, as what it says of each of them (domain 6.1 no. 12, T7). */
import type { Party, Understanding } from '../understanding.ts'
import type { CaseFile } from './case-file.ts'

/** What a mail says of each of the legal entities for which it asks; one part where it asks for one, or it is not sure. */
export function partsOf(understanding: Understanding): readonly Understanding[] {
  const { several, abstained } = understanding
  if (several === undefined || !several.certain || abstained || !asksForAgreement(understanding)) return [understanding]
  return several.parties.map((party) => ofParty(understanding, party))
}

function ofParty(understanding: Understanding, { company, states, quote }: Party): Understanding {
  const others = understanding.evidence.filter((one) => one.for !== 'company' && one.for !== 'states')
  const own = ['company', 'states'].map((what) => ({ for: what, from: 'text', quote }))
  // A code that stands beside several names belongs to one of them.
  return { ...understanding, company, states, identifiers: {}, evidence: [...own, ...others] }
}

/** It names several legal entities, and nobody knows which states are whose. */
export function severalUnsure(understanding: Understanding): readonly string[] {
  const { several, abstained } = understanding
  if (several === undefined || several.certain || abstained || !asksForAgreement(understanding)) return []
  return several.parties.map(({ company }) => company)
}

function asksForAgreement({ intents }: Understanding): boolean {
  return intents.some(({ intent }) => intent === 'agreement-request' || intent === 'opt-in-inquiry')
}

/** The part of a mail that is about this case: what it says of its entity, and no papers of the others alone. */
export function partFor<Mail extends PartyMail>(arrived: Mail, file: Pick<CaseFile, 'company'>): Mail {
  const parts = partsOf(arrived.understanding)
  if (file.company === null && severalUnsure(arrived.understanding).length > 0)
    return { ...arrived, understanding: { ...arrived.understanding, company: null, states: [] } }
  const own = parts.find(({ company }) => parts.length > 1 && company !== null && company === file.company)
  return own === undefined ? arrived : { ...arrived, understanding: own }
}

interface PartyMail {
  readonly understanding: Understanding
}
