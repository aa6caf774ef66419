/** Optional collocation in QC offices; the agreement has to hold collocation terms (domain 2.2 step 6). */
import { hasAgreement, isMet } from './facts.ts'
import type { Step } from './step.ts'

export const collocation: Step = {
  id: 'collocation',
  title: 'Collocation',
  source: 'domain 2.2 step 6; SEED, COLLO',
  applies: (file) => file.family === 'qc' && file.items['collocation-terms'] !== undefined,
  gates: [
    {
      at: 'enter',
      isOpen: (file) => hasAgreement(file) && isMet(file, 'collocation-terms'),
      why: 'The agreement has to be signed and hold terms for collocation.',
      source: 'domain 2.2 step 6',
    },
  ],
  items: [
    {
      id: 'collocation-terms',
      label: 'Collocation terms in the agreement',
      owner: 'carrier',
      need: () => 'optional',
      ask: 'Whether the agreement holds terms for collocation is checked by us.',
      proof: 'the section of the agreement (template section 8)',
      source: 'domain 2.2 step 6, 3.7',
      blocks: false,
    },
  ],
}
