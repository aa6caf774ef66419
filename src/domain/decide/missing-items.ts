/** What is asked for in one letter about several cases. */
import { askedItems } from '../casework/asked-items.ts'
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { ItemStanding, Standing } from '../casework/standing.ts'
import type { StepId } from '../casework/steps.ts'
import type { AskedItem, Section } from '../letter/section.ts'
import { isExecuted, isMet } from '../process/facts.ts'
import { hasChecklist } from '../process/has-checklist.ts'

/** A case of the letter; `only`: these items, whether they are owed already or not, instead of all that is owed. */
interface Asking {
  readonly file: CaseFile
  readonly only?: readonly ItemId[]
}

/** Each item once, with the states it is missing for unless it is missing for all. */
export function missingItems(cases: readonly Asking[], standings: ReadonlyMap<number, Standing>): readonly AskedItem[] {
  const asking = cases.filter(({ file }) => file.closed === null && hasChecklist(file))
  return askedItems(asking.map(({ file, only }) => ({ file, items: owed(standings.get(file.id), only) })))
}

export type MissingSection = Extract<Section, { readonly section: 'missing-information' }>

/** The section that asks for these items; null: there is nothing to ask for. */
export function missingSection(
  items: readonly AskedItem[],
  cases: readonly { readonly file: CaseFile }[],
  standings: ReadonlyMap<number, Standing>,
): MissingSection | null {
  if (items.length === 0) return null
  const holding = new Set(cases.flatMap(({ file }) => holdingLabels(file, standings.get(file.id))))
  const labels = items.map(({ label }) => label).filter((label) => !holding.has(label))
  const canFollow = [...new Set(labels)]
  return { section: 'missing-information', items, canFollow, allCanFollow: labels.length === items.length }
}

/** Steps whose papers hold up neither the request nor the negotiation nor the document. */
const FOLLOWING: ReadonlySet<StepId> = new Set(['certification', 'questionnaire', 'start-up'])

/**
 * What the next step of the agreement waits for. A certificate holds up nothing before the document is sent (domain T1),
 * and then the signature on our side; after both signatures all that is open holds up the orders.
 */
function holdingLabels(file: CaseFile, standing: Standing | undefined): readonly string[] {
  const follows = (step: StepId, item: ItemId) =>
    FOLLOWING.has(step) && !isExecuted(file) && (item !== 'certification' || !isMet(file, 'draft-issued'))
  return (standing?.steps ?? []).flatMap((step) =>
    step.items.filter((item) => !follows(step.id, item.id)).map(({ label }) => label),
  )
}

/** What is owed now first, and that in its order. */
function owed(standing: Standing | undefined, only: readonly ItemId[] | undefined): readonly ItemStanding[] {
  if (standing === undefined) return []
  if (only === undefined) return standing.missing
  const now = standing.missing.filter(({ id }) => only.includes(id))
  const later = standing.steps.flatMap((step) => step.items).filter((item) => only.includes(item.id))
  return [...now, ...later.filter((item) => now.every(({ id }) => id !== item.id))]
}
