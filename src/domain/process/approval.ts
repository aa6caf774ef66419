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
  ],
}
