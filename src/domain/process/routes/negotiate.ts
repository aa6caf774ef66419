import { areMet, LEAD_AFTER } from '../facts.ts'
import type { ItemRule } from '../step.ts'

/**
 * Negotiation under 47 U.S.C. 252(a). The clock runs from the receipt of the request, with or without the form (domain
 * T2); the lead negotiator is assigned when both are in (domain 2.2, ordering 2; NEG17).
 */
export const negotiate: readonly ItemRule[] = [
  {
    id: 'negotiation-request',
    label: 'Request to negotiate',
    owner: 'clec',
    need: () => 'now',
    ask: 'Please confirm in writing that you request negotiation of an interconnection agreement.',
    proof: 'a mail or letter that asks to negotiate; no form and no magic words are needed',
    source: 'domain 2.2 ordering 2, 4.2; 47 U.S.C. 252(a)',
  },
  {
    id: 'lead-negotiator',
    label: 'Lead negotiator',
    owner: 'carrier',
    need: (file) => (areMet(file, LEAD_AFTER) ? 'now' : 'later'),
    ask: 'The lead negotiator is named by us.',
    proof: 'the assignment by the manager',
    source: 'domain 2.2 ordering 2; NEG17',
  },
]
