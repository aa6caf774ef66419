/** What the carrier's own pages ask of the customer, and the end of an agreement (domain 2.3, 8). */
import type { Runs } from './regime.ts'
import { type ClockRule, days, firstOf, from, months, until } from './rule.ts'

/** Whatever the agreement is: these are no matter of 47 U.S.C. 252. */
const always = { confidential: false, runs: (): Runs => 'yes' } as const

const RECEIVED = 'the questionnaire was received'

export const CUSTOMER_RULES: readonly ClockRule[] = [
  {
    ...always,
    id: 'questionnaire-documents',
    title: "Questionnaire's further documents",
    source: 'carrier page newcustquestionnaire.html V60 (two weeks)',
    owedBy: 'customer',
    warned: 'before-due',
    start: (facts) => from(facts, 'questionnaireReceived', RECEIVED),
    length: () => days(14),
    met: (facts) => firstOf(facts, 'questionnaireDocumentsComplete'),
  },
  {
    ...always,
    id: 'tax-forms',
    title: 'Tax exemption papers',
    source: 'carrier page taxexempt.html V15 (30 days)',
    owedBy: 'customer',
    warned: 'before-due',
    // Whoever claims no exemption owes none.
    runs: (facts) => (facts.claimsTaxExemption ? 'yes' : 'no'),
    start: (facts) => from(facts, 'questionnaireReceived', RECEIVED),
    length: () => days(30),
    met: (facts) => firstOf(facts, 'taxFormsComplete'),
  },
  {
    ...always,
    id: 'questionnaire-refresh',
    title: 'Questionnaire is renewed',
    source: 'carrier page newcustquestionnaire.html V60 (yearly or as needed)',
    owedBy: 'customer',
    warned: 'before-due',
    start: (facts) =>
      from(facts, 'questionnaireRefreshed', 'the questionnaire was renewed') ??
      from(facts, 'questionnaireReceived', RECEIVED),
    length: () => months(12),
    // A renewal starts the next year instead.
    met: () => null,
  },
  {
    ...always,
    id: 'agreement-expires',
    title: 'Agreement expires',
    source: 'the agreement itself (domain T5)',
    owedBy: 'nobody',
    warned: 'before-expiry',
    start: (facts) => {
      const expires = facts.milestones.agreementExpires
      if (!expires) return null
      const day = firstOf(facts, 'executed') ?? facts.received
      return { day, by: `The agreement names ${expires} as its end.`, lines: [] }
    },
    length: (facts) => until(facts.milestones.agreementExpires ?? facts.received),
    met: () => null,
  },
  {
    ...always,
    id: 'certificate-ends',
    title: 'Certificate ends',
    source: 'the certificate itself (domain 3.9)',
    owedBy: 'nobody',
    // On the day after it the item is open again, and a task says so.
    warned: 'never',
    start: (facts) => {
      const ends = facts.milestones.certificateEnds
      return ends ? { day: facts.received, by: `The certificate names ${ends} as its end.`, lines: [] } : null
    },
    length: (facts) => until(facts.milestones.certificateEnds ?? facts.received),
    met: () => null,
  },
]
