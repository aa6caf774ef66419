/** Which law a case is under: what decides whether a clock runs at all (domain 4.2, last point). */
import type { ClockFacts } from './facts.ts'

/** `protective`: it might be a request to negotiate, so its clocks run to be safe. */
export type Runs = 'yes' | 'protective' | 'no'

/**
 * Is it a request to negotiate under 47 U.S.C. 252? Never a commercial agreement. An opt-in, a template taken as it
 * stands and a tariff leave nothing to negotiate, unless the wording leaves that open or a petition was filed all the
 * same. No form is needed and no magic word (T2), so a request for an agreement whose path is unsaid runs as well.
 */
export function negotiates({ agreement, path, ambiguous, requested, milestones }: ClockFacts): Runs {
  if (agreement === 'commercial') return 'no'
  if (path === 'negotiate') return 'yes'
  if (ambiguous || milestones.petitionFiled || milestones.petitionReceived || milestones.petitionServed)
    return 'protective'
  return path === null && agreement !== null && requested ? 'protective' : 'no'
}

/** Is the signed agreement one that the commission approves under 252(e)? */
export function needsApproval({ agreement, path }: ClockFacts): boolean {
  return agreement !== 'commercial' && path !== 'tariff'
}

/** 252(a): agreed by the parties, which a template signed as it stands is too; an adoption under 252(i) is not. */
export function isNegotiated(facts: ClockFacts): boolean {
  return needsApproval(facts) && facts.path !== 'opt-in' && facts.arbitrated !== true
}

/** Washington lets the adoption of a whole agreement take effect by itself. */
export function takesEffectByItself({ state, path }: ClockFacts): boolean {
  return state === 'WA' && path === 'opt-in'
}
