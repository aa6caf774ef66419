/** Network interconnection activities of the checklist (domain 2.2 step 5). Ordering has two conditions; this is none. */
import { hasAgreement, isReseller, isSetUp } from './facts.ts'
import type { Step } from './step.ts'

export const network: Step = {
  id: 'network',
  title: 'Network interconnection',
  source: 'domain 2.2 step 5; SEED',
  applies: (file) => !isReseller(file),
  gates: [
    {
      at: 'enter',
      isOpen: hasAgreement,
      why: 'The agreement has to be signed or in place.',
      source: 'domain 2.2 step 5',
    },
    {
      at: 'enter',
      isOpen: isSetUp,
      why: 'The questionnaire or the start-up forms have to be complete.',
      source: 'domain 2.2 step 5',
    },
  ],
  items: [
    {
      id: 'network-information',
      label: 'Network information',
      owner: 'clec',
      need: (file) => {
        if (!network.gates.every((gate) => gate.isOpen(file))) return 'later'
        return file.carrierType === null ? 'optional' : 'now'
      },
      ask: 'Please send the network information of your interconnection: point of interconnection, switch CLLI codes, and forecasts.',
      proof: 'CLLI codes or a point of interconnection in a mail or file about the network',
      source: 'domain 2.2 step 5, 3.8; SEED, LIS',
      blocks: false,
    },
  ],
}
