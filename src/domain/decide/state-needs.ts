/**
 * What is needed in a state, for somebody who asks: who needs no certificate there (domain 4.4), and what comes before the
 * first orders, which depends on which of our companies is there (domain 1.1, 3.3, 3.4). Null: nothing was asked, or
 * nothing is particular.
 */
import type { CaseFile, Family } from '../casework/case-file.ts'
import { placesOf } from '../casework/families.ts'
import type { Line, Section } from '../letter/section.ts'
import { isMet, isReseller, isUsable, RESELLERS_EXEMPT } from '../process/facts.ts'
import { startUp } from '../process/start-up.ts'
import { describeItem } from '../process/words.ts'
import { stateName } from '../states.ts'
import { asksForNeeds, asksOfCertificates } from './asked-words.ts'
import type { Matter } from './matter.ts'

/** A state that the mail is about, with its case where it has one. */
interface Place {
  readonly state: string
  readonly family: Family
  readonly file: CaseFile | null
}

export function stateNeeds(matter: Matter): Section | null {
  const { mail } = matter.arrived
  const places = placesIn(matter)
  const needs = [
    ...(asksOfCertificates(mail) || asksForNeeds(mail) ? inWords(places, certificates) : []),
    ...(asksForNeeds(mail) ? inWords(places, beforeOrders) : []),
  ]
  return needs.length === 0 ? null : { section: 'state-needs', needs }
}

/** Those of the cases; a question about several states has one case, which is of none of them. */
function placesIn({ arrived, cases, facts }: Matter): readonly Place[] {
  const open = cases.map(({ file }) => file).filter((file) => file.closed === null)
  const ofCases = open.flatMap((file): readonly Place[] => {
    const { state, family } = file
    return state === null || family === null ? [] : [{ state, family, file }]
  })
  if (ofCases.length > 0) return ofCases
  return placesOf(arrived.understanding.states, [], facts.desk).map((place) => ({ ...place, file: null }))
}

/** What is the same in several states is said once. */
function inWords(places: readonly Place[], say: (place: Place) => string | null): readonly Line[] {
  const states = new Map<string, string[]>()
  for (const place of places) {
    const words = say(place)
    if (words !== null) states.set(words, [...(states.get(words) ?? []), stateName(place.state)])
  }
  return [...states].map(([value, names]) => ({ label: [...new Set(names)].join(', '), value }))
}

const EXEMPT = 'A carrier that only resells needs no certificate of the state commission.'

function certificates({ state, file }: Place): string | null {
  if (!RESELLERS_EXEMPT.has(state) || (file !== null && isMet(file, 'certification'))) return null
  return file !== null && isReseller(file) ? EXEMPT : `${EXEMPT} If that is your plan, please tell us.`
}

function beforeOrders({ family, file }: Place): string | null {
  return family === 'ct-eq' ? startUpPapers(file) : questionnaire(file)
}

const ALL_EIGHT = 8

function startUpPapers(file: CaseFile | null): string | null {
  const open = startUp.items
    .filter(
      ({ id, owner, need }) => owner === 'clec' && (file === null || (!isMet(file, id) && need(file) !== 'never')),
    )
    .map(({ id }) => describeItem(id, file))
  if (open.length === 0) return null
  const papers =
    open.length === ALL_EIGHT ? 'eight forms and documents' : 'these forms and documents, which are still open'
  return `Before the first orders, a company is set up from ${papers}: ${open.join('; ')}. They are asked for when both parties have signed, and can come earlier. Whether a deposit is needed follows from the credit review.`
}

/** Where it is asked for already it is among what is still open. */
function questionnaire(file: CaseFile | null): string | null {
  if (file !== null && (isUsable(file) || isMet(file, 'questionnaire'))) return null
  return 'Before the first orders, we ask for the Customer Questionnaire, complete in all sections, and for the letter by which NECA assigned the operating company number (OCN).'
}
