/**
 * Orders before the commission's approval, under an Early Ordering Letter Agreement: for agreements under the Act only,
 * after the CLEC signed and before approval, with the customer's information complete (domain 2.2 step 7b, ordering 6).
 */
import type { CaseFile } from '../casework/case-file.ts'
import { hasCertificate, isMet, isRejected, isSetUp, isUnderTheAct } from './facts.ts'
import type { Need, Step } from './step.ts'

export const earlyOrdering: Step = {
  id: 'early-ordering',
  title: 'Early ordering',
  source: 'domain 2.2 step 7b, ordering 6, 3.5; SEED',
  applies: (file) =>
    isUnderTheAct(file) && isWanted(file) && (!isMet(file, 'approved') || isMet(file, 'early-ordering-letter-signed')),
  gates: [
    {
      at: 'enter',
      isOpen: (file) => isMet(file, 'clec-signature') && !isRejected(file),
      why: 'The agreement has to be signed by you, its approval pending.',
      source: 'domain 2.2 ordering 6',
    },
    {
      at: 'enter',
      isOpen: isSetUp,
      why: 'The questionnaire or the start-up forms have to be complete.',
      source: 'domain 2.2 step 7b',
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
      id: 'early-ordering-request',
      label: 'Request for early ordering',
      owner: 'clec',
      need: () => 'optional',
      ask: 'Please tell us if you wish to order before the commission approves the agreement.',
      proof: 'a mail that asks for the Early Ordering Letter Agreement',
      source: 'domain 3.5',
    },
    {
      id: 'early-ordering-letter-issued',
      label: 'Early Ordering Letter Agreement sent',
      owner: 'carrier',
      need: (file) => afterGates(file, true),
      ask: 'The Early Ordering Letter Agreement is prepared by us.',
      proof: 'the letter as sent; the CLEC does not write its own',
      source: 'domain 3.5; SEED',
    },
    {
      id: 'early-ordering-letter-signed',
      label: 'Early Ordering Letter Agreement signed by you',
      owner: 'clec',
      need: (file) => afterGates(file, isMet(file, 'early-ordering-letter-issued')),
      ask: 'Please return the Early Ordering Letter Agreement signed.',
      proof: 'the signed letter',
      source: 'domain 3.5; SEED',
      answersOurs: true,
    },
  ],
}

/** Nobody is asked for it; it counts once the CLEC brings it up. */
function isWanted(file: CaseFile): boolean {
  const { items } = file
  return (
    file.intent === 'early-ordering-letter' ||
    items['early-ordering-request'] !== undefined ||
    items['early-ordering-letter-issued'] !== undefined ||
    items['early-ordering-letter-signed'] !== undefined
  )
}

function afterGates(file: CaseFile, isIssued: boolean): Need {
  return isIssued && earlyOrdering.gates.every((gate) => gate.isOpen(file)) ? 'now' : 'later'
}
