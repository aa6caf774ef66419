/** What a CLEC sends to one of our two families of companies alone (domain 1.1): it follows from the steps of each. */
import type { ItemId } from '../casework/items.ts'
import { STEPS } from './index.ts'
import { questionnaire } from './questionnaire.ts'
import { startUp } from './start-up.ts'
import type { Step } from './step.ts'

export const FAMILY_ITEMS: readonly ItemId[] = [questionnaire, startUp].flatMap(({ items }) =>
  items.filter(({ owner, id }) => owner === 'clec' && stepsWith(id) === 1).map(({ id }) => id),
)

/** What several steps ask for, such as a certificate, is of no family. */
function stepsWith(item: ItemId): number {
  return (STEPS as readonly Step[]).filter(({ items }) => items.some(({ id }) => id === item)).length
}
