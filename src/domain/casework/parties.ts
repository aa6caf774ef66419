/** A mail that asks for several legal entities, as what it says of each of them (domain 6.1 no. 12, T7). */
import type { ReadMail } from '../mail.ts'
import type { Party, Understanding } from '../understanding.ts'
import type { CaseFile } from './case-file.ts'
import { isSameEntity, namesEntity } from './proofs/entities.ts'

/** What a mail says of each of the legal entities for which it asks; one part where it asks for one, or it is not sure. */
export function partsOf(understanding: Understanding): readonly Understanding[] {
  const { several, abstained } = understanding
  if (several === undefined || !several.certain || abstained || !asksForAgreement(understanding)) return [understanding]
  return several.parties.map((party) => ofParty(understanding, party))
}

/** It asks for more than one legal entity, as against one that wants different things in different states. */
export function asksForOthers({ several }: Understanding): boolean {
  return several !== undefined && new Set(several.parties.map(({ company }) => company)).size > 1
}

function ofParty(understanding: Understanding, { company: name, states, quote, form }: Party): Understanding {
  const company = name === '' ? null : name
  if (form !== undefined) {
    const { at: _at, evidence, ...facts } = form
    const others = understanding.evidence.filter((one) => !FACTS.has(one.for))
    return { ...understanding, company, states, ...facts, evidence: [...evidence, ...others] }
  }
  const others = understanding.evidence.filter((one) => one.for !== 'company' && one.for !== 'states')
  const own = ['company', 'states'].map((what) => ({ for: what, from: 'text', quote }))
  // A code that stands beside several names belongs to one of them.
  return { ...understanding, company, states, identifiers: {}, evidence: [...own, ...others] }
}

/** What is said of all its entities; what their forms say of each by itself is no matter of the others. */
export function ofAll(understanding: Understanding): Understanding {
  const [first, ...others] = partsOf(understanding)
  if (first === undefined || others.length === 0) return understanding
  const isCommon = (fact: 'agreement' | 'path' | 'contact') =>
    others.every((one) => JSON.stringify(one[fact]) === JSON.stringify(first[fact]))
  return {
    ...understanding,
    agreement: isCommon('agreement') ? first.agreement : null,
    path: isCommon('path') ? first.path : null,
    contact: isCommon('contact') ? first.contact : null,
    identifiers: {},
  }
}

/** Evidence of these in the mail as a whole may be of another form. */
const FACTS: ReadonlySet<string> = new Set(['company', 'states', 'agreement', 'path', 'contact', 'identifiers'])

/** It names several legal entities, and nobody knows which states are whose. */
export function severalUnsure(understanding: Understanding): readonly string[] {
  const { several, abstained } = understanding
  if (several === undefined || several.certain || abstained || !asksForAgreement(understanding)) return []
  return several.parties.map(({ company }) => company)
}

function asksForAgreement({ intents }: Understanding): boolean {
  return intents.some(({ intent }) => intent === 'agreement-request' || intent === 'opt-in-inquiry')
}

/** The part of a mail that is about this case: what it says of its entity there, and no papers of the others alone. */
export function partFor<Mail extends PartyMail>(arrived: Mail, file: Pick<CaseFile, 'company' | 'state'>): Mail {
  const { understanding } = arrived
  const parts = partsOf(understanding)
  if (file.company === null && severalUnsure(understanding).length > 0) return ofNobody(arrived)
  if (parts.length < 2) return arrived
  const isOwn = ({ company }: Understanding) => company === null
  const mine = parts
    .map((part, at) => ({ part, at }))
    .filter(({ part }) => isOwn(part) || isOf(part, file.company) || !asksForOthers(understanding))
  const own = mine.find(({ part }) => file.state !== null && part.states.includes(file.state)) ?? mine[0]
  if (own === undefined) return arrived
  return withoutPapersOf(
    { ...arrived, understanding: own.part },
    parts.flatMap(({ company }) => (company === null || isOf(own.part, company) ? [] : [company])),
    (understanding.several?.parties ?? []).flatMap(({ form }, at) => (at === own.at ? [] : (form?.at ?? []))),
  )
}

/** Whose it is nobody knows: its forms prove nothing, and a request to negotiate in one of them starts a clock (T2). */
function ofNobody<Mail extends PartyMail>(arrived: Mail): Mail {
  const { understanding } = arrived
  const forms = (understanding.several?.parties ?? []).flatMap(({ form }) => form ?? [])
  const nameless = { ...arrived, understanding: { ...understanding, company: null, states: [] } }
  if (forms.length === 0) return nameless
  const path = forms.some((form) => form.path === 'negotiate') ? ('negotiate' as const) : null
  const at = understanding.documents.flatMap((sort, one) => (sort === 'agreement-request-form' ? [one] : []))
  const facts = { path, contact: null, identifiers: {} }
  return withoutPapersOf({ ...nameless, understanding: { ...nameless.understanding, ...facts } }, [], at)
}

function isOf({ company }: Understanding, other: string | null): boolean {
  return company !== null && other !== null && isSameEntity(company, other)
}

/** `forms`: indexes of forms of the others; other papers tell by the names in them whose they are. */
function withoutPapersOf<Mail extends PartyMail>(
  arrived: Mail,
  others: readonly string[],
  forms: readonly number[],
): Mail {
  const { mail, understanding } = arrived
  const { company } = understanding
  const kept = mail.attachments.flatMap((file, at) => {
    const isTheirs = others.some((one) => namesEntity(file, one)) && company !== null && !namesEntity(file, company)
    return forms.includes(at) || isTheirs ? [] : [at]
  })
  if (kept.length === mail.attachments.length) return arrived
  const of = <Value>(all: readonly Value[]) => kept.flatMap((at) => (at < all.length ? [all[at] as Value] : []))
  return {
    ...arrived,
    mail: { ...mail, attachments: of(mail.attachments) },
    understanding: { ...understanding, documents: of(understanding.documents) },
  }
}

interface PartyMail {
  readonly mail: ReadMail
  readonly understanding: Understanding
}
