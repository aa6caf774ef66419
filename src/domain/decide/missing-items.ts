/** What is asked for in one letter about several cases. */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { ItemStanding, Standing } from '../casework/standing.ts'
import type { AskedItem } from '../letter/section.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { stateName } from '../states.ts'

/** Each item once, with the states it is missing for unless it is missing for all. */
export function missingItems(
  cases: readonly { readonly file: CaseFile }[],
  standings: ReadonlyMap<number, Standing>,
  only: readonly ItemId[] | null = null,
): readonly AskedItem[] {
  const asking = cases.filter(({ file }) => file.closed === null && hasChecklist(file))
  const byItem = new Map<string, { readonly one: ItemStanding; readonly states: string[] }>()
  for (const { file } of asking)
    for (const one of owed(standings.get(file.id), only)) {
      const problem = one.item?.problem ?? ''
      const key = `${one.id} ${one.ask} ${problem}`
      const entry = byItem.get(key) ?? { one, states: [] }
      entry.states.push(file.state === null ? '' : stateName(file.state))
      byItem.set(key, entry)
    }
  return [...byItem.values()].map(({ one, states }) => ({
    label: one.label,
    ask: one.ask,
    states: states.length === asking.length ? '' : states.filter(Boolean).join(', '),
    problem: one.item?.state === 'problem' ? (one.item.problem ?? '') : '',
  }))
}

/** All that is owed now, or these items, whether they are owed already or not. */
function owed(standing: Standing | undefined, only: readonly ItemId[] | null): readonly ItemStanding[] {
  if (standing === undefined) return []
  if (only === null) return standing.missing
  return standing.steps.flatMap((step) => step.items).filter((item) => only.includes(item.id))
}
