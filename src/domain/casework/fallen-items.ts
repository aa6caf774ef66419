/**
 * What was in and is not any more, because a person took it back: the letters that went out meanwhile did not ask for it.
 * Where somebody is reminded, the next reminder names it; where reminders ended because all was in, they begin anew.
 */
import { hasChecklist } from '../process/has-checklist.ts'
import { standingOf } from '../process/standing.ts'
import { chasedItems } from './asked-items.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseChange } from './change.ts'
import type { ItemId } from './items.ts'

/** Why reminders end by themselves when nothing is left to ask for. */
export const ALL_IN = 'all that was asked for is in'
export const NOTHING_LEFT = 'nothing of what was asked for is missing any more'

/** Owed now, in before, and in none of what reminders name. */
export function fallenItems(before: CaseFile, after: CaseFile): readonly ItemId[] {
  if (before.closed !== null || after.closed !== null || !hasChecklist(after)) return []
  const wasIn = (item: ItemId) => ['met', 'waived'].includes(before.items[item]?.state ?? '')
  const fallen = standingOf(after)
    .missing.map(({ id }) => id)
    .filter(wasIn)
  const isNamed = (item: ItemId) => isPressed(before) && isGoingOn(after) && chasedItems(after.chase).includes(item)
  return fallen.filter((item) => !isNamed(item))
}

/** Nothing where nobody is asked, or where reminders ended for another reason: a person says that it is asked for. */
export function askedAgain(before: CaseFile, after: CaseFile, now: number): readonly CaseChange[] {
  const items = fallenItems(before, after)
  const stopped = after.chase?.stopped ?? null
  const goesOn = isGoingOn(after) || stopped === ALL_IN || stopped === NOTHING_LEFT
  return items.length === 0 || !goesOn ? [] : [{ change: 'asked-again', items, at: now, anew: !isPressed(before) }]
}

/** Something of what was asked for is owed, so that its next reminder has a moment. */
function isPressed(file: CaseFile): boolean {
  const named = chasedItems(file.chase)
  return isGoingOn(file) && standingOf(file).missing.some(({ id }) => named.includes(id))
}

function isGoingOn({ chase }: CaseFile): boolean {
  return chase !== null && chase.stopped === null
}
