import type { ItemRule } from '../step.ts'

/** Adoption of an approved agreement in its entirety, 47 U.S.C. 252(i) and 47 CFR 51.809 (domain 3.6). */
export const optIn: readonly ItemRule[] = [
  {
    id: 'adopted-agreement',
    label: 'Agreement to be adopted',
    owner: 'clec',
    need: () => 'now',
    ask: 'Please name the agreement that you wish to adopt: the carrier that is party to it, the state, and the docket or order number under which the commission approved it.',
    proof: 'the carrier and the docket or order in the adoption letter or the mail',
    source: 'domain 3.6, 3.7; ORCHK, MOPSC',
  },
  {
    id: 'amendments-choice',
    label: 'Amendments to the adopted agreement',
    owner: 'clec',
    need: () => 'now',
    ask: 'Please tell us whether you wish to adopt the base agreement only, or the base agreement with its amendments, and with which.',
    proof: 'the choice in words; silence is no choice',
    source: 'domain T14, 3.6; ORCHK',
  },
]
