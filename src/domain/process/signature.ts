/** Signatures of both: electronic, or on three originals (domain 2.2 step 3e; NEG79). */
import type { CaseFile } from '../casework/case-file.ts'
import { hasCertificate, isMet } from './facts.ts'
import type { Step } from './step.ts'

export const signature: Step = {
  id: 'signature',
  title: 'Signature',
  source: 'domain 2.2 step 3e; NEG79, TMPL',
  applies: (file) => file.route !== 'tariff',
  gates: [
    {
      at: 'enter',
      isOpen: (file) => isMet(file, 'draft-issued'),
      why: 'The agreement document has to be sent first.',
      source: 'domain 2.2 step 3d',
    },
    {
      at: 'leave',
      isOpen: hasCertificate,
      why: 'The certificate or registration has to be in before the agreement is executed.',
      source: 'domain T1',
    },
  ],
  items: [
    {
      id: 'clec-signature',
      label: 'Agreement signed by you',
      owner: 'clec',
      need: (file) => (isMet(file, 'draft-issued') && !asksOtherwise(file) ? 'now' : 'later'),
      ask: 'Please return the agreement signed: electronically, or as three signed originals.',
      proof: 'the signed agreement or its signature page; the notice of the e-signature service',
      source: 'domain 2.2 step 3e',
      answersOurs: true,
    },
    {
      id: 'agreement-end',
      label: 'End of the agreement',
      owner: 'carrier',
      need: (file) => (isMet(file, 'draft-issued') ? 'optional' : 'never'),
      ask: 'The day on which the agreement ends is recorded by us.',
      proof: 'the day that the signed agreement names',
      source: 'domain T5, 8 (expiring agreements)',
      blocks: false,
    },
    {
      id: 'carrier-signature',
      label: 'Agreement signed by us',
      owner: 'carrier',
      need: (file) => (isMet(file, 'clec-signature') && hasCertificate(file) ? 'now' : 'later'),
      ask: 'The agreement is signed by us after you.',
      proof: 'the executed copy',
      source: 'domain 2.2 step 3e, T1',
    },
  ],
}

/** They asked to negotiate what they were to sign: nobody is asked to sign it before a person has looked (T10). */
function asksOtherwise(file: CaseFile): boolean {
  return file.needsPerson !== null && file.route !== 'negotiate' && isMet(file, 'negotiation-request')
}
