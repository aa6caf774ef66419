/**
 * The eight start-up forms and documents of the CT/EQ side, and the deposit: no order is taken before all are in
 * (domain 2.2 ordering 8). They go to the Regulatory Support Manager, who is named when both have signed (ordering 9).
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import { certification } from './certification.ts'
import { hasAgreement, isMet, needsCertificate } from './facts.ts'
import type { ItemRule, Need, Step } from './step.ts'

export const startUp: Step = {
  id: 'start-up',
  title: 'Start-up forms',
  source: 'domain 2.2 orderings 8 and 9, 3.4; FORMS',
  applies: (file) => file.family === 'ct-eq',
  gates: [],
  items: [
    ...certification.items.map((item) => ({
      ...item,
      need: (file: CaseFile): Need => (needsCertificate(file) ? 'now' : 'never'),
    })),
    {
      id: 'ocn-letter',
      label: 'NECA letter assigning the OCN',
      owner: 'clec',
      need: whenSigned,
      ask: 'Please send the letter or mail by which NECA assigned your operating company number (OCN).',
      proof: 'the letter or mail of NECA, naming the legal entity',
      source: 'domain 3.4, 3.9; FORMS',
    },
    form('start-up-profile', 'CLEC profile'),
    form('start-up-credit', 'Credit application'),
    form('start-up-billing', 'Billing and account set-up form'),
    form('start-up-contacts', 'Contact and escalation list'),
    form('start-up-authorization', 'Blanket letter of authorization'),
    form('start-up-access', 'Systems access request'),
    {
      id: 'start-up-deposit',
      label: 'Deposit',
      // Whether there is one, and how much, only our credit review says: until a person asks, the CLEC owes nothing.
      owner: 'carrier',
      need: (file) => (hasAgreement(file) && isMet(file, 'start-up-credit') ? 'now' : 'later'),
      ask: 'Whether a deposit is needed follows from the credit review.',
      proof: 'only a person confirms it: paid, or none needed',
      source: 'domain 2.2 ordering 8; FORMS',
    },
  ],
}

/** The names of the six forms are not public (domain 3.4): these are the likely ones. */
function form(id: ItemId, label: string): ItemRule {
  return {
    id,
    label,
    owner: 'clec',
    need: whenSigned,
    ask: `Please send the start-up form: ${label}.`,
    proof: 'the completed form',
    source: 'domain 3.4; FORMS',
  }
}

function whenSigned(file: CaseFile): Need {
  return hasAgreement(file) ? 'now' : 'later'
}
