/** The carrier prepares the agreement document with its tracking number (domain 2.2 step 3d; NEG79). */
import { areMet, hasProblem, isMet } from './facts.ts'
import type { Step } from './step.ts'

export const draft: Step = {
  id: 'draft',
  title: 'Agreement document',
  source: 'domain 2.2 step 3d; NEG79, FORMS',
  applies: (file) => file.route !== 'tariff',
  gates: [
    {
      at: 'enter',
      isOpen: (file) => areMet(file, ['request-form', 'state']),
      why: 'The agreement request has to be complete.',
      source: 'domain 2.2 ordering 1; NEG17',
      settledByNumber: true,
    },
    {
      at: 'enter',
      isOpen: (file) => isMet(file, 'route'),
      why: 'The way to the agreement has to be chosen.',
      source: 'domain 2.2 ordering 1; NEG17',
      settledByNumber: true,
    },
    {
      at: 'enter',
      isOpen: (file) => isMet(file, 'legal-name'),
      why: 'The documents have to name the same legal entity.',
      source: 'domain T8',
    },
    {
      at: 'enter',
      isOpen: (file) => file.route !== 'opt-in' || areMet(file, ['adopted-agreement', 'amendments-choice']),
      why: 'The agreement to be adopted, and its amendments, have to be named.',
      source: 'domain T14, 3.6',
    },
    {
      at: 'enter',
      isOpen: (file) => !hasProblem(file, 'sender-authority'),
      why: 'The authority of the sender to act for the company has to be shown.',
      source: 'domain T9',
    },
  ],
  items: [
    {
      id: 'draft-issued',
      label: 'Agreement document sent for signature',
      owner: 'carrier',
      need: (file) => (draft.gates.every((gate) => gate.isOpen(file)) ? 'now' : 'later'),
      ask: 'The agreement document is prepared by us.',
      proof: 'the document as sent, with its tracking number (CDS-YYMMDD-NNNN)',
      source: 'domain 2.2 step 3d, 3.7',
    },
  ],
}
