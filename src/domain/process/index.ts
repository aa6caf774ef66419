/** The carrier's process as data: its steps in their order, a file each (domain 2.2). */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import { agreementRequest } from './agreement-request.ts'
import { approval } from './approval.ts'
import { arbitration } from './arbitration.ts'
import { certification } from './certification.ts'
import { collocation } from './collocation.ts'
import { draft } from './draft.ts'
import { earlyOrdering } from './early-ordering.ts'
import { filing } from './filing.ts'
import { network } from './network.ts'
import { questionnaire } from './questionnaire.ts'
import { readyToOrder } from './ready-to-order.ts'
import { route } from './route.ts'
import { signature } from './signature.ts'
import { startUp } from './start-up.ts'
import type { Gate, ItemRule, Step } from './step.ts'

export const STEPS = [
  certification,
  agreementRequest,
  route,
  arbitration,
  draft,
  signature,
  filing,
  approval,
  questionnaire,
  startUp,
  network,
  collocation,
  earlyOrdering,
  readyToOrder,
] as const satisfies readonly Step[]

/** The rule of an item in the first step of this case that has it, else in the first of all. */
export function ruleOf(item: ItemId, file: CaseFile | null = null): ItemRule {
  const having = (STEPS as readonly Step[]).filter((step) => step.items.some((rule) => rule.id === item))
  const step = having.find((one) => file !== null && one.applies(file)) ?? having[0]
  const rule = step?.items.find((one) => one.id === item)
  if (rule === undefined) throw new Error(`no step has the item ${item}`)
  return rule
}

/** The gates that still stand before an item: what a person is told who ticks it too early. */
export function shutGates(file: CaseFile, item: ItemId): readonly Gate[] {
  const steps = (STEPS as readonly Step[]).filter((step) => step.applies(file))
  const own = steps.find((step) => step.items.some((rule) => rule.id === item))
  const last = own?.items.at(-1)?.id === item
  return (own?.gates ?? []).filter((gate) => !gate.isOpen(file) && (gate.at === 'enter' || last))
}
