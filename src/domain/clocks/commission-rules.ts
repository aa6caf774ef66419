/** From signature to approval: filing with the state commission, its decision, and what follows (domain 4.1, 4.4). */
import type { ClockFacts } from './facts.ts'
import { isNegotiated, needsApproval, type Runs, takesEffectByItself } from './regime.ts'
import { type ClockRule, days, firstOf, from, type Start, workingDays } from './rule.ts'

/** Days from signature to filing of a negotiated agreement. */
interface FilingRule {
  readonly days: number
  readonly source: string
  /** What makes the filing complete there. */
  readonly notes: readonly string[]
}

const FILING: Readonly<Record<string, FilingRule>> = {
  AZ: {
    ...{ days: 30, source: 'Ariz. Admin. Code R14-2-1506(A)' },
    notes: ['the time of review starts with a complete filing'],
  },
  NM: {
    ...{ days: 60, source: '17.11.18.18(A) NMAC' },
    notes: ['with a numbered advice notice, and a copy to the Attorney General'],
  },
  WA: {
    ...{ days: 30, source: 'WAC 480-07-640(2)(a)(i)' },
    notes: [
      'with summary and affirmations: an incomplete filing is rejected, and the review starts with a complete one',
    ],
  },
}

export const COMMISSION_RULES: readonly ClockRule[] = [
  ...Object.entries(FILING).map(([state, rule]) => filingRule(state, rule)),
  {
    id: 'approval',
    title: 'Commission approves or rejects the agreement',
    source: '47 U.S.C. 252(e)(4)',
    owedBy: 'commission',
    confidential: false,
    warned: 'before-due',
    runs: (facts) => when(needsApproval(facts) && !takesEffectByItself(facts)),
    start: filed,
    length: (facts) => days(facts.arbitrated === false ? 90 : 30),
    met: (facts) => firstOf(facts, 'approved', 'rejected'),
    notes: approvalNotes,
  },
  {
    id: 'wa-adoption-effective',
    title: 'Adoption takes effect if nobody objects (Washington)',
    source: 'utc.wa.gov, interconnection agreements (domain WA-UTC)',
    owedBy: 'nobody',
    confidential: false,
    warned: 'before-due',
    runs: (facts) => when(takesEffectByItself(facts) && needsApproval(facts)),
    start: filed,
    length: () => days(16),
    met: (facts) => firstOf(facts, 'approved', 'rejected'),
  },
  {
    id: 'public-inspection',
    title: 'Agreement is open to public inspection',
    source: '47 U.S.C. 252(h)',
    owedBy: 'commission',
    confidential: false,
    // Nobody of ours can do anything for it or by it.
    warned: 'never',
    runs: (facts) => when(needsApproval(facts)),
    start: (facts) => from(facts, 'approved', 'the agreement was approved'),
    length: () => days(10),
    met: (facts) => firstOf(facts, 'madePublic'),
  },
  {
    id: 'nm-publication',
    title: 'Advice notice is published (New Mexico)',
    source: '17.11.18.18(C) NMAC',
    owedBy: 'us',
    confidential: false,
    warned: 'before-due',
    runs: (facts) => when(facts.state === 'NM' && isNegotiated(facts)),
    start: filed,
    length: () => workingDays(5),
    met: (facts) => firstOf(facts, 'noticePublished'),
  },
  {
    id: 'nm-objections',
    title: 'Last day of requests for rejection (New Mexico)',
    source: '17.11.18.18(D) NMAC',
    owedBy: 'nobody',
    confidential: false,
    warned: 'before-due',
    runs: (facts) => when(facts.state === 'NM' && isNegotiated(facts)),
    start: filed,
    length: () => days(30),
    met: (facts) => firstOf(facts, 'approved', 'rejected'),
  },
]

function filingRule(state: string, rule: FilingRule): ClockRule {
  return {
    id: 'state-filing',
    title: `Signed agreement is filed with the commission (${state})`,
    source: rule.source,
    owedBy: 'us',
    confidential: false,
    warned: 'before-due',
    runs: (facts) => when(facts.state === state && (isNegotiated(facts) || decidedInArizona(facts))),
    start: signedOrDecided,
    length: () => days(rule.days),
    met: (facts) => firstOf(facts, 'filed'),
    notes: () => rule.notes,
  }
}

/** Arizona counts from its own decision when it arbitrated; elsewhere an arbitrated agreement follows its order. */
function signedOrDecided(facts: ClockFacts): Start | null {
  const decided = decidedInArizona(facts) ? from(facts, 'arbitrationDecided', 'the commission decided') : null
  return decided ?? from(facts, 'executed', 'the agreement was signed by both')
}

function decidedInArizona(facts: ClockFacts): boolean {
  return facts.state === 'AZ' && facts.arbitrated !== false && needsApproval(facts)
}

function filed(facts: ClockFacts): Start | null {
  const start = from(facts, 'filed', 'the complete agreement was filed with the commission')
  if (start === null || facts.filedBy === null || facts.filedBy === undefined) return start
  return { ...start, lines: [...start.lines, facts.filedBy] }
}

function approvalNotes({ arbitrated, path, state }: ClockFacts): readonly string[] {
  const deemed = 'without a decision by then the agreement is deemed approved'
  if (arbitrated === 'mixed') return [state === 'AZ' ? MIXED_IN_ARIZONA : MIXED_ELSEWHERE, deemed]
  if (path === 'opt-in') return ['an adoption: whether 252(e)(4) binds is the practice of the state', deemed]
  return [deemed]
}

const MIXED_IN_ARIZONA = 'partly arbitrated: the shorter time holds (Ariz. Admin. Code R14-2-1506(E))'
const MIXED_ELSEWHERE = 'partly arbitrated: no rule found for this state, so the earlier day is watched'

function when(condition: boolean): Runs {
  return condition ? 'yes' : 'no'
}
