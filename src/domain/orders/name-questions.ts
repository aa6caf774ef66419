/** Open questions about another company's name that nothing in the request puts in question any more (T8). */
import type { CaseFile } from '../casework/case-file.ts'
import { differenceKey, otherNameIn } from '../casework/proofs/entities.ts'
import type { OrderFacts } from './order-facts.ts'

/** `after`: the case as it will be; the others of its request as they are. The ids of the tasks. */
export function settledNames(
  after: CaseFile,
  { cases, tasks }: Pick<OrderFacts, 'cases' | 'tasks'>,
): readonly number[] {
  const others = [...cases.values()].filter((one) => one.requestId === after.requestId && one.id !== after.id)
  const left = new Set([after, ...others].flatMap(differencesIn))
  const ofRequest = differenceKey(after.requestId, '')
  return [...tasks.values()]
    .filter(({ open, once }) => open && once?.startsWith(ofRequest) && !left.has(once))
    .map(({ id }) => id)
}

function differencesIn({ items, requestId }: CaseFile): readonly string[] {
  return Object.values(items).flatMap(({ problem }) => {
    const other = otherNameIn(problem)
    return other === null ? [] : [differenceKey(requestId, other)]
  })
}
