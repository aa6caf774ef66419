/**
 * What becomes of the letters that wait for a yes when their case is closed: those of which nothing remains to be said are
 * withdrawn with the order, and come back with its undo; the others are written anew, or wait on. Pure.
 */
import type { Act } from '../casework/act.ts'
import type { DeskSettings } from '../casework/desk-settings.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { WaitingLetter } from '../letter/waiting-letter.ts'
import { stillWait } from '../orders/case-effects.ts'
import type { Also } from '../orders/effects.ts'
import type { OrderFacts } from '../orders/order-facts.ts'
import { draftAnew } from './draft-anew.ts'

export interface ClosedDrafts {
  readonly also: readonly Also[]
  /** Put behind the confirmation of the order; '' where nothing waited. */
  readonly words: string
}

/** `cases`: as the order leaves them. */
export function closedDrafts(
  order: Act,
  cases: readonly CaseOutcome[],
  facts: OrderFacts,
  desk: DeskSettings,
): ClosedDrafts {
  if (order.act !== 'close') return { also: [], words: '' }
  const after = new Map(cases.map(({ file }) => [file.id, file]))
  const about = facts.waiting.filter(({ caseId, files }) => after.has(caseId) || files.some(({ id }) => after.has(id)))
  const become = about.map((letter) => {
    const now = { ...letter, files: letter.files.map((file) => after.get(file.id) ?? file) }
    return { letter, found: draftAnew(now, desk, facts.now).anew }
  })
  const withdrawn = become.filter(({ found }) => found === 'withdrawn').map(({ letter }) => letter)
  const anew = become.filter(({ found }) => found === 'written').map(({ letter }) => letter)
  const same = become.filter(({ letter, found }) => found === 'same' && after.has(letter.caseId))
  return {
    also: withdrawn.map(({ id }) => ({ also: 'drop-draft', draft: id })),
    words: [
      named(withdrawn, 'was', 'withdrawn with it: nothing of it remains to be said'),
      named(anew, 'is', 'written anew in a moment, as the case stands now, and waits for a yes again'),
      stillWait(
        same.map(({ letter }) => letter.id),
        facts,
      ),
    ].join(''),
  }
}

function named(letters: readonly WaitingLetter[], one: string, what: string): string {
  return letters.map(({ id, to }) => ` Draft ${id} to ${to.address} ${one} ${what}.`).join('')
}
