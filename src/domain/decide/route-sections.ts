/** What is said of the ways to an agreement: all of them, an opt-in's requirements, and ordering before the signature. */
import { earlyOrderingConditions } from '../casework/early-ordering-queue.ts'
import type { ItemId } from '../casework/items.ts'
import type { Standing } from '../casework/standing.ts'
import type { Section } from '../letter/section.ts'
import { hasChecklist } from '../process/has-checklist.ts'
import { describeItem } from '../process/words.ts'
import type { Matter } from './matter.ts'
import { picksParts } from './opt-in-words.ts'

/** The ways there are, for somebody who has not chosen. */
export function routeExplainer({ arrived, cases, facts }: Matter): Section | null {
  const { understanding } = arrived
  const asksHow = understanding.intents[0]?.intent === 'process-question'
  const undecided = cases.some(({ file }) => hasChecklist(file) && file.route === null && file.agreement !== 'resale')
  if (!asksHow && !undecided) return null
  const tariff = understanding.states.includes('CO') || cases.some(({ file }) => file.state === 'CO')
  return { section: 'route-explainer', tariff, requestForm: facts.desk.links['agreement-request-form'] ?? null }
}

/** Said once; later only what is still open of it. */
export function optInRequirements({ arrived, cases, standings, opens }: Matter): Section | null {
  const named = cases.map(({ file }) => file.items['adopted-agreement']).filter((item) => item?.state === 'met')
  // Each state has its own.
  const adopted = [...new Set(named.flatMap((item) => item?.value ?? []))].join('; ')
  const askAmendments = cases.some(({ file }) => owes(standings.get(file.id), 'amendments-choice'))
  const partial = picksParts(arrived.mail)
  if (!opens && named.length > 0 && !askAmendments && !partial) return null
  return { section: 'opt-in-requirements', adopted, partial, askAmendments }
}

export function earlyOrdering({ cases }: Matter): Section | null {
  const [first] = cases.filter(({ file }) => file.closed === null)
  if (first === undefined) return null
  const conditions = earlyOrderingConditions(first.file).map(({ item, met }) => ({
    label: describeItem(item, first.file),
    met,
  }))
  return { section: 'early-ordering', conditions, complete: conditions.every((one) => one.met) }
}

function owes(standing: Standing | undefined, id: ItemId): boolean {
  return standing?.missing.some((item) => item.id === id) ?? false
}
