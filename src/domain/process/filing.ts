/** The carrier files the executed agreement with the state commission (domain 2.2 step 3f, ordering 4). */
import { isExecuted, isUnderTheAct } from './facts.ts'
import type { Step } from './step.ts'

export const filing: Step = {
  id: 'filing',
  title: 'Filing with the commission',
  source: 'domain 2.2 step 3f; NEG79; 47 U.S.C. 252(e)(1)',
  applies: isUnderTheAct,
  gates: [
    {
      at: 'enter',
      isOpen: isExecuted,
      why: 'Both parties have to sign before the agreement is filed.',
      source: 'domain 2.2 ordering 4',
    },
  ],
  items: [
    {
      id: 'filed',
      label: 'Agreement filed with the commission',
      owner: 'carrier',
      need: (file) => (isExecuted(file) ? 'now' : 'later'),
      ask: 'The agreement is filed with the commission by us.',
      proof: 'the filing and its docket number',
      source: 'domain 2.2 step 3f',
    },
  ],
}
