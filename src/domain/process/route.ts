/** The way to the agreement: one for each legal entity, incumbent and state (domain 2.2 step 3c). */
import type { CaseFile, Route } from '../casework/case-file.ts'
import { isMet, wantsAgreement } from './facts.ts'
import { commercial } from './routes/commercial.ts'
import { negotiate } from './routes/negotiate.ts'
import { optIn } from './routes/opt-in.ts'
import { tariff } from './routes/tariff.ts'
import { templateAsIs } from './routes/template-as-is.ts'
import type { ItemRule, Step } from './step.ts'

/** What a way to the agreement needs besides the request. */
export const ROUTE_ITEMS: Readonly<Record<Route, readonly ItemRule[]>> = {
  'template-as-is': templateAsIs,
  negotiate,
  'opt-in': optIn,
  tariff,
  commercial,
}

export const route: Step = {
  id: 'route',
  title: 'Way to the agreement',
  source: 'domain 2.2 step 3c; SEED, NEG79',
  applies: () => true,
  gates: [],
  items: [
    {
      id: 'route',
      label: 'Way to the agreement',
      owner: 'clec',
      need: (file) => (wantsAgreement(file) && !isMet(file, 'draft-issued') ? 'now' : 'optional'),
      ask: choices,
      proof: 'the choice in the request form or the mail; redlines mean negotiation, an adoption letter adoption',
      source: 'domain 2.2 step 3c, 7.1',
    },
    ...Object.entries(ROUTE_ITEMS).flatMap(([name, items]) => items.map((item) => only(name as Route, item))),
  ],
}

function choices(file: CaseFile): string {
  const tariffToo = file.state === 'CO' ? ', or the use of the Colorado interconnection tariff' : ''
  return `Please tell us which way you choose: the template agreement unchanged, negotiation, or the adoption of an agreement of another carrier that the commission has approved${tariffToo}.`
}

/** On another way the item is not needed. */
function only(name: Route, item: ItemRule): ItemRule {
  return { ...item, need: (file) => (file.route === name ? item.need(file) : 'never') }
}
