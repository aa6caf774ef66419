/** Ready to order: the agreement is signed with its approval pending, and the customer is set up (domain 2.2 step 7). */
import { hasAgreement, hasCertificate, isSetUp } from './facts.ts'
import type { Step } from './step.ts'

export const readyToOrder: Step = {
  id: 'ready-to-order',
  title: 'Ready to order',
  source: 'domain 2.2 step 7, ordering 8; SEED, FORMS',
  applies: () => true,
  gates: [
    {
      at: 'enter',
      isOpen: hasAgreement,
      why: 'The agreement has to be signed by both parties, its approval pending or given.',
      source: 'domain 2.2 step 7',
    },
    {
      at: 'enter',
      isOpen: isSetUp,
      why: 'The questionnaire or the start-up forms have to be complete.',
      source: 'domain 2.2 step 7, ordering 8',
    },
    {
      at: 'enter',
      isOpen: hasCertificate,
      why: 'The certificate or registration has to be in before orders.',
      source: 'domain T1',
    },
  ],
  items: [
    {
      id: 'ready-to-order',
      label: 'Confirmation that ordering can begin',
      owner: 'carrier',
      need: (file) => (readyToOrder.gates.every((gate) => gate.isOpen(file)) ? 'now' : 'later'),
      ask: 'Whether ordering can begin is confirmed by us.',
      proof: 'the confirmation by a person',
      source: 'domain 2.2 step 7, T4',
    },
  ],
}
