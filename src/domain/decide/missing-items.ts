/** What is asked for in one letter about several cases. */
import { askedItems } from '../casework/asked-items.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { ItemStanding, Standing } from '../casework/standing.ts'
import type { AskedItem } from '../letter/section.ts'
import { hasChecklist } from '../process/has-checklist.ts'

/** Each item once, with the states it is missing for unless it is missing for all. */
export function missingItems(
  cases: readonly { readonly file: CaseFile }[],
  standings: ReadonlyMap<number, Standing>,
  only: readonly ItemId[] | null = null,
): readonly AskedItem[] {
  const asking = cases.filter(({ file }) => file.closed === null && hasChecklist(file))
  return askedItems(asking.map(({ file }) => ({ file, items: owed(standings.get(file.id), only) })))
}

/** All that is owed now, or these items, whether they are owed already or not. */
function owed(standing: Standing | undefined, only: readonly ItemId[] | null): readonly ItemStanding[] {
  if (standing === undefined) return []
  if (only === null) return standing.missing
  return standing.steps.flatMap((step) => step.items).filter((item) => only.includes(item.id))
}
