/**
 * What the answer to a person's mail says: one letter for all its matters, never asking for what is in already. Which
 * sections there are follows from what the mail wants and from where its cases stand after it.
 */
import type { CaseOutcome } from '../casework/outcome.ts'
import { ofAll } from '../casework/parties.ts'
import { wasTakenBack } from '../casework/withdrawal.ts'
import type { Intent } from '../labels.ts'
import { ABOUT, type CaseLine, type Section } from '../letter/section.ts'
import { stateName } from '../states.ts'
import { understoodLines } from '../understood.ts'
import { copiesIn, copiesSection } from './copies-wanted.ts'
import type { Matter } from './matter.ts'
import { missingItems, missingSection } from './missing-items.ts'
import { receivedFiles } from './received-files.ts'
import { complaintIn, redirect } from './redirect.ts'
import { earlyOrdering, optInRequirements, routeExplainer } from './route-sections.ts'
import { stateNeeds } from './state-needs.ts'
import { statusAnswer } from './status-answer.ts'

/** Empty: there is nothing to say that was not said. The first one opens the letter. */
export function sectionsFor(matter: Matter): readonly Section[] {
  const intents = matter.arrived.understanding.intents.map((one) => one.intent)
  const has = (...some: Intent[]) => some.some((intent) => intents.includes(intent))
  const status = has('status-inquiry') && matter.mayDisclose ? statusAnswer(matter) : null
  const files = receivedFiles(matter)
  const complaint = complaintIn(matter.arrived.mail)
  const rest: readonly (Section | null)[] = [
    ...notOurs(matter),
    has('opt-in-inquiry') ? optInRequirements(matter) : null,
    copiesSection(matter),
    has('agreement-request', 'process-question') && copiesIn(matter.arrived) === null ? routeExplainer(matter) : null,
    stateNeeds(matter),
    has('early-ordering-letter') ? earlyOrdering(matter) : null,
    has('other-department') ? redirect(matter) : complaint === null ? null : redirect(matter, complaint),
  ]
  const body = rest.filter((one) => one !== null)
  const missing = missingInformation(matter)
  const opener = matter.opens || !(status || files) ? acknowledgement(matter, intents[0]) : null
  const opening = [opener, status, files].filter((one) => one !== null)
  return [...opening, ...body, ...(missing === null ? [] : [missing])]
}

function acknowledgement(matter: Matter, main: Intent | undefined): Section {
  const { arrived, cases, home } = matter
  // What they take back is not named as if it went on.
  const goesOn = cases.filter(({ file }) => !wasTakenBack(file))
  // A case of its own has a number of its own, which the subject does not show.
  const isNew = cases.some(({ opened, file }) => opened && file.id !== home.lead.id)
  const byCompany = companiesOf(cases).length > 1
  const understanding = { ...ofAll(arrived.understanding), ...companyOf(matter), states: statesOf(matter) }
  return {
    section: 'acknowledgement',
    since: sinceOf(matter),
    about: ABOUT.find((one) => one === main) ?? 'other',
    understood: understoodLines(understanding, arrived.mail),
    cases: cases.length > 1 || isNew ? goesOn.map((one) => caseLine(one, byCompany)) : [],
  }
}

/** Two letters must not name two days of receipt for one request (T3). */
function sinceOf({ arrived, cases, facts, opens }: Matter): { readonly at: string; readonly timeZone: string } | null {
  const first = Math.min(...cases.map(({ file }) => file.receivedAt))
  if (opens || cases.length === 0 || first >= arrived.receivedAt) return null
  return { at: new Date(first).toISOString(), timeZone: facts.desk.timeZone }
}

/** Without states that only the subject of an old thread names. */
function statesOf({ arrived, cases, home }: Matter): readonly string[] {
  const { states } = arrived.understanding
  if (cases.some(({ file }) => file.state === null)) return states
  const meant = states.filter(
    (state) => cases.some(({ file }) => file.state === state) || home.notOurs.some((one) => one.state === state),
  )
  return meant.length === 0 ? states : meant
}

function companiesOf(cases: readonly CaseOutcome[]): readonly string[] {
  return [...new Set(cases.flatMap(({ file }) => file.company ?? []))]
}

/** All that the request is for. */
function companyOf({ cases, opens }: Matter): { readonly company?: string } {
  const companies = companiesOf(cases)
  return opens && companies.length > 1 ? { company: companies.join('; ') } : {}
}

/** `byCompany`: it is one of several companies. */
export function caseLine({ file }: CaseOutcome, byCompany: boolean): CaseLine {
  const state = file.state === null ? '' : stateName(file.state)
  return { ref: file.ref, state: byCompany ? [file.company, state].filter(Boolean).join(', ') : state }
}

function notOurs({ home, facts }: Matter): readonly Section[] {
  return (['sold', 'none'] as const).flatMap((why) => {
    const states = home.notOurs.filter((one) => one.why === why).map((one) => stateName(one.state))
    const link = why === 'sold' ? (facts.desk.links['sold-states'] ?? null) : null
    return states.length === 0 ? [] : [{ section: 'not-our-state', states, why, link } as const]
  })
}

/** What the CLEC owes now, in all the cases that the mail touches. */
function missingInformation(matter: Matter): Section | null {
  // Where a person looks first, after an objection or a legal notice or at a second agreement (T6), nothing is asked for.
  const cases = matter.cases.filter(({ file }) => file.needsPerson === null)
  return missingSection(missingItems(cases, matter.standings), cases, matter.standings)
}
