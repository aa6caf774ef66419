/** Which of the carrier's companies a mail is about, state by state (domain 1.1, 5, T7). */
import type { ReadMail } from '../mail.ts'
import { STATE_NAMES } from '../states.ts'
import type { Territory } from '../territories.ts'
import { newestWords } from '../understand/newest-words.ts'
import { plain } from '../understand/plain.ts'
import { sentencesOf } from '../understand/sentences.ts'
import type { Understanding } from '../understanding.ts'
import type { Family } from './case-file.ts'

export interface TerritorySettings {
  readonly territory: (state: string) => Territory
}

/** A state of ours with one of the two families: what one case is for. */
export interface Place {
  readonly state: string
  readonly family: Family
}

export interface NotOurs {
  readonly state: string
  readonly why: 'sold' | 'none'
}

const CT_EQ = /\b(?:CenturyTel|Embarq|(?:United|Central) Telephone|CT ?\/ ?EQ)\b/i
const QC = /\b(?:Qwest|U ?S ?WEST|QC)\b/

/** The places of ours that these states name, in the order of the states; QC before CT/EQ where both are named. */
export function placesOf(
  states: readonly string[],
  named: readonly string[],
  settings: TerritorySettings,
): readonly Place[] {
  return states.flatMap((state) => {
    const territory = settings.territory(state)
    if (territory === 'kept') return [{ state, family: 'ct-eq' as const }]
    if (territory !== 'qc') return []
    return familiesIn(state, states, named).map((family) => ({ state, family }))
  })
}

/** Which family a case is for when it turns out to be about another state; null: the state is not ours. */
export function familyInstead(
  was: { readonly state: string | null; readonly family: Family | null },
  state: string,
  { territory }: TerritorySettings,
): Family | null {
  const now = territory(state)
  if (now === 'kept') return 'ct-eq'
  if (now !== 'qc') return null
  // Who named the company in a state of both means it; where there was no choice nobody named one.
  const isNamed = was.family !== null && was.state !== null && territory(was.state) === 'qc'
  return isNamed ? was.family : 'qc'
}

export function notOursOf(states: readonly string[], settings: TerritorySettings): readonly NotOurs[] {
  return states.flatMap((state) => {
    const territory = settings.territory(state)
    return territory === 'sold' || territory === 'none' ? [{ state, why: territory }] : []
  })
}

/**
 * The sentences that name a family of companies: the writer's own, and those of the form or letter that makes the
 * request. Quoted mails and agreements name companies of other matters.
 */
export function companySentences(mail: ReadMail, understanding: Understanding): readonly string[] {
  const own = newestWords(mail)
  const body = own.trim().split(/\s+/, 13).length > 12 ? own : plain(mail.text.slice(0, OWN_CHARACTERS))
  const files = mail.attachments.flatMap((file, at) => {
    const sort = understanding.documents[at]
    const speaks = sort === 'agreement-request-form' || sort === 'adoption-letter'
    return speaks && file.text !== null ? [plain(file.text.slice(0, OWN_CHARACTERS))] : []
  })
  return [mail.subject, body, ...files].flatMap(sentencesOf).filter((one) => CT_EQ.test(one) || QC.test(one))
}

const OWN_CHARACTERS = 16_384

/** What is said of this state alone counts before what is said of all. Nothing said: the state's usual company, QC. */
function familiesIn(state: string, states: readonly string[], sentences: readonly string[]): readonly Family[] {
  const ofState = sentences.filter((one) => namesState(one, state))
  const ofNone = sentences.filter((one) => !states.some((other) => namesState(one, other)))
  const said = ofState.length > 0 ? ofState : ofNone
  const hasCtEq = said.some((one) => CT_EQ.test(one))
  const hasQc = said.some((one) => QC.test(one))
  if (!hasCtEq) return ['qc']
  return hasQc ? ['qc', 'ct-eq'] : ['ct-eq']
}

function namesState(sentence: string, state: string): boolean {
  const name = Object.hasOwn(STATE_NAMES, state) ? STATE_NAMES[state as keyof typeof STATE_NAMES] : state
  return new RegExp(`\\b(?:${name}|${state})\\b`).test(sentence)
}
