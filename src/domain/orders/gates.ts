/** What has to be done before a milestone, and what rests on what was done. */
import type { CaseFile } from '../casework/case-file.ts'
import type { ItemId } from '../casework/items.ts'
import type { ItemStanding, Standing, StepStanding } from '../casework/standing.ts'
import { shutGates } from '../process/index.ts'
import { inWords } from '../process/step.ts'
import { itemWord } from './item-words.ts'
import { listed } from './words.ts'

/** Domain 2.2, the orderings that must hold: route, draft, signatures, filing, approval. */
const BEFORE: Readonly<Partial<Record<ItemId, readonly ItemId[]>>> = {
  'draft-issued': ['route'],
  'carrier-signature': ['clec-signature'],
  filed: ['clec-signature', 'carrier-signature'],
  approved: ['filed'],
  'notice-published': ['filed'],
  'made-public': ['approved'],
  'questionnaire-refreshed': ['questionnaire'],
  'early-ordering-letter-issued': ['clec-signature'],
  'early-ordering-letter-signed': ['early-ordering-letter-issued'],
}

/** Acts of the carrier and of the commission: nobody is let off them, and none is done by leaving it out. */
const NEVER_WAIVED: ReadonlySet<ItemId> = new Set([
  'route',
  'negotiation-request',
  'draft-issued',
  'clec-signature',
  'carrier-signature',
  'filed',
  'approved',
  'notice-published',
  'made-public',
  'written-answer',
  'petition-filed',
  'petition-received',
  'petition-served',
  'petition-answered',
  'arbitration-decided',
  'questionnaire-refreshed',
  'early-ordering-letter-issued',
  'early-ordering-letter-signed',
  'ready-to-order',
])

export function mayBeWaived(item: ItemId): boolean {
  return !NEVER_WAIVED.has(item)
}

export function standingOfItem(
  standing: Standing,
  item: ItemId,
): { readonly step: StepStanding; readonly item: ItemStanding } | null {
  for (const step of standing.steps) {
    const found = step.items.find((one) => one.id === item)
    if (found !== undefined) return { step, item: found }
  }
  return null
}

/** Why a milestone cannot be ticked yet; null: it can. What the CLEC sends may come at any time. */
export function shutBy(item: ItemId, file: CaseFile, standing: Standing): string | null {
  const open = (BEFORE[item] ?? []).filter((one) => !isDone(one, file, standing))
  if (open.length > 0) return `${listed(open.map(itemWord))} ${open.length === 1 ? 'has' : 'have'} to be ticked first`
  const found = standingOfItem(standing, item)
  if (found === null || found.item.owner === 'clec' || found.item.state !== 'later') return null
  const shut = shutGates(file, item).map((gate) => inWords(gate.why, file))
  const reasons = [...new Set([...found.step.reasons, ...shut])].join(' ').replace(/\.$/, '')
  return reasons || `the step "${found.step.title}" is not reached`
}

function isDone(item: ItemId, file: CaseFile, standing: Standing): boolean {
  const found = standingOfItem(standing, item)
  if (found !== null) return found.item.state === 'met' || found.item.state === 'waived'
  if (item === 'route') return file.route !== null
  const entry = file.items[item]
  return entry !== undefined && entry.state !== 'problem'
}

/** Ticked milestones that need this item, or these facts of the head. */
export function restingOn(item: ItemId, file: CaseFile): readonly ItemId[] {
  return (Object.keys(BEFORE) as ItemId[]).filter(
    (one) => BEFORE[one]?.includes(item) && file.items[one] !== undefined && file.items[one].state !== 'problem',
  )
}
