/** Questions without a key of their own that an order answers, by their sort (`moot.ts` has the others). */
import type { CaseFile } from '../casework/case-file.ts'
import type { CaseOutcome } from '../casework/outcome.ts'
import type { TaskView } from './order-facts.ts'

/** Whoever closes a case has said that it is taken back; whoever records an agreed day has answered who speaks of it. */
export function isAnsweredBy(
  { sort, caseRef }: Pick<TaskView, 'sort' | 'caseRef'>,
  before: readonly CaseFile[],
  outcomes: readonly CaseOutcome[],
): boolean {
  const was = before.find(({ ref }) => ref === caseRef)
  const is = outcomes.find(({ file }) => file.ref === caseRef)?.file
  if (was === undefined || is === undefined) return false
  if (sort === 'withdrawal') return was.closed === null && is.closed !== null
  return sort === 'extension' && is.extensions.length > was.extensions.length
}
