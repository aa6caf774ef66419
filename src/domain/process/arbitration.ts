/**
 * What happens beside the negotiation and starts or ends its clocks (47 U.S.C. 252(b); domain 4.1, 4.4). A petition is
 * counsel's: nothing of it is asked for, told to a CLEC or read out of a mail; a person records its days.
 */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import { isUnderTheAct, wantsAgreement } from './facts.ts'
import type { ItemRule, Step } from './step.ts'

export const arbitration: Step = {
  id: 'arbitration',
  title: 'Negotiation and arbitration',
  source: 'domain 4.1, 4.4; 47 U.S.C. 252(b)',
  applies: isUnderTheAct,
  gates: [],
  items: [
    recorded('written-answer', 'Written answer to the request', 'our letter, by hand, certified mail or facsimile'),
    recorded('petition-filed', 'Petition for arbitration filed', 'the petition and its docket number'),
    recorded('petition-received', 'Petition received by the commission', 'the stamp or notice of the commission'),
    recorded('petition-served', 'Petition served on us', 'the service copy'),
    recorded('petition-answered', 'Response to the petition filed', 'the response of the other party'),
    recorded('arbitration-decided', 'Decision of the commission on the open issues', 'the order of the commission'),
  ],
}

function recorded(id: ItemId, label: string, proof: string): ItemRule {
  return {
    ...{ id, label, proof, owner: 'carrier' as const, blocks: false as const },
    need: (file: CaseFile) => (wantsAgreement(file) ? 'optional' : 'never'),
    ask: `The day is recorded by us: ${label}.`,
    source: 'domain 4.1, 4.4',
  }
}
