/**
 * A person said what a mail really is: what follows for the cases that it opened. A case has learned from later mails,
 * too; only what the correction says otherwise than before, or what the case does not know, is mended.
 */
import { type CaseFile, type Family, routeOf } from '../casework/case-file.ts'
import type { CaseChange } from '../casework/change.ts'
import { type DeskSettings, negotiatorFor } from '../casework/desk-settings.ts'
import { isByState } from '../casework/open-cases.ts'
import { type CaseOutcome, changedCase } from '../casework/outcome.ts'
import { summarizer } from '../casework/summary.ts'
import type { Agreement, Intent, Path } from '../labels.ts'

/** What a mail says, as understood or as a person labelled it. */
export interface Said {
  readonly intents: readonly Intent[]
  readonly agreement: Agreement | null
  readonly path: Path | null
  readonly company: string | null
  readonly states: readonly string[]
}

export interface Corrected {
  readonly cases: readonly CaseOutcome[]
  /** States that the mail names and that no case of the request is for. */
  readonly withoutCase: readonly string[]
}

/**
 * `opened`: the cases that the mail opened. `request`: states of all cases of their request. `clecOf`: the legal entity
 * of that name, where it is known.
 */
export function mailCorrected(
  opened: readonly CaseFile[],
  request: readonly (string | null)[],
  before: Said,
  now: Said,
  clecOf: (company: string) => number | null,
  desk: DeskSettings,
): Corrected {
  const known = new Set(request)
  const cases = opened.map((file) => {
    // Of several cases each has its state for good; one alone may have been understood wrongly.
    const state = opened.length === 1 ? stateOf(file, before, now) : file.state
    known.add(state)
    const facts = factsOf(file, before, now, state, desk)
    const clecId = facts.company === file.company ? file.clecId : clecIdOf(facts.company, clecOf)
    return changedCase(file, changesOf(file, { ...facts, clecId }, desk), summarizer(desk))
  })
  const wanted = isByState(now.intents) ? now.states : []
  return { cases, withoutCase: wanted.filter((state) => !known.has(state)) }
}

/** A matter of several states that is answered as one belongs to none of them. */
function stateOf(file: CaseFile, before: Said, now: Said): string | null {
  const { states } = now
  if (file.state !== null && (before.states.join() === states.join() || states.includes(file.state))) return file.state
  return states.length === 1 || isByState(now.intents) ? (states[0] ?? null) : null
}

type Facts = Pick<CaseFile, 'company' | 'state' | 'family' | 'agreement' | 'route' | 'intent'>

function factsOf(file: CaseFile, before: Said, now: Said, state: string | null, desk: DeskSettings): Facts {
  const mended = <Value>(has: Value | null, was: Value | null, is: Value | null) =>
    has === null || was !== is ? is : has
  const route = mended(file.route, routeOf(before.path, before.agreement), routeOf(now.path, now.agreement))
  return {
    company: mended(file.company, before.company, now.company),
    state,
    family: state === file.state ? file.family : familyOf(state, desk),
    agreement: mended(file.agreement, before.agreement, now.agreement),
    route,
    intent: mended(file.intent, before.intents[0] ?? null, now.intents[0] ?? null),
  }
}

function familyOf(state: string | null, { territory }: DeskSettings): Family | null {
  const of = state === null ? 'none' : territory(state)
  return of === 'qc' ? 'qc' : of === 'kept' ? 'ct-eq' : null
}

function clecIdOf(company: string | null, clecOf: (company: string) => number | null): number | null {
  return company === null ? null : clecOf(company)
}

function changesOf(file: CaseFile, facts: Facts & Pick<CaseFile, 'clecId'>, desk: DeskSettings): readonly CaseChange[] {
  const isOurs = familyOf(facts.state, desk) !== null
  const wasElsewhere = file.closed?.reason === 'not-our-territory'
  const negotiator = negotiatorFor(facts.state, desk.staff)
  const isAutomatic = file.negotiator === negotiatorFor(file.state, desk.staff)
  return [
    { change: 'corrected', ...facts },
    ...(isAutomatic && negotiator !== file.negotiator ? [{ change: 'negotiator-assigned', negotiator } as const] : []),
    ...(file.needsPerson === null ? [] : [{ change: 'person-done' } as const]),
    ...(wasElsewhere && isOurs ? [{ change: 'reopened' } as const] : []),
  ]
}
