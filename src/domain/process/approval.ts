/** The commission approves the filed agreement, or it is deemed approved (47 U.S.C. 252(e)(4); domain 4.1). */
import { isMet, isUnderTheAct } from './facts.ts'
import type { Step } from './step.ts'

export const approval: Step = {
  id: 'approval',
  title: 'Approval by the commission',
  source: 'domain 2.2 ordering 4, 4.1; 47 U.S.C. 252(e)',
  applies: isUnderTheAct,
  gates: [
    {
      at: 'enter',
      isOpen: (file) => isMet(file, 'filed'),
      why: 'The agreement has to be filed before it is approved.',
      source: 'domain 2.2 ordering 4',
    },
  ],
  items: [
    {
      id: 'approved',
      label: 'Approval by the commission',
      owner: 'commission',
      need: (file) => (isMet(file, 'filed') ? 'now' : 'later'),
      ask: 'The agreement is approved by the commission.',
      proof:
        'the order, or the end of the period after which it is deemed approved; a refusal is recorded as a problem',
      source: 'domain 4.1',
    },
    {
      id: 'notice-published',
      label: 'Advice notice published',
      owner: 'carrier',
      need: (file) => (file.state === 'NM' && isMet(file, 'filed') ? 'optional' : 'never'),
      ask: 'The advice notice is published by us.',
      proof: 'the printed notice, or the page on which it stands',
      source: 'domain 4.4; 17.11.18.18(C) NMAC',
      blocks: false,
    },
    {
      id: 'made-public',
      label: 'Agreement open to public inspection',
      owner: 'commission',
      need: (file) => (isMet(file, 'approved') ? 'optional' : 'never'),
      ask: 'The approved agreement is made public by the commission.',
      proof: "the agreement in the commission's own records",
      source: 'domain 4.1; 47 U.S.C. 252(h)',
      blocks: false,
    },
  ],
}
